/** What somebody says a figure was, and how they know. */
export interface Statement {
  value: number;
  /** Where the figure is from: a register, a report, a count of one's own. */
  source: string;
  /** Person id. */
  by: string;
  /** ISO instant. */
  at: string;
}

/**
 * A figure entered from outside: one item for each civil date it was measured on. Who corrects it replaces what stands,
 * and what stood is kept.
 */
export interface EnteredFigure extends Statement {
  id: string;
  municipality: string;
  target: string;
  figure: string;
  /** The civil date it holds for. */
  on: string;
  /** What was said before, oldest first. */
  before: Statement[];
}

/** The id of the item for a figure on a date. */
export const enteredId = (target: string, figure: string, on: string): string => `${target}~${figure}~${on}`;

/** How often the figure of this date has been stated: a correction names the statement it corrects. */
export const versionOf = ({ before }: EnteredFigure): number => before.length + 1;
