import { expect, test } from '@jest/globals';
import type { Bench } from '../bench.ts';
import { ANSWER, APPROVE, ASK, LEADS, QUESTION, REJECT, open, request, requested, words } from '../scenes.ts';
import { CPR, HERE, METTE, RIKKES, TENANT, TORBEN } from '../town.ts';

const group = (conversationType: string) => ({
  conversation: { id: '19:team', conversationType, tenantId: TENANT },
});
const cprShapes = [CPR, CPR.replace('-', ''), CPR.replace('-', ' '), CPR.slice(0, 6)];

/** What nobody but the right reader may see. */
export const privacy = (bench: Bench): void => {
  test.each(['groupChat', 'channel'])('in a %s there are case numbers only, and no buttons', async (type) => {
    const { world } = bench;
    const ane = world.phone('ane');
    const about = 'Må jeg forlænge Mettes forløb til udgangen af august?';
    const answer = await ane.say(about, group(type));
    expect(answer.text).toContain(METTE);
    expect(answer.text).toContain(words('talk.details-in-own-chat'));
    expect(answer.buttons).toEqual([]);
    const due = await ane.say(`Hvilke frister er der i ${METTE}?`, group(type));
    expect(due.text).toContain(METTE);
    const choice = await ane.say('Må jeg forlænge Rikkes forløb til udgangen af august?', group(type));
    expect(choice.buttons.map(({ title }) => title).toSorted()).toEqual([...RIKKES]);
    await ane.say(`Vis sagen ${METTE}`, group(type));
    await ane.say('hjælp', group(type));

    const sent = world.connector.calls.filter(({ conversationId }) => conversationId === '19:team');
    expect(sent).toHaveLength(5);
    for (const { body } of sent)
      expect(JSON.stringify(body)).not.toMatch(
        /Mette|Vinterby|Rikke|Sommerlund|Havgård|autis|særlige behov|kontanthj/i,
      );
  });

  test('where others read along nothing is requested, approved or filled in', async () => {
    const { world } = bench;
    await requested(world);
    await world.phone('ane').say('Må jeg forlænge Torbens forløb til udgangen af august?');
    const before = [await world.item(METTE), await world.item(TORBEN)];
    const { bo, ane } = { bo: world.phone('bo'), ane: world.phone('ane') };
    const forwarded = [
      [bo, bo.click(APPROVE)],
      [bo, bo.click(REJECT, { reason: 'Nej' })],
      [ane, ane.click(ANSWER, { 'question.likelyJobOrEducation': 'true' })],
    ] as const;
    for (const [phone, click] of forwarded) {
      const answer = await phone.deliver({ ...click, ...group('groupChat') });
      expect(answer.text).not.toMatch(/Mette|Torben/);
      expect(answer.buttons).toEqual([]);
    }
    expect([await world.item(METTE), await world.item(TORBEN)]).toEqual(before);
  });

  test('a CPR number is in nothing that leaves: no card, no answer, no log line, no receipt', async () => {
    const { world } = bench;
    const { store } = world.running;
    // Case systems let people write anything anywhere.
    await world.change(METTE, (record) => ({
      ...record,
      citizen: { ...record.citizen, name: `Mette Vinterby ${CPR}` },
      offers: (record.offers ?? []).map((offer) => ({ ...offer, provider: `Kursushuset Engen, borger ${CPR}` })),
    }));
    await open(world, ...LEADS);
    const ane = world.phone('ane');
    const told = await ane.say(`Må jeg forlænge forløbet for Mette (${CPR}) til udgangen af august?`);
    expect(told.text).toContain(words('talk.no-cpr'));
    await ane.say(`Hvilke frister er der for ${CPR}?`);
    await ane.say(`Vis sagen ${METTE}`);
    await request(world, 'ane', QUESTION);
    await world.phone('bo').press(REJECT, { reason: `Se journalen for ${CPR}` });
    await world.quiet();
    await world.phone('bo').forge('approve', { requestId: CPR, revision: 1 });
    await world.phone('bo').forge(CPR, { [CPR]: CPR });
    await world.phone('bo').send({ type: 'invoke', name: 'adaptiveCard/action', value: CPR });

    const { requests, audit, outbox } = await world.item(METTE);
    expect(requests[0]?.state).toBe('rejected');
    const decisions = [
      ...new Set(
        world.connector.calls.flatMap(({ body }) => JSON.stringify(body).match(/rebild~[^"]+~[a-z0-9]{12,}/g) ?? []),
      ),
    ];
    expect(decisions.length).toBeGreaterThanOrEqual(2);
    const receipts = await Promise.all(
      decisions.flatMap((id) => [store.read('receipt', HERE, id), store.read('receipt-facts', HERE, id)]),
    );
    expect(receipts.filter((one) => one === undefined)).toEqual([]);

    const leaving = {
      cards: JSON.stringify(world.connector.calls.map(({ body }) => body)),
      answers: world.responses.join('\n'),
      log: world.log.join(''),
      receipts: JSON.stringify(receipts),
      requests: JSON.stringify({ requests, audit, outbox }),
    };
    for (const [where, text] of Object.entries(leaving))
      for (const shape of cprShapes) expect({ where, found: text.includes(shape) }).toEqual({ where, found: false });
    expect(leaving.cards).toContain('Mette Vinterby ******-****');
  });

  test('the button data of every card holds ids and a version, and nothing of the case', async () => {
    const { world } = bench;
    await requested(world);
    const data = [
      world
        .phone('bo')
        .withButton(APPROVE)
        .buttons.map((button) => button.data),
      (await world.phone('ane').say(QUESTION)).buttons.map((button) => button.data),
    ].flat();
    expect([...new Set(data.flatMap(Object.keys))].toSorted()).toEqual([
      'decisionId',
      'requestId',
      'revision',
      'rule',
      'signs',
    ]);
    expect(world.phone('ane').withButton(ASK).text).toContain('Mette');
  });

  test('who was shown a case, by an answer, a click, a card or a search, is kept outside it', async () => {
    const { world } = bench;
    await requested(world);
    await world.phone('bo').press(APPROVE);
    await world.quiet();
    const { items } = await world.running.store.list('access', HERE, { limit: 100, begins: `${METTE}~` });
    const shown = items.map(({ item: { person, how } }) => `${person} ${how}`);
    expect(shown).toEqual(expect.arrayContaining(['ane extend-offer', 'ane request-approval', 'bo approve']));
    for (const lead of LEADS) expect(shown).toContain(`${lead} card`);
    // An etag is anything: of a stretch of digits in it nothing follows.
    expect(JSON.stringify(items.map(({ item }) => item))).not.toMatch(/Mette Vinterby|\d{6}-\d{4}/);
  });
};
