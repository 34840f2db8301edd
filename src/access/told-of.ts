import type { CaseRead } from './watch-reads.ts';

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const inWord = /[\p{Letter}\p{Number}]/u;

/** Whether the number stands there by itself, not as the beginning or end of a longer one. */
const hasNumber = (text: string, number: string): boolean => {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1))
    if (!inWord.test(text.charAt(at - 1)) && !inWord.test(text.charAt(at + number.length))) return true;
  return false;
};

/**
 * Which of the cases that were read an answer tells of: those whose number stands anywhere in it, be it in a button's
 * data, and the one it says it is about. A name without a number is enough; it is no namesake's that was read besides.
 * A number or name that was not found for the asker tells nothing: it is there because they wrote it.
 */
export const toldOf = (
  answer: unknown,
  read: readonly CaseRead[],
  { about, notFound = '' }: { about?: string | null | undefined; notFound?: string | undefined } = {},
): CaseRead[] => {
  const whole = textsIn(answer).join('\n');
  const text = notFound === '' ? whole : whole.replaceAll(notFound, '?');
  const numbered = read.filter(({ id }) => id === about || hasNumber(text, id));
  const known = new Set(numbered.map(({ name }) => name));
  const named = read.filter(({ name }) => name !== undefined && !known.has(name) && text.includes(name));
  return [...numbered, ...named];
};
