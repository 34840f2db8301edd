/** Words that turn what follows round, folded. */
export const denials: ReadonlySet<string> = new Set(
  `ikke ik ikk ingen uden aldrig ej not no isn't doesn't hasn't don't without never wasn't aren't haven't isnt doesnt hverken intet won't didn't unlikely usandsynlig usandsynligt naeppe`.split(
    /\s+/,
  ),
);

/** What else turns a fact round; elsewhere these words say something of their own. */
export const factDenials: ReadonlySet<string> = new Set([
  ...denials,
  ...`nul zero nothing neither nor nowhere nobody noone cannot hardly ingenting hasnt havent wasnt arent wont didnt wouldnt cant couldnt dont none
  glemt glemte forgot forgotten fails failed mangler`.split(/\s+/),
]);

/** These deny in English only. */
export const englishDenials: ReadonlySet<string> = new Set(['no', 'none', 'nor', 'zero']);

/** A denial and the word after it that together deny nothing: "ikke kun", "not only". */
export const notDenying: ReadonlySet<string> = new Set([
  ...'kun bare blot mindst alene sandt engang'.split(' ').flatMap((word) => [`ikke ${word}`, `ik ${word}`]),
  ...[
    'not only',
    'not just',
    'not merely',
    'uden videre',
    'uden tvivl',
    'uden held',
    'uden resultat',
    'uden effekt',
    'uden succes',
    'without success',
    'without luck',
    'no doubt',
    'without doubt',
    'ingen tvivl',
  ],
]);

/** Words that open a clause of their own, folded. */
export const clauseWords: ReadonlySet<string> = new Set(
  'hvis vis naar when if fordi because selvom although though saafremt provided unless medmindre mens while'.split(' '),
);
