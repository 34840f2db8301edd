import type { EntryKey } from '../../agenda/digest-job.ts';
import type { OpenDue } from '../../agenda/open-due.ts';
import { formatWeekday } from '../../format/format.ts';
import { mayWith } from '../access.ts';
import { recordMatterAnswered } from '../matter-answered.ts';
import type { Answer, Talking } from '../services.ts';
import { civilDateOf } from '../views/wording.ts';
import { doneCheck } from './digest-check.ts';
import { digestAnew, type DigestPlace } from './digest-place.ts';

const beforeReceived = ({ say, turn }: Talking, id: string, on: string): string =>
  say('digest.said.before-received', { case: id, date: formatWeekday(on, turn.language) });

/** What will be recorded of an enquiry: that it was answered. */
export const checkAnswered = async (
  talking: Talking,
  place: DigestPlace,
  { item }: Extract<OpenDue, { about: 'matter' }>,
  key: EntryKey,
  on: string,
): Promise<Answer> => {
  if (!mayWith(talking, 'record-fact', item))
    return digestAnew(talking, place, talking.say('digest.said.may-not', { case: item.id }));
  return on < civilDateOf(item.record.receivedAt)
    ? digestAnew(talking, place, beforeReceived(talking, item.id, on))
    : { view: await doneCheck(talking, place, { key, on, types: [] }) };
};

/** Records that an enquiry was answered on a day; one that is answered already stays as it is. */
export const recordAnswered = async (
  talking: Talking,
  place: DigestPlace,
  key: EntryKey,
  on: string,
): Promise<Answer> => {
  const { say, turn } = talking;
  const recorded = await recordMatterAnswered(talking, key.id, on);
  if (recorded === 'before-receipt') return digestAnew(talking, place, beforeReceived(talking, key.id, on));
  if (typeof recorded === 'string') {
    const why = recorded === 'gone' ? 'not-open' : recorded;
    return digestAnew(talking, place, say(`digest.said.${why}`, { case: key.id }));
  }
  const date = formatWeekday(civilDateOf(recorded.answered), turn.language);
  return digestAnew(talking, place, say('digest.said.answered', { case: key.id, date }));
};
