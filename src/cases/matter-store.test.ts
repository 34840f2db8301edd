import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { enquiries } from '../../test/support/testby-more.ts';
import { testbyShelf } from '../../test/support/testby.ts';
import { isoInstant } from '../clock.ts';
import type { Matter } from '../contract/case.ts';
import { createJudgeMatter } from '../judge.ts';
import type { Store } from '../store/port.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { answerMatter } from './answer-matter.ts';
import { createMatters, type Matters } from './matter-store.ts';
import { letGoMatterEntry, takeMatterEntry } from './take-entry.ts';

let now: number;
let store: Store;
let matters: Matters;
beforeEach(() => {
  // Wednesday before Easter.
  now = Date.parse('2026-04-01T10:00:00Z');
  store = createSqliteStore(':memory:');
  matters = createMatters({ store, judge: createJudgeMatter(testbyShelf(enquiries)), clock: { now: () => now } });
});
afterEach(() => store.close());

const enquiry: Matter = {
  id: 'M-1',
  municipality: 'testby',
  team: 'nord',
  kind: 'company-enquiry',
  receivedAt: '2026-03-31T07:15:00Z',
};
const read = async () => {
  const stored = await matters.read('testby', 'M-1');
  if (stored === undefined) throw new Error('there is no matter');
  return stored.item;
};
const answer = (answeredAt: string) =>
  matters.change<string>('testby', 'M-1', (item) => {
    const answered = answerMatter(item, answeredAt, { by: 'ole', at: isoInstant(now) });
    return 'refused' in answered ? answered : { item: answered.item, result: 'done' };
  });
const which = { rule: 'TST-30', due: '2026-04-01T09:15:00+02:00' };
const take = (by: string) =>
  matters.change<unknown>('testby', 'M-1', (item) => {
    const taken = takeMatterEntry(item, which, by, isoInstant(now));
    return 'refused' in taken ? { refused: taken } : { item: taken.item, result: 'done' };
  });

describe('A matter that is added', () => {
  test('has its clock in its agenda, and stays as it is when it is added again', async () => {
    expect(await matters.add(enquiry)).toBe('created');
    expect(await matters.add({ ...enquiry, team: 'syd' })).toBe('exists');
    expect(await read()).toEqual({
      id: 'M-1',
      municipality: 'testby',
      team: 'nord',
      nextSoon: '2026-03-18',
      takenBy: [],
      record: enquiry,
      agenda: [
        {
          rule: 'TST-30',
          name: { da: 'Svar til virksomheden', en: 'Answer to the company' },
          due: '2026-04-01T09:15:00+02:00',
          dueSoonFrom: '2026-03-18',
          met: false,
        },
      ],
      taken: [],
    });
  });

  test('is looked at again on the day it comes in, when that lies ahead', async () => {
    await matters.add({ ...enquiry, receivedAt: '2026-04-07T22:30:00Z' });
    expect(await read()).toMatchObject({ agenda: [], recheckOn: '2026-04-08' });
    now = Date.parse('2026-04-08T10:00:00Z');
    expect(await matters.project('testby', 'M-1')).toBe('done');
    expect((await read()).agenda).toHaveLength(1);
    expect((await read()).recheckOn).toBeUndefined();
  });

  test('and on the day it is answered', async () => {
    await matters.add({ ...enquiry, answeredAt: '2026-04-07T08:00:00Z' });
    expect(await read()).toMatchObject({ agenda: [{ met: false }], recheckOn: '2026-04-07' });
  });

  test('is not written when nothing is another', async () => {
    await matters.add(enquiry);
    const before = await matters.read('testby', 'M-1');
    expect(await matters.project('testby', 'M-1')).toBe('done');
    expect(await matters.read('testby', 'M-1')).toEqual(before);
    expect(await matters.project('testby', 'M-2')).toBe('absent');
  });
});

describe('An answer to a matter', () => {
  beforeEach(() => matters.add(enquiry));

  test('stops its clock, and it is known who recorded it and when', async () => {
    expect(await answer('2026-04-01T09:00:00Z')).toBe('done');
    const answered = { by: 'ole', at: '2026-04-01T10:00:00.000Z' };
    expect(await read()).toMatchObject({ record: { answeredAt: '2026-04-01T09:00:00Z' }, answered });
    expect((await read()).agenda).toMatchObject([{ met: true }]);
    expect((await read()).nextSoon).toBeUndefined();
  });

  test('recorded again stays the first one', async () => {
    await answer('2026-04-01T09:00:00Z');
    expect(await answer('2026-04-01T09:30:00Z')).toBe('done');
    expect((await read()).record.answeredAt).toBe('2026-04-01T09:00:00Z');
  });

  test.each([
    ['has not come yet', '2026-04-01T10:00:01Z', 'future'],
    ['lies before it came in', '2026-03-31T09:14:59+02:00', 'before-receipt'],
  ])('whose instant %s is refused, and nothing is stored', async (_, answeredAt, why) => {
    const before = await read();
    expect(await answer(answeredAt)).toBe(why);
    expect(await read()).toEqual(before);
  });

  test('lets go of whoever saw to it', async () => {
    await take('ole');
    expect(await read()).toMatchObject({ takenBy: ['ole'] });
    await answer('2026-04-01T09:00:00Z');
    expect(await read()).toMatchObject({ takenBy: [], taken: [] });
  });
});

describe("A matter's open entry", () => {
  beforeEach(() => matters.add(enquiry));

  test('is seen to by one person, the first, however often they say so', async () => {
    expect(await take('ole')).toBe('done');
    expect(await take('ole')).toBe('done');
    expect(await take('kirsten')).toEqual({ refused: 'taken', by: 'ole' });
    expect((await read()).taken).toEqual([{ ...which, by: 'ole', at: '2026-04-01T10:00:00.000Z' }]);
  });

  test('is let go again by that person only', async () => {
    await take('ole');
    const item = await read();
    expect(letGoMatterEntry(item, which, 'kirsten')).toEqual({ refused: 'taken', by: 'ole' });
    expect(letGoMatterEntry(item, which, 'ole')).toMatchObject({ item: { taken: [] } });
  });
});
