import type { Store } from '../store/port.ts';
import { type Digest, digestOf } from './digest.ts';
import { civilDateAt } from '../clock.ts';
import { digestId, type DigestJob } from './digest-job.ts';
import { workingDaysBefore } from './digest-times.ts';
import { readAgenda } from './read-agenda.ts';

export interface DigestReads {
  store: Pick<Store, 'read' | 'findCases' | 'findMatters'>;
  /** The days besides Sundays, Saturdays and holidays on which the municipality is closed, as of a civil day. */
  closingDaysOf: (municipality: string, day: string) => readonly string[];
}

/** Two weeks of work: what a digest looks back upon. */
const DAYS_BACK = 10;

/** The first day for which the digest is wanted as it is set up now; nothing where that is not known. */
const wantedSince = async (
  store: Pick<Store, 'read'>,
  municipality: string,
  to: DigestJob['to'],
): Promise<string | undefined> => {
  const since =
    'team' in to
      ? (await store.read('team', municipality, to.team))?.item.digestSince
      : (await store.read('person', municipality, to.person))?.item.morningSince;
  return since && civilDateAt(Date.parse(since));
};

/**
 * The working days before a day, the oldest first, each with its digest where there was one; those on which there was
 * none and none was wanted yet are left out.
 */
export const digestsBefore = async (
  { store, closingDaysOf }: Pick<DigestReads, 'closingDaysOf'> & { store: Pick<Store, 'read'> },
  municipality: string,
  to: DigestJob['to'],
  day: string,
): Promise<{ day: string; job?: DigestJob }[]> => {
  const what = 'team' in to ? 'team' : 'own';
  const [since = '', before] = await Promise.all([
    wantedSince(store, municipality, to),
    Promise.all(
      workingDaysBefore(day, DAYS_BACK, closingDaysOf(municipality, day)).map(async (on) => {
        const job = (await store.read('digest', municipality, digestId(on, what, to)))?.item;
        return { day: on, ...(job !== undefined && { job }) };
      }),
    ),
  ]);
  return before.filter((one) => one.job !== undefined || one.day >= since);
};

/** The digest of a team or a person for a civil day. It reads what the digest shows, however many cases there are. */
export const readDigest = async (
  { store, closingDaysOf }: DigestReads,
  municipality: string,
  to: DigestJob['to'],
  day: string,
): Promise<Digest> => {
  const [agenda, before] = await Promise.all([
    readAgenda(store, municipality, to, day),
    digestsBefore({ store, closingDaysOf }, municipality, to, day),
  ]);
  return digestOf(agenda, day, before);
};
