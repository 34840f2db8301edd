import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord, type Office, openOffice } from '../test/support/office.ts';
import { createMatters, type Matters } from './cases/matter-store.ts';
import { type Daily, type DailyParts, createDaily } from './daily.ts';
import { createLog } from './log.ts';
import { createSqliteStore } from './store/sqlite/sqlite-store.ts';

let office: Office;
let matters: Matters;
let looks: (() => void)[];
let lines: string[];
let pokes: number;
beforeEach(async () => {
  office = await openOffice(createSqliteStore(':memory:'));
  matters = createMatters({
    store: office.store,
    judge: (matter, today) => office.judge(caseRecord('testby', matter.id), { kind: 'deadlines' }, [], today),
    clock: { now: () => Date.parse(`${office.today()}T10:00:00Z`) },
  });
  [looks, lines, pokes] = [[], [], 0];
});
afterEach(() => office.store.close());

const dailyOf = (more: Partial<DailyParts> = {}): Daily =>
  createDaily({
    shelf: { municipalities: () => ['testby'] },
    requests: office.requests,
    cases: office.cases,
    matters,
    store: office.store,
    projectAnew: async () => {},
    purge: async () => undefined,
    poke: () => {
      pokes += 1;
    },
    clock: { now: () => Date.parse(`${office.today()}T10:00:00Z`) },
    every: (_ms, look) => {
      looks.push(look);
      return () => {
        looks = looks.filter((other) => other !== look);
      };
    },
    log: createLog({ write: (line) => lines.push(line) }),
    ...more,
  });

/** Some minutes later on this day, and until what comes of it is done. */
const laterOn = async (day: string, done: () => Promise<boolean> | boolean): Promise<void> => {
  office.setDay(day);
  for (const look of looks) look();
  for (let turns = 0; turns < 1000 && !(await done()); turns += 1)
    await new Promise<void>((next) => {
      setImmediate(next);
    });
  expect(await done()).toBe(true);
};

const expired = async (caseId: string) => (await office.request(caseId)).state === 'expired';

describe('The daily run', () => {
  test('ends at the start of Makker what ran out while it was away', async () => {
    await office.asked('C-1');
    office.setDay('2026-04-16');
    const daily = dailyOf();
    daily.start();
    await daily.stop();
    expect((await office.request('C-1')).state).toBe('expired');
    expect(pokes).toBe(1);
  });

  test('comes once with each new date, and not again the same day', async () => {
    await office.asked('C-1');
    const daily = dailyOf();
    daily.start();
    await laterOn('2026-04-01', () => pokes === 1);
    await laterOn('2026-04-15', () => pokes === 2);
    expect(await expired('C-1')).toBe(false);
    await laterOn('2026-04-16', () => pokes === 3);
    expect(await expired('C-1')).toBe(true);
    for (const look of looks) look();
    await daily.stop();
    expect(pokes).toBe(3);
    expect(looks).toEqual([]);
  });

  test('is through once the agendas are those of the day and of the present rulebooks', async () => {
    const projecting = Promise.withResolvers<void>();
    const daily = dailyOf({ projectAnew: () => projecting.promise });
    daily.start();
    await laterOn('2026-04-01', () => pokes === 1);
    expect(daily.isThrough('testby', '2026-04-01')).toBe(false);
    projecting.resolve();
    await laterOn('2026-04-01', () => daily.isThrough('testby', '2026-04-01'));
    expect(daily.isThrough('testby', '2026-04-02')).toBe(false);
    await daily.stop();
  });

  test('is not through with a municipality whose cases could not be read, and is with one in which a case failed', async () => {
    await office.decided('C-1');
    office.setDay('2026-04-09');
    const away: DailyParts['store'] = {
      ...office.store,
      findCases: async () => {
        throw new Error('the store is away');
      },
    };
    const unread = dailyOf({ store: away });
    unread.start();
    await laterOn('2026-04-09', () => pokes === 1);
    await unread.stop();
    expect(unread.isThrough('testby', '2026-04-09')).toBe(false);

    const change = async (): Promise<never> => {
      throw new Error('this case is broken');
    };
    const daily = dailyOf({ cases: { ...office.cases, change } });
    daily.start();
    await laterOn('2026-04-09', () => daily.isThrough('testby', '2026-04-09'));
    await daily.stop();
  });

  test('leaves what takes long when a new day comes, and does that day first', async () => {
    const begun: string[] = [];
    const daily = dailyOf({
      projectAnew: async (_, goesOn) => {
        begun.push(office.today());
        while (begun.length === 1 && goesOn()) await new Promise(setImmediate);
      },
    });
    daily.start();
    await laterOn('2026-04-01', () => begun.length === 1);
    office.setDay('2026-04-02');
    await laterOn('2026-04-02', () => {
      for (const look of looks) look();
      return daily.isThrough('testby', '2026-04-02');
    });
    await daily.stop();
    expect(begun).toEqual(['2026-04-01', '2026-04-02']);
  });

  test('projects the agendas anew whose day has come, however many', async () => {
    for (let number = 1; number <= 130; number += 1) await office.decided(`C-${number}`);
    office.setDay('2026-04-09');
    const daily = dailyOf();
    daily.start();
    const due = () => office.store.findCases('testby', { by: 'recheckOn', on: '2026-04-09' }, { limit: 1 });
    await laterOn('2026-04-09', async () => (await due()).items.length === 0);
    expect((await office.item('C-130')).recheckOn).toBe('2026-04-10');
    await daily.stop();
  });

  test('does so for matters as well', async () => {
    const matter = { id: 'M-1', municipality: 'testby', team: 'nord', kind: 'complaint' } as const;
    await matters.add({ ...matter, receivedAt: '2026-03-31T09:00:00Z' });
    office.setDay('2026-04-09');
    const daily = dailyOf();
    daily.start();
    await laterOn('2026-04-09', async () => (await matters.read('testby', 'M-1'))?.item.recheckOn === '2026-04-10');
    await daily.stop();
  });

  test('that fails for one case goes on with the others, and is tried again the same day', async () => {
    await office.asked('C-1');
    await office.asked('C-2');
    let broken = true;
    const { cases } = office;
    const daily = dailyOf({
      cases: {
        change: async (municipality, id, change) => {
          if (broken && id === 'C-1') throw new Error('the disk is full');
          return cases.change(municipality, id, change);
        },
      },
    });
    office.setDay('2026-04-05');
    daily.start();
    await laterOn('2026-04-05', () => pokes === 1);
    expect((await office.item('C-2')).recheckOn).toBe('2026-04-06');
    expect((await office.item('C-1')).recheckOn).toBe('2026-04-02');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ code: 'daily-run-failed', case: 'C-1' }]);
    broken = false;
    await laterOn('2026-04-05', () => pokes === 2);
    expect((await office.item('C-1')).recheckOn).toBe('2026-04-06');
    await daily.stop();
  });
});

describe('The daily run purges', () => {
  test('each municipality when everything else is done, says how much went, and tries again what failed', async () => {
    const asked: string[] = [];
    const daily = dailyOf({
      shelf: { municipalities: () => ['andeby', 'testby'] },
      purge: async (municipality, today) => {
        asked.push(`${municipality} ${today}`);
        if (asked.length === 1) throw new Error('disk full');
        return municipality === 'testby' ? { receiptFacts: 3 } : undefined;
      },
    });
    daily.start();
    await laterOn('2026-04-01', () => asked.length === 2);
    await laterOn('2026-04-01', () => asked.length === 4);
    await daily.stop();
    expect(pokes).toBe(2);
    expect(asked.slice(0, 2)).toEqual(['andeby 2026-04-01', 'testby 2026-04-01']);
    expect(lines.filter((line) => line.includes('"purged"')).map((line) => JSON.parse(line))).toMatchObject([
      { municipality: 'testby', receiptFacts: 3 },
      { municipality: 'testby', receiptFacts: 3 },
    ]);
  });
});
