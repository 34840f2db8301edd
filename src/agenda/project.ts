import type { DueEntry, Judgement } from '../rulebook/judgement.ts';
import type { AgendaEntry } from './entry.ts';

/** A case's agenda, and the next civil date on which it could look different. */
export interface Agenda {
  entries: AgendaEntry[];
  /** May be early, never late; absent when time alone changes nothing any more. */
  recheckOn?: string;
}

const entryOf = (due: DueEntry, today: string): AgendaEntry => ({
  rule: due.rule,
  name: due.name,
  ...(due.from !== undefined && { from: due.from }),
  // An open entry without a date of its own is due on whatever day it is read; it has been open since today.
  ...(due.undated ? { dueSoonFrom: today } : { due: due.due, dueSoonFrom: due.dueSoonFrom }),
  met: due.status === 'met',
  ...(due.offerId !== undefined && { offerId: due.offerId }),
});

/** The agenda of a case from the judgement of its deadlines on `today`. */
export const projectAgenda = (judgement: Judgement | { notBefore: string }, today: string): Agenda => {
  if ('notBefore' in judgement) return { entries: [], recheckOn: judgement.notBefore };
  const { deadlines, recheckOn } = judgement;
  return { entries: deadlines.map((due) => entryOf(due, today)), ...(recheckOn !== undefined && { recheckOn }) };
};
