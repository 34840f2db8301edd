import type { CardAction, ChartBar, Line, WeekSection, WeekView } from '../../cards/views.ts';
import type { Counts } from '../../agenda/digest-job.ts';
import type { LateDecision, TeamWeek, Waiting, Week } from '../../agenda/week.ts';
import { formatDayOfWeek, formatList, formatShortDay, formatWeekday } from '../../format/format.ts';
import { dayOf } from '../../rulebook/calendar.ts';
import type { FigureStanding } from '../../targets/standing.ts';
import { barUpTo } from './bar.ts';
import { askButton } from './message-view.ts';
import { amountTold } from './target-lines.ts';
import { targetRow } from './targets-view.ts';
import { rolesInWords, type Wording } from './wording.ts';

/** What the overview's card needs besides the week itself. */
export interface WeekPlace {
  /** What a colleague is called. */
  name: (person: string) => string;
  /** The lead gets it by itself already. */
  subscribed: boolean;
  /** What is to be said above all: that it comes late. */
  notes?: string[];
}

const MOST_NAMED = 3;
const MOST_TARGETS = 5;
const A_WEEK = 7;

const joined = (parts: readonly string[]): string => parts.join(' · ');

const countsLine = ({ overdue, soon, undated }: Counts, { say }: Wording): string =>
  say('week.now', { overdue: String(overdue), soon: String(soon), undated: String(undated) });

/** The same day of each week, today last; a single bar would say nothing. */
const chartOf = ({ weeks, now }: TeamWeek, { say, language, today }: Wording): WeekSection['chart'] => {
  if (weeks.length === 0) return undefined;
  const most = Math.max(1, now.overdue, ...weeks.map(({ counts }) => counts.overdue));
  const bar = (overdue: number, text: string): ChartBar => ({ ...barUpTo(overdue, most), text });
  return {
    caption: say('week.chart', { weekday: formatDayOfWeek(today, language) }),
    bars: [
      ...weeks.map(({ day, counts: { overdue } }) =>
        bar(overdue, say('week.bar', { count: overdue, date: formatShortDay(day, language) })),
      ),
      bar(now.overdue, say('week.bar-today', { count: now.overdue })),
    ],
  };
};

const trendText = ({ weeks, now }: TeamWeek, { say, today }: Wording): string[] => {
  const before = weeks.find(({ day }) => dayOf(day) === dayOf(today) - A_WEEK)?.counts.overdue;
  if (before === undefined) return [];
  const change = now.overdue - before;
  if (change === 0) return [say('week.trend.same')];
  return [say(`week.trend.${change > 0 ? 'more' : 'fewer'}`, { count: Math.abs(change) })];
};

const daysText = ({ days }: TeamWeek, { say, language }: Wording): string[] =>
  days.length === 0
    ? []
    : [
        say('week.days', {
          days: days
            .map(({ day, counts }) =>
              say('week.day', { date: formatShortDay(day, language), count: String(counts.overdue) }),
            )
            .join(', '),
        }),
      ];

const withPlace = (line: Line, parts: readonly string[]): Line =>
  parts.length === 0 ? line : { ...line, place: joined(parts) };

const nowLine = (team: TeamWeek, wording: Wording): Line =>
  withPlace(
    {
      ...(team.now.overdue > 0 ? { symbol: '✕', tone: 'attention' } : { symbol: '✓', tone: 'good' }),
      text: countsLine(team.now, wording),
    },
    [...trendText(team, wording), ...daysText(team, wording)],
  );

const waitingLine = (waiting: Waiting, wording: Wording, name: WeekPlace['name']): Line => {
  const { say, language } = wording;
  const { count, pastHalf, oldest } = waiting;
  if (oldest === undefined) return { symbol: '✓', tone: 'good', text: say('week.waiting-none') };
  const { workingDays } = oldest;
  const since = workingDays === 0 ? say('week.oldest-new') : say('week.oldest', { count: workingDays });
  const roles = waiting.for.map((one) =>
    say('week.role-count', { roles: rolesInWords(one.roles, wording), count: String(one.count) }),
  );
  return {
    symbol: '◔',
    tone: pastHalf > 0 ? 'warning' : 'accent',
    text: joined([
      say('week.waiting', { count, oldest: since }),
      ...(pastHalf > 0 ? [say('week.past-half', { count: pastHalf })] : []),
    ]),
    place: joined([
      say('week.oldest-case', { case: oldest.caseId, name: name(oldest.askedBy) }),
      ...(roles.length > 0 ? [say('week.waits-for', { roles: formatList(roles, language) })] : []),
    ]),
  };
};

const lateText = ({ caseId, state, expiresOn, endedOn }: LateDecision, { say, language }: Wording): string =>
  state === 'expired'
    ? say('week.late-expired', { case: caseId, date: formatShortDay(expiresOn, language) })
    : say('week.late-decided', { case: caseId, count: dayOf(endedOn) - dayOf(expiresOn) });

const lateLine = (late: readonly LateDecision[], wording: Wording): Line => {
  const { say } = wording;
  if (late.length === 0) return { symbol: '✓', tone: 'good', text: say('week.late-none') };
  const more = late.length - MOST_NAMED;
  return {
    symbol: '✕',
    tone: 'attention',
    text: say('week.late', { count: late.length }),
    place: joined([
      ...late.slice(0, MOST_NAMED).map((one) => lateText(one, wording)),
      ...(more > 0 ? [say('week.late-more', { count: more })] : []),
    ]),
  };
};

/** The team's own part of what the targets follow in percent; where too few people are counted nothing is told. */
const figuresLine = ({ figures }: TeamWeek, wording: Wording): Line[] => {
  const { say, language } = wording;
  const told = figures
    .filter(({ few }) => !few)
    .map(({ standing: { figure }, ...count }) =>
      say('week.figure', { name: figure.name[language], value: amountTold(count, figure.unit, wording) }),
    );
  if (told.length === 0) return [];
  return [{ symbol: 'i', text: say('week.figures', { figures: told.join(', ') }), place: say('week.figures-goal') }];
};

const teamSection = (team: TeamWeek, wording: Wording, { name }: WeekPlace): WeekSection => {
  const chart = chartOf(team, wording);
  return {
    title: team.name,
    ...(chart !== undefined && { chart }),
    lines: [
      nowLine(team, wording),
      waitingLine(team.waiting, wording, name),
      lateLine(team.late, wording),
      ...figuresLine(team, wording),
    ],
  };
};

const targetLine = (standing: FigureStanding, wording: Wording): Line => {
  const { symbol, tone, name, value, goal, state } = targetRow(standing, wording);
  return {
    symbol,
    tone,
    text: wording.say('week.target', { name, state }),
    place: joined([...(value === undefined ? [] : [value]), goal]),
  };
};

const targetsSection = (targets: readonly FigureStanding[], wording: Wording): WeekSection[] => {
  const { say } = wording;
  const more = targets.length - MOST_TARGETS;
  if (targets.length === 0) return [];
  return [
    {
      title: say('week.targets'),
      lines: [
        ...targets.slice(0, MOST_TARGETS).map((standing) => targetLine(standing, wording)),
        ...(more > 0 ? [{ symbol: '→', text: say('week.targets-more', { count: more }) }] : []),
      ],
    },
  ];
};

const othersSection = ({ others }: Week, wording: Wording): WeekSection[] =>
  others === undefined
    ? []
    : [
        {
          title: wording.say('week.others', { count: others.teams }),
          lines: [{ symbol: '→', text: countsLine(others.counts, wording) }],
        },
      ];

const buttonsOf = ({ targets }: Week, subscribed: boolean, { say }: Wording): CardAction[] => [
  ...(subscribed ? [] : [askButton(say('week.button.subscribe'), { text: say('week.subscribe') })]),
  ...(targets.length === 0
    ? []
    : [{ title: say('week.button.targets'), verb: 'show-targets', data: { from: 0 }, checksInputs: false }]),
];

/** The cases that the overview names. */
export const casesNamed = ({ teams }: Week): string[] => [
  ...new Set(
    teams.flatMap(({ waiting: { oldest }, late }) => [
      ...(oldest === undefined ? [] : [oldest.caseId]),
      ...late.slice(0, MOST_NAMED).map(({ caseId }) => caseId),
    ]),
  ),
];

/** A lead's week, team by team, and the targets of the municipality. It names cases and colleagues, never a citizen. */
export const weekView = (week: Week, place: WeekPlace, wording: Wording): WeekView => {
  const { say, language } = wording;
  const { overdue } = week.counts;
  const count = week.teams.length + (week.others?.teams ?? 0);
  const names = week.teams.map(({ name }) => name);
  const teams = count === 0 || count > MOST_NAMED ? say('week.all-teams', { count }) : formatList(names, language);
  return {
    view: 'week',
    headline: {
      ...(overdue > 0 ? { symbol: '✕', tone: 'attention' } : { symbol: '✓', tone: 'good' }),
      title: overdue > 0 ? say('week.title', { count: overdue }) : say('week.title-none'),
      about: say('week.about', { teams, date: formatWeekday(week.day, language) }),
    },
    notes: place.notes ?? [],
    sections: [
      ...week.teams.map((team) => teamSection(team, wording, place)),
      ...othersSection(week, wording),
      ...targetsSection(week.targets, wording),
    ],
    actions: buttonsOf(week, place.subscribed, wording),
  };
};
