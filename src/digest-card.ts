import type { AccessLog } from './access/access-log.ts';
import { isQuiet, shownOf } from './agenda/digest.ts';
import type { DigestJob, ShownDigest } from './agenda/digest-job.ts';
import type { Cards } from './cards/render.ts';
import type { Say } from './cards/texts.ts';
import type { View } from './cards/views.ts';
import { civilDateAt, isoInstant, type Clock } from './clock.ts';
import type { Language } from './contract/language.ts';
import { type DigestServices, presentDigest } from './conversation/digest/present-digest.ts';
import { digestView } from './conversation/views/digest-view.ts';
import { formatTime } from './format/format.ts';
import type { Message } from './outbox/messenger.ts';
import type { DigestCards, DigestReader } from './outbox/digest-source.ts';
import type { PersonItem, TeamItem } from './store/items.ts';

/** What one person is sent: without a view there is nothing to say. `cases`: those it names, by id. */
export interface PersonalDigest {
  view?: View;
  cases: readonly string[];
  shown: ShownDigest;
}

/** Makes the view of a digest for one person; `notes`: what is to be said above all. */
export type MakePersonalDigest = (job: DigestJob, person: PersonItem, notes: string[]) => Promise<PersonalDigest>;

interface Needs {
  cards: Pick<Cards, 'render'>;
  say: (language: Language) => Say;
  services: DigestServices;
  access: Pick<AccessLog, 'shown'>;
  clock: Clock;
  /** A caseworker's own list, and a lead's week. */
  personal: Record<'own' | 'week', MakePersonalDigest>;
}

/** What a channel reads; it has no reader of its own. */
export const CHANNEL_LANGUAGE: Language = 'da';
/** From then on a digest says that it is late. */
const LATE_MS = 30 * 60_000;

/** The planned instant, where the digest has come so much later that it says so. */
const lateFrom = ({ plannedAt }: DigestJob, sentAt: number): string | undefined =>
  sentAt - Date.parse(plannedAt) > LATE_MS ? plannedAt : undefined;

/** The cards of digests, made when they are sent. */
export const createDigestCards = ({ cards, say, services, access, clock, personal }: Needs): DigestCards => {
  const ofTeam = async (job: DigestJob, team: TeamItem, sentAt: number) => {
    const wording = { say: say(CHANNEL_LANGUAGE), language: CHANNEL_LANGUAGE, today: job.day };
    const shown = await presentDigest(services, team, job, wording);
    const late = lateFrom(job, sentAt);
    const view = digestView({ ...shown, ...(late !== undefined && { late }) }, wording);
    return { digest: shown.digest, message: cards.render(view, CHANNEL_LANGUAGE) };
  };

  const postToTeam = async (job: DigestJob, team: TeamItem) => {
    const { digest, message } = await ofTeam(job, team, clock.now());
    const shown = shownOf(digest);
    return isQuiet(digest) && team.quietDay === 'nothing' ? { shown } : { shown, message };
  };

  /** Of whom a person is told is kept before it is sent; a job that is tried again is the same act. */
  const postToPerson = async (job: DigestJob, what: 'own' | 'week', person: PersonItem) => {
    const { language = CHANNEL_LANGUAGE } = person;
    const late = lateFrom(job, clock.now());
    const notes = late === undefined ? [] : [say(language)('digest.late', { time: formatTime(late, language) })];
    const { view, cases, shown } = await personal[what](job, person, notes);
    if (view === undefined) return { shown };
    const at = isoInstant(clock.now());
    const showing = { municipality: job.municipality, person: person.id, at, today: job.day, act: job.id };
    await access.shown(showing, 'digest', cases);
    return { shown, message: cards.render(view, language) };
  };

  return {
    post: async (job: DigestJob, reader: DigestReader): Promise<{ message?: Message; shown: ShownDigest }> => {
      if ('team' in reader) return postToTeam(job, reader.team);
      return postToPerson(job, job.what === 'week' ? 'week' : 'own', reader.person);
    },
    /** A card of yesterday stays as it was; a person's own has nothing on it that others change. */
    edit: async (job, reader) => {
      if (!('team' in reader) || civilDateAt(clock.now()) !== job.day) return undefined;
      return (await ofTeam(job, reader.team, Date.parse(job.sentAt ?? job.plannedAt))).message;
    },
  };
};
