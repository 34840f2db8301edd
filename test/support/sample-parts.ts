/** A rule with its place in an invented plan. */
export const source = (rule: string, line: number): string => `${rule} · Indsatsstrategi 2023, linje ${line}`;
/** What a sample's buttons carry. */
export const caseData = { case: 'TST-2023-00417', decision: 'd-0001' };
