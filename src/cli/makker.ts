import { text } from 'node:stream/consumers';
import { RulebookError } from '../rulebook/read.ts';
import type { Command } from './command.ts';

/** Each command's file is loaded when it is called. */
const commands: Record<string, () => Promise<Command>> = {
  decide: async () => (await import('./decide.ts')).decideCommand,
  understand: async () => (await import('./understand.ts')).understandCommand,
  impact: async () => (await import('./impact.ts')).impactCommand,
  replay: async () => (await import('./replay.ts')).replayCommand,
  targets: async () => (await import('./targets.ts')).targetsCommand,
  rules: async () => (await import('./rules.ts')).rulesCommand,
};

const usage = `usage: makker COMMAND …; commands: ${Object.keys(commands).join(', ')}`;

const run = async (): Promise<number> => {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  try {
    return await (
      await command()
    )({
      args,
      input: () => text(process.stdin),
      out: (line) => process.stdout.write(`${line}\n`),
      err: (line) => process.stderr.write(`${line}\n`),
      ...(process.stderr.isTTY && { status: (line: string) => process.stderr.write(`\r\x1b[2K${line}`) }),
    });
  } catch (error) {
    if (!(error instanceof RulebookError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
};

// Whoever reads the output may have read enough (`| head`): that is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run();
