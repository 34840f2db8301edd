import { fold } from './fold.ts';

/** The names of a municipality's cases and offers come again with every sentence; more are not remembered. */
const remembered = 20_000;
const known = new Map<string, readonly string[]>();

/** The words of a name, folded. */
export const nameWords = (name: string): readonly string[] => {
  let words = known.get(name);
  if (words === undefined) {
    if (known.size >= remembered) known.clear();
    words = fold(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
    known.set(name, words);
  }
  return words;
};
