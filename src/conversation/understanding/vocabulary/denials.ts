/** Words that turn what follows round, folded. */
export const denials: ReadonlySet<string> = new Set(
  `ikke ik ikk ingen uden aldrig ej not no isn't doesn't hasn't don't without never wasn't aren't haven't isnt doesnt hverken intet won't didn't unlikely usandsynlig usandsynligt naeppe`.split(
    /\s+/,
  ),
);
