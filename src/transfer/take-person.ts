import type { Draft } from '../cases/drafts.ts';
import { personSchema } from '../contract/people.ts';
import { staffProblems } from '../people/check-staff.ts';
import { type Wanted, keepIdentity, keepPerson, withWanted } from '../people/keep-person.ts';
import { type Author, changesBetween, fieldsOf } from '../people/person-change.ts';
import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { type Take, checkedWhole } from './taken.ts';

interface Needs {
  store: Pick<Store, 'read' | 'create' | 'replace'>;
  staffOf: (municipality: string) => Promise<PersonItem[]>;
  author: Author;
  dryRun: boolean;
}

/** What a line wants of a person: what it does not have stays as it is. */
const wantedOf = (
  draft: Draft,
): { id: string; municipality: string; wanted: Wanted } | ReturnType<typeof refusedBy> => {
  const whole = checkedWhole(personSchema, draft);
  if ('refused' in whole) return whole;
  const { id, municipality } = whole.data;
  const { name, roles, identity, from, to, substituteFor } = fieldsOf(whole.data);
  return {
    id,
    municipality,
    wanted: {
      id,
      name,
      roles,
      ...(identity !== null && { identity }),
      ...(from !== null && { from }),
      ...(to !== null && { to }),
      ...(substituteFor.length > 0 && { substituteFor }),
    },
  };
};

const refusedBy = (path: string, message: string) => ({ refused: { path, message } });

/** Takes a person in the contract's own form, held against everybody of the municipality. */
export const createTakePerson = ({ store, staffOf, author, dryRun }: Needs): Take => {
  const known = new Map<string, Promise<Map<string, PersonItem>>>();
  const staffIn = (municipality: string): Promise<Map<string, PersonItem>> => {
    const read = known.get(municipality);
    if (read !== undefined) return read;
    const reading = staffOf(municipality).then((staff) => new Map(staff.map((person) => [person.id, person])));
    known.set(municipality, reading);
    return reading;
  };

  return async (draft) => {
    const read = wantedOf(draft);
    if ('refused' in read) return read;
    const { id, municipality, wanted } = read;
    const staff = await staffIn(municipality);
    const before = staff.get(id);
    const after = withWanted(before, municipality, wanted);
    staff.set(id, after);
    const [problem] = await staffProblems(store, [...staff.values()], [after]);
    if (problem !== undefined) {
      if (before === undefined) staff.delete(id);
      else staff.set(id, before);
      return refusedBy(problem.field === 'identity' ? 'aadObjectId' : problem.field, problem.why);
    }
    const changes = changesBetween(before, after, author).length;
    const outcome = before === undefined ? ('new' as const) : changes > 0 ? ('changed' as const) : ('same' as const);
    if (dryRun) return { outcome, kept: [] };
    await keepPerson(store, municipality, () => wanted, id, author);
    const { identity } = fieldsOf(after);
    const held = identity === null ? 'kept' : await keepIdentity(store, after, identity);
    return held === 'kept'
      ? { outcome, kept: [] }
      : refusedBy('aadObjectId', 'somebody else was given this identity meanwhile');
  };
};
