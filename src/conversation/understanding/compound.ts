/** Letters that Danish puts between the parts of a compound. */
const links = ['', 's', 'e', '-'];
const shortestPart = 4;
const shortestAlone = 7;

/**
 * The known parts of a Danish compound ("forlængelsesanmodning", "sygedagpengesagen"). Two known parts are best; one
 * long known part with something unknown after it ("sygedagpengemodtager") or before it ("snusepraktik") also counts.
 */
export const compound = (word: string, known: (part: string) => number[]): number[] => {
  if (word.length < shortestPart * 2) return [];
  let alone: number[] = [];
  for (let cut = word.length - shortestPart + 1; cut >= shortestPart; cut -= 1) {
    const left = known(word.slice(0, cut));
    if (left.length === 0) {
      if (alone.length === 0 && word.length - cut >= shortestAlone) alone = known(word.slice(cut));
      continue;
    }
    for (const link of links) {
      if (!word.startsWith(link, cut)) continue;
      const right = known(word.slice(cut + link.length));
      if (right.length > 0) return [...left, ...right];
    }
    if (cut >= shortestAlone) alone = left;
  }
  return alone;
};
