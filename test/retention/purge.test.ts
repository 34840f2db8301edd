import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createCases } from '../../src/cases/case-store.ts';
import { checkHistory } from '../../src/cases/check-history.ts';
import type { Case } from '../../src/contract/case.ts';
import { createReplay } from '../../src/receipts/create-replay.ts';
import { purgeMonthly } from '../../src/retention/monthly.ts';
import { purge, type PurgeCounts } from '../../src/retention/purge.ts';
import type { Schedule } from '../../src/retention/schedule.ts';
import type { Entry, Store } from '../../src/store/port.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { KEY, type Office, extendOffer, openOffice, runningOffer } from '../support/office.ts';
import { digestJob } from '../store/builders.ts';
import { testbyShelf } from '../support/testby.ts';

const reference = 'opdigtet';
const schedule: Schedule = {
  receiptFacts: { months: 24, reference },
  closedCases: { months: 60, reference },
  accessLog: { months: 12, reference },
};

/** Words that stand nowhere but in personal facts, each in another field. */
const SECRETS = [
  'Hemmelinde',
  '1987-03-04',
  'Stillegade',
  'Budgiveren',
  'Grundet',
  'Virkningen',
  'Anledningen',
  'Afslaget',
  '4711',
];
const personal: Partial<Case> = {
  citizen: { name: 'Hemmelinde Opdigtet', birthDate: '1987-03-04', diagnosedAutism: true },
  benefit: { type: 'sygedagpenge', since: '2025-06-01', history: [{ type: 'shy', from: '2024-01-01' }] },
  hasEmployer: false,
  events: [{ type: 'interview', on: '2026-03-02' }],
  offers: [
    {
      ...runningOffer,
      provider: 'Stillegade',
      fixedPlaceGround: 'Grundet',
      pricePerWeek: 4711,
      bids: [{ provider: 'Budgiveren', expectedEffect: 'Virkningen' }],
    },
  ],
};

let folder: string;
let store: Store;
let office: Office;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'makker-purge-'));
  store = createSqliteStore(join(folder, 'makker.db'));
  office = await openOffice(store);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const purged = (
  day: string,
  more: { store?: Store; dryRun?: boolean; goesOn?: () => boolean } = {},
): Promise<PurgeCounts> => {
  const { store: through = store, ...rest } = more;
  const clock = { now: () => Date.parse(`${day}T04:00:00Z`) };
  const cases = createCases({ store: through, judge: office.judge, clock, key: KEY });
  return purge({ store: through, cases, clock }, { municipality: 'testby', schedule, day, ...rest });
};
const nothing: PurgeCounts = { closedCases: 0, requests: 0, receiptFacts: 0, accessEntries: 0, talks: 0, digests: 0 };
/** A store under which a process is killed before its nth write, or once that is done. */
const dying = (nth: number, after: boolean): Store => {
  let writes = 0;
  const counted = async <T>(write: () => Promise<T>): Promise<T> => {
    writes += 1;
    if (writes < nth) return write();
    if (writes === nth && after) await write();
    throw new Error('killed');
  };
  return {
    ...store,
    replace: (...of) => counted(() => store.replace(...of)),
    remove: (...of) => counted(() => store.remove(...of)),
  };
};
const close = (caseId: string): Promise<unknown> =>
  office.cases.change('testby', caseId, (item) => ({
    item: { ...item, record: { ...item.record, status: 'closed' } },
    result: undefined,
  }));
/** A case in which approval was asked for and refused, and which was closed then. */
const refusedAndClosed = async (caseId: string): Promise<void> => {
  const { request } = await office.asked(caseId, extendOffer, personal);
  await office.cases.change('testby', caseId, (item) => ({
    item: { ...item, requests: item.requests.map((one) => ({ ...one, why: 'Anledningen' })) },
    result: undefined,
  }));
  await office.decline('lone', request, 'Afslaget');
  await close(caseId);
};
const everything = async (): Promise<unknown[]> => {
  const kinds = ['receipt', 'receipt-facts', 'access', 'talk', 'person', 'past-request', 'history'] as const;
  const lists = kinds.map(async (kind) => (await store.list(kind, 'testby', { limit: 1000 })).items);
  const { items } = await store.findCases('testby', { by: 'all' }, { limit: 1000 });
  return [...(await Promise.all(lists)), items];
};
const showing = (caseId: string, on: string): Entry => ({
  kind: 'access',
  item: {
    id: `${caseId}~${on}~x`,
    municipality: 'testby',
    caseId,
    person: 'kirsten',
    at: `${on}T10:00:00Z`,
    how: 'agenda',
  },
});
/** Which secrets can be read in the files of the store. */
const readable = (): string[] => {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  return SECRETS.filter((secret) => files.some((content) => content.toLowerCase().includes(secret.toLowerCase())));
};

describe('A purge', () => {
  test('takes the personal facts out of a case closed long ago, and out of the file', async () => {
    await refusedAndClosed('C-1');
    expect(readable()).toEqual(SECRETS);
    expect(await purged('2031-03-31')).toMatchObject({ closedCases: 0 });
    expect(await purged('2031-04-02')).toMatchObject({ closedCases: 1 });
    await store.scrub();
    expect(readable()).toEqual([]);
    const { record, nameKeys, requests } = await office.item('C-1');
    expect(nameKeys).toEqual([]);
    expect(record).toEqual({
      id: 'C-1',
      municipality: 'testby',
      team: 'nord',
      caseworker: 'kirsten',
      status: 'closed',
      citizen: { name: '–' },
      benefit: { type: 'sygedagpenge', since: '2025-06-01' },
      offers: [
        {
          id: 'o1',
          kind: 'guidance',
          status: 'running',
          starts: '2026-02-02',
          ends: '2026-04-30',
          signOffs: [expect.objectContaining({ rule: 'RULE-1', by: 'lone', answer: 'declined' })],
        },
      ],
    });
    expect(requests).toMatchObject([
      { state: 'rejected', ended: { by: 'lone' }, needs: [{ given: { by: 'lone' } }, {}] },
    ]);
  });

  test('leaves the history whole, and tells in it how much went', async () => {
    await refusedAndClosed('C-1');
    const before = (await office.item('C-1')).audit;
    await purged('2031-04-02');
    const item = await office.item('C-1');
    expect(item.audit.slice(0, -1)).toEqual(before);
    expect(item.audit.at(-1)).toMatchObject({
      by: 'makker',
      what: 'facts-purged',
      details: { closedCases: 1, requests: 0, receiptFacts: 1 },
    });
    expect((await checkHistory(store, item, KEY)).findings).toEqual([]);
  });

  test('takes the facts of old answers, and the answer stays with its rules and hashes', async () => {
    const decisionId = await office.decided('C-1', extendOffer, personal);
    const before = await office.receipts.read('testby', decisionId);
    expect(await purged('2028-04-01')).toEqual(nothing);
    expect(await purged('2028-04-02')).toEqual({ ...nothing, receiptFacts: 1 });
    expect(await office.receipts.read('testby', decisionId)).toEqual({ receipt: before?.receipt });
    const replay = createReplay({ store, receipts: office.receipts, shelf: testbyShelf(), key: KEY });
    expect(await replay('testby', decisionId)).toMatchObject({
      facts: 'purged',
      again: { hindrance: { why: 'facts-purged' } },
    });
    // The case is open: it is worked with.
    expect((await office.item('C-1')).record.citizen.name).toBe('Hemmelinde Opdigtet');
  });

  test('takes the digests of weeks gone by', async () => {
    for (const day of ['2027-01-31', '2027-02-01', '2027-04-01'])
      await store.create('digest', digestJob('testby', day));
    expect(await purged('2027-04-02')).toEqual({ ...nothing, digests: 1 });
    const { items } = await store.list('digest', 'testby', { limit: 10 });
    expect(items.map(({ item }) => item.day)).toEqual(['2027-02-01', '2027-04-01']);
  });

  test('takes the log of accesses and the talks when their time is over', async () => {
    await office.decided('C-1');
    await store.createTogether([
      showing('C-1', '2026-04-01'),
      showing('C-1', '2026-04-02'),
      showing('C-10', '2026-04-01'),
    ]);
    await office.cases.add({ ...(await office.item('C-1')).record, id: 'C-10' });
    for (const on of ['2027-03-31', '2027-04-01', '2027-04-02'])
      await store.create('talk', { id: `talk-${on}`, municipality: 'testby', on });
    expect(await purged('2027-04-02')).toEqual({ ...nothing, accessEntries: 2, talks: 1 });
    const left = async (kind: 'access' | 'talk') =>
      (await store.list(kind, 'testby', { limit: 10 })).items.map(({ item }) => item.id);
    expect(await left('access')).toEqual(['C-1~2026-04-02~x']);
    expect(await left('talk')).toEqual(['talk-2027-04-01', 'talk-2027-04-02']);
  });

  test('touches no open case, no open request, and not the facts it is about', async () => {
    const { request } = await office.asked('C-1', extendOffer, personal);
    await office.decided('C-2', extendOffer, personal);
    await purged('2028-06-01');
    const before = await everything();
    await close('C-1');
    const { record, requests } = await office.item('C-1');
    expect(await purged('2040-01-01')).toEqual(nothing);
    expect(await office.item('C-1')).toMatchObject({ record, requests });
    expect((await office.receipts.read('testby', request.decisionId))?.facts).toBeDefined();
    expect((await everything())[1]).toEqual(before[1]);
  });

  test('takes what people wrote out of old requests that lie beside their case', async () => {
    await refusedAndClosed('C-1');
    const { cards: _, ...request } = await office.request('C-1');
    const id = 'testby~C-1~older';
    await store.create('past-request', { id, municipality: 'testby', caseId: 'C-1', request: { ...request, id } });
    expect(await purged('2031-04-02')).toMatchObject({ closedCases: 1, requests: 1 });
    await store.scrub();
    expect(readable()).toEqual([]);
    expect((await store.read('past-request', 'testby', id))?.item.request).toMatchObject({
      state: 'rejected',
      decisionId: request.decisionId,
      ended: { by: 'lone' },
    });
  });

  test('takes the remark to a sign-off, and leaves whose part it was given in', async () => {
    const { request } = await office.asked('C-1');
    const mona = await store.read('person', 'testby', 'mona');
    const substituteFor = [{ person: 'lone', from: '2026-04-01', to: '2026-04-10' }];
    await store.replace('person', { ...office.person('mona'), substituteFor }, mona?.etag ?? '');
    await office.approve('mona', request, { reason: 'Anledningen' });
    await close('C-1');
    expect((await office.request('C-1')).needs[0]).toMatchObject({ inNameOf: 'lone', remark: 'Anledningen' });
    await purged('2031-04-02');
    const [need] = (await office.request('C-1')).needs;
    expect(need).toMatchObject({ inNameOf: 'lone', given: { by: 'mona', answer: 'approved' } });
    expect(need).not.toHaveProperty('remark');
  });

  test('goes on behind a case that cannot be purged, and tells of it', async () => {
    await refusedAndClosed('C-1');
    await refusedAndClosed('C-2');
    const broken = new Error('this item cannot be written');
    const replace: Store['replace'] = (kind, item, etag) =>
      item.id === 'C-1' ? Promise.reject(broken) : store.replace(kind, item, etag);
    await expect(purged('2031-04-02', { store: { ...store, replace } })).rejects.toMatchObject({
      errors: [{ message: 'C-1 could not be purged', cause: broken }],
    });
    expect((await office.item('C-1')).record.citizen.name).toBe('Hemmelinde Opdigtet');
    expect((await office.item('C-2')).record.citizen.name).toBe('–');
    expect(await purged('2031-04-02')).toMatchObject({ closedCases: 1 });
  });

  test('done again changes nothing', async () => {
    await refusedAndClosed('C-1');
    await office.decided('C-2', extendOffer, personal);
    await purged('2031-04-02');
    const before = await everything();
    expect(await purged('2031-04-02')).toEqual(nothing);
    expect(await purged('2060-01-01')).toEqual(nothing);
    expect(await everything()).toEqual(before);
  });

  test('that is only tried says the same and changes nothing', async () => {
    await refusedAndClosed('C-1');
    await store.createTogether([showing('C-1', '2026-04-01')]);
    const before = await everything();
    const told = await purged('2031-04-02', { dryRun: true });
    expect(await everything()).toEqual(before);
    expect(told).toEqual(await purged('2031-04-02'));
    expect(told).toEqual({ ...nothing, closedCases: 1, receiptFacts: 1, accessEntries: 1 });
  });

  test('killed before or after any of its writes is finished by the next', async () => {
    await refusedAndClosed('C-1');
    await office.decided('C-2', extendOffer, personal);
    await store.createTogether([showing('C-1', '2026-04-01')]);
    const died = (nth: number, after: boolean): Promise<boolean> =>
      purged('2031-04-02', { store: dying(nth, after) }).then(
        () => false,
        () => true,
      );
    let nth = 1;
    while ((await died(nth, false)) && (await died(nth, true))) nth += 1;
    // Written are at least the case and its answer's facts, and the history of the other with its answer's facts.
    expect(nth).toBeGreaterThanOrEqual(3);
    expect(await purged('2031-04-02')).toEqual(nothing);
    const { record, audit } = await office.item('C-1');
    expect(record.citizen).toEqual({ name: '–' });
    expect(audit.some(({ what }) => what === 'facts-purged')).toBe(true);
    for (const kind of ['receipt-facts', 'access'] as const)
      expect((await store.list(kind, 'testby', { limit: 9 })).items).toEqual([]);
    for (const id of ['C-1', 'C-2'])
      expect((await checkHistory(store, await office.item(id), KEY)).findings).toEqual([]);
  });

  test('stops where it is asked to', async () => {
    await refusedAndClosed('C-1');
    await refusedAndClosed('C-2');
    let asked = 0;
    expect(await purged('2031-04-02', { goesOn: () => (asked += 1) < 2 })).toMatchObject({ closedCases: 1 });
    expect(await purged('2031-04-02')).toMatchObject({ closedCases: 1 });
  });
});

describe('What the daily run purges', () => {
  const daily = (day: string, goesOn?: () => boolean) => {
    const clock = { now: () => Date.parse(`${day}T04:00:00Z`) };
    const needs = { store, cases: office.cases, clock };
    return purgeMonthly(needs, { municipality: 'testby', schedule, day, ...(goesOn && { goesOn }) });
  };

  test('is all that is due once a month, on whatever day it comes, and old talks every day', async () => {
    await office.decided('C-1');
    expect(await daily('2028-03-30')).toEqual(nothing);
    await store.create('talk', { id: 'old', municipality: 'testby', on: '2028-03-29' });
    expect(await daily('2028-04-03')).toEqual({ ...nothing, receiptFacts: 1, talks: 1 });
    await store.create('talk', { id: 'old', municipality: 'testby', on: '2028-04-03' });
    expect(await daily('2028-04-05')).toBeUndefined();
    expect((await store.list('talk', 'testby', { limit: 9 })).items).toEqual([]);
  });

  test('is begun again where it was stopped', async () => {
    await office.decided('C-1');
    expect(await daily('2028-04-03', () => false)).toEqual(nothing);
    expect(await daily('2028-04-03')).toEqual({ ...nothing, receiptFacts: 1 });
  });
});
