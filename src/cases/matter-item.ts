import { soonFrom } from '../agenda/due-on.ts';
import type { AgendaEntry } from '../agenda/entry.ts';
import { stillTaken, type Taken } from '../agenda/taken.ts';
import type { Matter } from '../contract/case.ts';

/**
 * An enquiry or complaint with the clocks that run for it. As with a case, everything that happens to it is one
 * conditional replace of this one item, and the scalars at the top are what queries look for.
 */
export interface MatterItem {
  id: string;
  municipality: string;
  team: string;
  /** The first civil date on which an open agenda entry is due soon. */
  nextSoon?: string;
  /** The next civil date on which the agenda could look different: may be early, never late. */
  recheckOn?: string;
  /** Who has taken an open agenda entry. */
  takenBy: string[];
  record: Matter;
  agenda: AgendaEntry[];
  /** Open agenda entries that somebody has taken. */
  taken: Taken[];
  /** By whom and when (ISO instant) it was recorded as answered. */
  answered?: { by: string; at: string };
}

/** What a matter item holds besides its record; `recheckOn` comes with the agenda. */
export type MatterParts = Pick<MatterItem, 'agenda' | 'taken' | 'answered' | 'recheckOn'>;

/** The item of a matter, with everything that queries look for derived from what it holds. */
export const matterItem = (record: Matter, { agenda, answered, recheckOn, ...parts }: MatterParts): MatterItem => {
  const { id, municipality, team } = record;
  const taken = stillTaken(parts.taken, agenda);
  const nextSoon = soonFrom(agenda);
  return {
    id,
    municipality,
    team,
    ...(nextSoon !== undefined && { nextSoon }),
    ...(recheckOn !== undefined && { recheckOn }),
    takenBy: [...new Set(taken.map(({ by }) => by))],
    record,
    agenda,
    taken,
    ...(answered !== undefined && { answered }),
  };
};
