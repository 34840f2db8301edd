import type { Say } from '../../cards/texts.ts';
import type { CardAction, TargetRow, TargetsView, Tone } from '../../cards/views.ts';
import type { Benefit } from '../../contract/vocabulary.ts';
import type { Rulebook } from '../../rulebook/compile.ts';
import { formatDate } from '../../format/format.ts';
import type { FigureStanding, State } from '../../targets/standing.ts';
import { barOf, baselineLine, goalLine, measureLine, stateLine, unknownLine } from './target-lines.ts';
import { planNote } from './plan-note.ts';
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

/** Which part of the figures a card shows. */
export interface Page {
  /** The number of the first figure wanted, and about how many. */
  from: number;
  rows: number;
  /** The reader may enter figures here. */
  mayEnter: boolean;
  /** The benefit that was asked about, and whether any figure speaks of it; if none does, all are shown. */
  asked?: { benefit: Benefit; found: boolean };
}

const buttonsOf = (
  { mayEnter, asked }: Page,
  { next, before }: Record<'next' | 'before', number | undefined>,
  say: Say,
) => {
  const only = asked?.found === true ? { benefit: asked.benefit } : {};
  const show = (title: string, from: number | undefined, of: { benefit?: Benefit } = only): CardAction[] =>
    from === undefined
      ? []
      : [{ title: say(`targets.button.${title}`), verb: 'show-targets', data: { from, ...of }, checksInputs: false }];
  return [
    ...show('more', next),
    ...show('back', before),
    ...(asked?.found === true ? show('all', 0, {}) : []),
    ...(mayEnter ? [{ title: say('targets.button.enter'), verb: 'enter-figure', data: {}, checksInputs: false }] : []),
  ];
};

const askedNote = ({ asked }: Page, say: Say): string[] =>
  asked === undefined
    ? []
    : [
        say(asked.found ? 'targets.asked-of' : 'targets.asked-none', {
          benefit: say(`facts.benefit.${asked.benefit}`),
        }),
      ];

/** How the plan's figures stand, worst first, one page of them. */
export const targetsView = (
  standings: readonly FigureStanding[],
  rulebook: Pick<Rulebook, 'document' | 'validTo'>,
  page: Page,
  wording: Wording,
): TargetsView => {
  const { say, language, today } = wording;
  const starts = pageStarts(standings, page.rows);
  const at = Math.max(
    0,
    starts.findLastIndex((start) => start <= page.from),
  );
  const [first = 0, next] = starts.slice(at, at + 2);
  const shown = standings.slice(first, next);
  const missing = standings.filter(({ state }) => state === 'needs-figure').length;
  const about = say('targets.about', { document: rulebook.document, date: formatDate(today, language) });
  const counts = { first: String(first + 1), last: String(first + shown.length), all: standings.length };
  return {
    view: 'targets',
    headline: headlineOf(standings, about, wording),
    notes: [
      ...planNote(today > rulebook.validTo ? rulebook.validTo : undefined, wording),
      ...askedNote(page, say),
      ...(missing === 0 ? [] : [say('targets.missing', { count: missing })]),
      ...(starts.length === 1 ? [] : [say('targets.shown', counts)]),
    ],
    rows: shown.map((standing) => targetRow(standing, wording)),
    actions: buttonsOf(page, { next, before: starts[at - 1] }, say),
  };
};
