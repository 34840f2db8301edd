import type { DigestJob, EntryKey } from '../../agenda/digest-job.ts';
import { formatWeekday } from '../../format/format.ts';
import type { TeamItem } from '../../store/items.ts';
import { mayWith } from '../access.ts';
import { presentDigest } from '../digest/present-digest.ts';
import { entryOn } from '../digest/team-digest.ts';
import type { Answer, Talking } from '../services.ts';
import { entryNamed } from '../take-open.ts';
import { wordingOf } from '../views/case-line.ts';
import { digestView } from '../views/digest-view.ts';
import { messageView } from '../views/message-view.ts';
import type { OpenDue } from '../../agenda/open-due.ts';

/** The digest whose card was clicked, and its team. */
export interface DigestPlace {
  job: DigestJob;
  team: TeamItem;
}

const refused = ({ say }: Talking, why: 'team' | 'gone'): Answer => ({
  view: messageView('✕', say('digest.refused.title'), { paragraphs: [say(`digest.refused.${why}`)] }),
});

/** Goes on for those who may see the deadlines of the digest's team, by our own data of the day. */
export const atDigest = async (
  talking: Talking,
  digest: string,
  answer: (place: DigestPlace) => Promise<Answer>,
): Promise<Answer> => {
  const { services, turn } = talking;
  const { municipality } = turn.person;
  const job = (await services.store.read('digest', municipality, digest))?.item;
  if (job === undefined || !('team' in job.to)) return refused(talking, 'gone');
  if (!mayWith(talking, 'see-team-deadlines', { municipality, team: job.to.team })) return refused(talking, 'team');
  const team = (await services.store.read('team', municipality, job.to.team))?.item;
  return team === undefined ? refused(talking, 'gone') : answer({ job, team });
};

/** On the card of another day it is said which, and that things stand as of today. */
export const otherDay = ({ say, turn }: Talking, { job }: DigestPlace): string[] =>
  job.day === turn.today ? [] : [say('digest.other-day', { date: formatWeekday(job.day, turn.language) })];

/** The overview as it stands now, with what has come of the click and what was filled in for it. */
export const digestAnew = async (
  talking: Talking,
  place: DigestPlace,
  text?: string,
  filled: { entry?: string; on?: string } = {},
): Promise<Answer> => {
  const wording = wordingOf(talking);
  const shown = await presentDigest(talking.services, place.team, place.job, wording);
  const said = text === undefined ? {} : { said: { text, ...filled } };
  return { view: digestView({ ...shown, ...said, notes: otherDay(talking, place) }, wording) };
};

/** "Tilbage til overblikket". */
export const showDigest = (talking: Talking, { digest }: { digest: string }): Promise<Answer> =>
  atDigest(talking, digest, (place) => digestAnew(talking, place));

/** Goes on with the chosen entry, if it is open in the digest's team; else the overview says what is wrong. */
export const withEntry = async (
  talking: Talking,
  place: DigestPlace,
  entry: string | undefined,
  answer: (key: EntryKey, open: OpenDue) => Promise<Answer>,
): Promise<Answer> => {
  const { services, say, turn } = talking;
  const key = entry === undefined ? undefined : entryNamed(entry);
  if (key === undefined) return digestAnew(talking, place, say('digest.said.choose'));
  const open = (await entryOn(services.store, place.team, key, turn.today))?.open;
  return open === undefined
    ? digestAnew(talking, place, say('digest.said.not-open', { case: key.id }))
    : answer(key, open);
};
