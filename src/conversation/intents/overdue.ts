import type { Handler } from '../services.ts';
import { overdueFrom, overdueSaid } from './overdue-agenda.ts';
import { namedInOverdue } from './overdue-named.ts';
import { readFor } from './overdue-wanted.ts';

/** "Hvad haster?": what is overdue, due soon or without a date; of oneself, of a colleague or of a team. */
export const overdue: Handler = async (talking, asked) => {
  const days = readFor(talking, asked.entities);
  const named = await namedInOverdue(talking, asked);
  if (named === undefined) return overdueSaid(talking, asked.entities, days);
  return 'answer' in named ? named.answer : overdueFrom(talking, named, { from: 0, by: 'date', ...days });
};
