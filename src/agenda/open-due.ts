import type { CaseItem } from '../cases/case-item.ts';
import type { MatterItem } from '../cases/matter-item.ts';
import type { EntryKey } from './digest-job.ts';
import type { Due } from './due-on.ts';

/** One open entry, read for a day, with the case or matter it belongs to and the person who has taken it. */
export type OpenDue = Due & { takenBy?: string } & (
    | { about: 'case'; item: CaseItem }
    | { about: 'matter'; item: MatterItem }
  );

/** The caseworker of the case; nobody for a matter. */
export const caseworkerOf = (open: OpenDue): string | undefined =>
  open.about === 'case' ? open.item.caseworker : undefined;

/** The ids of an entry. */
export const entryKey = ({ about, item: { id }, entry: { rule, offerId, due } }: OpenDue): EntryKey => ({
  about,
  id,
  rule,
  ...(offerId !== undefined && { offerId }),
  ...(due !== undefined && { due }),
});

/** The ids of an entry as one text. */
export const keyOf = ({ about, id, rule, offerId = '', due = '' }: EntryKey): string =>
  [about, id, rule, offerId, due].join('~');
