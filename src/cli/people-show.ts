import type { Directory } from '../people/directory.ts';
import { teamsIn } from '../people/channels.ts';
import { type PersonOn, personOn } from '../people/person-on.ts';
import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import type { PeopleOptions } from './people-options.ts';
import { teamLine } from './team-line.ts';

const states = { here: '', 'not-here-yet': '(not here yet) ', left: '(has left) ' } as const;

const rolesTold = ({ state, roles, borrowed }: PersonOn): string => {
  const lent = borrowed.flatMap((one) => one.roles.map((role) => `${role} (for ${one.from})`));
  return `${states[state]}${[...roles, ...lent].join(', ') || 'none'}`;
};

const rowOf = (person: PersonOn): string[] => [
  person.id,
  person.name,
  person.from ?? '',
  person.to ?? '',
  person.identity === null ? 'no' : person.reachable ? 'yes' : 'not opened',
  rolesTold(person),
];

const table = (people: readonly PersonOn[], on: string): string[] => {
  const rows = [['id', 'name', 'from', 'last day', 'chat', `roles on ${on}`], ...people.map(rowOf)];
  const [first = []] = rows;
  const widths = first.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

/** Monday is 1. */
const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays'];

const full = (person: PersonOn): string[] => {
  const { id, name, municipality, on, identity, reachable, from, to, substituteFor, substitutes, changes } = person;
  const { morningAt, weekAt } = person;
  const days = (one: { person: string; from: string; to: string }): string => `${one.person} ${one.from} to ${one.to}`;
  const chat = reachable ? 'open' : 'not opened yet, so nothing can be sent';
  return [
    `${id}: ${name}, ${municipality}`,
    `  roles on ${on}: ${rolesTold(person)}`,
    `  identity: ${identity === null ? 'none, so nobody can sign in as them' : `tenant ${identity.tenantId}, object ${identity.aadObjectId}`}`,
    `  chat: ${chat}`,
    ...(morningAt === undefined ? [] : [`  own list: at ${morningAt} on working days`]),
    ...(weekAt === undefined ? [] : [`  weekly overview: at ${weekAt.at} on ${WEEKDAYS[weekAt.weekday - 1]}`]),
    ...(from === null ? [] : [`  first day: ${from}`]),
    ...(to === null ? [] : [`  last day: ${to}`]),
    ...substituteFor.map((one) => `  stands in for ${days(one)}`),
    ...substitutes.map((one) => `  substitute: ${days(one)}`),
    ...changes.map(
      ({ at, by, field, was, is }) =>
        `  ${at} ${by} ${field}${was === undefined && is === undefined ? '' : `: ${was ?? 'none'} → ${is ?? 'none'}`}`,
    ),
  ];
};

/** One person in full, for the terminal. */
export const personLines = (person: PersonItem, staff: readonly PersonItem[], on: string): string[] =>
  full(personOn(person, staff, on));

/** `makker people show`: who is who on a day, in these municipalities, with their teams; one person in full. */
export const showPeople = async (
  { directory, store }: { directory: Pick<Directory, 'staff'>; store: Pick<Store, 'list'> },
  municipalities: readonly string[],
  { word: id, values }: PeopleOptions,
  today: string,
  { out, err }: Pick<CommandIo, 'out' | 'err'>,
): Promise<ExitStatus> => {
  const on = values.on ?? today;
  const staffs = await Promise.all(municipalities.map((municipality) => directory.staff(municipality)));
  const groups = staffs
    .map((staff) => staff.map((person) => personOn(person, staff, on)))
    .map((people) => people.filter((person) => id === '' || person.id === id));
  const found = groups.flat();
  if (id !== '' && found.length === 0) {
    err(`${id} is nobody in ${municipalities.join(', ')}; makker people show lists who is`);
    return 1;
  }
  if (values.json) out(JSON.stringify(found, null, 2));
  else if (id !== '') for (const person of found) for (const line of full(person)) out(line);
  else
    for (const [index, people] of groups.entries()) {
      out(`${municipalities[index]}: ${people.length} people`);
      if (people.length > 0) for (const line of table(people, on)) out(`  ${line}`);
      for (const team of await teamsIn(store, municipalities[index] ?? '')) out(`  team ${teamLine(team)}`);
    }
  return 0;
};
