const folded: Readonly<Record<string, string>> = {
  æ: 'ae',
  ä: 'ae',
  ø: 'oe',
  ö: 'oe',
  å: 'aa',
  é: 'e',
  è: 'e',
  ê: 'e',
  ë: 'e',
  á: 'a',
  à: 'a',
  ã: 'a',
  â: 'a',
  ü: 'u',
  ú: 'u',
  í: 'i',
  ï: 'i',
  ó: 'o',
  ô: 'o',
  ç: 'c',
  ñ: 'n',
  š: 's',
  ž: 'z',
  ć: 'c',
  č: 'c',
  ł: 'l',
  ß: 'ss',
  ı: 'i',
  '’': "'",
  '´': "'",
  '`': "'",
};

/** All that can have another spelling: names by the hundred are folded for one sentence, and most have none of it. */
const beyondAscii = /[^ -_a-~]/gu;

/**
 * A word in lower case with one spelling for æ/ae, ø/oe, å/aa and accents, so that a keyboard does not decide what is
 * understood. Composed and decomposed letters come out the same.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(beyondAscii, (letter) => folded[letter] ?? letter);
