import type { CardAction, TargetRow, TargetsView, Tone } from '../../cards/views.ts';
import type { Rulebook } from '../../rulebook/compile.ts';
import { formatDate } from '../../format/format.ts';
import type { FigureStanding, State } from '../../targets/standing.ts';
import { barOf, baselineLine, goalLine, measureLine, stateLine, unknownLine } from './target-lines.ts';
import { placeOf, type Wording } from './wording.ts';

/** So many figures fit on a card that is read on a phone. */
export const ROWS_ON_A_CARD = 8;

const looks: Record<State, { symbol: string; tone: Tone }> = {
  missed: { symbol: '✕', tone: 'attention' },
  'not-reached': { symbol: '◔', tone: 'warning' },
  'needs-figure': { symbol: '?', tone: 'default' },
  'needs-baseline': { symbol: '?', tone: 'default' },
  'too-few': { symbol: '○', tone: 'default' },
  followed: { symbol: 'i', tone: 'default' },
  reached: { symbol: '✓', tone: 'good' },
};

/** One figure in words; the card draws its bar beside them. */
export const targetRow = (standing: FigureStanding, wording: Wording): TargetRow => {
  const { target, figure, measures, state } = standing;
  const [judged, ...others] = measures;
  const bar = barOf(standing);
  return {
    ...looks[state],
    name: figure.name[wording.language],
    ...(bar === undefined ? {} : { bar }),
    ...(judged === undefined ? {} : { value: measureLine(judged, figure.unit, wording) }),
    goal: goalLine(standing, wording),
    state: stateLine(standing, wording),
    details: [
      ...baselineLine(standing, wording),
      ...others.map((measure) => measureLine(measure, figure.unit, wording)),
      ...measures.flatMap((measure) => unknownLine(measure, wording)),
      ...(figure.note !== undefined && figure.computed !== undefined ? [figure.note[wording.language]] : []),
    ],
    place: placeOf(target.id, target.source, wording),
  };
};

/** Where each page begins; a target is not torn apart for it. */
const pageStarts = (standings: readonly FigureStanding[], rows: number): number[] => {
  const starts = [0];
  for (const [index, { target }] of standings.entries()) {
    if (index > 0 && standings[index - 1]?.target.id === target.id) continue;
    const figures = standings.filter((other) => other.target.id === target.id).length;
    const start = starts.at(-1) ?? 0;
    if (index > start && index + figures - start > rows) starts.push(index);
  }
  return starts;
};

const headlineOf = (standings: readonly FigureStanding[], about: string, { say }: Wording): TargetsView['headline'] => {
  const aimed = standings.filter(({ figure }) => !('none' in figure.goal));
  const count = (state: State): number => aimed.filter((standing) => standing.state === state).length;
  const reached = count('reached');
  if (aimed.length === 0) return { ...looks.followed, title: say('targets.title-followed'), about };
  const worst = (['missed', 'not-reached'] as const).find((state) => count(state) > 0);
  const look = worst ?? (reached === aimed.length ? 'reached' : 'followed');
  return { ...looks[look], title: say('targets.title', { count: aimed.length, reached }), about };
};

const button = (title: string, from: number): CardAction => ({
  title,
  verb: 'show-targets',
  data: { from },
  checksInputs: false,
});

/**
 * How the plan's figures stand, worst first, one page of about so many `rows`: `from` is the number of the first one
 * wanted. `mayEnter`: the reader may enter figures here.
 */
export const targetsView = (
  standings: readonly FigureStanding[],
  rulebook: Pick<Rulebook, 'document' | 'validTo'>,
  { from, rows, mayEnter }: { from: number; rows: number; mayEnter: boolean },
  wording: Wording,
): TargetsView => {
  const { say, language, today } = wording;
  const starts = pageStarts(standings, rows);
  const page = Math.max(
    0,
    starts.findLastIndex((start) => start <= from),
  );
  const [first = 0, next] = starts.slice(page, page + 2);
  const before = starts[page - 1];
  const shown = standings.slice(first, next);
  const missing = standings.filter(({ state }) => state === 'needs-figure').length;
  const about = say('targets.about', { document: rulebook.document, date: formatDate(today, language) });
  return {
    view: 'targets',
    headline: headlineOf(standings, about, wording),
    notes: [
      ...(today > rulebook.validTo
        ? [say('decision.plan-ended', { date: formatDate(rulebook.validTo, language) })]
        : []),
      ...(missing === 0 ? [] : [say('targets.missing', { count: missing })]),
      ...(starts.length === 1
        ? []
        : [
            say('targets.shown', {
              first: String(first + 1),
              last: String(first + shown.length),
              all: standings.length,
            }),
          ]),
    ],
    rows: shown.map((standing) => targetRow(standing, wording)),
    actions: [
      ...(next === undefined ? [] : [button(say('targets.button.more'), next)]),
      ...(before === undefined ? [] : [button(say('targets.button.back'), before)]),
      ...(mayEnter
        ? [{ title: say('targets.button.enter'), verb: 'enter-figure', data: {}, checksInputs: false }]
        : []),
    ],
  };
};
