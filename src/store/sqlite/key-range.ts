/** No key holds a character above this one, so it closes the range of the keys that begin with a prefix. */
const LAST_CHARACTER = '\u{10FFFF}';

/** The first key that begins with a prefix, and the end (itself not in it) of all that do. */
export const keyRange = (prefix: string): [from: string, to: string] => [prefix, prefix + LAST_CHARACTER];
