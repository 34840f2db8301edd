const day = String.raw`(?:0[1-9]|[12]\d|3[01]|[67]\d|8\d|9[01])`; // days 61 to 91 are replacement numbers
const month = String.raw`(?:0[1-9]|1[0-2])`;
const year = String.raw`(?:19|20)?\d{2}`;
/** What people, keyboards and copied pages put between the parts: blanks, . / _, any dash, and what nobody sees. */
const between = String.raw`[\s._/\p{Cf}\p{Pd}\u2212]`;
const gap = `${between}{0,3}`;
const serial = String.raw`(?:${gap}\d{4}|${between}{1,3}\d{2}[\s\p{Cf}]\d{2})`;

const date = String.raw`(?:19|20)\d{2}-${month}-(?:0[1-9]|[12]\d|3[01])(?!\d)`;
const caseNumber = String.raw`\p{L}{2,5}-(?:19|20)\d{2}-\d{3,6}(?!\d)`;
const uuid = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\p{L}\d])`;
/** 01.06-12.08.2023, unless four more digits make its second half a CPR number. */
const range = String.raw`\d{1,2}[./-]\d{1,2}${gap}\d{1,2}[./-]\d{1,2}[\s./-](?:19|20)\d{2}(?!\d|${gap}\d{4}(?!\d))`;
/** Taken first, so that no number is read out of the middle of them. */
const others = String.raw`(?<other>(?<![\p{L}\d])(?:${uuid}|${caseNumber})|(?<!\d)(?:${date}|${range}))`;

/**
 * Two shapes, one after the other: with six digits in a row, which is hardly ever anything else, then with the parts
 * apart. In one go a number before the first kind would be taken for a day, and the last four digits stay.
 */
const shapesWith = (neighbour: string): RegExp[] =>
  [`${day}${month}${year}${serial}`, `${day}${gap}${month}${gap}${year}${serial}`].map(
    (shape) => new RegExp(`${others}|(?<!${neighbour})${shape}(?!${neighbour})`, 'giu'),
  );
const anywhere = shapesWith(String.raw`\d`);
const byItself = shapesWith(String.raw`[\p{L}\d]`);

/** Ten digits of any script near each other; nearly every text has less, and needs no closer look. */
const enough = /(?:\p{N}\P{N}{0,3}){10}/u;

const mask = (text: string, shapes: RegExp[]): string =>
  shapes.reduce((rest, shape) => rest.replace(shape, (found, other?: string) => (other ? found : '******-****')), text);

const masked = (text: string, shapes: RegExp[]): string => {
  if (!enough.test(text)) return text;
  const plain = mask(text, shapes);
  // Full-width digits and the like. A text in which that finds nothing stays as it was written.
  const folded = plain.normalize('NFKC');
  const again = mask(folded, shapes);
  return again === folded ? plain : again;
};

/**
 * Replaces everything that has the shape of a CPR number; where that could as well be a date and an amount, too.
 * Only the shape counts: since 2007 valid numbers fail the old checksum, so a checksum would let real ones through.
 */
export const maskCpr = (text: string): string => masked(text, anywhere);

/** True when something in the text has the shape of a CPR number. */
export const containsCpr = (text: string): boolean => maskCpr(text) !== text;

/** The same for an id: a hash may hold ten digits in a row, a CPR number has no letter beside it. */
export const maskCprInId = (id: string): string => masked(id, byItself);

/** True when something in an id has the shape of a CPR number. */
export const idContainsCpr = (id: string): boolean => maskCprInId(id) !== id;

/** The same value with every string in it masked, at any depth; keys are masked too. */
export function maskCprDeep(value: unknown): unknown {
  if (typeof value === 'string') return maskCpr(value);
  if (typeof value === 'number') return containsCpr(String(value)) ? maskCpr(String(value)) : value;
  if (Array.isArray(value)) return value.map(maskCprDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [maskCpr(key), maskCprDeep(inner)]));
}
