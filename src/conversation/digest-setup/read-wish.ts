import { weekdays } from '../understanding/vocabulary/time.ts';
import { type Token, tokenise } from '../understanding/tokens.ts';
import { type Part, phraseAt } from './phrases.ts';
import { timeAt } from './read-time.ts';
import type { SaidTime, Wish } from './wish.ts';

/** A sentence longer than this says something else as well. */
const MOST_WORDS = 25;
/** No team has a longer name. */
const LONGEST_NAME = 5;
/** Said of the team whose channel it is, or one's own. */
const ownTeam = /^(?:vores|mit|our|my|the)? ?(?:team|teamet|hold|holdet|afdelingen)$/i;
/** Before a day of the week. */
const onWords: ReadonlySet<string> = new Set(['hver', 'om', 'paa', 'on', 'every', 'each']);

/** What a sentence is made of, when it is made of nothing else. */
interface Parts {
  said: Set<Part>;
  at?: SaidTime;
  weekday?: number;
  team?: string;
}

/** "for Team Nord & Syd": the words up to the next phrase, as they were written. */
const teamAt = (tokens: readonly Token[], words: readonly string[], at: number): string[] => {
  const name: string[] = [];
  for (let next = at; next < tokens.length && name.length < LONGEST_NAME; next += 1) {
    const token = tokens[next];
    const joins = token?.raw === '&';
    const ends = phraseAt(words, next) !== undefined || weekdayAt(words, next) !== undefined;
    if (token === undefined || (token.kind !== 'word' && !joins) || (ends && name.length > 0)) break;
    name.push(token.raw);
  }
  return name;
};

const weekdayAt = (words: readonly string[], at: number): { weekday: number; length: number } | undefined => {
  const before = onWords.has(words[at] ?? '') ? 1 : 0;
  const word = words[at + before] ?? '';
  const weekday = weekdays.get(word) ?? weekdays.get(word.replace(/s$/, ''));
  return weekday === undefined ? undefined : { weekday, length: before + 1 };
};

/** The sentence's parts, or undefined where a word is none of them or one is said twice in two ways. */
const partsOf = (tokens: readonly Token[]): Parts | undefined => {
  const words = tokens.map(({ word }) => word);
  const parts: Parts = { said: new Set() };
  for (let at = 0; at < tokens.length;) {
    const time = timeAt(tokens, at);
    const day = weekdayAt(words, at);
    const phrase = phraseAt(words, at);
    if (time !== undefined) {
      if (parts.at !== undefined) return undefined;
      parts.at = time.time;
      at += time.length;
    } else if (day !== undefined) {
      if (parts.weekday !== undefined) return undefined;
      parts.weekday = day.weekday;
      at += day.length;
    } else if (phrase?.part === 'for') {
      const name = teamAt(tokens, words, at + 1);
      if (name.length === 0 || parts.team !== undefined) return undefined;
      const team = name.join(' ');
      if (!ownTeam.test(team)) parts.team = team;
      at += 1 + name.length;
    } else if (phrase !== undefined) {
      // "at" and "til" are said of a time only.
      if (phrase.part === 'clock' && timeAt(tokens, at + phrase.length) === undefined) return undefined;
      parts.said.add(phrase.part);
      at += phrase.length;
    } else return undefined;
  }
  return parts;
};

/** The only one of these that was said. */
const only = <P extends Part>(said: ReadonlySet<Part>, among: readonly P[]): P | undefined => {
  const found = among.filter((part) => said.has(part));
  return found.length === 1 ? found[0] : undefined;
};

/** "Skriv ikke noget, når der ikke er noget", "send også en linje på stille dage". */
const quietWish = ({ said, team, at, weekday }: Parts): Wish | undefined => {
  const nothing = only(said, ['nothing', 'stop', 'send']);
  if (nothing === undefined || at !== undefined || weekday !== undefined || said.has('list') || said.has('week'))
    return undefined;
  if (said.has('when') || said.has('asks-when')) return undefined;
  return {
    of: 'digest',
    do: 'quiet',
    quiet: nothing === 'send' ? 'line' : 'nothing',
    ...(team !== undefined && { team }),
  };
};

/** That it is to come again and again, or at this place or time; else it is asked for once. */
const isStanding = ({ said, at, weekday }: Parts): boolean =>
  at !== undefined || weekday !== undefined || said.has('here') || said.has('every-day') || said.has('every-week');

const wishOf = (parts: Parts): Wish | undefined => {
  const { said, at, weekday, team } = parts;
  if (said.has('quiet-day')) return quietWish(parts);
  const of = only(said, ['digest', 'list', 'week']);
  const verb = only(said, ['send', 'stop', 'when']);
  if (of === undefined || verb === undefined || said.has('nothing') || said.has('line')) return undefined;
  if (said.has('asks-when') !== (verb === 'when')) return undefined;
  const named = team === undefined ? {} : { team };
  if (of !== 'digest' && team !== undefined) return undefined;
  if (of !== 'week' && (weekday !== undefined || said.has('every-week'))) return undefined;
  if (of === 'week' && said.has('every-day')) return undefined;
  if (verb !== 'send') {
    if (at !== undefined || weekday !== undefined) return undefined;
    return of === 'digest' ? { of, do: verb, ...named } : { of, do: verb };
  }
  if (!isStanding(parts)) return undefined;
  const when = at === undefined ? {} : { at };
  if (of === 'digest') return { of, do: 'send', ...when, ...named };
  if (of === 'list') return { of, do: 'send', ...when };
  return { of, do: 'send', ...when, ...(weekday !== undefined && { weekday }) };
};

/**
 * What a sentence wants of a digest, when it is about nothing but that; undefined for everything else, which is for the
 * understanding to read.
 */
export const readWish = (text: string): Wish | undefined => {
  const tokens = tokenise(text).filter(({ kind, raw }) => kind !== 'mark' || raw === ':' || raw === '&');
  if (tokens.length > MOST_WORDS) return undefined;
  const parts = partsOf(tokens);
  return parts && wishOf(parts);
};
