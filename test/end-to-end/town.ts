import { caseItem } from '../../src/cases/case-item.ts';
import type { Case, CatalogueItem, Offer } from '../../src/contract/case.ts';
import type { Person } from '../../src/contract/people.ts';
import type { Running } from '../../src/main.ts';

/** The municipality whose rules apply, one that has people but no business here, and the day of all of it. */
export const HERE = 'rebild';
export const ELSEWHERE = 'anderby';
/** One whose plan has groups and clocks for matters. */
export const GROUPED = 'holbaek';
export const TODAY = '2023-05-10';
export const TENANT = 'tenant-1';
/** An invented number: the 30th of February is nobody's birthday. */
export const CPR = '300285-0000';

const person = (id: string, name: string, roles: Person['roles'], municipality = HERE): Person => ({
  id,
  name,
  aadObjectId: `object-${id}`,
  tenantId: TENANT,
  municipality,
  roles,
});

/** Ane asks; Bo and Dorthe may agree to everything, Erik only discuss; the others may not, each for a reason. */
export const PEOPLE: Person[] = [
  person('ane', 'Ane Brogaard', [{ role: 'caseworker', team: 'nord' }]),
  person('bo', 'Bo Lindskov', [{ role: 'functional-lead', team: 'nord' }]),
  person('dorthe', 'Dorthe Ravnsø', [{ role: 'functional-lead' }]),
  person('erik', 'Erik Tornhøj', [{ role: 'team-lead', team: 'nord' }]),
  person('frida', 'Frida Elmegård', [{ role: 'caseworker', team: 'nord' }]),
  person('gerda', 'Gerda Holmstrup', [{ role: 'functional-lead', team: 'syd' }]),
  person('hans', 'Hans Skovgård', [{ role: 'caseworker', team: 'syd' }]),
  person('ida', 'Ida Klitgård', [{ role: 'admin' }]),
  person('olga', 'Olga Strandby', [{ role: 'functional-lead' }], ELSEWHERE),
  person('pia', 'Pia Hedelund', [{ role: 'caseworker', team: 'vest' }], GROUPED),
];
export type Who = 'ane' | 'bo' | 'dorthe' | 'erik' | 'frida' | 'gerda' | 'hans' | 'ida' | 'olga' | 'pia';

/** What the person is called on cards. */
export const nameOf = (who: Who): string => PEOPLE.find(({ id }) => id === who)?.name ?? '';

const catalogue: CatalogueItem[] = [
  { id: 'stien', name: 'Stien', kind: 'guidance', tiers: { '*': 'yellow' } },
  { id: 'vejviser', name: 'Vejviser', kind: 'guidance', tiers: { '*': 'green' } },
];

const offer = (more: Partial<Offer> = {}): Offer => ({
  id: 'o-1',
  kind: 'guidance',
  catalogueItem: 'stien',
  provider: 'Kursushuset Engen',
  starts: '2023-04-03',
  ends: '2023-07-02',
  pricePerWeek: 1900,
  hoursPerWeek: 10,
  goal: 'employment',
  followUps: [{ on: '2023-05-01', progress: true, asAgreed: true }],
  ...more,
});

/** A case of Ane's with a course that runs. */
export const record = (id: string, citizen: Case['citizen'], more: Partial<Case> = {}): Case => ({
  id,
  municipality: HERE,
  team: 'nord',
  caseworker: 'ane',
  citizen,
  benefit: { type: 'kontanthjaelp', since: '2022-09-01' },
  readiness: { category: 'aktivitetsparat', since: '2022-09-01' },
  offers: [offer()],
  ...more,
});

/** A yellow course for a citizen with autism: three sign-offs, two of them a functional lead's alone. */
export const METTE = 'REB-2023-00101';
/** A green course where it is not recorded whether a job is likely. */
export const TORBEN = 'REB-2023-00102';
/** Two citizens of one first name. */
export const RIKKES = ['REB-2023-00103', 'REB-2023-00104'] as const;
/** A case of Bo's own, who leads the team. */
export const NIELS = 'REB-2023-00105';
/** A case of the other team. */
export const BIRGIT = 'REB-2023-00106';
/** A case in which hardly anything is recorded. */
export const SOFUS = 'REB-2023-00107';
/** A case of the other municipality. */
export const ASTA = 'AND-2023-00108';

const autism = { diagnosedAutism: true, verySpecialNeeds: false };
const noSpecialNeeds = { diagnosedAutism: false, verySpecialNeeds: false };
const green = { offers: [offer({ catalogueItem: 'vejviser' })] };

const cases: Case[] = [
  record(METTE, { name: 'Mette Vinterby', cpr: CPR, ...autism }),
  record(TORBEN, { name: 'Torben Egelykke', ...noSpecialNeeds }, green),
  record(RIKKES[0], { name: 'Rikke Sommerlund', ...autism }),
  record(RIKKES[1], { name: 'Rikke Havgård', ...autism }),
  record(NIELS, { name: 'Niels Damsbo', ...autism }, { caseworker: 'bo' }),
  record(SOFUS, { name: 'Sofus Lindegård' }, green),
  record(BIRGIT, { name: 'Birgit Overmark', ...autism }, { team: 'syd', caseworker: 'hans' }),
];
const foreign = record(ASTA, { name: 'Asta Fjordgård', ...autism }, { municipality: ELSEWHERE });

/** Puts people, catalogue and cases into a store that is empty. */
export async function settle({ store, cases: register }: Pick<Running, 'store' | 'cases'>): Promise<void> {
  for (const one of PEOPLE) {
    await store.create('person', one);
    await store.create('directory', {
      id: `${TENANT}~${one.aadObjectId}`,
      municipality: 'directory',
      personId: one.id,
      personMunicipality: one.municipality,
    });
  }
  for (const item of catalogue) await store.create('catalogue', { ...item, municipality: HERE });
  for (const one of cases) await register.add(one);
  // Its municipality has no rulebook here, so it is put there as it is.
  await store.create('case', caseItem(foreign, { requests: [], agenda: [], outbox: [], audit: [] }));
}
