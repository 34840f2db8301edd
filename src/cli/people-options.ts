import { parseArgs } from 'node:util';
import { civilDate } from '../contract/case.ts';

export const PEOPLE_USAGE = `usage: makker people show [ID] [--municipality M] [--on YYYY-MM-DD] [--json]
       makker people import FILE --municipality M [--tenant GUID] [--dry-run]
       makker people add ID --municipality M --name NAME [--role ROLE]… [--aad GUID --tenant GUID] [--from DATE] [--leaves DATE]
       makker people set ID --municipality M [--name NAME] [--role ROLE]… [--no-role ROLE]…
                            [--aad GUID --tenant GUID | --no-identity] [--from DATE] [--leaves DATE | --stays]
       makker people substitute ID --for ID --municipality M (--from DATE --to DATE | --remove)
       makker people team ID --municipality M [--name NAME]
       makker people access
  ROLE: a role in the whole municipality, or ROLE@TEAM; --role adds one, --no-role takes one away
  --leaves: the last day, or --stays for none; access: who may do what, as a table`;

/** What may follow each subcommand: how many words, and which options; the first ones must be there. */
const SUBCOMMANDS = {
  show: { words: [0, 1], must: [], may: ['municipality', 'on', 'json'] },
  import: { words: [1, 1], must: ['municipality'], may: ['tenant', 'dry-run'] },
  add: { words: [1, 1], must: ['municipality', 'name'], may: ['role', 'aad', 'tenant', 'from', 'leaves'] },
  set: {
    words: [1, 1],
    must: ['municipality'],
    may: ['name', 'role', 'no-role', 'aad', 'tenant', 'no-identity', 'from', 'leaves', 'stays'],
  },
  substitute: { words: [1, 1], must: ['municipality', 'for'], may: ['from', 'to', 'remove'] },
  team: { words: [1, 1], must: ['municipality'], may: ['name'] },
  access: { words: [0, 0], must: [], may: [] },
} as const satisfies Record<
  string,
  { words: readonly [number, number]; must: readonly string[]; may: readonly string[] }
>;
type Subcommand = keyof typeof SUBCOMMANDS;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const list = { type: 'string', multiple: true, default: [] as string[] } as const;

const parsed = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      municipality: text,
      on: text,
      json: flag,
      tenant: text,
      'dry-run': flag,
      name: text,
      role: list,
      'no-role': list,
      aad: text,
      'no-identity': flag,
      from: text,
      to: text,
      leaves: text,
      stays: flag,
      for: text,
      remove: flag,
    },
    allowPositionals: true,
  });

export type PeopleValues = ReturnType<typeof parsed>['values'];

/** A subcommand as it was typed: `word` is the id or the file, empty where there is none. */
export interface PeopleOptions {
  command: Subcommand;
  word: string;
  municipality?: string;
  values: PeopleValues;
}

const isSubcommand = (name: string): name is Subcommand => Object.hasOwn(SUBCOMMANDS, name);
const given = (value: unknown): boolean =>
  value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);

/** Options that contradict each other, and those that are nothing alone. */
const together = (command: Subcommand, values: PeopleValues): string | undefined => {
  const { aad, tenant, from, to, leaves, stays, remove, on } = values;
  if (command !== 'import' && (aad === undefined) !== (tenant === undefined)) return '--aad and --tenant go together';
  if (values['no-identity'] && aad !== undefined) return '--no-identity or --aad, not both';
  if (stays && leaves !== undefined) return '--stays or --leaves, not both';
  if (on !== undefined && !civilDate.safeParse(on).success) return `--on ${on} is no date; allowed: 2026-08-31`;
  if (command !== 'substitute') return undefined;
  const days = [from, to].filter(given).length;
  return days === (remove ? 0 : 2) ? undefined : 'either --from and --to, or --remove';
};

/** The subcommand with its options, or what is wrong with how it was called. */
export const readPeopleOptions = (args: readonly string[]): PeopleOptions | { wrong: string } => {
  const [command = '', ...rest] = args;
  if (!isSubcommand(command)) return { wrong: `which? allowed: ${Object.keys(SUBCOMMANDS).join(', ')}` };
  let read: ReturnType<typeof parsed>;
  try {
    read = parsed(rest);
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = read;
  const { words, must, may } = SUBCOMMANDS[command];
  const known: readonly string[] = [...must, ...may];
  const named = Object.entries(values).flatMap(([name, value]) => (given(value) ? [name] : []));
  const foreign = named.find((name) => !known.includes(name));
  const missing = must.find((name) => !named.includes(name));
  const [word = '', ...more] = positionals;
  if (foreign !== undefined)
    return {
      wrong: `--${foreign} does not go with ${command}; allowed: ${known.map((name) => `--${name}`).join(', ') || 'none'}`,
    };
  if (missing !== undefined) return { wrong: `--${missing} is missing` };
  if (positionals.length < words[0] || positionals.length > words[1])
    return {
      wrong:
        words[1] === 0
          ? `nothing stands after ${command}`
          : `one ${command === 'import' ? 'file' : 'id'} stands after ${command}${more.length > 0 ? ', not more' : ''}`,
    };
  const wrong = together(command, values);
  if (wrong !== undefined) return { wrong };
  return { command, word, ...(values.municipality !== undefined && { municipality: values.municipality }), values };
};
