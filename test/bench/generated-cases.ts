import type { Case, CatalogueItem, Offer } from '../../src/contract/case.ts';
import type { Question } from '../../src/contract/question.ts';
import type { Inquiry } from '../../src/rulebook/judgement.ts';
import { addMonths, dayOf, isoOf } from '../../src/rulebook/calendar.ts';
import { seeded } from './random.ts';

/** An inquiry about starting or extending an offer, with every fact that a rule could read. */
export type CompleteInquiry = Inquiry & {
  case: Case;
  question: Extract<Question, { kind: 'start-offer' | 'extend-offer' }>;
};

const START_KINDS = [
  ...['guidance', 'guidance', 'guidance', 'external-mentor', 'internal-mentor', 'digital-job-search'],
  ...['internship', 'internship', 'wage-subsidy', 'paid-hours', 'ordinary-education'],
] as const satisfies readonly Offer['kind'][];
const EXTEND_KINDS = [
  'guidance',
  'guidance',
  'external-mentor',
  'internal-mentor',
  'digital-job-search',
  'internship',
] as const;
const BENEFITS = [
  'kontanthjaelp',
  'kontanthjaelp',
  'sygedagpenge',
  'sygedagpenge',
  'a-dagpenge',
  'selvforsoergende',
] as const;
const TODAY = dayOf('2023-05-10');

/** Makes complete inquiries, the same ones every time. */
export const generatedCases = (count: number): CompleteInquiry[] => {
  const random = seeded(2023);
  const chance = (of: number) => random() < of;
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => {
    const [picked] = list.slice(below(list.length));
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  };

  const offerOf = (kind: Offer['kind'], starts: number, ends: number): Offer => ({
    id: 'o1',
    kind,
    status: starts > TODAY ? 'planned' : 'running',
    catalogueItem: 'item',
    starts: isoOf(starts),
    ends: isoOf(ends),
    pricePerWeek: 1900 + 100 * below(6),
    hoursPerWeek: 5 + below(15),
    placement: chance(0.3) ? 'fixed' : 'individual',
    ...(chance(0.6) ? { fixedPlaceGround: 'attendance' } : {}),
    goal: chance(0.05) ? 'none' : 'employment',
    assessment: {
      educationPossible: chance(0.1),
      companyOfferPossible: chance(0.1),
      preparesForThose: chance(0.9),
      labourMarketNeed: chance(0.7),
      effectPerPriceWeighed: chance(0.7),
      paidWorkConsidered: chance(0.7),
      wageSubsidyConsidered: chance(0.7),
    },
    bids: ['Nord', 'Syd', 'Nord'].slice(0, below(4)).map((provider) => ({ provider, pricePerWeek: 2000 })),
    followUps: starts > TODAY ? [] : [{ on: isoOf(TODAY - 7), progress: chance(0.85), asAgreed: chance(0.9) }],
  });

  return Array.from({ length: count }, (): CompleteInquiry => {
    const benefit = pick(BENEFITS);
    const extending = chance(0.5);
    const starts = extending ? TODAY - 30 - below(40) : TODAY + 1 + below(20);
    const ends = extending ? TODAY + 25 + below(45) : addMonths(starts, pick([0, 1, 2, 2, 2, 2, 3, 5])) + 7 + below(14);
    const offer = offerOf(extending ? pick(EXTEND_KINDS) : pick(START_KINDS), starts, ends);
    const earlier: Offer = { ...offerOf('wage-subsidy', TODAY - 300, TODAY - 220), id: 'o0', status: 'ended' };
    const record: Case = {
      id: 'BENCH-1',
      municipality: 'rebild',
      team: 'team',
      caseworker: 'caseworker',
      citizen: {
        name: 'Opdigtet',
        birthDate: '1985-04-01',
        attendableHours: 12 + below(20),
        diagnosedAutism: chance(0.15),
        verySpecialNeeds: chance(0.15),
      },
      benefit: { type: benefit, since: '2022-06-01' },
      readiness: { category: chance(0.5) ? 'jobparat' : 'aktivitetsparat', since: '2022-06-01' },
      offers: [...(chance(0.4) ? [earlier] : []), ...(extending ? [offer] : [])],
    };
    const tier = pick(['red', 'yellow', 'green', 'green', 'green', 'unlisted'] as const);
    const catalogue: CatalogueItem[] = [
      { id: 'other', name: 'Andet', kind: 'guidance', tiers: { '*': 'green' } },
      { id: 'item', name: 'Forløb', kind: offer.kind, tiers: tier === 'unlisted' ? {} : { [benefit]: tier } },
    ];
    return {
      today: isoOf(TODAY),
      case: record,
      catalogue,
      question: extending
        ? {
            kind: 'extend-offer',
            offerId: 'o1',
            until: isoOf(addMonths(ends, pick([1, 2, 2, 2, 2, 3, 5, 7])) - 3 + below(5)),
            likelyJobOrEducation: chance(0.7),
          }
        : { kind: 'start-offer', offer },
    };
  });
};
