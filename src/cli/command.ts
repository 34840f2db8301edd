/** What a command has to do with: its arguments, what it reads, and where it writes. */
export interface CommandIo {
  args: readonly string[];
  /** All of standard input, as text. */
  input(): Promise<string>;
  out(line: string): void;
  err(line: string): void;
  /** Writes the bottom line of a terminal anew; only there where standard error is one. */
  status?: (line: string) => void;
}

/** Exit status: 0 done, 1 the input was refused (nothing stored), 2 wrong usage. */
export type ExitStatus = 0 | 1 | 2;
export type Command = (io: CommandIo) => Promise<ExitStatus>;
