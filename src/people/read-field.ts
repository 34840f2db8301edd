import { civilDate } from '../contract/case.ts';
import { containsCpr } from '../privacy/cpr.ts';

/** What was read, or what is wrong with it and what is allowed. */
export type Read<T> = { value: T } | { wrong: string };

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
/** What every store takes as an id, and what stands between the parts of longer ids left out. */
const ID = /^[\p{L}\d][\p{L}\d._-]{0,99}$/u;
const NAME = /^[^\p{C}\p{Z}](?:[^\p{C}]{0,198}[^\p{C}\p{Z}])?$/u;
const DANISH_DATE = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/;

/** Says so first of all, wherever text comes in: what looks like a CPR number is neither taken nor repeated. */
export const cprRefused = (text: string): { wrong: string } | undefined =>
  containsCpr(text) ? { wrong: 'it looks like a CPR number, which may stand nowhere here' } : undefined;

export const readId = (text: string): Read<string> =>
  ID.test(text)
    ? { value: text }
    : { wrong: `${JSON.stringify(text)} is no id; allowed: 1 to 100 letters, digits and . _ -, as lone.holt` };

export const readName = (text: string): Read<string> =>
  NAME.test(text) ? { value: text } : { wrong: 'a name is wanted; allowed: one line of 1 to 200 characters' };

/** A GUID in small letters, as Teams sends it. */
export const readGuid = (text: string): Read<string> => {
  const small = text.toLowerCase();
  return GUID.test(small)
    ? { value: small }
    : {
        wrong: `${JSON.stringify(text)} is no GUID; allowed: 32 digits and a to f as 3b6f0e52-7c1d-4f0a-8a11-5d0c00000001`,
      };
};

/** A civil date, also as Danish offices write it, day first. */
export const readDate = (text: string): Read<string> => {
  const [, day = '', month = '', year = ''] = DANISH_DATE.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return civilDate.safeParse(iso).success
    ? { value: iso }
    : { wrong: `${JSON.stringify(text)} is no date; allowed: 2026-08-31 or 31-08-2026` };
};
