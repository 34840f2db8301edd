import { claim, type Sentence, wordAt } from '../sentence.ts';
import { months, units, weekdays } from '../vocabulary/time.ts';

export interface Ids {
  caseId?: string;
  rule?: string;
  offerId?: string;
  cpr: boolean;
  /** More than one case is named. */
  several: boolean;
}

const ruleWords = new Set(['regel', 'rule', 'reglen', 'regl']);
const caseWords = new Set(['sag', 'sagsnr', 'sagsnummer', 'case', 'sagen', 'journalnr']);
const notPrefix = (word: string): boolean => months.has(word) || units.has(word) || weekdays.has(word);

/** What is known by its shape alone: case numbers, rule ids, offer ids, and CPR numbers, which go no further. */
export const findIds = (sentence: Sentence): Ids => {
  const found: Ids = { cpr: false, several: false };
  const { tokens } = sentence;
  const take = (from: number, to: number): void => claim(sentence, from, to);
  for (const [at, token] of tokens.entries()) {
    if (sentence.claimed[at] === true) continue;
    const next = tokens[at + 1];
    if (token.kind === 'cpr') {
      found.cpr = true;
      take(at, at + 1);
    } else if (token.kind === 'case-id') {
      const caseId = token.raw
        .toUpperCase()
        .replace(/^(\p{L}+)[- ]?(?=\d)/u, '$1-')
        .replace(' ', '-');
      found.several ||= found.caseId !== undefined && found.caseId !== caseId;
      found.caseId ??= caseId;
      take(at, at + 1);
    } else if (token.kind === 'rule-id' && !notPrefix(token.raw.slice(0, 3).toLowerCase())) {
      found.rule ??= token.raw.toUpperCase();
      take(at, at + 1);
    } else if (token.kind === 'offer-id') {
      const spelled = token.raw.includes('-') ? token.raw : `${token.raw.slice(0, 1)}-${token.raw.slice(1)}`;
      found.offerId ??= spelled.startsWith('O') ? spelled.toLowerCase() : spelled;
      if (/^t-/.test(found.offerId)) found.offerId = found.offerId.toUpperCase();
      take(at, at + 1);
    } else if (next?.kind === 'number' && /^\d{1,3}$/.test(next.raw)) {
      const attached = token.end === next.start && /^\p{L}{3}$/u.test(token.raw);
      const unknown = token.kind === 'word' && sentence.words[at]?.how === 'unknown' && token.word.length === 3;
      const counted =
        units.has(wordAt(sentence, at + 2)) || /^(?:timer|kr|time|t|hours|hrs)$/.test(wordAt(sentence, at + 2));
      if ((unknown || attached) && !notPrefix(token.word) && !counted) {
        found.rule ??= `${token.raw.toUpperCase()}-${next.raw}`;
        take(at, at + 2);
      } else if (ruleWords.has(token.word)) {
        found.rule ??= next.raw;
        take(at + 1, at + 2);
      } else if (caseWords.has(token.word) && !units.has(wordAt(sentence, at + 2))) {
        found.caseId ??= next.raw;
        take(at + 1, at + 2);
      }
    }
  }
  return found;
};
