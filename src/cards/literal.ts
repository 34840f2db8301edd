import { maskCpr } from '../privacy/cpr.ts';

/** Characters nobody sees: control characters but the line break, and those that turn the direction of what follows. */
const unseen = /[[\p{Cc}\p{Bidi_Control}\u00AD\u200B\u2060\uFEFF]--\n]/gv;

/** Takes no room and is not seen; put between two characters that together would mean something to a card. */
const joiner = '\u2060';

/** Where a line may break, unseen. */
const mayBreak = '\u200B';
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Longer than any word people use, and about what a phone has room for on a line. */
const tooLongForALine = /\S{31,}/g;
const breakEvery = 10;

/** Lets a word break that is wider than a phone: not every client breaks words by itself. */
const breakable = (text: string): string =>
  text.replace(tooLongForALine, (word) =>
    [...graphemes.segment(word)]
      .map(({ segment }, index) => (index > 0 && index % breakEvery === 0 ? mayBreak + segment : segment))
      .join(''),
  );

/** The text as it is seen, without what `literal` put between its characters. */
export const withoutUnseen = (text: string): string => text.replace(/[\u200B\u2060]/g, '');

/** At most `length` UTF-16 units of a text, the last of them "…" where something is left out. */
export const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** Clean and without CPR numbers; nothing in it is carried out by a template or a client. */
const harmless = (text: string, length: number, laidOut: (text: string) => string): string =>
  laidOut(
    clip(maskCpr(text.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(unseen, '')), length),
  ).replace(/([{$])(?=\{)/g, `$1${joiner}`);

/**
 * A text as a card shows it: exactly what it says, whatever it contains. CPR numbers are masked; what a template
 * (`${…}`) or a client (`{{DATE(…)}}`) would carry out is kept apart. For all that is not Markdown: text runs, labels,
 * titles of buttons and choices.
 */
export const literal = (text: string, length = Number.POSITIVE_INFINITY): string => harmless(text, length, breakable);

/** A literal text that is there to be copied: its long words stay in one piece. */
export const copyable = (text: string, length: number): string => harmless(text, length, (whole) => whole);

/**
 * A literal text for the few places that read Markdown: headings and error messages. Phones show the backslashes of
 * escapes they do not know, so only what would act is escaped; longer texts stand in text runs instead.
 */
export const markdown = (text: string): string =>
  text
    .replace(/[\\*_[\]`<~&]/g, String.raw`\$&`)
    .replace(/^(\s*)([-+#>])/gm, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, String.raw`$1\$2`);
