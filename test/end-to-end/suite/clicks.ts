import { expect, test } from '@jest/globals';
import { auditIntact } from '../../../src/cases/audit.ts';
import type { Bench } from '../bench.ts';
import {
  APPROVE,
  LEADS,
  REJECT,
  decidedBy,
  decisionsIn,
  open,
  postsTo,
  request,
  requested,
  shownOf,
  words,
} from '../scenes.ts';
import { METTE, type Who } from '../town.ts';

/** Clicks that meet: with each other, with themselves, with a case that has moved on. */
export const clicks = (bench: Bench): void => {
  test('two leads approve at the same moment: one decision, and the other sees whose', async () => {
    const { world } = bench;
    await requested(world);
    const both: Who[] = ['bo', 'dorthe'];
    const answers = await Promise.all(both.map((who) => world.phone(who).press(APPROVE)));
    const winner = (await world.request(METTE)).ended?.by === 'bo' ? 'bo' : 'dorthe';
    const loser = winner === 'bo' ? 'dorthe' : 'bo';
    for (const { text } of answers) expect(text).toContain(decidedBy(winner));
    expect(answers[both.indexOf(loser)]?.text).toContain(words('request.refused.ended'));
    expect(answers[both.indexOf(winner)]?.text).not.toContain(words('request.refused.ended'));
    await world.quiet();
    expect(await decisionsIn(world)).toEqual([`request-approved by ${winner}`]);
    const { record, audit } = await world.item(METTE);
    expect(record.offers?.[0]?.signOffs?.map(({ by }) => by)).toEqual([winner, winner, winner]);
    expect(auditIntact(audit)).toBe(true);
    expect(postsTo(world, 'ane', words('request.title.approved'))).toBe(1);
  });

  test('one approves while another rejects: one of them decides, and all cards agree', async () => {
    const { world } = bench;
    await requested(world);
    await Promise.all([
      world.phone('bo').press(APPROVE),
      world.phone('dorthe').press(REJECT, { reason: 'Der er en plads i en virksomhed' }),
    ]);
    await world.quiet();
    expect(await decisionsIn(world)).toHaveLength(1);
    const ended = await world.request(METTE);
    const [as, who] = ended.state === 'approved' ? (['Godkendt', 'bo'] as const) : (['Afvist', 'dorthe'] as const);
    for (const text of shownOf(world, ended, ['ane', ...LEADS])) expect(text).toContain(decidedBy(who, as));
    expect((await world.item(METTE)).record.offers?.[0]?.ends).toBe(as === 'Godkendt' ? '2023-08-31' : '2023-07-02');
  });

  test('a click delivered again, at once and later, is carried out once', async () => {
    const { world } = bench;
    await requested(world);
    const bo = world.phone('bo');
    const click = bo.click(APPROVE);
    const answers = [...(await Promise.all([bo.deliver(click), bo.deliver(click)])), await bo.deliver(click)];
    for (const { text } of answers) expect(text).toContain(decidedBy('bo'));
    await world.quiet();
    expect(await decisionsIn(world)).toEqual(['request-approved by bo']);
    expect((await world.item(METTE)).record.offers?.[0]?.signOffs).toHaveLength(3);
    expect(postsTo(world, 'ane', words('request.title.approved'))).toBe(1);
  });

  test('a double click on "ask for approval" makes one request, and each lead gets one card', async () => {
    const { world } = bench;
    await open(world, ...LEADS);
    const ane = world.phone('ane');
    await ane.say('Må jeg forlænge Mettes forløb til udgangen af august?');
    const click = ane.click(words('decision.button.request'));
    await Promise.all([ane.deliver(click), ane.deliver({ ...click, id: 'the-second-click' })]);
    await world.quiet();
    expect((await world.item(METTE)).requests).toHaveLength(1);
    for (const who of LEADS) expect(postsTo(world, who, words('request.title.lead'))).toBe(1);
  });

  test('a click on a card whose facts have changed shows the new revision, which can then be approved', async () => {
    const { world } = bench;
    await requested(world);
    const old = world.phone('bo').withButton(APPROVE).buttons[0]?.data;
    await world.change(METTE, (record) => ({
      ...record,
      offers: (record.offers ?? []).map((offer) => ({ ...offer, pricePerWeek: 2500 })),
    }));
    const stale = await world.phone('bo').press(APPROVE);
    expect(stale.text).toContain(words('request.refused.stale'));
    expect(stale.text).toContain(words('request.changed', { revision: 2 }));
    expect(stale.text).toContain(words('request.changed-fact', { fact: words('facts.ask.offer.pricePerWeek') }));
    await world.quiet();
    for (const text of shownOf(world, await world.request(METTE), ['ane', ...LEADS]))
      expect(text).toContain(words('request.changed', { revision: 2 }));

    // A card that missed the edit still speaks of the first revision.
    expect((await world.phone('dorthe').forge('approve', old)).text).toContain(words('request.refused.stale'));
    expect(await decisionsIn(world)).toEqual([]);
    expect((await world.request(METTE)).revision).toBe(2);

    expect((await world.phone('bo').press(APPROVE)).text).toContain(decidedBy('bo'));
    expect(await decisionsIn(world)).toEqual(['request-approved by bo']);
  });

  test('a click on a request that the rules no longer allow ends it and says so', async () => {
    const { world } = bench;
    await requested(world);
    await world.change(METTE, (record) => ({
      ...record,
      offers: (record.offers ?? []).map((offer) => ({ ...offer, followUps: [{ on: '2023-05-09', progress: false }] })),
    }));
    const answer = await world.phone('bo').press(APPROVE);
    expect(answer.text).toContain(words('request.title.overtaken'));
    expect(answer.text).toContain(words('request.refused.ended'));
    expect(answer.buttons).toEqual([]);
    await world.quiet();
    for (const text of shownOf(world, await world.request(METTE), ['ane', ...LEADS]))
      expect(text).toContain(words('request.title.overtaken'));
    expect(await decisionsIn(world)).toEqual([]);
  });

  test('a click after the end shows the end, and changes nothing', async () => {
    const { world } = bench;
    await requested(world);
    const late = { approve: world.phone('dorthe').click(APPROVE), reject: world.phone('dorthe').click(REJECT) };
    await world.phone('bo').press(APPROVE);
    await world.quiet();
    const before = await world.item(METTE);
    for (const click of [late.approve, late.reject]) {
      const answer = await world.phone('dorthe').deliver(click);
      expect(answer.text).toContain(decidedBy('bo'));
      expect(answer.text).toContain(words('request.refused.ended'));
      expect(answer.buttons).toEqual([]);
    }
    expect(await world.item(METTE)).toEqual(before);
  });

  test('a click after the last day shows that the time has run out, to everybody', async () => {
    const { world } = bench;
    await requested(world);
    world.pass(30 * 24 * 60 * 60_000);
    const answer = await world.phone('bo').press(APPROVE);
    expect(answer.text).toContain(words('request.title.expired'));
    expect(answer.text).toContain(words('request.ending.expired', { date: '2. juni 2023' }));
    await world.quiet();
    for (const text of shownOf(world, await world.request(METTE), ['ane', ...LEADS]))
      expect(text).toContain(words('request.title.expired'));
    expect((await world.item(METTE)).record.offers?.[0]?.ends).toBe('2023-07-02');
  });

  test('asking again while the request is open shows that one', async () => {
    const { world } = bench;
    await requested(world);
    const again = await request(world);
    expect(again.text).toContain(words('request.already-open'));
    expect((await world.item(METTE)).requests).toHaveLength(1);
    for (const who of LEADS) expect(postsTo(world, who, words('request.title.lead'))).toBe(1);
    await world.phone('bo').press(APPROVE);
    await world.quiet();
    // Both of the asker's cards follow, and the notice comes.
    expect(
      shownOf(world, await world.request(METTE), ['ane']).filter((text) => text.includes(decidedBy('bo'))),
    ).toHaveLength(3);
  });
};
