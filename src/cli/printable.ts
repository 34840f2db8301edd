import { maskCpr } from '../privacy/cpr.ts';

/** Text from a case as a terminal may show it: without CPR numbers, and nothing in it can move the cursor. */
export const printable = (text: string): string => maskCpr(text).replaceAll(/\p{Cc}/gu, '\u{FFFD}');
