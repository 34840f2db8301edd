import { fold } from '../fold.ts';

const anyEnding = String.raw`[^ |]*`;
/** A few words between two that belong together ("vælger formidleren fra"); none of them ends a clause. */
const fewWords = '(?: [^ |]+){0,6}';

const ofWord = (word: string): string => {
  const plain = word.replaceAll(/[.*+?^${}()[\]\\]/g, String.raw`\$&`);
  return plain.startsWith('~')
    ? `${anyEnding}${plain.slice(1).replace('~', anyEnding)}`
    : plain.replace('~', anyEnding);
};

const ofPhrase = (phrase: string): string =>
  fold(phrase)
    .trim()
    .split(/\s+/)
    .reduce((text, word) => {
      if (word === '…') return `${text}${fewWords}`;
      return text === '' ? ofWord(word) : `${text} ${ofWord(word)}`;
    }, '');

const letters = /^[a-z&]{2}/;

/** Alternatives that begin alike tried together: most words begin like none of them. */
const byFirstLetters = (listed: readonly string[]): string =>
  [...Map.groupBy(listed, (phrase) => letters.exec(phrase)?.[0] ?? '')]
    .map(([first, phrases]) =>
      first === '' ? phrases.join('|') : `${first}(?:${phrases.map((phrase) => phrase.slice(first.length)).join('|')})`,
    )
    .join('|');

/**
 * Phrases, separated by commas, as one pattern over a clause's words. `~` stands for any beginning or ending of a word,
 * `…` for up to six words. A match begins with the space before its first word.
 */
export const phrasePattern = (phrases: string): RegExp => {
  const listed = phrases
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .map(ofPhrase)
    // The longer one is what is meant where both begin at the same word.
    .toSorted((a, b) => b.length - a.length);
  return new RegExp(` (?:${byFirstLetters(listed)})(?= )`, 'gu');
};
