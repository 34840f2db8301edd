import type { CaseItem } from '../cases/case-item.ts';
import { civilDateAt } from '../clock.ts';
import type { Role } from '../contract/vocabulary.ts';
import type { ApprovalRequest, RequestState } from '../requests/request.ts';
import { dayOf } from '../rulebook/calendar.ts';
import type { Count } from '../rulebook/targets.ts';
import { isWorkingDay } from '../rulebook/working-days.ts';
import type { FigureStanding } from '../targets/standing.ts';
import type { Counts } from './digest-job.ts';
import type { PastDigest } from './digest.ts';

/** The open requests of a team. */
export interface Waiting {
  count: number;
  /** More than half of the time to decide them is gone. */
  pastHalf: number;
  oldest?: { caseId: string; askedBy: string; workingDays: number };
  /** For how many of them each set of roles is waited for, the most first; a request may wait for several. */
  for: { roles: Role[]; count: number }[];
}

/** A request that ran out, or was decided after its last day. */
export interface LateDecision {
  caseId: string;
  state: RequestState;
  /** Civil dates. */
  expiresOn: string;
  endedOn: string;
}

/** A figure of the plan's targets, of one team's cases alone. */
export interface TeamFigure extends Count {
  standing: FigureStanding;
}

/** A team's week. */
export interface TeamWeek {
  id: string;
  name: string;
  now: Counts;
  /** As the digests of the same day of the week told it, one to four weeks ago, the oldest first. */
  weeks: PastDigest[];
  /** As the digests of the last week's working days told it. */
  days: PastDigest[];
  waiting: Waiting;
  /** Of the last seven days, the newest first. */
  late: LateDecision[];
  figures: TeamFigure[];
}

/** What a lead is told once a week. */
export interface Week {
  day: string;
  /** Of all the teams the lead leads. */
  counts: Counts;
  /** Those with the most overdue, and the rest in one figure. */
  teams: TeamWeek[];
  others?: { teams: number; counts: Counts };
  /** The targets of the municipality, worst first; none where nobody has set any. */
  targets: FigureStanding[];
}

const DAYS = 7;

const workingDaysSince = (from: string, to: string, closingDays: readonly string[]): number => {
  let count = 0;
  for (let day = dayOf(from) + 1; day <= dayOf(to); day += 1) if (isWorkingDay(day, closingDays)) count += 1;
  return count;
};

const askedOn = ({ askedAt }: ApprovalRequest): string => civilDateAt(Date.parse(askedAt));

const isPastHalf = (request: ApprovalRequest, day: string): boolean => {
  const asked = dayOf(askedOn(request));
  return (dayOf(day) - asked) * 2 > dayOf(request.expiresOn) - asked;
};

/** The requests that wait in the cases of a team, read for a civil day. */
export const waitingOf = (items: readonly CaseItem[], day: string, closingDays: readonly string[]): Waiting => {
  const open = items
    .flatMap(({ id, requests }) =>
      requests.flatMap((request) => (request.state === 'open' ? [{ caseId: id, request }] : [])),
    )
    .toSorted((a, b) => (a.request.askedAt < b.request.askedAt ? -1 : 1));
  const roles = new Map<string, { roles: Role[]; count: number }>();
  for (const { request } of open) {
    const waits = request.needs.flatMap((need) => (need.given === undefined ? [need.roles.toSorted()] : []));
    for (const [key, set] of new Map(waits.map((one) => [one.join(), one])))
      roles.set(key, { roles: set, count: (roles.get(key)?.count ?? 0) + 1 });
  }
  const [oldest] = open;
  return {
    count: open.length,
    pastHalf: open.filter(({ request }) => isPastHalf(request, day)).length,
    ...(oldest !== undefined && {
      oldest: {
        caseId: oldest.caseId,
        askedBy: oldest.request.askedBy,
        workingDays: workingDaysSince(askedOn(oldest.request), day, closingDays),
      },
    }),
    for: [...roles.values()].toSorted((a, b) => b.count - a.count),
  };
};

/**
 * The requests of a case that were decided late, or not at all, in the seven days up to a civil day. Those that have
 * been moved out of the case are older than its twelve newest and not looked for.
 */
export const lateIn = ({ id, requests }: CaseItem, day: string): LateDecision[] =>
  requests.flatMap(({ state, expiresOn, ended }) => {
    if (ended === undefined) return [];
    const endedOn = civilDateAt(Date.parse(ended.at));
    const isOfTheWeek = endedOn <= day && dayOf(endedOn) > dayOf(day) - DAYS;
    const isLate = state === 'expired' || ((state === 'approved' || state === 'rejected') && endedOn > expiresOn);
    return isOfTheWeek && isLate ? [{ caseId: id, state, expiresOn, endedOn }] : [];
  });

/** What several teams have between them. */
export const sumOf = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, one) => ({
      overdue: sum.overdue + one.overdue,
      soon: sum.soon + one.soon,
      undated: sum.undated + one.undated,
    }),
    { overdue: 0, soon: 0, undated: 0 },
  );
