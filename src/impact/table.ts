import type { Bilingual } from '../rulebook/judgement.ts';
import type { Change } from './change.ts';
import { byWeight, type RuleTally, type Tally } from './tally.ts';

/** Text as a terminal may show it: nothing in a case can move the cursor. */
const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, '\u{FFFD}');

/** Columns under one another; a last column is not filled up. */
const columns = (rows: readonly (readonly string[])[]): string[] => {
  const widths: number[] = [];
  for (const cells of rows)
    for (const [nth, cell] of cells.entries()) widths[nth] = Math.max(widths[nth] ?? 0, cell.length);
  return rows.map((cells) =>
    cells
      .map((cell, nth) => cell.padEnd(widths[nth] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

const count = (n: number): string => n.toLocaleString('en-GB');

/** What changes, in one sentence. */
export const summary = ({ open, cases, toNo, fromNo }: Tally): string =>
  cases === 0
    ? `${count(open)} open cases; nothing changes for any of them`
    : `${count(open)} open cases; something changes for ${count(cases)}: ${count(toNo)} get a no, ${count(fromNo)} no longer get one`;

/** The figures by rule, then the changes that each rule brings. `statements`: what a rule says. */
export const table = (tally: Tally, statements: ReadonlyMap<string, Bilingual>): string[] => {
  const rules = byWeight(tally);
  if (rules.length === 0) return [];
  const head = ['rule', 'cases', 'to a no', 'from a no', 'other answers', 'deadlines'];
  const figures = rules.map(({ rule, cases, toNo, fromNo, otherAnswers, deadlines }) => [
    rule,
    ...[cases, toNo, fromNo, otherAnswers, deadlines].map(count),
  ]);
  return [
    ...columns([head, ...figures]),
    ...rules.flatMap((rule) => [
      '',
      `${rule.rule}  ${statements.get(rule.rule)?.en ?? ''}`.trimEnd(),
      ...changesOf(rule),
    ]),
  ];
};

const changesOf = ({ changes, all }: RuleTally): string[] => {
  const lines = columns(changes.map(cellsOf)).map((line) => `  ${line}`);
  const more = all - changes.length;
  return more === 0 ? lines : [...lines, `  … and ${count(more)} more; --format csv lists them all`];
};

const cellsOf = ({ caseId, question, offerId, part, before, after }: Change): string[] =>
  [
    caseId,
    offerId === undefined ? question : `${question} ${offerId}`,
    part === 'answer' ? `${before} → ${after}` : `${part}: ${before} → ${after}`,
  ].map(printable);
