import type { Sentence } from './sentence.ts';
import { type DateSlot, findDates } from './slots/dates.ts';
import { months } from './vocabulary/time.ts';

export type PlainDate = 'day' | 'whole-day' | 'from' | 'to' | 'about';

const holding = /^(?:d|den|det|the|on|er|is|it|paa|dato|datoen|hun|han|she|he|borgeren)$/;
const beginning = /^(?:siden|since|fra|from|starter|starts|start|begynder|syg|sygemeldt|sick|ill)$/;
const ending = /^(?:til|indtil|until|till|to|og|med|tom|slutter|ends|slut)$/;
const namedDays = /^(?:i dag|idag|today|i gaar|igaar|yesterday)$/;

/** How exactly the words of a date name a day: by number and month, with the year or without. */
const exactness = (sentence: Sentence, { from, to, wide }: DateSlot): 'year' | 'day' | undefined => {
  if (wide) return undefined;
  const words = sentence.tokens.slice(from, to).filter(({ raw }) => !/^[.,]$/.test(raw));
  while (/^(?:d|den|the)$/.test(words[0]?.word ?? '')) words.shift();
  const [one, two, three, four] = words;
  if (one === undefined || four !== undefined) return undefined;
  if (one.kind === 'date') {
    if (two !== undefined) return undefined;
    return /(?:^|\D)\d{4}(?:\D|$)/.test(one.raw) ? 'year' : 'day';
  }
  if (namedDays.test(words.map(({ word }) => word).join(' '))) return 'day';
  const [number, month] = one.kind === 'number' ? [one, two] : [two, one];
  if (number?.kind !== 'number' || !months.has(month?.word ?? '')) return undefined;
  return three === undefined ? 'day' : /^\d{4}$/.test(three.raw) ? 'year' : undefined;
};

/** What a sentence is a date for, if it gives one and nothing that could turn it; the sentence has no word taken. */
export const plainDate = (sentence: Sentence): PlainDate[] => {
  const [date, second] = findDates(sentence);
  if (date === undefined || second !== undefined) return [];
  const told = sentence.hits.filter(({ concept }) => concept.startsWith('fact:'));
  const beside = sentence.tokens.filter(
    ({ kind, raw }, at) => !(at >= date.from && at < date.to) && !(kind === 'mark' && /^[.!:,]$/.test(raw)),
  );
  const all = (...fits: RegExp[]): boolean => beside.every(({ word }) => fits.some((one) => one.test(word)));
  const isFact = ({ start }: { start: number }): boolean =>
    told.some(({ from, to }) => sentence.tokens.slice(from, to).some((token) => token.start === start));
  const exact = exactness(sentence, date);
  const begins = beside.every((token) => isFact(token) || holding.test(token.word) || beginning.test(token.word));
  return [
    ...(exact !== undefined && all(holding) ? ['day' as const] : []),
    ...(exact === 'year' && all(holding) ? ['whole-day' as const] : []),
    ...(exact !== undefined && begins ? ['from' as const] : []),
    ...(exact !== undefined && all(holding, ending) ? ['to' as const] : []),
    ...(all(holding, beginning, ending) ? ['about' as const] : []),
  ];
};
