import type { Person, PersonChange } from '../contract/people.ts';
import { staffProblems, staffWarnings } from '../people/check-staff.ts';
import { type Wanted, keepIdentity, keepPerson, withWanted } from '../people/keep-person.ts';
import { changesBetween, fieldsOf } from '../people/person-change.ts';
import { type Read, readDate, readGuid, readId, readName } from '../people/read-field.ts';
import { readRole, rolesInShort, tidyRoles } from '../people/role-names.ts';
import type { PersonItem } from '../store/items.ts';
import type { PeopleCommand, PeopleOffice } from './people-office.ts';
import type { PeopleOptions } from './people-options.ts';
import { personLines } from './people-show.ts';

type Held = Person['roles'];

/** What the options say, read: the fields as wanted, the roles that come and go, and what is wrong. */
interface ReadOptions {
  fields: Omit<Wanted, 'id' | 'roles'>;
  gives: Held;
  takes: Held;
  wrong: string[];
}

const readOptions = ({ teams }: PeopleOffice, { values, word }: PeopleOptions): ReadOptions => {
  const wrong: string[] = [];
  const read = <T>(option: string, text: string | undefined, how: (text: string) => Read<T>): T | undefined => {
    const result = text === undefined ? undefined : how(text);
    if (result !== undefined && 'wrong' in result) wrong.push(`${option}: ${result.wrong}`);
    return result !== undefined && 'value' in result ? result.value : undefined;
  };
  const roles = (option: 'role' | 'no-role'): Held =>
    values[option].flatMap((text) => read(`--${option}`, text, (one) => readRole(one, teams)) ?? []);
  read('ID', word, readId);
  const name = read('--name', values.name, readName);
  const aadObjectId = read('--aad', values.aad, readGuid);
  const tenantId = read('--tenant', values.tenant, readGuid);
  const from = read('--from', values.from, readDate);
  const to = values.stays ? null : read('--leaves', values.leaves, readDate);
  const identity = values['no-identity'] ? null : aadObjectId && tenantId ? { aadObjectId, tenantId } : undefined;
  return {
    fields: {
      ...(name !== undefined && { name }),
      ...(identity !== undefined && { identity }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
    gives: roles('role'),
    takes: roles('no-role'),
    wrong,
  };
};

const newRoles = (before: PersonItem | undefined, { gives, takes }: ReadOptions): Held => {
  const gone = takes.map((held) => rolesInShort([held]));
  return tidyRoles([...(before?.roles ?? []), ...gives].filter((held) => !gone.includes(rolesInShort([held]))));
};

/** Why the one to be added or changed cannot be: somebody of that id is there, or nobody is. */
const wrongPerson = (
  { municipality, author }: PeopleOffice,
  { command, word }: PeopleOptions,
  before: PersonItem | undefined,
  after: PersonItem,
): string | undefined => {
  if (command === 'set' && before === undefined)
    return `${word} is nobody in ${municipality}; makker people show lists who is, makker people add adds somebody`;
  // Added again as they are: the first time may have been broken off before they could be found.
  return command === 'add' && before !== undefined && changesBetween(before, after, author).length > 0
    ? `${word} is somebody in ${municipality} already; makker people set changes them`
    : undefined;
};

/** `makker people add` and `set`: one person, all that is wanted of them or nothing. */
export const setPerson: PeopleCommand = async (office, options) => {
  const { store, staff, municipality, today, author, out, err } = office;
  const { word: id } = options;
  const read = readOptions(office, options);
  const wanted = (before: PersonItem | undefined): Wanted => ({ id, ...read.fields, roles: newRoles(before, read) });
  const before = staff.find((person) => person.id === id);
  const after = withWanted(before, municipality, wanted(before));
  const whole = [...staff.filter((person) => person.id !== id), after];
  const misplaced = read.wrong.length > 0 ? undefined : wrongPerson(office, options, before, after);
  // Only what is changed can be refused: what was wrong before must not stand in the way of taking a role away.
  const changed = changesBetween(before, after, author).map(({ field }): PersonChange['field'] =>
    field === 'from' ? 'to' : field,
  );
  const found = read.wrong.length > 0 ? [] : await staffProblems(store, whole, [after]);
  const problems = found.filter(({ field }) => changed.includes(field));
  const wrong = [...read.wrong, ...[misplaced ?? []].flat(), ...problems.map(({ field, why }) => `${field}: ${why}`)];
  if (wrong.length > 0) {
    for (const line of wrong) err(line);
    err('nothing was stored');
    return 1;
  }
  const kept = await keepPerson(store, municipality, wanted, id, author);
  const { identity } = fieldsOf(after);
  if (identity !== null && (await keepIdentity(store, after, identity)) === 'taken') {
    err(`${id} is stored, but somebody else has this identity; it opens nothing for ${id}`);
    return 1;
  }
  out({ added: 'added', changed: 'changed', same: 'nothing to change' }[kept]);
  for (const line of personLines(after, whole, today)) out(line);
  for (const warning of staffWarnings(whole, today)) err(`mind: ${warning}`);
  return 0;
};
