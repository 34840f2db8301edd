import { expect, test } from '@jest/globals';
import { auditIntact } from '../../../src/cases/audit.ts';
import type { Bench } from '../bench.ts';
import {
  ANSWER,
  APPROVE,
  ASK,
  LEADS,
  QUESTION,
  REJECT,
  decidedBy,
  decisionsIn,
  open,
  postsTo,
  problems,
  request,
  requested,
  shownOf,
  words,
} from '../scenes.ts';
import { METTE, SOFUS, TORBEN } from '../town.ts';

/** A request from the question to the end. */
export const life = (bench: Bench): void => {
  test('asked, requested, approved: everybody sees it, and the case has it', async () => {
    const { world } = bench;
    await open(world, ...LEADS, 'gerda');

    const decision = await world.phone('ane').say(QUESTION);
    expect(decision.text).toContain('Ja, når 3 godkendelser er på plads');
    expect(decision.text).toContain('REB-32');
    await world.phone('ane').press(ASK);
    await world.quiet();
    for (const who of LEADS) expect(postsTo(world, who, words('request.title.lead'))).toBe(1);
    expect(postsTo(world, 'gerda', words('request.title.lead'))).toBe(0);
    const posted = (await world.request(METTE)).cards;
    expect(posted.map(({ person }) => person).toSorted()).toEqual(['ane', ...LEADS]);

    expect((await world.phone('bo').press(APPROVE)).text).toContain(decidedBy('bo'));
    await world.quiet();

    for (const { conversationId, activityId } of posted)
      expect(
        world.connector.calls.find((call) => call.method === 'PUT' && call.activityId === activityId),
      ).toMatchObject({ conversationId, givenId: activityId });
    const ended = await world.request(METTE);
    const shown = shownOf(world, ended, ['ane', ...LEADS]);
    // The card of each of the four, and the asker's notice.
    expect(shown).toHaveLength(5);
    for (const text of shown) expect(text).toContain(decidedBy('bo'));
    expect(postsTo(world, 'ane', words('request.title.approved'))).toBe(1);

    const { record, audit, outbox } = await world.item(METTE);
    expect(record.offers?.[0]).toMatchObject({
      ends: '2023-08-31',
      signOffs: ['REB-32', 'REB-35', 'REB-38'].map((rule) => ({ rule, by: 'bo', answer: 'approved' })),
    });
    expect(outbox).toEqual([]);
    expect(await decisionsIn(world)).toEqual(['request-approved by bo']);
    expect(auditIntact(audit)).toBe(true);
    expect(problems(world)).toEqual([]);
  });

  test('each gives what is theirs to give, and only the last click carries it out', async () => {
    const { world } = bench;
    await requested(world);
    const given = await world.phone('erik').press(APPROVE);
    expect(given.text).toContain('bekræftet af Erik Tornhøj');
    expect(given.buttons).toEqual([]);
    await world.quiet();
    expect((await world.request(METTE)).state).toBe('open');
    expect(world.phone('bo').withButton(APPROVE).text).toContain('bekræftet af Erik Tornhøj');
    await world.phone('bo').press(APPROVE);
    const { record } = await world.item(METTE);
    expect(record.offers?.[0]?.signOffs?.map(({ rule, by }) => `${rule} ${by}`)).toEqual([
      'REB-32 bo',
      'REB-35 erik',
      'REB-38 bo',
    ]);
    expect(record.offers?.[0]?.ends).toBe('2023-08-31');
  });

  test('a rejection needs a reason; with one it ends the request, and the asker reads why', async () => {
    const { world } = bench;
    await requested(world);
    const without = await world.phone('bo').press(REJECT);
    expect(without.text).toContain(words('request.refused.reason-missing'));
    expect((await world.request(METTE)).state).toBe('open');
    expect(await decisionsIn(world)).toEqual([]);

    const reason = 'Der er en praktikplads klar i juli';
    expect((await world.phone('bo').press(REJECT, { reason })).text).toContain(decidedBy('bo', 'Afvist'));
    await world.quiet();
    const shown = shownOf(world, await world.request(METTE), ['ane', ...LEADS]);
    expect(shown).toHaveLength(5);
    for (const text of shown) expect(text).toContain(reason);
    const { record, audit } = await world.item(METTE);
    expect(record.offers?.[0]).toMatchObject({
      ends: '2023-07-02',
      signOffs: ['REB-32', 'REB-35', 'REB-38'].map((rule) => ({ rule, by: 'bo', answer: 'declined', reason })),
    });
    expect(await decisionsIn(world)).toEqual(['request-rejected by bo']);
    expect(auditIntact(audit)).toBe(true);
  });

  test('a fact that is missing is filled in on the card, and the answer and the request follow', async () => {
    const { world } = bench;
    await open(world, 'erik');
    const ane = world.phone('ane');
    const asks = await ane.say('Må jeg forlænge Torbens forløb til udgangen af august?');
    expect(asks.buttons.map(({ title }) => title)).not.toContain(ASK);
    expect(asks.inputs.map(({ id }) => id)).toEqual(['question.likelyJobOrEducation']);

    const blank = await ane.press(ANSWER);
    expect(blank.text).toContain(words('talk.nothing-filled-in'));
    const answer = await ane.press(ANSWER, { 'question.likelyJobOrEducation': 'true' });
    expect(answer.inputs).toEqual([]);
    await ane.press(ASK);
    await world.quiet();
    await world.phone('erik').press(APPROVE);
    expect((await world.item(TORBEN)).record.offers?.[0]?.ends).toBe('2023-08-31');
  });

  test('a fact of the case that is filled in stays in the case, and its history says by whom', async () => {
    const { world } = bench;
    const ane = world.phone('ane');
    await ane.say('Må jeg forlænge Sofus Lindegårds forløb til udgangen af august?');
    const answer = await ane.press(ANSWER, { 'citizen.diagnosedAutism': 'true' });
    expect(answer.text).toContain('REB-32');
    const { record, audit } = await world.item(SOFUS);
    expect(record.citizen.diagnosedAutism).toBe(true);
    expect(audit.at(-1)).toMatchObject({
      what: 'fact-recorded',
      by: 'ane',
      details: { fact: 'citizen.diagnosedAutism' },
    });
    expect(auditIntact(audit)).toBe(true);
  });

  test('a no leads back to a new question: the same extension can be asked for again', async () => {
    const { world } = bench;
    await requested(world);
    await world.phone('bo').press(REJECT, { reason: 'Vent på opfølgningen' });
    const again = await world.phone('ane').say(QUESTION);
    // A declined sign-off stands, so the rules themselves now say no.
    expect(again.text).toContain(words('decision.title.denied.extend-offer'));
    const shorter = await world.phone('ane').say('Må jeg forlænge Mettes forløb til 31. juli?');
    expect(shorter.buttons.map(({ title }) => title)).toContain(ASK);
    await request(world, 'ane', 'Må jeg forlænge Mettes forløb til 31. juli?');
    expect((await world.item(METTE)).requests.map(({ state }) => state)).toEqual(['rejected', 'open']);
  });
};
