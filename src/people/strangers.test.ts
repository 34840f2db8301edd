import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createLog } from '../log.ts';
import type { NoticeItem } from '../outbox/notice.ts';
import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { createDirectory } from './directory.ts';
import { createStrangers, type Stranger } from './strangers.ts';

const person = (id: string, more: Partial<PersonItem> = {}): PersonItem => ({
  id,
  name: `Opdigtet ${id}`,
  municipality: 'testby',
  tenantId: 'tenant',
  aadObjectId: `object-${id}`,
  roles: [{ role: 'caseworker' }],
  ...more,
});
const admin = (id: string, more: Partial<PersonItem> = {}) => person(id, { roles: [{ role: 'admin' }], ...more });
const somebody: Stranger = { tenantId: 'tenant', aadObjectId: 'object-x', name: 'Nogen Opdigtet' };

let store: Store;
let lines: Record<string, unknown>[];
let poked: number;
const clock = { time: 0, now: () => clock.time };
const days = (count: number): number => count * 24 * 60 * 60_000;

beforeEach(() => {
  store = createSqliteStore(':memory:');
  lines = [];
  poked = 0;
  clock.time = Date.parse('2026-04-01T09:00:00Z');
});
afterEach(() => store.close());

const add = async (...people: PersonItem[]): Promise<void> => {
  for (const one of people) {
    await store.create('person', one);
    await store.create('directory', {
      id: `${one.tenantId}~${one.aadObjectId}`,
      municipality: 'directory',
      personId: one.id,
      personMunicipality: one.municipality,
    });
  }
};

/** They come, one after the other, to a process with this store. */
const come = async (strangers: Stranger[], on: Pick<Store, 'read' | 'create' | 'replace'> = store): Promise<void> => {
  const told = createStrangers({
    store: on,
    shelf: { municipalities: () => ['testby', 'sandby'] },
    directory: createDirectory({ store }),
    clock,
    log: createLog({ write: (line) => lines.push(JSON.parse(line)) }),
    poke: () => (poked += 1),
  });
  for (const one of strangers) told.came(one);
  await told.stop();
};

const notices = async (municipality = 'testby'): Promise<NoticeItem[]> =>
  (await store.list('notice', municipality, { limit: 1000 })).items.map(({ item }) => item);
const toWhom = async (municipality?: string): Promise<string[]> =>
  (await notices(municipality)).map(({ to }) => to.person);
const clear = async (): Promise<void> => {
  for (const { id } of await notices()) await store.remove('notice', 'testby', id);
};

describe('somebody unknown', () => {
  test('is told of to each administrator who works there, with what adds them, and to nobody else', async () => {
    const gone = admin('gone', { to: '2026-03-31' });
    await add(
      person('ane'),
      admin('ida'),
      admin('jens'),
      gone,
      admin('else', { municipality: 'sandby', tenantId: 'other' }),
    );
    await come([somebody]);
    expect(await toWhom()).toEqual(['ida', 'jens']);
    expect(await toWhom('sandby')).toEqual([]);
    expect((await notices())[0]?.says).toEqual({
      text: 'stranger',
      values: { municipality: 'testby', tenantId: 'tenant', aadObjectId: 'object-x', name: 'Nogen Opdigtet' },
    });
    expect(poked).toBe(1);
  });

  test('is told of in each municipality of the tenant', async () => {
    await add(admin('ida'), admin('else', { municipality: 'sandby' }));
    await come([somebody]);
    expect(await toWhom()).toEqual(['ida']);
    expect(await toWhom('sandby')).toEqual(['else']);
  });

  test('of a tenant where nobody is ours is told of to nobody', async () => {
    await add(admin('ida'));
    await come([{ ...somebody, tenantId: 'foreign' }]);
    expect(await notices()).toEqual([]);
    expect(await store.read('strangers', 'testby', 'strangers')).toBeUndefined();
  });

  test('is told of once, and again after thirty days', async () => {
    await add(admin('ida'));
    await come([somebody, somebody]);
    await come([somebody]);
    expect(await toWhom()).toEqual(['ida']);
    await clear();
    clock.time += days(29);
    await come([somebody]);
    expect(await toWhom()).toEqual([]);
    clock.time += days(1);
    await come([somebody]);
    expect(await toWhom()).toEqual(['ida']);
    expect((await store.read('strangers', 'testby', 'strangers'))?.item.told).toHaveLength(1);
  });

  test('is one of at most ten a day, in however many processes they come', async () => {
    await add(admin('ida'));
    const many = Array.from({ length: 15 }, (_, index) => ({ ...somebody, aadObjectId: `object-${index}` }));
    await Promise.all([come(many.slice(0, 8)), come(many.slice(8))]);
    expect(await toWhom()).toHaveLength(10);
    clock.time += days(1);
    await come(many);
    expect(await toWhom()).toHaveLength(15);
  });

  test.each(['x'.repeat(500), `Nogen 010190-1234`, `${'x'.repeat(55)} 010190-1234`])(
    'is called %s, in short and without a CPR number',
    async (name) => {
      await add(admin('ida'));
      await come([{ ...somebody, name }]);
      const [notice] = await notices();
      expect(notice?.says.values['name']?.length).toBeLessThanOrEqual(60);
      expect(JSON.stringify(notice)).not.toMatch(/0101/);
    },
  );

  test('is called by a name on one line', async () => {
    await add(admin('ida'));
    await come([{ ...somebody, name: ' Nogen\n\nOpdigtet\t' }]);
    expect((await notices())[0]?.says.values['name']).toBe('Nogen Opdigtet');
  });

  test.each(['x; rm -rf ~', '$(reboot)', "o'x", 'x'.repeat(101)])(
    'with an id that is none (%s) is in no command that somebody might copy',
    async (aadObjectId) => {
      await add(admin('ida'));
      await come([{ ...somebody, aadObjectId }]);
      expect(await notices()).toEqual([]);
    },
  );
});

describe('somebody known who does not work there today', () => {
  test.each([
    ['has left', { to: '2026-03-31' }, 'left', '2026-03-31'],
    ['is yet to begin', { from: '2026-05-01' }, 'not-yet', '2026-05-01'],
  ])('because they %s is told of as that, where they are known', async (_why, period, text, on) => {
    await add(admin('ida'), admin('else', { municipality: 'sandby' }), person('hans', period));
    await come([{ tenantId: 'tenant', aadObjectId: 'object-hans', name: 'Whatever Teams says' }]);
    expect((await notices()).map(({ says }) => says)).toEqual([
      { text, values: { municipality: 'testby', person: 'hans', name: 'Opdigtet hans', on } },
    ]);
    expect(await notices('sandby')).toEqual([]);
  });
});

describe('a process that is killed while it tells', () => {
  test('is made good when the person comes again; at worst somebody is told twice', async () => {
    await add(admin('ida'), admin('jens'));
    let nth = 0;
    for (;;) {
      nth += 1;
      clock.time += days(40);
      await clear();
      let touches = 0;
      const touch = async <R>(work: () => Promise<R>): Promise<R> => {
        touches += 1;
        if (touches >= nth) throw new Error('killed');
        return work();
      };
      await come([somebody], {
        read: (kind, municipality, id) => touch(() => store.read(kind, municipality, id)),
        create: (kind, item) => touch(() => store.create(kind, item)),
        replace: (kind, item, etag) => touch(() => store.replace(kind, item, etag)),
      });
      const died = lines.length > 0;
      await come([somebody]);
      expect(await toWhom()).toEqual(['ida', 'jens']);
      if (!died) break;
      lines = lines.filter(({ code }) => code !== 'stranger-not-told');
      expect(lines).toEqual([]);
    }
    expect(nth).toBeGreaterThan(5);
  });
});
