/** How it stands with one thing. `untried`: it could not be looked at, and nothing is known of it. */
export type Level = 'ok' | 'untried' | 'warning' | 'problem';

/** What was found about one thing, and how it is mended. */
export interface Finding {
  level: Level;
  /** The thing: `settings`, `store`, `clock` … */
  about: string;
  says: string;
  mend?: string;
}

/** The message of what was thrown, with what lies beneath: of a failed request only that tells why. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
};

const WIDEST = 'problem'.length;

/** A finding as it is shown: a line, and what to do about it below. */
export const findingLines = ({ level, about, says, mend }: Finding): string[] => [
  `${level.padEnd(WIDEST)}  ${about}: ${says}`,
  ...(mend === undefined ? [] : [`${' '.repeat(WIDEST)}  → ${mend}`]),
];
