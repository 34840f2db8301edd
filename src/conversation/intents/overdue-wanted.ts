import { folded, foldedWords } from '../../cases/name-keys.ts';
import { formatDate, formatList, formatWeekday } from '../../format/format.ts';
import { dayOf, isoOf } from '../../rulebook/calendar.ts';
import type { OpenDue } from '../../agenda/open-due.ts';
import { MATTER_KINDS } from '../../contract/vocabulary.ts';
import type { Rulebook } from '../../rulebook/compile.ts';
import type { Talking } from '../services.ts';
import type { Entities } from '../understanding/understanding.ts';
import { civilDateOf } from '../views/wording.ts';

/** How the rows are put together. */
export const GROUPINGS = ['date', 'caseworker', 'rule'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The part of an agenda that is wanted: from which row on, in which order, and of what. */
export interface OverdueWanted {
  from: number;
  by: Grouping;
  /** Only what these rules want. */
  rules?: string[];
  /** The civil date for which it is read, where that is not today. */
  day?: string;
  /** Only what is due on one of these days; without a first one, all that is due until then. */
  due?: { from?: string; to: string };
}

/** No civil date has a longer year. */
const LAST_OF_DAYS = dayOf('9999-12-31');
const DAYS_IN = { weeks: 7, months: 30 };

/** The days on which what a sentence asks for is due; a stretch that lies ahead leaves out what comes before it. */
const dueSaid = ({ until, period, weeks, months }: Entities, today: string): OverdueWanted['due'] => {
  if (period !== undefined)
    return period.from <= today && today <= period.to ? { to: period.to } : { from: period.from, to: period.to };
  if (until !== undefined) return { to: until };
  const ahead = (weeks ?? 0) * DAYS_IN.weeks + (months ?? 0) * DAYS_IN.months;
  return ahead === 0 ? undefined : { to: isoOf(Math.min(dayOf(today) + ahead, LAST_OF_DAYS)) };
};

/** What a sentence about what is due names: "inden fredag", "på fredag". */
export const dueNamed = (entities: Entities, today: string): Pick<OverdueWanted, 'due'> => {
  const { date } = entities;
  const due = dueSaid(entities, today) ?? (date === undefined ? undefined : { from: date, to: date });
  return due === undefined ? {} : { due };
};

/** The words of the sentence that name neither a team nor a person. */
const wordsSaid = ({ text }: Talking, { team = '', person = '', citizen = '' }: Entities): string[] => {
  const others = [team, person, citizen].flatMap(foldedWords);
  return folded(text)
    .split(/[^\p{Letter}]+/u)
    .filter((word) => !others.some((name) => word === name || word === `${name}s`));
};

/**
 * What a sentence about what is overdue names: "pr. 1. maj" is the day for which it is read; "hvad forfalder i dag?" asks
 * for that day alone.
 */
export const readFor = (talking: Talking, entities: Entities): Pick<OverdueWanted, 'day' | 'due'> => {
  const { date } = entities;
  const { today } = talking.turn;
  if (wordsSaid(talking, entities).includes(talking.say('overdue.word.due'))) return dueNamed(entities, today);
  const due = dueSaid(entities, today);
  return {
    ...(date !== undefined && date !== today && { day: date }),
    ...(due !== undefined && { due }),
  };
};

const SHORTEST = 5;
/** What a rule calls its deadline begins with what is due; a shorter word ("sidste", "første") stands in any sentence. */
const SHORTEST_NAME = 7;
/** "Opfølgningerne" is an "opfølgning" with so many letters more. */
const ENDING = 4;

/** Whether a word of a sentence is this word, or a form of it. */
const isForm = (said: string, word: string): boolean => {
  const stem = word.length > SHORTEST ? word.slice(0, -1) : word;
  return said.startsWith(stem) && said.length <= word.length + ENDING;
};

const speaksOf = (said: readonly string[], words: readonly string[]): boolean =>
  words.some((word) => said.some((one) => isForm(one, word)));

const longWords = (text: string): string[] => foldedWords(text).filter(({ length }) => length >= SHORTEST);

/** What a deadline's name speaks of is its first word, without an article: "opfølgning", "the follow-up". */
const firstWord = (name: string): string[] => {
  const first = name.split(' ').find(({ length }) => length >= SHORTEST) ?? '';
  return first.length >= SHORTEST_NAME ? longWords(first) : [];
};

/** The order that a sentence asks for: "pr. sagsbehandler", "efter regel". */
export const groupingSaid = (talking: Talking, entities: Entities): Grouping => {
  const said = wordsSaid(talking, entities);
  const asks = (by: Grouping): boolean => speaksOf(said, foldedWords(talking.say(`overdue.word.${by}`)));
  return GROUPINGS.find((by) => by !== 'date' && asks(by)) ?? 'date';
};

/**
 * The rules that a sentence speaks of, by their id or by what is due by them ("opfølgninger", "klager", "tilbud").
 * Undefined where it speaks of none, or of all of them alike.
 */
export const rulesSaid = (
  talking: Talking,
  entities: Entities,
  { deadlines, matters }: Pick<Rulebook, 'deadlines' | 'matters'>,
): string[] | undefined => {
  const { say, turn } = talking;
  if (entities.rule !== undefined) return [entities.rule];
  const said = wordsSaid(talking, entities);
  const due = ({ name, eachOffer }: (typeof deadlines)[number]): string[] => [
    ...firstWord(name[turn.language]),
    ...(eachOffer ? longWords(say('overdue.word.offer')) : []),
  ];
  const all = [
    ...deadlines.map((one) => ({ rules: [one.rule], words: due(one) })),
    ...MATTER_KINDS.map((kind) => ({
      rules: matters.filter((one) => one.kind === kind).map(({ rule }) => rule),
      words: longWords(say(`matters.kind.${kind}`)),
    })),
  ];
  const spoken = all.filter(({ words }) => speaksOf(said, words));
  return spoken.length === 0 || spoken.length === all.length
    ? undefined
    : [...new Set(spoken.flatMap(({ rules }) => rules))];
};

/** Whether an open entry is among what is wanted. */
export const isWanted = ({ entry, due }: OpenDue, wanted: OverdueWanted): boolean => {
  const rules = wanted.rules?.map(folded);
  if (rules !== undefined && !rules.includes(folded(entry.rule))) return false;
  if (wanted.due === undefined) return true;
  const { from, to } = wanted.due;
  const on = civilDateOf(due);
  return entry.due === undefined ? from === undefined : on <= to && (from === undefined || on >= from);
};

/** How the question was read, and what the answer leaves out. */
export const notesOn = (talking: Talking, wanted: OverdueWanted, names: readonly string[]): string[] => {
  const { say, turn } = talking;
  const inFull = (iso: string): string => formatWeekday(iso, turn.language);
  const { day, due, rules = [] } = wanted;
  const window =
    due === undefined
      ? []
      : due.from === undefined
        ? [say('overdue.until', { date: inFull(due.to) })]
        : due.from === due.to
          ? [say('overdue.on', { date: inFull(due.to) })]
          : [say('overdue.between', { from: inFull(due.from), to: inFull(due.to) })];
  return [
    ...(day === undefined
      ? []
      : [say(day < turn.today ? 'overdue.past-day' : 'overdue.day-ahead', { date: formatDate(day, turn.language) })]),
    ...window,
    ...(rules.length === 0
      ? []
      : [say('overdue.only', { what: formatList(names.length > 0 ? [...names] : rules, turn.language) })]),
  ];
};
