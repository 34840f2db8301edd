import { dayOf, isoOf } from '../rulebook/calendar.ts';
import type { Shelf } from '../rulebook/shelf.ts';

/** As far as a digest looks back, whatever holidays lie there. */
const LOOKS_BACK = 28;

/**
 * The days on which a municipality is closed besides weekends and holidays, by its rulebook of a civil day; those of the
 * weeks before by the rulebook of then.
 */
export const closingDaysBy =
  (shelf: Pick<Shelf, 'on'>) =>
  (municipality: string, day: string): readonly string[] => {
    const named = (on: string): readonly string[] => {
      const found = shelf.on(municipality, on);
      return 'rulebook' in found ? found.rulebook.closingDays : [];
    };
    const before = Array.from({ length: LOOKS_BACK }, (_, index) => isoOf(dayOf(day) - 1 - index));
    const closed = before.filter((on) => named(on).some((one) => one === on || one === on.slice(5)));
    return [...named(day), ...closed];
  };
