import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { active } from './active.ts';
import { holderOf } from './keep-person.ts';
import { type PersonFields, fieldsOf, identityKey } from './person-change.ts';

/** Why a person cannot be kept as wanted: the field, what is wrong with it, and what is allowed. */
export interface PersonProblem {
  person: string;
  field: keyof PersonFields;
  why: string;
}

/** Everybody's id by the identity they have, so that two with the same one stand together. */
const byIdentity = (staff: readonly PersonItem[]): Map<string, string[]> => {
  const ids = new Map<string, string[]>();
  for (const person of staff) {
    const { identity } = fieldsOf(person);
    if (identity === null) continue;
    const key = identityKey(identity);
    ids.set(key, [...(ids.get(key) ?? []), person.id]);
  }
  return ids;
};

/** What is wrong with these people among the staff they will be part of: dates, and identities that two would have. */
export const staffProblems = async (
  store: Pick<Store, 'read'>,
  staff: readonly PersonItem[],
  people: readonly PersonItem[],
): Promise<PersonProblem[]> => {
  const problems: PersonProblem[] = [];
  const ids = byIdentity(staff);
  for (const person of people) {
    const { from, to, identity } = fieldsOf(person);
    const at = (field: keyof PersonFields, why: string) => problems.push({ person: person.id, field, why });
    if (from !== null && to !== null && to < from)
      at('to', `the last day ${to} lies before the first, ${from}; allowed: ${from} or later`);
    const having = identity === null ? [] : (ids.get(identityKey(identity)) ?? []);
    const same = having.filter((id) => id !== person.id);
    if (same.length > 0) at('identity', `${same.join(', ')} has the same identity; allowed: one person for each`);
    const holder = identity === null || same.length > 0 ? undefined : await holderOf(store, identity);
    if (holder !== undefined && holder.municipality !== person.municipality)
      at('identity', `somebody in ${holder.municipality} has this identity; take it from ${holder.id} there first`);
  }
  return problems;
};

/** What is worth saying of a staff, though it is no reason to refuse it: taking away access must always be possible. */
export const staffWarnings = (staff: readonly PersonItem[], today: string): string[] =>
  staff.some((person) => active(person, today) && person.roles.some(({ role }) => role === 'admin'))
    ? []
    : ['nobody is an administrator here; whoever is unknown to Makker reaches nobody. Give somebody --role admin'];
