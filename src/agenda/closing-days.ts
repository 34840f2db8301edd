import type { Shelf } from '../rulebook/shelf.ts';

/** The days on which a municipality is closed besides weekends and holidays, by its rulebook of a civil day. */
export const closingDaysBy =
  (shelf: Pick<Shelf, 'on'>) =>
  (municipality: string, day: string): readonly string[] => {
    const found = shelf.on(municipality, day);
    return 'rulebook' in found ? found.rulebook.closingDays : [];
  };
