import { isoInstant, civilDateAt, type Clock } from '../clock.ts';
import { active } from '../people/active.ts';
import type { PersonItem, TeamItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { eachItem } from '../each-item.ts';
import { digestId, type DigestJob, type DigestKind } from './digest-job.ts';
import { DEFAULT_AT, isWeekDay, isWorkday, plannedAt } from './digest-times.ts';

/** A digest that somebody is to get on a day. */
interface Planned {
  what: DigestKind;
  to: DigestJob['to'];
  /** `HH:MM` */
  at: string;
  /** ISO instant since which it is wanted so. */
  since?: string;
}

interface Needs {
  store: Pick<Store, 'list' | 'create'>;
  closingDaysOf: (municipality: string, day: string) => readonly string[];
  clock: Clock;
}

const forTeam = ({ id, address, digestOff, digestAt, digestSince }: TeamItem): Planned[] =>
  address === undefined || digestOff === true
    ? []
    : [
        {
          what: 'team',
          to: { team: id },
          at: digestAt ?? DEFAULT_AT,
          ...(digestSince !== undefined && { since: digestSince }),
        },
      ];

const forPerson = (person: PersonItem, day: string, closingDays: readonly string[]): Planned[] => {
  const { id, address, morningAt, morningSince, weekAt, weekSince } = person;
  if (address === undefined || !active(person, day)) return [];
  const to = { person: id };
  const planned: Planned[] = [];
  if (morningAt !== undefined)
    planned.push({ what: 'own', to, at: morningAt, ...(morningSince !== undefined && { since: morningSince }) });
  if (weekAt !== undefined && isWeekDay(day, weekAt.weekday, closingDays))
    planned.push({ what: 'week', to, at: weekAt.at, ...(weekSince !== undefined && { since: weekSince }) });
  return planned;
};

/** When it is to be sent: at its time of the day, and at once when it is wanted only since after that. */
const instantOf = ({ at, since }: Planned, day: string): number =>
  Math.max(plannedAt(day, at), since === undefined ? 0 : Date.parse(since));

/** The job of a digest that is due; `now` in milliseconds. */
const jobOf = (municipality: string, day: string, planned: Planned, now: number): DigestJob => ({
  id: digestId(day, planned.what, planned.to),
  municipality,
  day,
  what: planned.what,
  to: planned.to,
  plannedAt: isoInstant(instantOf(planned, day)),
  state: 'waiting',
  attempts: 0,
  sendAt: isoInstant(now),
});

/** Makes the digests of the day. */
export interface MakeDigests {
  /** Makes those whose time has come, each once, whoever else makes them; answers whether there was a new one. */
  due(municipality: string): Promise<boolean>;
  /** Makes a team's digest of today at once; `exists` when it has been made already, `nowhere` when it has no channel. */
  now(team: TeamItem): Promise<'created' | 'exists' | 'nowhere'>;
}

/**
 * One job for each reader and day, created conditionally. After an outage that is one digest, since only today's are
 * made; on a day without work there are none.
 */
export const createMakeDigests = ({ store, closingDaysOf, clock }: Needs): MakeDigests => {
  /** Ids of jobs that are there, so that a look does not ask the store for each again; of one day only. */
  let known = new Set<string>();
  let knownOn = '';

  const plannedOn = async (municipality: string, day: string): Promise<Planned[]> => {
    const closingDays = closingDaysOf(municipality, day);
    if (!isWorkday(day, closingDays)) return [];
    const planned: Planned[] = [];
    for await (const team of eachItem((page) => store.list('team', municipality, page), 1000))
      planned.push(...forTeam(team));
    for await (const person of eachItem((page) => store.list('person', municipality, page), 1000))
      planned.push(...forPerson(person, day, closingDays));
    return planned;
  };

  return {
    due: async (municipality) => {
      const now = clock.now();
      const day = civilDateAt(now);
      if (day !== knownOn) [known, knownOn] = [new Set(), day];
      let made = false;
      for (const planned of await plannedOn(municipality, day)) {
        const key = `${municipality}~${digestId(day, planned.what, planned.to)}`;
        if (known.has(key) || instantOf(planned, day) > now) continue;
        made = (await store.create('digest', jobOf(municipality, day, planned, now))).outcome === 'created' || made;
        known.add(key);
      }
      return made;
    },

    now: async (team) => {
      const now = clock.now();
      const [planned] = forTeam(team);
      if (planned === undefined) return 'nowhere';
      const job = jobOf(team.municipality, civilDateAt(now), { ...planned, since: isoInstant(now) }, now);
      return (await store.create('digest', job)).outcome;
    },
  };
};
