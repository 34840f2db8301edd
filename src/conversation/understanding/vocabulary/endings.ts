/** Endings that Danish and English put on a stem: number, definiteness, genitive, tense, nouns made of verbs. */
export const endings: ReadonlySet<string> = new Set(
  `e er en et ens ets ene es s n ne nes erne ernes ers r t te de ede ende et ets else elsen elser elsens elserne elses ing
  ingen inger ingerne ning ningen ninger ningerne nings ingens ed ing ion ions ings ly lige ligt lig ere est este 'et 'en 'ene
  isk iske ske sk a i ies y ied`.split(/\s+/),
);
