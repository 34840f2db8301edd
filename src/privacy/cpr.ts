const day = '(?:0[1-9]|[12]\\d|3[01]|[67]\\d|8\\d|9[01])'; // days 61 to 91 are replacement numbers
const month = '(?:0[1-9]|1[0-2])';
/** ddmmyyxxxx, ddmmyy-xxxx, ddmmyy xxxx; and dd-mm-yy-xxxx with any of - . / between its parts. */
const shapes = `(?<!\\d)${day}(?:${month}\\d{2}\\s?[-–]?\\s?|[-./]${month}[-./]\\d{2}[-–])\\d{4}(?!\\d)`;
const first = new RegExp(shapes);
const every = new RegExp(shapes, 'g');

/**
 * Replaces everything that has the shape of a CPR number. Only the shape counts:
 * since 2007 valid numbers fail the old checksum, so a checksum would let real ones through.
 */
export const maskCpr = (text: string): string => text.replace(every, '******-****');

/** True when something in the text has the shape of a CPR number. */
export const containsCpr = (text: string): boolean => first.test(text);

/** The same value with every string in it masked, at any depth; keys are masked too. */
export function maskCprDeep(value: unknown): unknown {
  if (typeof value === 'string') return maskCpr(value);
  if (typeof value === 'number') return containsCpr(String(value)) ? maskCpr(String(value)) : value;
  if (Array.isArray(value)) return value.map(maskCprDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [maskCpr(key), maskCprDeep(inner)]));
}
