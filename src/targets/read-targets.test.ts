import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fixtureShelf } from '../../test/support/fixture-shelf.ts';
import { caseRecord } from '../../test/support/office.ts';
import { caseItem } from '../cases/case-item.ts';
import type { Case } from '../contract/case.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/port.ts';
import { enterFigure } from './enter-figure.ts';
import { readTargets } from './read-targets.ts';

const today = '2026-04-01';
let store: Store;
beforeEach(() => {
  store = createSqliteStore(':memory:');
});
afterEach(() => store.close());

const nothing = { requests: [], agenda: [], outbox: [], audit: [] };
const addCases = async (count: number, record: Partial<Case>, municipality = 'testby', first = 'C'): Promise<void> => {
  for (let index = 0; index < count; index += 1)
    await store.create('case', caseItem(caseRecord(municipality, `${first}-${index}`, record), nothing));
};
const inPractice = { offers: [{ id: 'o1', kind: 'internship' as const, starts: '2026-02-02', ends: '2026-06-30' }] };

const read = async (from: Pick<Store, 'findCases' | 'list'> = store) => {
  const found = fixtureShelf('targets').on('testby', today);
  if (!('rulebook' in found)) throw new Error('the fixture has a rulebook for the day');
  return readTargets(from, found.rulebook, today);
};
const standing = async (figure: string) => (await read()).find((one) => one.figure.id === figure);

describe('The targets of a municipality', () => {
  test('are computed from all its cases, page by page, and from no other municipality’s', async () => {
    await addCases(450, inPractice);
    await addCases(7, inPractice, 'anderby');
    const pages: number[] = [];
    const watched: Pick<Store, 'findCases' | 'list'> = {
      list: (...asked) => store.list(...asked),
      findCases: async (...asked) => {
        const found = await store.findCases(...asked);
        pages.push(found.items.length);
        return found;
      },
    };
    const all = await read(watched);
    expect(all.find(({ figure }) => figure.id === 'citizens')?.measures).toMatchObject([{ value: 450, on: today }]);
    expect(pages).toEqual([200, 200, 50]);
  });

  test('stand beside what was entered for the same target and figure', async () => {
    await addCases(6, inPractice);
    const statement = { value: 30, source: 'Rapport', by: 'lone', at: '2026-04-01T09:00:00Z' };
    const place = { municipality: 'testby', target: 'TAL-10', on: '2026-02-28' };
    await enterFigure(store, { ...place, figure: 'citizens', ...statement });
    await enterFigure(store, { ...place, figure: 'others', ...statement });
    await enterFigure(store, { ...place, municipality: 'anderby', figure: 'citizens', ...statement });
    expect((await standing('citizens'))?.measures.map(({ value }) => value)).toEqual([6, 30]);
  });

  test('come worst first: what is furthest from its goal, then what nobody knows, what is reached last', async () => {
    await addCases(6, { offers: inPractice.offers, benefit: { type: 'kontanthjaelp', since: '2020-01-01' } });
    await addCases(20, { offers: [{ id: 'o1', kind: 'guidance', starts: '2026-02-02' }] }, 'testby', 'D');
    expect((await read()).map(({ figure, state }) => [figure.id, state])).toEqual([
      ['company-based', 'not-reached'],
      ['guidance', 'not-reached'],
      ['citizens', 'not-reached'],
      ['agreements', 'needs-figure'],
      ['spending', 'needs-figure'],
      ['employed', 'too-few'],
      ['long-term', 'reached'],
    ]);
  });
});
