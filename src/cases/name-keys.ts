import type { Case } from '../contract/case.ts';

const spelled: Readonly<Record<string, string>> = {
  æ: 'ae',
  ä: 'ae',
  ø: 'oe',
  ö: 'oe',
  å: 'aa',
  ß: 'ss',
  ł: 'l',
  ı: 'i',
};

/** Lower case, one spelling for æ/ae, ø/oe, å/aa, no accents: how names and case numbers are compared. */
export const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[æäøöåßłı]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '');

/** The folded words of a name: "Åse Sørensen-Holm" is found by aase, soerensen and holm. */
export const foldedWords = (name: string): string[] =>
  folded(name)
    .split(/[^\p{Letter}\p{Number}']+/u)
    .filter(Boolean);

/**
 * What a case is found by: each word of the citizen's name. Not its number: all of a municipality's begin alike, and
 * whoever is called something like that would be sought among all its cases.
 */
export const nameKeys = (record: Case): string[] => [...new Set(foldedWords(record.citizen.name))];
