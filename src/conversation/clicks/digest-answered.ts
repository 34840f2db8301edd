import { plannedAt } from '../../agenda/digest-times.ts';
import type { EntryKey } from '../../agenda/digest-job.ts';
import type { OpenDue } from '../../agenda/open-due.ts';
import { answerMatter } from '../../cases/answer-matter.ts';
import { isoInstant } from '../../clock.ts';
import { formatWeekday } from '../../format/format.ts';
import { mayWith } from '../access.ts';
import type { Answer, Talking } from '../services.ts';
import { showOnDigest } from '../take-open.ts';
import { civilDateOf } from '../views/wording.ts';
import { doneCheck } from './digest-check.ts';
import { digestAnew, type DigestPlace } from './digest-place.ts';

/** Of a day gone by only the day is told: it was answered by its end. */
const answeredAt = ({ turn }: Talking, on: string): string =>
  on === turn.today ? turn.now : isoInstant(plannedAt(on, '23:59'));

const beforeReceived = ({ say, turn }: Talking, id: string, on: string): string =>
  say('digest.said.before-received', { case: id, date: formatWeekday(on, turn.language) });

/** What will be recorded of an enquiry: that it was answered. */
export const checkAnswered = async (
  talking: Talking,
  place: DigestPlace,
  { item }: Extract<OpenDue, { about: 'matter' }>,
  key: EntryKey,
  on: string,
): Promise<Answer> =>
  on < civilDateOf(item.record.receivedAt)
    ? digestAnew(talking, place, [beforeReceived(talking, item.id, on)])
    : { view: await doneCheck(talking, place, { key, on, types: [] }) };

type Stored = { answered: string } | 'not-open' | 'before-receipt';

/** Records that an enquiry was answered on a day; one that is answered already stays as it is. */
export const recordAnswered = async (
  talking: Talking,
  place: DigestPlace,
  key: EntryKey,
  on: string,
): Promise<Answer> => {
  const { services, say, turn } = talking;
  const { municipality, id: by } = turn.person;
  const stored = await services.matters.change<Stored>(municipality, key.id, (item) => {
    if (item.team !== place.team.id || !mayWith(talking, 'see-matter', item)) return { refused: 'not-open' };
    const answered = answerMatter(item, answeredAt(talking, on), { by, at: turn.now });
    if ('refused' in answered) return { refused: 'before-receipt' };
    const result = { answered: answered.item.record.answeredAt ?? turn.now };
    return answered.item === item ? { refused: result } : { item: answered.item, result };
  });
  if (stored === 'before-receipt') return digestAnew(talking, place, [beforeReceived(talking, key.id, on)]);
  if (typeof stored === 'string') {
    const why = stored === 'busy' ? 'busy' : 'not-open';
    return digestAnew(talking, place, [say(`digest.said.${why}`, { case: key.id })]);
  }
  await showOnDigest(talking, place.team.id);
  const date = formatWeekday(civilDateOf(stored.answered), turn.language);
  return digestAnew(talking, place, [say('digest.said.answered', { case: key.id, date })]);
};
