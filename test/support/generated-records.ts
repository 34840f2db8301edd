import { type Case, caseSchema, type CatalogueItem } from '../../src/contract/case.ts';
import {
  BENEFITS,
  EVENT_TYPES,
  INTEGRATION_GROUPS,
  OFFER_KINDS,
  type Benefit,
  type OfferKind,
} from '../../src/contract/vocabulary.ts';
import { dayOf, isoOf } from '../../src/rulebook/calendar.ts';
import { seeded } from '../bench/random.ts';

/** What a municipality offers: something of each kind, in every colour, and one thing without a colour. */
export const GENERATED_CATALOGUE: CatalogueItem[] = [
  { id: 'vejledning-groen', name: 'Vejledning', kind: 'guidance', tiers: { '*': 'green' } },
  { id: 'vejledning-gul', name: 'Afklaring', kind: 'guidance', tiers: { sygedagpenge: 'green', '*': 'yellow' } },
  { id: 'vejledning-roed', name: 'Motion', kind: 'guidance', tiers: { kontanthjaelp: 'red', '*': 'yellow' } },
  { id: 'mentor', name: 'Mentor', kind: 'external-mentor', tiers: {} },
  { id: 'egen-mentor', name: 'Egen mentor', kind: 'internal-mentor', tiers: { '*': 'green' } },
  { id: 'dansk', name: 'Dansk', kind: 'danish-lessons', tiers: { '*': 'green' } },
  { id: 'ips', name: 'IPS', kind: 'programme', tiers: { '*': 'yellow' } },
  { id: 'isbryder', name: 'Isbryder', kind: 'programme', tiers: { '*': 'green' } },
  { id: 'putau', name: 'PUTAU', kind: 'programme', tiers: { '*': 'green' } },
];

/** The benefits as often as they occur, roughly; every one of them does. */
const COMMON_BENEFITS: readonly Benefit[] = [
  ...BENEFITS,
  ...(['kontanthjaelp', 'kontanthjaelp', 'a-dagpenge', 'a-dagpenge', 'a-dagpenge'] as const),
  ...(['sygedagpenge', 'sygedagpenge', 'sygedagpenge', 'uddannelseshjaelp', 'ressourceforloeb'] as const),
];
const COMMON_KINDS: readonly OfferKind[] = [
  ...OFFER_KINDS,
  ...(['guidance', 'guidance', 'internship', 'internship', 'wage-subsidy', 'external-mentor'] as const),
];

interface Town {
  municipality: string;
  /** The civil date around which everything happens. */
  today: string;
  count: number;
}

/** Invented cases as a municipality has them, the same ones every time: one in ten is closed, much is not recorded. */
export function* generatedRecords({ municipality, today, count }: Town): Generator<Case> {
  const random = seeded(count);
  const now = dayOf(today);
  const below = (n: number): number => Math.floor(random() * n);
  const chance = (of: number): boolean => random() < of;
  const pick = <T>(list: readonly T[]): T => {
    const [picked] = list.slice(below(list.length));
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  };
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
    const listed = GENERATED_CATALOGUE.filter((item) => item.kind === kind);
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

  for (let nth = 1; nth <= count; nth += 1) {
    const type = pick(COMMON_BENEFITS);
    const since = before(900);
    const record = {
      id: `SAG-${String(nth).padStart(6, '0')}`,
      municipality,
      team: pick(['job', 'sygedagpenge', 'unge']),
      caseworker: `medarbejder-${1 + below(60)}`,
      status: known(0.1, 'closed'),
      citizen: {
        name: `Opdigtet Borger ${nth}`,
        birthDate: known(0.95, isoOf(now - 365 * (17 + below(48)) - below(365))),
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
      readiness: known(0.7, { category: pick(['jobparat', 'aktivitetsparat'] as const), since: before(700) }),
      firstAbsenceOn: type === 'sygedagpenge' ? known(0.9, since) : undefined,
      hasEmployer: known(0.4, chance(0.5)),
      visitedOn: known(0.3, before(600)),
      jobBrokerDeclined: known(0.2, chance(0.3)),
      atRiskOfLongIncapacity: known(0.2, chance(0.3)),
      offers: Array.from({ length: below(4) }, (_, number) => offer(`tilbud-${number + 1}`)),
      events: Array.from({ length: below(6) }, event),
    };
    // What is not recorded is left out, and what the contract would refuse does not come into being.
    yield caseSchema.parse(JSON.parse(JSON.stringify(record)));
  }
}
