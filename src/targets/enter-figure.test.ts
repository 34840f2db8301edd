import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/port.ts';
import { type FigureEntry, enterFigure } from './enter-figure.ts';
import { enteredFigures } from './read-targets.ts';

let store: Store;
beforeEach(() => {
  store = createSqliteStore(':memory:');
});
afterEach(() => store.close());

const entry = (more: Partial<FigureEntry> = {}): FigureEntry => ({
  municipality: 'testby',
  target: 'PLAN-1',
  figure: 'citizens',
  on: '2026-03-31',
  value: 100,
  source: 'Rapport',
  by: 'lone',
  at: '2026-04-01T09:00:00Z',
  ...more,
});

describe('A figure entered for a date', () => {
  test('stands from then on, in its municipality alone', async () => {
    expect(await enterFigure(store, entry())).toMatchObject({ outcome: 'entered', item: { value: 100, before: [] } });
    expect(await enteredFigures(store, 'testby')).toMatchObject([{ value: 100, on: '2026-03-31', by: 'lone' }]);
    expect(await enteredFigures(store, 'anderby')).toEqual([]);
  });

  test('and for another date stand beside one another', async () => {
    await enterFigure(store, entry());
    await enterFigure(store, entry({ on: '2026-02-28', value: 90 }));
    expect((await enteredFigures(store, 'testby')).map(({ value }) => value)).toEqual([90, 100]);
  });

  test('is stored once however often the click is delivered', async () => {
    await enterFigure(store, entry());
    const again = await enterFigure(store, entry({ at: '2026-04-01T09:00:05Z' }));
    expect(again).toMatchObject({ outcome: 'entered', item: { before: [], at: '2026-04-01T09:00:00Z' } });
  });
});

describe('A second figure for the same date', () => {
  test('changes nothing until the one that stands is named', async () => {
    await enterFigure(store, entry());
    const other = await enterFigure(store, entry({ value: 110, by: 'lars' }));
    expect(other).toMatchObject({ outcome: 'other', item: { value: 100, by: 'lone' } });
    expect(await enteredFigures(store, 'testby')).toMatchObject([{ value: 100 }]);
  });

  test('replaces it then, and what stood is kept', async () => {
    await enterFigure(store, entry());
    const corrected = await enterFigure(store, entry({ value: 110, by: 'lars' }), 1);
    expect(corrected).toMatchObject({
      outcome: 'entered',
      item: { value: 110, by: 'lars', before: [{ value: 100, by: 'lone', source: 'Rapport' }] },
    });
    expect(await enterFigure(store, entry({ value: 110, by: 'lars' }), 1)).toEqual(corrected);
  });

  test('replaces nothing when somebody else has corrected it since', async () => {
    await enterFigure(store, entry());
    await enterFigure(store, entry({ value: 110, by: 'lars' }), 1);
    const late = await enterFigure(store, entry({ value: 120, by: 'mona' }), 1);
    expect(late).toMatchObject({ outcome: 'other', item: { value: 110, by: 'lars' } });
  });

  test('of two at the same moment one stands, and the other is told', async () => {
    await enterFigure(store, entry());
    const both = await Promise.all([
      enterFigure(store, entry({ value: 110, by: 'lars' }), 1),
      enterFigure(store, entry({ value: 120, by: 'mona' }), 1),
    ]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['entered', 'other']);
    const [stands] = await enteredFigures(store, 'testby');
    expect(stands?.before).toHaveLength(1);
  });
});
