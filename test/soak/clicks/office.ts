import type { Case, CatalogueItem } from '../../../src/contract/case.ts';
import type { Person } from '../../../src/contract/people.ts';
import { danishNames } from '../../bench/danish-names.ts';
import { HERE, record, TENANT } from '../../end-to-end/town.ts';

export { TENANT };

const TEAMS = 8;
const CASEWORKERS = 184;
const LEADS = 16;
const CASES = 5000;
const OFFERS = 300;

const numbered = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const teamOf = (index: number): string => `team-${index % TEAMS}`;

const named = danishNames(CASES + CASEWORKERS + LEADS);
const nameOf = (index: number): string => named[index] ?? '';

const person = (id: string, name: string, roles: Person['roles']): Person & { aadObjectId: string } => ({
  id,
  name,
  aadObjectId: `object-${id}`,
  tenantId: TENANT,
  municipality: HERE,
  roles,
});

export const caseworkers = numbered(CASEWORKERS, (index) =>
  person(`worker-${index}`, nameOf(CASES + index), [{ role: 'caseworker', team: teamOf(index) }]),
);
/** Each team has two functional leads. */
export const leads = numbered(LEADS, (index) =>
  person(`lead-${index}`, nameOf(CASES + CASEWORKERS + index), [{ role: 'functional-lead', team: teamOf(index) }]),
);
/** Everybody of an invented office of the size of a real one. */
export const people = [...caseworkers, ...leads];

export const catalogue: CatalogueItem[] = [
  { id: 'stien', name: 'Stien', kind: 'guidance', tiers: { '*': 'yellow' } },
  { id: 'vejviser', name: 'Vejviser', kind: 'guidance', tiers: { '*': 'green' } },
  ...numbered(OFFERS, (index): CatalogueItem => ({
    id: `forloeb-${index}`,
    name: `Forløb ${index}`,
    kind: 'guidance',
    tiers: { '*': 'green' },
  })),
];

/** One of the office's cases: every other one needs sign-offs for an extension, the others a fact. */
const caseOf = (index: number): Case => {
  const caseworker = caseworkers[index % CASEWORKERS]?.id ?? '';
  const more = { team: teamOf(index), caseworker };
  const id = `REB-2023-${10_000 + index}`;
  const autism = { diagnosedAutism: needsSignOffs(index), verySpecialNeeds: false };
  const whole = record(id, { name: nameOf(index), ...autism }, more);
  if (needsSignOffs(index)) return whole;
  return { ...whole, offers: (whole.offers ?? []).map((offer) => ({ ...offer, catalogueItem: 'vejviser' })) };
};

/** Whether the case at this place of the list needs sign-offs; it takes turns within each caseworker's cases. */
export const needsSignOffs = (index: number): boolean => Math.floor(index / CASEWORKERS) % 2 === 0;

export const cases = numbered(CASES, caseOf);
