import type { Case, CatalogueItem } from '../contract/case.ts';
import type { Person, Team } from '../contract/people.ts';
import { type Benefit, type Readiness, type Role } from '../contract/vocabulary.ts';
import { createInventedCase } from './invented-case.ts';
import { createInventedName } from './invented-names.ts';
import type { InventedFiles, Shares } from './read-invented.ts';
import { seeded } from './seeded.ts';

/** An invented municipality: who works there, what is offered, and its cases, invented one by one as they are asked for. */
export interface InventedMunicipality {
  municipality: string;
  people: Person[];
  teams: Team[];
  catalogue: CatalogueItem[];
  cases: Iterable<Case>;
}

interface Wanted {
  municipality: string;
  /** The civil date around which everything happens. */
  today: string;
  /** How many cases. */
  count: number;
  /** From 1 to 99. Another seed invents other cases with other numbers; the people are the same. */
  seed: number;
}

/** With this begin the ids of everybody invented, and of their teams; nobody's from a case system does. */
const INVENTED = 'opdigtet-';
/** Whether somebody, a team or a case was invented, by its id. */
export const isInvented = (id: string): boolean => id.startsWith(INVENTED) || /^OPD-\d{4}-\d{6}$/.test(id);
/** No token from Microsoft names a tenant like this, so nobody can be taken for somebody invented. */
const TENANT = 'opdigtet';

const OLD: readonly Benefit[] = ['seniorpension', 'efterloen'];
/** The least age in years, and how many years there are from it on. */
const agesOn = (benefit: Benefit): readonly [number, number] =>
  benefit === 'uddannelseshjaelp' ? [18, 12] : OLD.includes(benefit) ? [61, 6] : [18, 48];
const readinessOn = (benefit: Benefit): readonly Readiness[] =>
  benefit === 'uddannelseshjaelp' ? ['uddannelsesparat', 'aktivitetsparat-ung'] : ['jobparat', 'aktivitetsparat'];

/** Draws a benefit as often as its share says. */
const createBenefit = (shares: Shares, benefits: readonly Benefit[], random: () => number) => (): Benefit => {
  let left = random();
  let drawn: Benefit | undefined;
  for (const benefit of benefits) {
    const share = shares[benefit] ?? 0;
    if (share === 0) continue;
    drawn = benefit;
    left -= share;
    if (left < 0) break;
  }
  if (drawn === undefined) throw new Error('no team looks after any benefit');
  return drawn;
};

/** A number of its own for each municipality, from its name. */
const numberOf = (municipality: string): number =>
  Buffer.from(municipality).reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 7);

/** Invents a municipality, the same one every time that the same is wanted on the same day. */
export const inventMunicipality = (files: InventedFiles, wanted: Wanted): InventedMunicipality => {
  const { municipality, today, count, seed } = wanted;
  const { office, names } = files;
  const shares = files.sharesOf(municipality);
  const shareOf = (benefits: readonly Benefit[]) => benefits.reduce((sum, one) => sum + (shares[one] ?? 0), 0);
  const named = createInventedName({ names, random: seeded(numberOf(municipality)), commonSurnames: 0 });
  const person = (id: string, role: Role, team?: string): Person => ({
    id,
    name: named(),
    aadObjectId: `${municipality}-${id}`,
    tenantId: TENANT,
    municipality,
    roles: [team === undefined ? { role } : { role, team }],
  });

  const inMunicipality = office.inMunicipality.map((role) => person(`${INVENTED}${role}`, role));
  const teams = office.teams.map(({ id, name, benefits }) => {
    const own = office.inTeam.map((role) => person(`${id}-${role}`, role, id));
    const workers = Math.max(1, Math.ceil((count * shareOf(benefits)) / office.casesEach));
    const caseworkers = Array.from({ length: workers }, (_, nth) => person(`${id}-${nth + 1}`, 'caseworker', id));
    const leads = own.filter(({ roles }) => roles.some(({ role }) => role.endsWith('-lead')));
    return { team: { id, municipality, name, leads: leads.map((one) => one.id) }, benefits, own, caseworkers };
  });
  const teamOn = new Map(teams.flatMap(({ team, benefits }) => benefits.map((benefit) => [benefit, team.id])));
  const workersOf = new Map(teams.map(({ team, caseworkers }) => [team.id, caseworkers.map(({ id }) => id)]));

  function* cases(): Generator<Case> {
    const random = seeded(numberOf(municipality) + seed);
    const invented = createInventedCase({
      municipality,
      today,
      random,
      catalogue: office.catalogue,
      benefit: createBenefit(shares, [...teamOn.keys()], random),
      team: (benefit) => teamOn.get(benefit) ?? '',
      caseworker: (team) => {
        const workers = workersOf.get(team) ?? [];
        return workers[Math.floor(random() * workers.length)] ?? '';
      },
      name: createInventedName({ names, random, commonSurnames: 0 }),
      ages: agesOn,
      readiness: readinessOn,
    });
    for (let nth = 1; nth <= count; nth += 1)
      yield invented(`OPD-${String(seed).padStart(4, '0')}-${String(nth).padStart(6, '0')}`);
  }

  return {
    municipality,
    people: [...inMunicipality, ...teams.flatMap(({ own, caseworkers }) => [...own, ...caseworkers])],
    teams: teams.map(({ team }) => team),
    catalogue: office.catalogue,
    cases: { [Symbol.iterator]: cases },
  };
};
