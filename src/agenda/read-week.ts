import type { CaseItem } from '../cases/case-item.ts';
import type { Person, Team } from '../contract/people.ts';
import { ROLES } from '../contract/vocabulary.ts';
import { eachItem } from '../each-item.ts';
import { ledTeams, type LedTeams } from '../people/led-teams.ts';
import type { Rulebook } from '../rulebook/compile.ts';
import { dayOf, isoOf } from '../rulebook/calendar.ts';
import type { Shelf } from '../rulebook/shelf.ts';
import { tallyTargets, type Tally, type Target } from '../rulebook/targets.ts';
import { WITH_OPEN_REQUESTS } from '../requests/open-requests.ts';
import type { CaseQuery, Store } from '../store/port.ts';
import { readTargets } from '../targets/read-targets.ts';
import type { FigureStanding } from '../targets/standing.ts';
import { digestId, type Counts } from './digest-job.ts';
import { isWorkday } from './digest-times.ts';
import type { PastDigest } from './digest.ts';
import { readAgenda, type OpenAgenda } from './read-agenda.ts';
import { lateIn, sumOf, type LateDecision, type TeamFigure, type TeamWeek, type Week, waitingOf } from './week.ts';

export interface WeekReads {
  store: Pick<Store, 'read' | 'list' | 'findCases' | 'findMatters'>;
  shelf: Pick<Shelf, 'on'>;
}

/** So many teams can be read about on a phone. */
const MOST_TEAMS = 6;
const WEEKS_BACK = [4, 3, 2, 1];
const A_WEEK = 7;

type NamedTeam = Pick<Team, 'id' | 'name'>;
type Counted = NamedTeam & { now: Counts };

const countsOf = ({ overdue, soon, undated }: OpenAgenda, isOf: (team: string) => boolean): Counts => {
  const count = (part: OpenAgenda['overdue']): number => part.filter(({ item }) => isOf(item.team)).length;
  return { overdue: count(overdue), soon: count(soon), undated: count(undated) };
};

/** What of a team is found on the way through the cases. */
interface Passed {
  open: number;
  late: LateDecision[];
  tally: Tally;
}

/** Of the figures those that a team can have by itself: a number of citizens is the municipality's. */
const sharesOf = (targets: readonly Target[]): Target[] =>
  targets.map((target) => ({
    ...target,
    figures: target.figures.filter(({ computed }) => computed?.as === 'percent'),
  }));

/** Reads every case of the municipality once, for the targets are of all of them, and keeps what is of the lead's teams. */
const passCases = async (
  { store }: WeekReads,
  { municipality, targets }: Pick<Rulebook, 'municipality' | 'targets'>,
  { all, teams }: LedTeams,
  day: string,
) => {
  const shares = sharesOf(targets);
  const fresh = (): Passed => ({ open: 0, late: [], tally: tallyTargets(shares, day) });
  const passed = new Map(teams.map(({ id }) => [id, fresh()]));
  const standings = await readTargets(store, { municipality, targets }, day, (item) => {
    const team = passed.get(item.team) ?? (all ? fresh() : undefined);
    if (team === undefined) return;
    passed.set(item.team, team);
    if (item.status === 'open') team.open += 1;
    team.late.push(...lateIn(item, day));
    team.tally.add(item.record);
  });
  return { standings, passed };
};

/** What each team has open; of a whole municipality by one walk through what is due, however many teams it has. */
const countTeams = async (
  { store }: WeekReads,
  municipality: string,
  { all, teams }: LedTeams,
  passed: ReadonlyMap<string, Passed>,
  day: string,
): Promise<Counted[]> => {
  if (!all) {
    const counted: Counted[] = [];
    for (const team of teams) {
      const agenda = await readAgenda(store, municipality, { team: team.id }, day);
      counted.push({ ...team, now: countsOf(agenda, () => true) });
    }
    return counted;
  }
  const agenda = await readAgenda(store, municipality, { all: true }, day);
  const withMatters = [...agenda.overdue, ...agenda.soon, ...agenda.undated].map(({ item }) => item.team);
  const withCases = [...passed].flatMap(([id, { open, late }]) => (open > 0 || late.length > 0 ? id : []));
  // A team that nobody has named is called by its id.
  const names = new Map([...withMatters, ...withCases].map((id) => [id, id]));
  for (const { id, name } of teams) names.set(id, name);
  return [...names].map(([id, name]) => ({ id, name, now: countsOf(agenda, (team) => team === id) }));
};

const mostFirst = ({ now: a, id: idA }: Counted, { now: b, id: idB }: Counted): number =>
  b.overdue - a.overdue || b.soon - a.soon || b.undated - a.undated || (idA < idB ? -1 : 1);

/** What the team's digests of some days said; a day on which there was none is left out. */
const pastOf = async (
  { store }: WeekReads,
  municipality: string,
  team: string,
  days: readonly string[],
): Promise<PastDigest[]> => {
  const jobs = await Promise.all(
    days.map((day) => store.read('digest', municipality, digestId(day, 'team', { team }))),
  );
  return jobs.flatMap((job) =>
    job?.item.shown === undefined ? [] : [{ day: job.item.day, counts: job.item.shown.counts }],
  );
};

/** The cases of the teams in which a request is open. */
const casesWaiting = async (
  { store }: WeekReads,
  municipality: string,
  { all, teams }: LedTeams,
): Promise<CaseItem[]> => {
  const keys = teams.flatMap(({ id }) => ROLES.map((role) => `${role}@${id}`));
  const query: CaseQuery = all ? WITH_OPEN_REQUESTS : { by: 'pending', for: keys };
  const found: CaseItem[] = [];
  for await (const item of eachItem((page) => store.findCases(municipality, query, page))) found.push(item);
  return found;
};

const figuresOf = (standings: readonly FigureStanding[], tally: Tally): TeamFigure[] =>
  standings.flatMap((standing) => {
    const count = tally.count(standing.target.id, standing.figure.id);
    return count === undefined ? [] : [{ ...count, standing }];
  });

/**
 * A lead's week, of the teams they lead. Their roles must be those of the day. Nothing for somebody who leads no team.
 */
export const readWeek = async (reads: WeekReads, lead: Person, day: string): Promise<Week | undefined> => {
  const { store, shelf } = reads;
  const { municipality } = lead;
  const led = await ledTeams(store, lead, day);
  if (!led.all && led.teams.length === 0) return undefined;
  const found = shelf.on(municipality, day);
  const { targets, closingDays } = 'rulebook' in found ? found.rulebook : { targets: [], closingDays: [] };
  const { standings, passed } = await passCases(reads, { municipality, targets }, led, day);
  const counted = (await countTeams(reads, municipality, led, passed, day)).toSorted(mostFirst);
  const others = counted.slice(MOST_TEAMS);
  const waiting = await casesWaiting(reads, municipality, led);

  const back = (days: number): string => isoOf(dayOf(day) - days);
  const ofWeeks = WEEKS_BACK.map((weeks) => back(weeks * A_WEEK));
  const ofDays = Array.from({ length: A_WEEK }, (_, index) => back(A_WEEK - index)).filter((on) =>
    isWorkday(on, closingDays),
  );
  const weekOf = async ({ id, name, now }: Counted): Promise<TeamWeek> => {
    const past = await pastOf(reads, municipality, id, [...new Set([...ofWeeks, ...ofDays])]);
    const { late = [], tally } = passed.get(id) ?? {};
    const ofTeam = waiting.filter(({ team }) => team === id);
    return {
      id,
      name,
      now,
      weeks: past.filter((one) => ofWeeks.includes(one.day)),
      days: past.filter((one) => ofDays.includes(one.day)),
      waiting: waitingOf(ofTeam, day, closingDays),
      late: late.toSorted((a, b) => (a.endedOn > b.endedOn ? -1 : 1)),
      figures: tally === undefined ? [] : figuresOf(standings, tally),
    };
  };
  return {
    day,
    counts: sumOf(counted.map(({ now }) => now)),
    teams: await Promise.all(counted.slice(0, MOST_TEAMS).map(weekOf)),
    ...(others.length > 0 && { others: { teams: others.length, counts: sumOf(others.map(({ now }) => now)) } }),
    targets: standings,
  };
};
