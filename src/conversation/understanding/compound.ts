/** Letters that Danish puts between the parts of a compound. */
const links = ['', 's', 'e', '-'];
const shortestPart = 4;
const shortestAlone = 7;

/**
 * The known parts of a Danish compound ("forlængelsesanmodning", "sygedagpengesagen"). Two known parts are best; one
 * long known part with something unknown after it ("sygedagpengemodtager") also counts.
 */
export const compound = (word: string, known: (part: string) => number[]): number[] => {
  if (word.length < shortestPart * 2) return [];
  let alone: number[] = [];
  for (let cut = word.length - shortestPart + 1; cut >= shortestPart; cut -= 1) {
    const left = known(word.slice(0, cut));
    if (left.length === 0) continue;
    for (const link of links) {
      if (!word.startsWith(link, cut)) continue;
      const right = known(word.slice(cut + link.length));
      if (right.length > 0) return [...left, ...right];
    }
    if (cut >= shortestAlone) alone = left;
  }
  return alone;
};

/** The known end of a compound whose beginning nobody knows ("snusepraktik"). */
export const compoundEnd = (word: string, known: (part: string) => number[]): number[] => {
  for (let cut = shortestPart; word.length - cut >= shortestAlone; cut += 1) {
    const end = known(word.slice(cut));
    if (end.length > 0) return end;
  }
  return [];
};

/** Small words that stick to the next one when the space is missed: "tilsygedagpenge". */
const sticking = /^(?:til|paa|med|for|hos|ved|af|i)(?=.{6})/;

/** A known word with a small one stuck before it. */
export const unstuck = (word: string, known: (part: string) => number[]): number[] => {
  const stuck = sticking.exec(word)?.[0];
  return stuck === undefined ? [] : known(word.slice(stuck.length));
};
