import type { Language } from '../contract/language.ts';

/**
 * The view models: one type a card, strings already formatted for the reader's language. Template keys are ASCII.
 * A view holds nothing that its card does not show, except ids in the actions' data.
 */
export interface CardAction {
  title: string;
  verb: string;
  /** Ids and a version only; never roles, facts or names. */
  data: Record<string, string | number>;
  style?: 'default' | 'positive' | 'destructive';
  /** False when the click needs none of the card's inputs filled in. */
  checksInputs?: boolean;
}

/** What Teams asks for when one of these people looks at the card: each sees their own view of it, as it stands then. */
export interface Refresh {
  verb: string;
  data: Record<string, string>;
  /** Channel accounts, 1 to 60. */
  userIds: string[];
}

/** An input for a fact that is missing; `id` is the fact's path. */
export type CardInput =
  | { id: string; type: 'choice'; label: string; choices: { title: string; value: string }[]; value?: string }
  /** Without `min` 0, without `max` 999,999: no fact of ours lies outside. */
  | { id: string; type: 'number'; label: string; min?: number; max?: number; unit?: string }
  | { id: string; type: 'date'; label: string; value?: string }
  /** `value` is a text to copy from or to change: whole at any size of the card, and without breaks put into it. */
  | {
      id: string;
      type: 'text';
      label: string;
      multiline?: boolean;
      required?: boolean;
      error?: string;
      value?: string;
    };

/**
 * Adaptive Cards' own names: `good` is green, `warning` amber (wait, something is missing), `attention` red (no,
 * overdue, rejected), `accent` blue (needs somebody), `default` grey. A headline stands on the colour; elsewhere see `tint`.
 */
export type Tone = 'good' | 'attention' | 'warning' | 'accent' | 'default';

/** Every card begins like this: a symbol and words, so that nothing is said by colour alone. */
export interface Headline {
  /** One character of the text font (✓ ✕ ! ? i → ○ ◔ or a digit): an emoji would not take the colour of the text. */
  symbol: string;
  /** The answer in a few words: "Ja, når funktionslederen har drøftet det". */
  title: string;
  tone: Tone;
  /** What it is about: case, citizen (personal chat only), offer. */
  about?: string;
}

export interface Line {
  symbol: string;
  text: string;
  /** On a line of its own, where one looks for it: "senest 24. juni 2026". */
  date?: string;
  /** What is left until the date, beside it. */
  left?: string;
  /** The lines up to the next such one belong to it. */
  begins?: true;
  /** Rule id and place in the source: "RULE-1 · Plan 2023, linje 12". */
  place?: string;
  /** Colours the symbol, besides what it says. */
  tone?: Tone;
}

export interface DateLine {
  label: string;
  date: string;
  /** "om 12 dage", "3 dage over". */
  left?: string;
  symbol: string;
  /** Rule id and place in the source. */
  place?: string;
  /** Colours the symbol, besides what it says: `attention` for overdue. Text keeps its own colour: amber reads badly. */
  tone?: Tone;
}

/** The plan's advice on an answer: so much is shown, the rest behind "show more". */
export interface Reminders {
  shown: Line[];
  more: Line[];
}

export interface DecisionView {
  view: 'decision';
  headline: Headline;
  /** How the question was read, when it needs saying ("Jeg læser det som fredag den 19. maj 2023"). */
  reading?: string;
  /** "Planens periode sluttede …" and other notes that stand above the findings. */
  notes: string[];
  /** The plan's order of means, for a next step; numbered. */
  steps?: Line[];
  findings: Line[];
  approvals: Line[];
  dates: DateLine[];
  /** The offers that run, for a next step. */
  running?: Line[];
  todo: Line[];
  ways: Line[];
  reminders?: Reminders;
  assessment?: string;
  inputs: CardInput[];
  inputsTitle?: string;
  /** The decision id, small at the end: what the answer is found again by. */
  reference?: string;
  actions: CardAction[];
}

export interface DeadlinesView {
  view: 'deadlines';
  headline: Headline;
  notes: string[];
  entries: (DateLine & { place: string })[];
  /** What rules advise besides: on whose contact it is, what does not count. */
  findings: Line[];
  /** What no input here can settle. */
  missing: string[];
  inputs: CardInput[];
  reminders?: Reminders;
  /** The decision id, as on a decision's card. */
  reference?: string;
  actions: CardAction[];
}

/** A short text with an optional list and buttons: help, a choice, a refusal, thanks, a rule, a tier. */
export interface MessageView {
  view: 'message';
  /** The language the view is written in, where its reader has just changed it. */
  language?: Language;
  headline: Headline;
  /** "Planens periode sluttede …": in a box of its own, as on every card. */
  notes?: string[];
  paragraphs: string[];
  lines: Line[];
  inputs: CardInput[];
  actions: CardAction[];
  refresh?: Refresh;
}

/** A request's card: what a lead decides on, and what everybody sees once it has ended. */
export interface RequestView {
  view: 'request';
  headline: Headline;
  facts: { label: string; value: string }[];
  findings: Line[];
  /** Each sign-off: who may give it, given by whom and when. */
  needs: Line[];
  /** What changed since the card was first shown. */
  changes: string[];
  /** By whom, when, why; the last word on an ended request. */
  ending?: string;
  inputs: CardInput[];
  actions: CardAction[];
  refresh?: Refresh;
}

/** A figure that the plan wants followed: its bar says nothing that does not stand beside it in words. */
export interface TargetRow {
  symbol: string;
  tone: Tone;
  name: string;
  /** Characters of one width: what is there, and what is left up to the goal. */
  bar?: { filled: string; rest: string };
  /** "I dag ifølge sagerne: 1.100 borgere"; absent where there is no figure. */
  value?: string;
  goal: string;
  /** "Ikke nået endnu". */
  state: string;
  /** The other figures, their sources and what they do not show. */
  details: string[];
  place: string;
}

/** How the plan's figures stand, worst first. */
export interface TargetsView {
  view: 'targets';
  headline: Headline;
  notes: string[];
  rows: TargetRow[];
  actions: CardAction[];
}

/** One of the plan's groups, and how many are in it; its bar says nothing that does not stand beside it in words. */
export interface SegmentRow {
  name: string;
  /** "23 borgere", "under 5 borgere". */
  count: string;
  bar?: { filled: string; rest: string };
  /** What the plan says of the group. */
  statement: string;
  place: string;
}

/** How the plan's groups divide the open cases. */
export interface SegmentsView {
  view: 'segments';
  headline: Headline;
  notes: string[];
  rows: SegmentRow[];
  actions: CardAction[];
}

/** One bar of a chart, with the figure it draws in words. */
export interface ChartBar {
  filled: string;
  rest: string;
  text: string;
}

/** A part of the week's overview: a team, or the targets. */
export interface WeekSection {
  title: string;
  chart?: { caption: string; bars: ChartBar[] };
  lines: Line[];
}

/** What a lead is told once a week. */
export interface WeekView {
  view: 'week';
  headline: Headline;
  notes: string[];
  sections: WeekSection[];
  actions: CardAction[];
}

/** What is due in a case or for an enquiry, as a team's channel may read it. */
export interface DigestRow {
  symbol: string;
  tone: Tone;
  /** "Opfølgning med jobkonsulent". */
  what: string;
  /** "12 dage over tiden". */
  left: string;
  /** Case number and caseworker. */
  about: string;
  /** What settles it: "Gør: samtale". */
  todo?: string;
  /** Who sees to it. */
  taken?: string;
  /** The rule's id, by which it can be asked about; its place in the plan would tell what the case is about. */
  rule: string;
}

/** A day of the chart; its bar says nothing that does not stand beside it as a number. */
export interface DigestDay {
  /** Of the same width on every day of the chart. */
  day: string;
  bar: { filled: string; rest: string };
  count: string;
}

/** A team's overview in its channel, or all that is open in it by groups. */
export interface DigestView {
  view: 'digest';
  headline: Headline;
  notes: string[];
  /** How many there are of each kind, and in `place` how many there were before. */
  counts: Line[];
  chart: DigestDay[];
  /** "Siden i går: 4 punkter er klaret eller faldet væk, 6 er kommet til." */
  since?: string;
  /** The worst ones. */
  rows: DigestRow[];
  /** How many there are besides them. */
  more?: string;
  groups: { title: string; lines: DateLine[] }[];
  /** What has come of a click, beside the buttons that were clicked. */
  inputsTitle?: string;
  inputs: CardInput[];
  actions: CardAction[];
}

export type View =
  | DecisionView
  | DeadlinesView
  | MessageView
  | RequestView
  | TargetsView
  | SegmentsView
  | DigestView
  | WeekView;
