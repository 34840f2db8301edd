import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { digestId } from '../../src/agenda/digest-job.ts';
import { createMakeDigests } from '../../src/agenda/make-digests.ts';
import { isoInstant } from '../../src/clock.ts';
import type { Store } from '../../src/store/port.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { DAYS, instantOf } from './year/civil.ts';
import { entryOf } from './year/fill-office.ts';
import { plannedFor, type Reader, READERS, TOWNS } from './year/readers.ts';

/** `npm run soak` goes through the whole year, with all of Makker. */
const WEEKS: [from: string, to: string, what: string][] = [
  ['2026-03-26', '2026-04-08', 'summer time begins, Easter'],
  ['2026-05-11', '2026-05-27', 'Ascension, Whitsun'],
  ['2026-10-22', '2026-10-28', 'summer time ends'],
  ['2026-12-21', '2026-12-31', 'Christmas'],
];
/** Every reader's time falls on a step. */
const STEP_MS = 15 * 60_000;

let store: Store;
beforeAll(async () => {
  store = createSqliteStore(':memory:');
  await store.createTogether(READERS.map((reader) => entryOf(reader, 'https://teams.example/')));
});
afterAll(() => store.close());

const whatOf = ({ to, weekday }: Reader) => ('team' in to ? 'team' : weekday === undefined ? 'own' : 'week');

test.each(WEEKS)(
  'From %s to %s (%s) two processes make each digest once, at its time by Danish clocks',
  async (from, to) => {
    let now = 0;
    const closingDaysOf = (municipality: string) => TOWNS[municipality] ?? [];
    const processes = [0, 1].map(() => createMakeDigests({ store, closingDaysOf, clock: { now: () => now } }));
    for (now = instantOf(from, '00:00'); now < instantOf(to, '23:59'); now += STEP_MS)
      for (const municipality of Object.keys(TOWNS)) for (const process of processes) await process.due(municipality);

    const days = DAYS.slice(DAYS.indexOf(from), DAYS.indexOf(to) + 1);
    for (const municipality of Object.keys(TOWNS)) {
      const { items } = await store.list('digest', municipality, { limit: 1000 });
      const made = items.flatMap(({ item: { day, id, sendAt } }) => (days.includes(day) ? `${id} ${sendAt}` : []));
      const planned = days.flatMap((day) =>
        READERS.filter((reader) => reader.municipality === municipality).flatMap((reader) => {
          const at = plannedFor(reader, day);
          return at === undefined ? [] : `${digestId(day, whatOf(reader), reader.to)} ${isoInstant(at)}`;
        }),
      );
      expect(made).toEqual(planned.toSorted());
      expect(planned.length).toBeGreaterThan(20);
    }
  },
);
