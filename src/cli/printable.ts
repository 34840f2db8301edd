import { maskCpr } from '../privacy/cpr.ts';

/** Text from a case as a terminal may show it: without CPR numbers, and nothing in it can move the cursor. */
export const printable = (text: string): string => maskCpr(text).replaceAll(/\p{Cc}/gu, '\u{FFFD}');

/** The same of several lines. Those below the first are indented, so that none passes for one of ours. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n  ');
