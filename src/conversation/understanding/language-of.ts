import type { Language } from '../../contract/language.ts';
import { lexiconOf } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { onlyDanish, onlyEnglish } from './vocabulary/common-words.ts';

const understood = (tokens: readonly Token[], language: Language): number =>
  tokens.filter((token) => token.kind === 'word' && lexiconOf(language).read(token, false).how === 'plain').length;

/** The language a sentence is written in: by its small words, then by the words of the field; `usual` when neither tells. */
export const languageOf = (tokens: readonly Token[], usual: Language): Language => {
  let danish = 0;
  let english = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    // "Klar til Job" in an English sentence does not make it Danish.
    if (!token.capital && tokens[at - 1]?.capital === true && tokens[at + 1]?.capital === true) continue;
    const da = onlyDanish.has(token.word);
    const en = onlyEnglish.has(token.word);
    if ((da && !en) || (!token.capital && /[æøå]/.test(token.raw))) danish += 1;
    if (en && !da) english += 1;
  }
  if (danish === english) {
    danish = understood(tokens, 'da');
    english = understood(tokens, 'en');
  }
  if (danish === english) return usual;
  return danish > english ? 'da' : 'en';
};
