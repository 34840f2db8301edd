import { text } from 'node:stream/consumers';
import { RulebookError } from '../rulebook/read.ts';
import type { Command } from './command.ts';

interface Entry {
  /** What it is for, in a line. */
  does: string;
  /** Each command's file is loaded when it is called. */
  load: () => Promise<Command>;
}

const commands: Record<string, Entry> = {
  decide: {
    does: 'answers questions about cases by the rulebooks',
    load: async () => (await import('./decide.ts')).decideCommand,
  },
  understand: {
    does: 'what is read out of a sentence, and with --explain how',
    load: async () => (await import('./understand.ts')).understandCommand,
  },
  rules: {
    does: 'a rule with its source and scenarios; all of them; --check proves the rulebooks',
    load: async () => (await import('./rules.ts')).rulesCommand,
  },
  replay: {
    does: 'computes a recorded answer again and says what differs',
    load: async () => (await import('./replay.ts')).replayCommand,
  },
  impact: {
    does: 'the cases whose answers change between two versions of a rulebook',
    load: async () => (await import('./impact.ts')).impactCommand,
  },
  import: {
    does: 'takes cases, people, teams, the catalogue and matters from a file of a case system',
    load: async () => (await import('./import.ts')).importCommand,
  },
  export: {
    does: 'writes cases, people, teams, the catalogue and matters as JSON Lines, to be read by import',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  demo: {
    does: 'invents cases, people, teams and a catalogue, as many as are wanted, to try things with',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  people: {
    does: 'who is who and who may do what: import, show, add, set, substitute, team, access',
    load: async () => (await import('./people.ts')).peopleCommand,
  },
  audit: {
    does: 'proves that the histories of the cases are whole, or shows one',
    load: async () => (await import('./audit.ts')).auditCommand,
  },
  access: {
    does: 'who was shown what of which case, and when',
    load: async () => (await import('./access.ts')).accessCommand,
  },
  digest: {
    does: "a team's digest of a day as text; without --dry-run it is also made, and the bot sends it",
    load: async () => (await import('./digest.ts')).digestCommand,
  },
  outbox: {
    does: 'what waits to be sent, and why; retry, drop',
    load: async () => (await import('./outbox.ts')).outboxCommand,
  },
  doctor: {
    does: 'looks at settings, store, rulebooks, network and clock, and says what is to be mended',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  purge: {
    does: 'takes away what is not to be kept any longer; --dry-run only says what',
    load: async () => (await import('./purge.ts')).purgeCommand,
  },
  store: {
    does: 'looks after the store: check, backup, restore, init, copy',
    load: async () => (await import('./store.ts')).storeCommand,
  },
  targets: {
    does: "how the plan's figures stand; --set enters one from outside",
    load: async () => (await import('./targets.ts')).targetsCommand,
  },
};

const widest = Math.max(...Object.keys(commands).map(({ length }) => length));
const usage = [
  'usage: makker COMMAND …',
  ...Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(widest)}  ${does}`),
].join('\n');

const run = async (): Promise<number> => {
  const [name = '', ...args] = process.argv.slice(2);
  if (name === '--help' || name === 'help') {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  try {
    return await (
      await command.load()
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
