import { fold } from '../fold.ts';

/** Concept → phrases, separated by commas or line ends. A word ending in `~` is a stem that takes endings. */
export type Words = Readonly<Record<string, string>>;

/** The phrases of a vocabulary table, folded. */
export const phrasesOf = (words: Words): [string, string[]][] =>
  Object.entries(words).map(([concept, text]) => [
    concept,
    text
      .split(/[,\n]/)
      .map((phrase) => fold(phrase).trim())
      .filter((phrase) => phrase !== ''),
  ]);
