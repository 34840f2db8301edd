import { keepPerson } from '../people/keep-person.ts';
import { fieldsOf } from '../people/person-change.ts';
import { readDate } from '../people/read-field.ts';
import { type Substitution, substitutionProblem, substitutionWarnings } from '../people/substitution.ts';
import type { PersonItem } from '../store/items.ts';
import type { PeopleCommand } from './people-office.ts';
import type { PeopleOptions } from './people-options.ts';

/** The days as typed; without them all days are meant, and are taken away. */
const readDays = ({ values }: PeopleOptions): { days?: Omit<Substitution, 'person'> } | { wrong: string } => {
  if (values.remove) return {};
  const [from, to] = [readDate(values.from ?? ''), readDate(values.to ?? '')];
  if ('wrong' in from) return { wrong: `--from: ${from.wrong}` };
  return 'wrong' in to ? { wrong: `--to: ${to.wrong}` } : { days: { from: from.value, to: to.value } };
};

const same = (a: Substitution, b: Substitution): boolean => a.person === b.person && a.from === b.from && a.to === b.to;

/** `makker people substitute`: somebody stands in for somebody else in these days, or no more in any. */
export const setSubstitute: PeopleCommand = async (office, options) => {
  const { store, staff, municipality, author, out, err } = office;
  const { word: id, values } = options;
  const refuse = (why: string) => {
    err(why);
    err('nothing was stored');
    return 1 as const;
  };
  const read = readDays(options);
  if ('wrong' in read) return refuse(read.wrong);
  const person = staff.find((one) => one.id === id);
  if (person === undefined) return refuse(`${id} is nobody in ${municipality}; makker people show lists who is`);
  const wanted = read.days && { person: values.for ?? '', ...read.days };
  const problem = wanted && substitutionProblem(person, wanted, staff);
  if (problem !== undefined) return refuse(problem);

  const becomes = (before: PersonItem | undefined): Substitution[] => {
    const { substituteFor } = fieldsOf(before ?? person);
    if (wanted === undefined) return substituteFor.filter((one) => one.person !== values.for);
    return substituteFor.some((one) => same(one, wanted)) ? substituteFor : [...substituteFor, wanted];
  };
  const kept = await keepPerson(store, municipality, (before) => ({ id, substituteFor: becomes(before) }), id, author);
  const days = wanted === undefined ? 'no more' : `from ${wanted.from} to ${wanted.to}`;
  out(kept === 'same' ? 'nothing to change' : `${id} stands in for ${values.for} ${days}`);
  if (wanted !== undefined) for (const warning of substitutionWarnings(wanted, staff)) err(`mind: ${warning}`);
  return 0;
};
