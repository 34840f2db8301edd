import type { CommandIo, ExitStatus } from './command.ts';

/** Says how a command is called, and before that what was wrong; nothing was where somebody only asked with `--help`. */
export const wrongUsage = (io: CommandIo, wrong: string, usage: string): ExitStatus => {
  if (!io.args.includes('--help')) io.err(wrong);
  io.err(usage);
  return 2;
};
