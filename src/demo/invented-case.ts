import { type Case, caseSchema, type CatalogueItem } from '../contract/case.ts';
import {
  type Benefit,
  BENEFITS,
  EVENT_TYPES,
  INTEGRATION_GROUPS,
  OFFER_KINDS,
  type OfferKind,
  type Readiness,
} from '../contract/vocabulary.ts';
import { dayOf, isoOf } from '../rulebook/calendar.ts';

const COMMON_KINDS: readonly OfferKind[] = [
  ...OFFER_KINDS,
  ...(['guidance', 'guidance', 'internship', 'internship', 'wage-subsidy', 'external-mentor'] as const),
];

/** Draws from a sequence of numbers from 0 up to 1. */
export const drawingFrom = (random: () => number) => {
  const below = (n: number): number => Math.floor(random() * n);
  return {
    below,
    chance: (of: number): boolean => random() < of,
    pick: <T>(list: readonly T[]): T => {
      const [picked] = list.slice(below(list.length));
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
};

/** What is the municipality's own in its invented cases. */
export interface InventedOffice {
  municipality: string;
  /** The civil date around which everything happens. */
  today: string;
  random: () => number;
  catalogue: readonly CatalogueItem[];
  benefit(): Benefit;
  team(benefit: Benefit): string;
  caseworker(team: string): string;
  name(): string;
  /** The least age in years, and how many years there are from it on. */
  ages(benefit: Benefit): readonly [number, number];
  readiness(benefit: Benefit): readonly Readiness[];
}

/**
 * Invents cases as a municipality has them: one in ten is closed, much is not recorded, and everything happens around the
 * day, so that deadlines are met, due and overdue, and an answer comes out in every way.
 */
export const createInventedCase = (office: InventedOffice): ((id: string) => Case) => {
  const { municipality, random, catalogue } = office;
  const now = dayOf(office.today);
  const { below, chance, pick } = drawingFrom(random);
  /** A value that is recorded in some of the cases only. */
  const known = <T>(of: number, value: T): T | undefined => (chance(of) ? value : undefined);
  const before = (days: number): string => isoOf(now - below(days));

  const assessment = () => ({
    educationPossible: known(0.7, chance(0.1)),
    companyOfferPossible: known(0.7, chance(0.2)),
    preparesForThose: known(0.7, chance(0.9)),
    labourMarketNeed: known(0.5, chance(0.7)),
    effectPerPriceWeighed: known(0.5, true),
    paidWorkConsidered: known(0.5, true),
    wageSubsidyConsidered: known(0.5, true),
  });

  const offer = (id: string) => {
    const kind = pick(COMMON_KINDS);
    const starts = now - 240 + below(270);
    const ends = starts + pick([13, 29, 60, 89, 90, 91, 120, 181, 364]);
    const listed = catalogue.filter((item) => item.kind === kind);
    return {
      id,
      kind,
      starts: isoOf(starts),
      ends: known(0.9, isoOf(ends)),
      status: starts > now ? 'planned' : undefined,
      catalogueItem: listed.length === 0 ? undefined : known(0.8, pick(listed).id),
      pricePerWeek: known(0.7, 1200 + 100 * below(16)),
      hoursPerWeek: known(0.7, 3 + below(25)),
      placement: known(0.7, chance(0.2) ? 'fixed' : 'individual'),
      fixedPlaceGround: known(0.3, pick(['attendance', 'job-goal', 'andet'])),
      goal: known(0.8, chance(0.05) ? 'none' : 'employment'),
      assessment: known(0.6, assessment()),
      bids: ['Nord', 'Syd', 'Vest'].slice(0, below(4)).map((provider) => ({ provider })),
      followUps: Array.from({ length: starts > now ? 0 : below(3) }, (_, nth) => ({
        on: isoOf(starts + 20 * (nth + 1)),
        progress: known(0.8, chance(0.85)),
        asAgreed: known(0.8, chance(0.9)),
      })),
    };
  };

  const event = () => ({
    type: chance(0.5) ? 'interview' : pick(EVENT_TYPES),
    on: before(500),
    repatriationInfo: known(0.3, chance(0.5)),
    vacanciesTold: known(0.3, chance(0.5)),
  });

  return (id) => {
    const type = office.benefit();
    const since = before(900);
    const team = office.team(type);
    const [youngest, years] = office.ages(type);
    const record = {
      id,
      municipality,
      team,
      caseworker: office.caseworker(team),
      status: known(0.1, 'closed'),
      citizen: {
        name: office.name(),
        birthDate: known(0.95, isoOf(now - 365 * (youngest + below(years)) - below(365))),
        attendableHours: known(0.8, 2 + below(35)),
        diagnosedAutism: known(0.4, chance(0.1)),
        verySpecialNeeds: known(0.4, chance(0.15)),
        mentallyVulnerable: known(0.3, chance(0.4)),
        disability: known(0.3, chance(0.2)),
        newGraduate: known(0.3, chance(0.2)),
        integrationGroup: known(0.15, pick(INTEGRATION_GROUPS)),
        foreignCitizenship: known(0.2, chance(0.8)),
        repatriationTarget: known(0.2, chance(0.5)),
        residencePermitOn: known(0.15, before(1500)),
        exemptFromActivity: known(0.1, chance(0.5)),
      },
      benefit: { type, since, history: known(0.3, [{ type: pick(BENEFITS), from: isoOf(dayOf(since) - 400) }]) },
      readiness: known(0.7, { category: pick(office.readiness(type)), since: before(700) }),
      firstAbsenceOn: type === 'sygedagpenge' ? known(0.9, since) : undefined,
      hasEmployer: known(0.4, chance(0.5)),
      visitedOn: known(0.3, before(600)),
      jobBrokerDeclined: known(0.2, chance(0.3)),
      atRiskOfLongIncapacity: known(0.2, chance(0.3)),
      offers: Array.from({ length: below(4) }, (_, number) => offer(`tilbud-${number + 1}`)),
      events: Array.from({ length: below(6) }, event),
    };
    // What is not recorded is left out, and what the contract would refuse does not come into being.
    return caseSchema.parse(JSON.parse(JSON.stringify(record)));
  };
};
