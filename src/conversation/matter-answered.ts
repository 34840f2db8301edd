import { plannedAt } from '../agenda/digest-times.ts';
import { answerMatter } from '../cases/answer-matter.ts';
import { isoInstant } from '../clock.ts';
import { mayWith } from './access.ts';
import type { Talking } from './services.ts';
import { showOnDigest } from './take-open.ts';

/** What became of recording that a matter was answered. `answered`: the instant that stands in it now. */
export type MatterRecorded = { answered: string } | 'gone' | 'may-not' | 'before-receipt' | 'busy';

/** Of a day gone by only the day is told: it was answered by its end. */
const instantOf = ({ turn }: Talking, on: string): string =>
  on === turn.today ? turn.now : isoInstant(plannedAt(on, '23:59'));

/** Records that a matter was answered on a day that has come; one that is answered already stays as it is. */
export const recordMatterAnswered = async (talking: Talking, id: string, on: string): Promise<MatterRecorded> => {
  const { services, turn } = talking;
  const { municipality, id: by } = turn.person;
  type Stored = { answered: string; team: string } | 'gone' | 'may-not' | 'before-receipt';
  const stored = await services.matters.change<Stored>(municipality, id, (item) => {
    if (!mayWith(talking, 'see-matter', item)) return { refused: 'gone' };
    if (!mayWith(talking, 'record-fact', item)) return { refused: 'may-not' };
    const next = answerMatter(item, instantOf(talking, on), { by, at: turn.now });
    if ('refused' in next) return { refused: 'before-receipt' };
    const result = { answered: next.item.record.answeredAt ?? turn.now, team: item.team };
    return next.item === item ? { refused: result } : { item: next.item, result };
  });
  if (stored === 'absent') return 'gone';
  if (typeof stored === 'string') return stored;
  await showOnDigest(talking, stored.team);
  return { answered: stored.answered };
};
