import type { NamedCase } from '../../cases/named-case.ts';
import type { FoundNames, NameQuery } from '../../store/port.ts';
import { mayWith } from '../access.ts';
import type { Talking } from '../services.ts';
import { matchNames } from '../understanding/match-name.ts';
import { asWritten, attemptsFor, type LookUp } from './beginnings.ts';

/** More names than this are not looked through for one question. */
const MOST = 300;

/** Who fits a name, and whether it is the whole name as written. */
interface Fitting {
  fits: NamedCase[];
  whole: boolean;
}

/** The names a query finds, of cases that the person may see. */
const namesSeen = async (talking: Talking, query: NameQuery): Promise<FoundNames> => {
  const { cases, more } = await talking.services.store.findNames(talking.turn.person.municipality, query, MOST);
  return { cases: cases.filter((one) => mayWith(talking, 'see-case', one)), more };
};

const once = (cases: NamedCase[]): NamedCase[] => [...new Map(cases.map((one) => [one.id, one])).values()];

const fitting = (name: string, candidates: NamedCase[]): Fitting => {
  const matched = matchNames(
    name,
    candidates.map(({ id, record }) => ({ id, name: record.citizen.name })),
  );
  const exact = matched.filter(({ exactness }) => exactness === 1);
  const ids = new Set((exact.length > 0 ? exact : matched).map(({ id }) => id));
  return { fits: candidates.filter(({ id }) => ids.has(id)), whole: exact.length > 0 };
};

/**
 * Who fits among those that any of the look-ups finds. Whoever has the name is found by each of them, so one that has
 * been read to its end is enough; `too-many` when the name's bearers may be among those not read.
 */
const found = async (talking: Talking, name: string, lookUps: LookUp[]): Promise<Fitting | 'too-many'> => {
  const names = await Promise.all(lookUps.map((beginnings) => namesSeen(talking, { by: 'beginnings', beginnings })));
  const result = fitting(name, once(names.flatMap(({ cases, more }) => (more ? [] : cases))));
  return result.fits.length === 0 && names.some(({ more }) => more) ? 'too-many' : result;
};

const firstFitting = async (talking: Talking, name: string): Promise<Fitting | 'too-many'> => {
  const written = asWritten(name);
  if (written !== undefined) {
    const exact = await found(talking, name, [written]);
    if (exact === 'too-many' || exact.whole) return exact;
  }
  for (const lookUps of attemptsFor(name)) {
    const result = await found(talking, name, lookUps);
    if (result === 'too-many' || result.fits.length > 0) return result;
  }
  return { fits: [], whole: false };
};

/** Who fits among the asker's own open cases. */
const ownFitting = async (talking: Talking, name: string, known: ReadonlySet<string>): Promise<Fitting> => {
  const { cases } = await namesSeen(talking, { by: 'caseworker', caseworker: talking.turn.person.id });
  return fitting(
    name,
    cases.filter(({ id, status }) => status === 'open' && !known.has(id)),
  );
};

/** A slip in the first letters: then one of the asker's own open cases may be meant, too. */
const withOwn = async (talking: Talking, name: string, fits: NamedCase[]): Promise<Fitting> => {
  const own = await ownFitting(talking, name, new Set(fits.map(({ id }) => id)));
  return own.whole ? own : { fits: [...fits, ...own.fits], whole: false };
};

const openFirst = (fits: NamedCase[]): NamedCase[] => {
  const open = fits.filter(({ status }) => status === 'open');
  return (open.length > 0 ? open : fits).toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

/**
 * The cases whose citizen can be the one named: open ones before closed ones. Where so many begin like that that nobody
 * can be singled out by name, the asker's own cases are meant; `too-many` when none of them fits.
 */
export const casesNamed = async (talking: Talking, name: string): Promise<NamedCase[] | 'too-many'> => {
  const first = await firstFitting(talking, name);
  if (first === 'too-many') {
    const { fits } = await ownFitting(talking, name, new Set());
    return fits.length > 0 ? openFirst(fits) : 'too-many';
  }
  return openFirst((first.whole ? first : await withOwn(talking, name, first.fits)).fits);
};
