import { addMonths, dayOf, isoOf } from '../../rulebook/calendar.ts';
import { plainDate } from './plain-date.ts';
import type { Sentence } from './sentence.ts';
import { readNumber } from './slots/numbers.ts';
import { months } from './vocabulary/time.ts';

/**
 * What a sentence answers beyond doubt, being that and nothing else: one amount of its unit, one yes or no, one choice, or
 * one day. `day` is a day of a month; `from` and `to` may say that something begins or ends with it; `whole-day` has its
 * year; `about` is any day or stretch of days.
 */
export type PlainKind =
  | 'price'
  | 'hours'
  | 'days'
  | 'yes-no'
  | 'choice'
  | 'day'
  | 'whole-day'
  | 'from'
  | 'to'
  | 'about'
  | 'birth-date';

const perWeek = String.raw`(?: (?:(?:om|pr|per|i|a|hver|/) (?:ugen|uge|week|u)|ugentligt?|ugtl|weekly))?`;
const money = String.raw`(?: (?:kroner|krone|kr|dkk))?`;
const price = new RegExp(
  `^(?:(?:ja|ok) )?(?:(?:den|det|it|that|tilbuddet|forloebet|prisen|pris|ugeprisen|ugepris|the price|price) )?(?::? ?(?:er|is|koster|costs) )?(?:(?:kr|dkk) )?#${money}(?: , -)?${money}${perWeek}$`,
);
const hours = new RegExp(
  `^(?:(?:ja|ok) )?(?:(?:hun|han|she|he|borgeren|den|det|it|the citizen) )?(?:(?:kan|can|er|is) )?(?:(?:klare|klarer|moede|moeder|deltage|deltager|attend|attends|manage|i|in) )*# ?(?:timer|time|t|hours|hour|hrs)?${perWeek}$`,
);
const days = /^(?:(?:hver|every) )?#(?: (?:dage|dag|days|day))?$/;
/** Nobody's offer costs less, unless it costs nothing. */
const leastPrice = 20;

const articles = /^(?:en|et|a|an)$/;

/** A sentence of which no word is taken. */
const unread = (sentence: Sentence): Sentence => ({ ...sentence, claimed: sentence.tokens.map(() => false) });

/** The sentence as one line, its numbers as "#"; marks that turn nothing are left out. */
const amountsIn = (sentence: Sentence): { line: string; values: number[] } => {
  const fresh = unread(sentence);
  const line: string[] = [];
  const values: number[] = [];
  for (let at = 0; at < fresh.tokens.length; at += 1) {
    const { word = '', raw = '' } = fresh.tokens[at] ?? {};
    const number = articles.test(word) ? undefined : readNumber(fresh, at);
    if (number !== undefined) {
      values.push(number.value);
      line.push('#');
      at = number.to - 1;
    } else if (raw !== '.' && raw !== '!' && (raw !== ',' || fresh.tokens[at + 1]?.raw === '-')) line.push(word);
  }
  return { line: line.join(' '), values };
};

const limit =
  /(?:^| )(?:over|under|hoejst|mindst|minimum|min|max|maks|maksimalt|maksimum|ca|cirka|omkring|omtrent|knap|naesten|op til|mere end|mindre end|up to|at least|at most|more than|less than|about|around|roughly|approximately|almost|nearly|above|below)(?: (?:kr|dkk))? #/;
const several = /# (?:kr |kroner |timer |hours )?(?:-|–|til|to|og|and|eller|or) #/;
const otherUnit =
  /# (?:(?:kr|kroner) )?(?:(?:om|pr|per|i|a|hver|\/) )?(?:maaned\p{L}*|md|mdr|months?|aar|aaret|year|dag|dagen|dagligt?|daily|day|timen|euro|euros|eur|€|dollars?|\$|usd|sek|nok|gbp|pund|pounds|%|procent|percent)(?: |$)|(?:€|\$|eur|usd) #/u;
const past =
  /(?:^| )(?:var|blev|kostede|tidligere|foer|sidst|sidste|plejede|was|were|last|before|previously|used to)(?: |$)/;
const most = /(?:^| )(?:hoejst|max|maks|maksimalt|op til|up to|at most|no more than) #/;

/**
 * Whether what stands beside a number makes it another amount than the one asked for: a limit, a range, another unit or
 * currency, what was once. `most`: the most that there can be is what was asked for.
 */
export const isQualified = (sentence: Sentence, asked: { most: boolean }): boolean => {
  const { line, values } = amountsIn(sentence);
  const limited = limit.test(line) && !(asked.most && most.test(line));
  return (
    new Set(values).size > 1 ||
    limited ||
    several.test(line) ||
    otherUnit.test(line) ||
    past.test(line) ||
    /(?:^| )- ?#/.test(line)
  );
};

const plainAmounts = (sentence: Sentence): PlainKind[] => {
  const { line, values } = amountsIn(sentence);
  const [value] = values;
  if (value === undefined || values.length > 1) return [];
  const isPrice = price.test(line) && (value === 0 || value >= leastPrice);
  return [
    ...(isPrice ? ['price' as const] : []),
    ...(hours.test(line) ? ['hours' as const] : []),
    ...(days.test(line) ? ['days' as const] : []),
  ];
};

const yes = /^(?:ja|jo|jep|jeps|yes|yep|yeah|korrekt|correct)$/;
const no = /^(?:nej|nae|niks|no|nope|nah)$/;
const denial = /^(?:ikke|ik|ikk|ej|ingen|intet|uden|aldrig|hverken|not|never|none|without|\p{L}+n['’]t|\p{L}{2,}snt)$/u;
const holding =
  /^(?:hun|han|she|he|borgeren|citizen|den|det|der|it|that|er|is|har|has|have|does|en|et|a|an|the|diagnose|diagnosen)$/;

interface Sides {
  yes: number;
  no: number;
  denials: number;
  facts: number;
  /** Every other word holds the answer together. */
  bare: boolean;
  /** "No autism": the no belongs to the fact. */
  denies: boolean;
}

const sidesOf = (sentence: Sentence): Sides => {
  const told = sentence.hits.filter(
    ({ concept }) => concept.startsWith('fact:') || concept === 'no-progress' || concept === 'not-agreed',
  );
  const sides: Sides = {
    yes: 0,
    no: 0,
    denials: 0,
    facts: new Set(told.map(({ concept }) => concept)).size,
    bare: true,
    denies: false,
  };
  for (const [at, { kind, word, raw }] of sentence.tokens.entries()) {
    if (told.some(({ from, to }) => at >= from && at < to)) continue;
    if (yes.test(word)) sides.yes += 1;
    else if (no.test(word)) {
      sides.no += 1;
      sides.denies ||= sentence.language === 'en' && told.some(({ from }) => from === at + 1);
    } else if (denial.test(word)) sides.denials += 1;
    else if (kind === 'mark' ? !/^[.,!:]$/.test(raw) : !holding.test(word)) sides.bare = false;
  }
  return sides;
};

/** Yes and no together, or a denial that is denied: nobody can say what it comes to. */
export const contradictsItself = (sentence: Sentence): boolean => {
  const { yes: yeses, no: noes, denials, facts, denies } = sidesOf(sentence);
  if (denials > 1 || (yeses > 0 && noes + denials > 0)) return true;
  return noes > 0 && facts > 0 && denials === 0 && !denies;
};

/** Whether a sentence says yes or no, and nothing else. */
export const saysOnlyYesOrNo = (sentence: Sentence): boolean => {
  const { yes: yeses, no: noes, denials, facts, bare } = sidesOf(sentence);
  return facts === 0 && bare && denials === 0 && yeses + noes > 0;
};

const plainYesOrNo = (sentence: Sentence): boolean => {
  const { yes: yeses, no: noes, denials, facts, bare } = sidesOf(sentence);
  if (!bare || facts > 1 || yeses > 1 || noes > 1 || contradictsItself(sentence)) return false;
  if (facts === 1) return true;
  const denied = denials === 1 && sentence.hits.some(({ concept }) => concept === 'no');
  return yeses + noes === 1 || denied;
};

/** A choice by its word, alone or with the day since when it is so. */
const plainChoice = (sentence: Sentence): boolean => {
  const { yes: yeses, no: noes, denials, facts, bare } = sidesOf(sentence);
  return facts === 1 && yeses + noes + denials === 0 && (bare || plainDate(unread(sentence)).includes('from'));
};

const youngest = 15;
const oldest = 80;

/** The year that two digits name, if somebody of working age was born in it. */
const yearOfPerson = (written: string, month: number, day: number, today: number): string | undefined => {
  if (written.length === 4) return written;
  const dated = (century: string): number =>
    dayOf(`${century}${written}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return ['19', '20']
    .filter(
      (century) =>
        dated(century) <= addMonths(today, -12 * youngest) && dated(century) > addMonths(today, -12 * (oldest + 1)),
    )
    .map((century) => `${century}${written}`)[0];
};

const bornLine =
  /^(?:(?:hun|han|she|he|borgeren) )?(?:(?:er|is|was|blev) )?(?:(?:foedt|born|foedselsdatoen|foedselsdato|foedselsdag) )?(?:er )?(?:(?:on|d|den|the) )*(?<first>\p{L}+|\d{1,2})(?: (?:st|nd|rd|th))? (?:of )?(?<second>\p{L}+|\d{1,2})(?: (?:st|nd|rd|th))? (?<year>\d{4}|\d{2})$/u;

/** The date of birth that a sentence gives and nothing else: with its year, or with two digits that make a person. */
export const bornOn = (sentence: Sentence): string | undefined => {
  const line = sentence.tokens
    .filter(({ kind, raw }) => kind !== 'mark' || !/^[.,'’:]$/.test(raw))
    .map(({ kind, word }) => (kind === 'date' ? word.replaceAll(/[-/.]+/g, ' ').trim() : word))
    .join(' ')
    .replace(/(?<year>\d{4}) (?<month>\d{2}) (?<day>\d{2})$/, '$<day> $<month> $<year>');
  const { first = '', second = '', year = '' } = bornLine.exec(line)?.groups ?? {};
  const named = months.get(first);
  const day = Number(named === undefined ? first : second);
  const month = named ?? (/^\d/.test(second) ? Number(second) : (months.get(second) ?? 0));
  if (!(day >= 1 && day <= 31 && month >= 1 && month <= 12)) return undefined;
  const whole = yearOfPerson(year, month, day, sentence.today);
  if (whole === undefined) return undefined;
  const iso = `${whole}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return Number.isFinite(dayOf(iso)) && isoOf(dayOf(iso)) === iso ? iso : undefined;
};

/** What a sentence answers beyond doubt. */
export const plainKinds = (sentence: Sentence): ReadonlySet<PlainKind> =>
  new Set([
    ...plainAmounts(sentence),
    ...(plainYesOrNo(sentence) ? ['yes-no' as const] : []),
    ...(plainChoice(sentence) ? ['choice' as const] : []),
    ...plainDate(unread(sentence)),
    ...(bornOn(sentence) === undefined ? [] : ['birth-date' as const]),
  ]);
