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

/**
 * A word in lower case with one spelling for æ/ae, ø/oe, å/aa and accents, so that a keyboard does not decide what is
 * understood. Composed and decomposed letters come out the same.
 */
export const fold = (text: string): string => {
  const lower = text.normalize('NFC').toLowerCase();
  let result = '';
  for (const letter of lower) result += folded[letter] ?? letter;
  return result;
};
