import { randomBytes } from 'node:crypto';

const LETTERS = 'bcdfghjkmnpqrstv';

/**
 * A fresh unique id of 80 random bits, in consonants only: digits could fall into the shape of a CPR number,
 * and would then be masked on their way back in a click.
 */
export const newId = (): string =>
  [...randomBytes(10)].map((byte) => `${LETTERS[byte >> 4]}${LETTERS[byte & 15]}`).join('');
