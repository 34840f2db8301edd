import type { Change } from './change.ts';

const HEADER = ['case', 'question', 'offer', 'part', 'turn', 'rules', 'before', 'after'];

/** A field that a spreadsheet would take for a formula gets an apostrophe in front, which makes it text there. */
const FORMULA = /^[=+\-@\t\r]/;

/** A row by RFC 4180, without its line break: quoted where a comma, a quote or a line break stands. */
const row = (fields: readonly string[]): string =>
  fields
    .map((field) => (FORMULA.test(field) ? `'${field}` : field))
    .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',');

/** The names of the columns. */
export const csvHeader = (): string => row(HEADER);

/** A change as a row. */
export const csvRow = ({ caseId, question, offerId, part, turn, rules, before, after }: Change): string =>
  row([caseId, question, offerId ?? '', part, turn ?? '', rules.join(' '), before, after]);
