import { closingDaysBy } from '../agenda/closing-days.ts';
import { workingDaysBefore } from '../agenda/digest-times.ts';
import { civilDateAt } from '../clock.ts';
import { eachItem } from '../each-item.ts';
import { eachCase, eachNotice } from '../outbox/item-access.ts';
import { type Waiting, keyText, waitingDigest, waitingInCase, waitingNotice } from '../outbox/waiting.ts';
import type { Shelf } from '../rulebook/shelf.ts';
import type { Items, TeamItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { printable } from './printable.ts';
import { shownHere } from './shown-here.ts';

type DigestJob = Items['digest'];

/** What the listing works on, at an instant (ISO) of a civil day. */
export interface Listing {
  store: Store;
  shelf: Shelf;
  io: CommandIo;
  now: string;
  today: string;
}

/** Two weeks of work, as far as a digest looks back itself. */
const DAYS_BACK = 10;

const jobsOf = async ({ store }: Listing, municipality: string, day: string): Promise<DigestJob[]> => {
  const jobs: DigestJob[] = [];
  for await (const job of eachItem((page) => store.list('digest', municipality, { ...page, begins: `${day}~` })))
    jobs.push(job);
  return jobs;
};

const teamsOf = async ({ store }: Listing, municipality: string): Promise<TeamItem[]> => {
  const teams: TeamItem[] = [];
  for await (const team of eachItem((page) => store.list('team', municipality, page))) teams.push(team);
  return teams;
};

const readerOf = ({ to }: Pick<Waiting, 'to'>): string => ('team' in to ? `team ${to.team}` : to.person);

const stateOf = ({ sendAt, why }: Waiting, now: string): string => {
  if (sendAt === undefined)
    return why === undefined ? 'paused until its reader can be reached' : 'paused: its reader takes nothing from us';
  return sendAt <= now ? `due since ${sendAt}` : `next try ${sendAt}`;
};

/** Before every instant for what is paused. */
const waitsSince = ({ since, sendAt = '' }: Waiting): string => since ?? sendAt;

const told = (waiting: Waiting, now: string): string[] => {
  const { key, what, attempts, since, why } = waiting;
  const tries = attempts === 0 ? '' : `, ${attempts} ${attempts === 1 ? 'try' : 'tries'}`;
  const wanted = since === undefined ? '' : `, waiting since ${since}`;
  const last = why === undefined ? '' : `, last failure: ${why}`;
  return [
    `  ${printable(keyText(key))}`,
    `    ${printable(`${what}, to ${readerOf(waiting)}: ${stateOf(waiting, now)}${wanted}${tries}${last}`)}`,
  ];
};

/** Whether the team was to have a digest on the day, as it wants it now. */
const wanted = ({ address, digestOff, digestSince }: TeamItem, day: string): boolean =>
  address !== undefined &&
  digestOff !== true &&
  digestSince !== undefined &&
  civilDateAt(Date.parse(digestSince)) < day;

/** The digests of the last working days that never came: those of a day gone by are not sent any more. */
const missed = async (listing: Listing, municipality: string): Promise<string[]> => {
  const { shelf, today } = listing;
  const teams = await teamsOf(listing, municipality);
  const lines: string[] = [];
  for (const day of workingDaysBefore(today, DAYS_BACK, closingDaysBy(shelf)(municipality, today))) {
    const jobs = await jobsOf(listing, municipality, day);
    for (const { what, to, state, why } of jobs) {
      if (state === 'waiting') lines.push(`${day}, ${what} for ${readerOf({ to })}: ${why ?? 'never tried'}`);
      if (state === 'dropped') lines.push(`${day}, ${what} for ${readerOf({ to })}: dropped (${why ?? 'no reason'})`);
    }
    for (const team of teams)
      if (wanted(team, day) && !jobs.some(({ what, to }) => what === 'team' && 'team' in to && to.team === team.id))
        lines.push(`${day}, team for team ${team.id}: Makker was not at work that day`);
  }
  return lines;
};

const waitingIn = async (listing: Listing, municipality: string): Promise<Waiting[]> => {
  const { store, today } = listing;
  const waiting: Waiting[] = [];
  // A row that waits for its reader has no time by which it could be found.
  for await (const item of eachCase(store, municipality, { by: 'all' })) waiting.push(...waitingInCase(item));
  for await (const notice of eachNotice(store, municipality)) waiting.push(waitingNotice(notice));
  waiting.push(...(await jobsOf(listing, municipality, today)).flatMap(waitingDigest));
  return waiting.toSorted((a, b) => (waitsSince(a) < waitsSince(b) ? -1 : 1));
};

/** `makker outbox`: what waits, what is paused first, then the oldest; and the digests that never came. */
export const listWaiting = async (listing: Listing, municipalities: readonly string[]): Promise<ExitStatus> => {
  const { store, io, now } = listing;
  for (const municipality of municipalities) {
    const waiting = await waitingIn(listing, municipality);
    const cases = new Set(waiting.flatMap(({ key }) => (key.source === 'case' ? [key.id] : [])));
    for (const id of cases) await shownHere(store, municipality, id, 'makker outbox');
    io.out(`${municipality}: ${waiting.length === 0 ? 'nothing waits' : `${waiting.length} to be sent`}`);
    for (const line of waiting.flatMap((one) => told(one, now))) io.out(line);
    const gone = await missed(listing, municipality);
    if (gone.length > 0) io.out(`  digests of the last ${DAYS_BACK} working days that did not go out:`);
    for (const line of gone) io.out(`    ${printable(line)}`);
  }
  return 0;
};
