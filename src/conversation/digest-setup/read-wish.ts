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

/** "Slå det til", "slå det fra", "turn it on". */
const lastWords: ReadonlyMap<string, Part> = new Map([
  ['til', 'start'],
  ['on', 'start'],
  ['fra', 'stop'],
]);

/** The phrase at a word, which may be said otherwise in its place: "til Team Nord". */
const meantAt = (words: readonly string[], at: number): ReturnType<typeof phraseAt> => {
  const word = words[at] ?? '';
  const last = at === words.length - 1 ? lastWords.get(word) : undefined;
  if (last !== undefined) return { part: last, length: 1 };
  if ((word === 'til' || word === 'to') && /team/.test(words[at + 1] ?? '')) return { part: 'for', length: 1 };
  return phraseAt(words, at);
};

const isFrom = (word: string | undefined): boolean => word === 'fra' || word === 'from';
const isTo = (word: string | undefined): boolean => word === 'til' || word === 'to';

/** The sentence's parts, or undefined where a word is none of them or one is said twice in two ways. */
const partsOf = (tokens: readonly Token[]): Parts | undefined => {
  const words = tokens.map(({ word }) => word);
  const parts: Parts = { said: new Set() };
  for (let at = 0; at < tokens.length;) {
    const time = timeAt(tokens, at);
    const day = weekdayAt(words, at);
    const phrase = meantAt(words, at);
    if (time !== undefined) {
      if (parts.at !== undefined) return undefined;
      parts.at = time.time;
      at += time.length;
    } else if (day !== undefined) {
      if (parts.weekday !== undefined) return undefined;
      parts.weekday = day.weekday;
      at += day.length;
    } else if (phrase?.part === 'not-then') {
      // "I stedet for kl. 8": the time that it was.
      const clock = phraseAt(words, at + phrase.length);
      const from = at + phrase.length + (clock?.part === 'clock' ? clock.length : 0);
      const old = timeAt(tokens, from);
      if (old === undefined) return undefined;
      at = from + old.length;
    } else if (phrase?.part === 'for') {
      const name = teamAt(tokens, words, at + 1);
      if (name.length === 0 || parts.team !== undefined) return undefined;
      const team = name.join(' ');
      if (!ownTeam.test(team)) parts.team = team;
      at += 1 + name.length;
    } else if (phrase !== undefined) {
      const clock = phrase.part === 'clock' ? timeAt(tokens, at + phrase.length) : undefined;
      // "at" and "til" are said of a time only.
      if (phrase.part === 'clock' && clock === undefined) return undefined;
      // "Fra kl. 8 til kl. 9": the first one was.
      const after = at + phrase.length + (clock?.length ?? 0);
      if (clock !== undefined && isFrom(words[at]) && isTo(words[after])) {
        at = after;
        continue;
      }
      parts.said.add(phrase.part);
      if (phrase.part === 'day-digest') parts.said.add('digest');
      if (phrase.part === 'own-list') parts.said.add('list');
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

/** "Skriv ikke noget, når der ikke er noget", "skriv kun, når der er noget", "send også en linje på stille dage". */
const quietWish = ({ said, team, at, weekday }: Parts): Wish | undefined => {
  const nothing = only(said, ['nothing', 'stop', 'send']);
  const isOnly = said.has('only');
  if (nothing === undefined || at !== undefined || weekday !== undefined || said.has('list') || said.has('week'))
    return undefined;
  if (said.has('when') || said.has('asks-when')) return undefined;
  // "Kun, når der er noget", or else of a day when there is nothing.
  if (isOnly !== said.has('busy-day') || isOnly === said.has('quiet-day')) return undefined;
  if (isOnly && nothing !== 'send') return undefined;
  return {
    of: 'digest',
    do: 'quiet',
    quiet: nothing === 'send' && !isOnly ? 'line' : 'nothing',
    ...(team !== undefined && { team }),
  };
};

/** That it is to come again and again, or at this place or time; else it is asked for once. */
const isStanding = ({ said, at, weekday }: Parts): boolean =>
  at !== undefined ||
  weekday !== undefined ||
  said.has('start') ||
  said.has('here') ||
  said.has('every-day') ||
  said.has('every-week');

type Verb = 'send' | 'stop' | 'when' | 'show';

/** What is to be done. Who asks when it comes may say "get", and who wants it no more "have". */
const verbOf = (parts: Parts): Verb | undefined => {
  const { said } = parts;
  if (said.has('when')) return said.has('stop') || said.has('show') ? undefined : 'when';
  if (said.has('stop')) return said.has('start') || said.has('show') ? undefined : 'stop';
  if (said.has('no-more')) return undefined;
  if (said.has('send') || said.has('start')) return isStanding(parts) ? 'send' : 'show';
  return isStanding(parts) ? undefined : 'show';
};

/** "Vis dagens overblik", "overblikket for Team Nord"; an overview for anybody else is not a team's. */
const showWish = ({ said, team }: Parts): Wish | undefined => {
  const sure = said.has('day-digest');
  if (team === undefined) return { of: 'digest', do: 'show', sure };
  return sure || /team/i.test(team) ? { of: 'digest', do: 'show', team, sure: true } : undefined;
};

const wishOf = (parts: Parts): Wish | undefined => {
  const { said, at, weekday, team } = parts;
  if (said.has('quiet-day') || said.has('busy-day') || said.has('only')) return quietWish(parts);
  const of = only(said, ['digest', 'list', 'week']);
  const verb = verbOf(parts);
  if (of === undefined || verb === undefined || said.has('nothing') || said.has('line')) return undefined;
  if (said.has('asks-when') ? verb !== 'when' : verb === 'when' && !said.has('send')) return undefined;
  if (said.has('today') && verb !== 'when') return undefined;
  const named = team === undefined ? {} : { team };
  if (of !== 'digest' && team !== undefined) return undefined;
  if (of !== 'week' && (weekday !== undefined || said.has('every-week'))) return undefined;
  if (of === 'week' && said.has('every-day')) return undefined;
  if (verb === 'show' && of === 'list') return said.has('own-list') ? { of, do: verb } : undefined;
  if (verb === 'show') return of === 'digest' ? showWish(parts) : undefined;
  if (verb !== 'send') {
    if (at !== undefined || weekday !== undefined) return undefined;
    return of === 'digest' ? { of, do: verb, ...named } : { of, do: verb };
  }
  const when = at === undefined ? {} : { at };
  if (of === 'digest') return { of, do: 'send', ...when, ...named };
  if (of === 'list') return { of, do: 'send', ...when };
  return { of, do: 'send', ...when, ...(weekday !== undefined && { weekday }) };
};

/** Whether nothing but "stop" is said: what is meant is what comes by itself here. */
export const isStop = (text: string): boolean =>
  /^(?:stop|stop (?:det|tak|nu|it|please)|afmeld|unsubscribe)$/.test(
    tokenise(text)
      .flatMap(({ kind, word }) => (kind === 'mark' ? [] : [word]))
      .join(' '),
  );

/**
 * What a sentence wants of a digest, when it is about nothing but that; undefined for everything else, which is for the
 * understanding to read.
 */
export const readWish = (text: string): Wish | undefined => {
  const tokens = tokenise(text).filter(
    ({ kind, raw }, index, all) => kind !== 'mark' || raw === '&' || (raw === ':' && all[index + 1]?.kind === 'number'),
  );
  if (tokens.length > MOST_WORDS) return undefined;
  const parts = partsOf(tokens);
  return parts && wishOf(parts);
};
