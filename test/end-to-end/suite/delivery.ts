import { expect, test } from '@jest/globals';
import type { Behaviour } from '../../support/fake-connector.ts';
import type { Bench } from '../bench.ts';
import {
  APPROVE,
  ASK,
  LEADS,
  QUESTION,
  decidedBy,
  decisionsIn,
  open,
  postsTo,
  request,
  requested,
  words,
} from '../scenes.ts';
import { METTE, nameOf, type Who } from '../town.ts';
import { eventually } from '../world.ts';

/** A click that is answered later than this is delivered again. */
const IN_TIME_MS = 2000;
const LATER_MS = 10 * 60_000;
const REQUEST = words('request.title.lead');

const timed = async <T>(work: Promise<T>): Promise<{ result: T; ms: number }> => {
  const from = performance.now();
  const result = await work;
  return { result, ms: performance.now() - from };
};

/** What is sent without being asked for: to people not there yet, through a service in trouble, over a restart. */
export const delivery = (bench: Bench): void => {
  const shows = (who: Who, text: string) =>
    eventually(`${who} sees ${text}`, () => {
      // What is tried again later needs the time to come.
      bench.world.pass(1000);
      return bench.world
        .phone(who)
        .screen()
        .find((message) => message.text.includes(text));
    });

  test('a lead who has not opened Makker gets the card when they do; until then the asker is told', async () => {
    const { world } = bench;
    await open(world, 'erik');
    const card = await request(world);
    expect(card.text).toContain(words('request.unreachable', { names: `${nameOf('bo')} og ${nameOf('dorthe')}` }));
    expect((await world.request(METTE)).state).toBe('open');
    expect(postsTo(world, 'erik', REQUEST)).toBe(1);
    expect(postsTo(world, 'bo', REQUEST)).toBe(0);

    await open(world, 'bo');
    await shows('bo', REQUEST);
    expect((await world.phone('bo').press(APPROVE)).text).toContain(decidedBy('bo'));
    await world.quiet();

    // Too late for Dorthe: there is nothing left to decide, so no card surprises her.
    await open(world, 'dorthe');
    await world.quiet();
    expect(world.phone('dorthe').screen()).toHaveLength(1);
    expect(postsTo(world, 'bo', REQUEST)).toBe(1);
  });

  test('with nobody to be reached the request stays open, over a restart as well', async () => {
    const { world } = bench;
    const card = await request(world);
    for (const who of LEADS) expect(card.text).toContain(nameOf(who));
    await world.restart();
    await open(world, 'bo');
    await shows('bo', REQUEST);
    expect((await world.phone('bo').press(APPROVE)).text).toContain(decidedBy('bo'));
    expect(postsTo(world, 'bo', REQUEST)).toBe(1);
  });

  test.each<[string, Behaviour]>([
    ['says 429 and names a time', { status: 429, retryAfter: '1' }],
    ['says 429 and names none', { status: 429 }],
    ['says 502', { status: 502 }],
    ['says nothing', 'hang'],
  ])('when Teams %s, clicks are answered in time and everything is delivered later, once', async (_what, trouble) => {
    const { world } = bench;
    await open(world, ...LEADS);
    await world.phone('ane').say(QUESTION);
    const inTrouble: Who[] = ['ane', 'dorthe', 'erik'];
    for (const who of inTrouble) world.connector.always(world.phone(who).conversationId, trouble);

    const asked = await timed(world.phone('ane').press(ASK));
    expect(asked.ms).toBeLessThan(IN_TIME_MS);
    expect(asked.result.text).toContain(words('request.title.waiting'));
    await shows('bo', REQUEST);
    for (const who of ['dorthe', 'erik'] as const)
      await eventually(`${who} was tried in vain`, () =>
        world.connector.calls.find(
          ({ conversationId, status }) => conversationId === world.phone(who).conversationId && status !== 200,
        ),
      );
    const approved = await timed(world.phone('bo').press(APPROVE));
    expect(approved.ms).toBeLessThan(IN_TIME_MS);
    expect(approved.result.text).toContain(decidedBy('bo'));
    expect(postsTo(world, 'dorthe', REQUEST)).toBe(0);

    for (const who of inTrouble) world.connector.always(world.phone(who).conversationId, undefined);
    world.connector.giveUp();
    world.pass(LATER_MS);
    await shows('ane', decidedBy('bo'));
    await world.quiet();
    // Too late for them: there is nothing left to decide, so no card surprises them.
    for (const who of ['dorthe', 'erik'] as const)
      expect(postsTo(world, who, REQUEST) + postsTo(world, who, decidedBy('bo'))).toBe(0);
    expect(postsTo(world, 'ane', words('request.title.approved'))).toBe(1);
    expect(await decisionsIn(world)).toEqual(['request-approved by bo']);
  });

  test('what was not delivered before a restart is delivered after it, and nothing twice', async () => {
    const { world } = bench;
    await open(world, ...LEADS);
    await world.phone('ane').say(QUESTION);
    for (const who of LEADS) world.connector.always(world.phone(who).conversationId, { status: 502 });
    await world.phone('ane').press(ASK);
    await eventually('every lead was tried', async () =>
      (await world.item(METTE)).outbox.every(({ attempts }) => attempts > 0) ? true : undefined,
    );
    await world.restart();
    for (const who of LEADS) expect(postsTo(world, who, REQUEST)).toBe(0);

    for (const who of LEADS) world.connector.always(world.phone(who).conversationId, undefined);
    world.pass(LATER_MS);
    await world.restart();
    for (const who of LEADS) await shows(who, REQUEST);
    await world.quiet();
    for (const who of LEADS) expect(postsTo(world, who, REQUEST)).toBe(1);

    const click = world.phone('bo').click(APPROVE);
    await world.phone('bo').deliver(click);
    await world.quiet();
    const calls = world.connector.calls.length;
    await world.restart();
    // Teams did not see the answer and delivers the click once more, to the process that has just begun.
    expect((await world.phone('bo').deliver(click)).text).toContain(decidedBy('bo'));
    await world.quiet();
    expect(world.connector.calls).toHaveLength(calls);
    expect(await decisionsIn(world)).toEqual(['request-approved by bo']);
  });

  test('a lead who has thrown the bot out is asked again when they are back', async () => {
    const { world } = bench;
    await open(world, ...LEADS);
    world.connector.always(world.phone('bo').conversationId, { status: 403 });
    await request(world);
    world.connector.always(world.phone('bo').conversationId, undefined);
    await open(world, 'bo');
    await shows('bo', REQUEST);
    expect(postsTo(world, 'bo', REQUEST)).toBe(1);
  });

  test('a card that its reader has deleted holds up nothing', async () => {
    const { world } = bench;
    await requested(world);
    world.connector.always(world.phone('dorthe').conversationId, { status: 404 });
    await world.phone('bo').press(APPROVE);
    await world.quiet();
    await shows('erik', decidedBy('bo'));
    await shows('ane', decidedBy('bo'));
    expect((await world.request(METTE)).cards.map(({ person }) => person)).not.toContain('dorthe');
  });
};
