import type { Person } from '../contract/people.ts';
import { lent } from './active.ts';

/** One person standing in for another from the first to the last day, both civil dates. */
export type Substitution = NonNullable<Person['substituteFor']>[number];

const overlaps = (a: Substitution, b: Substitution): boolean => a.from <= b.to && b.from <= a.to;

const outside = ({ from, to }: Person, { from: first, to: last }: Substitution): boolean =>
  (from !== undefined && first < from) || (to !== undefined && to < last);

const days = ({ from, to }: Person): string => `here from ${from ?? 'ever'} to ${to ?? 'on'}`;

/** Why this person cannot stand in as wanted, with what is allowed; nothing if they can. */
export const substitutionProblem = (
  person: Person,
  wanted: Substitution,
  staff: readonly Person[],
): string | undefined => {
  if (wanted.to < wanted.from) return `--to ${wanted.to} lies before --from ${wanted.from}; allowed: that day or later`;
  if (wanted.person === person.id) return 'nobody stands in for themselves; allowed: somebody else of the municipality';
  const absent = staff.find(({ id }) => id === wanted.person);
  if (absent === undefined)
    return `${wanted.person} is nobody in ${person.municipality}; makker people show lists who is`;
  if (outside(person, wanted)) return `${person.id} is ${days(person)}; allowed: days within that`;
  if (outside(absent, wanted)) return `${absent.id} is ${days(absent)}; allowed: days within that`;
  if (lent(absent).length === 0)
    return `${absent.id} has no role of their own that a substitute gets; allowed: somebody who has (admin does not go on)`;
  const circle = (absent.substituteFor ?? []).some((theirs) => theirs.person === person.id && overlaps(theirs, wanted));
  return circle
    ? `${absent.id} stands in for ${person.id} in some of these days; allowed: days in which one of the two is here`
    : undefined;
};

/** What does not go on to the substitute, though one might think so: the roles of whoever the absent stands in for. */
export const substitutionWarnings = (wanted: Substitution, staff: readonly Person[]): string[] =>
  (staff.find(({ id }) => id === wanted.person)?.substituteFor ?? [])
    .filter((theirs) => overlaps(theirs, wanted))
    .map(
      (theirs) =>
        `${wanted.person} stands in for ${theirs.person} from ${theirs.from} to ${theirs.to}; that does not go on: name a substitute for ${theirs.person} too`,
    );
