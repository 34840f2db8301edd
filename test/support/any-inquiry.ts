import fc from 'fast-check';
import type { Case, CaseEvent, CatalogueItem, Offer } from '../../src/contract/case.ts';
import type { Question } from '../../src/contract/question.ts';
import {
  BENEFITS,
  EVENT_TYPES,
  INTEGRATION_GROUPS,
  OFFER_KINDS,
  PLACEMENTS,
  READINESS,
  ROLES,
  TIERS,
} from '../../src/contract/vocabulary.ts';
import { add, dayOf, isoOf } from '../../src/rulebook/calendar.ts';
import type { Inquiry } from '../../src/rulebook/judgement.ts';

const first = dayOf('2023-01-01');
/** Civil dates around 2023, more often near one another than apart. */
const date = (from = -200, to = 400) => fc.integer({ min: from, max: to }).map((n) => isoOf(first + n));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const rules = [8, 21, 22, 23, 24, 25, 26, 27, 29, 31, 32, 33, 35, 36, 37, 38, 47, 48, 49, 51, 61, 62, 63];

/** A record without its undefined fields, as records come in. */
const tidy = <T extends object>(record: T): T => structuredClone(JSON.parse(JSON.stringify(record)));

const signOff = (ends: fc.Arbitrary<string | undefined>) =>
  fc
    .record({
      rule: fc.oneof(
        fc.constantFrom(...rules).map((n) => `REB-${String(n).padStart(2, '0')}`),
        fc.constantFrom(
          'HJO-32',
          'HJO-33',
          'HJO-74',
          'HOL-07',
          'HOL-75',
          'HED-25',
          'HED-29',
          'HED-51',
          'HED-61',
          'HED-68',
          'JAM-07',
          'JAM-08',
        ),
      ),
      by: fc.constantFrom('ida.kirkeby', 'bodil.hede', 'kaj.holm'),
      role: fc.constantFrom(...ROLES),
      on: date(-30, 200),
      answer: fc.constantFrom('approved' as const, 'declined' as const),
      reason: maybe(fc.constantFrom('Fordi', '  ')),
      forEnd: ends,
    })
    .map(tidy);

const offer = (id: string): fc.Arbitrary<Offer> =>
  fc
    .record({
      id: fc.constant(id),
      kind: fc.oneof(fc.constantFrom('guidance', 'internship', 'external-mentor'), fc.constantFrom(...OFFER_KINDS)),
      catalogueItem: maybe(
        fc.constantFrom(
          'kurset',
          'kurset',
          'andet',
          'ips',
          'ips-ung',
          'isbryder',
          'agervang',
          'marselisborg',
          'honoreret-praktik-ung',
        ),
      ),
      status: maybe(fc.constantFrom('planned' as const, 'running' as const)),
      starts: date(-100, 150),
      days: maybe(fc.constantFrom(7, 12, 13, 60, 89, 90, 91, 92, 120, 182, 183, 190)),
      pricePerWeek: maybe(fc.constantFrom(0, 1500, 2200, 2201, 5000)),
      hoursPerWeek: maybe(fc.constantFrom(0, 10, 20)),
      placement: maybe(fc.constantFrom(...PLACEMENTS)),
      fixedPlaceGround: maybe(fc.constantFrom('attendance', 'andet')),
      goal: fc.constantFrom(
        'employment' as const,
        'employment' as const,
        'employment' as const,
        'none' as const,
        undefined,
      ),
      assessment: maybe(
        fc.record({
          educationPossible: maybe(fc.constantFrom(false, false, true)),
          companyOfferPossible: maybe(fc.constantFrom(false, false, true)),
          preparesForThose: maybe(fc.constantFrom(true, true, false)),
          labourMarketNeed: maybe(fc.boolean()),
          effectPerPriceWeighed: maybe(fc.boolean()),
          paidWorkConsidered: maybe(fc.boolean()),
          wageSubsidyConsidered: maybe(fc.boolean()),
        }),
      ),
      bids: maybe(fc.array(fc.record({ provider: fc.constantFrom('A', 'B', 'a ') }), { maxLength: 3 })),
      followUps: maybe(
        fc.array(
          fc.record({
            on: date(-30, 200),
            progress: maybe(fc.constantFrom(true, true, false)),
            asAgreed: maybe(fc.constantFrom(true, true, false)),
          }),
          { maxLength: 3 },
        ),
      ),
      signOffs: maybe(fc.array(signOff(maybe(date(0, 300))), { maxLength: 3 })),
    })
    .map(({ days, ...rest }) =>
      tidy({ ...rest, ...(days === undefined ? {} : { ends: isoOf(dayOf(rest.starts) + days) }) }),
    );

const events: fc.Arbitrary<CaseEvent[]> = fc.array(
  fc
    .record({
      type: fc.oneof(fc.constant('interview' as const), fc.constantFrom(...EVENT_TYPES)),
      on: date(),
      repatriationInfo: maybe(fc.boolean()),
      vacanciesTold: maybe(fc.boolean()),
      byRepatriationStaff: maybe(fc.boolean()),
    })
    .map(tidy),
  {
    maxLength: 4,
  },
);

const subject: fc.Arbitrary<Case> = fc
  .record({
    id: fc.constant('REB-2023-00999'),
    municipality: fc.constant('rebild'),
    team: fc.constant('sygedagpenge'),
    caseworker: fc.constant('ida.kirkeby'),
    citizen: fc.record({
      name: fc.constant('Opdigtet Borger'),
      attendableHours: maybe(fc.constantFrom(5, 10, 15)),
      diagnosedAutism: maybe(fc.boolean()),
      verySpecialNeeds: maybe(fc.boolean()),
      residencePermitOn: maybe(date()),
      exemptFromActivity: maybe(fc.boolean()),
      birthDate: maybe(fc.constantFrom('1990-04-01', '2000-02-29', '2006-03-01')),
      foreignCitizenship: maybe(fc.boolean()),
      mentallyVulnerable: maybe(fc.boolean()),
      disability: maybe(fc.boolean()),
      newGraduate: maybe(fc.boolean()),
      repatriationTarget: maybe(fc.boolean()),
      arrivedInDenmarkOn: maybe(date(-2500, 0)),
      integrationGroup: maybe(fc.constantFrom(...INTEGRATION_GROUPS)),
    }),
    benefit: fc.record({
      type: fc.constantFrom(...BENEFITS),
      since: date(-400, 100),
      history: maybe(
        fc.array(fc.record({ type: fc.constantFrom(...BENEFITS), from: date(-1500, -400) }), { maxLength: 2 }),
      ),
    }),
    atRiskOfLongIncapacity: maybe(fc.boolean()),
    readiness: maybe(fc.record({ category: fc.constantFrom(...READINESS), since: date() })),
    firstAbsenceOn: maybe(date()),
    hasEmployer: maybe(fc.boolean()),
    visitedOn: maybe(date()),
    jobBrokerDeclined: maybe(fc.boolean()),
    offers: fc.tuple(offer('e1'), offer('e2'), offer('e3')).chain((all) => fc.nat(3).map((n) => all.slice(0, n))),
    events: maybe(events),
  })
  .map(tidy);

const catalogue: fc.Arbitrary<CatalogueItem[]> = fc
  .dictionary(fc.constantFrom('*' as const, 'kontanthjaelp' as const), fc.constantFrom(...TIERS))
  .chain((tiers) => fc.subarray([{ id: 'kurset', name: 'Kurset', kind: 'guidance' as const, tiers }]));

/** A question about the case: its offers can be extended and continued, a new one started. */
const question = ({ offers = [] }: Case): fc.Arbitrary<Question> => {
  const plain = fc.constantFrom<Question>({ kind: 'deadlines' }, { kind: 'next-step' });
  const start = offer('ny').map((planned): Question => ({ kind: 'start-offer', offer: planned }));
  if (offers.length === 0) return fc.oneof(plain, start, start);
  const about = fc.constantFrom(...offers).chain((running): fc.Arbitrary<Question> => {
    const after = dayOf(running.ends ?? running.starts);
    const more = fc.constantFrom(1, 30, 89, 90, 91, 92, 93, 180, 184, 185, 200);
    return fc.oneof(
      {
        weight: 3,
        arbitrary: fc
          .record({
            kind: fc.constant('extend-offer' as const),
            offerId: fc.constant(running.id),
            until: maybe(more.map((days) => isoOf(add(after, { n: days, unit: 'days' })))),
            likelyJobOrEducation: maybe(fc.boolean()),
          })
          .map(tidy),
      },
      { weight: 1, arbitrary: fc.constant({ kind: 'continue-offer' as const, offerId: running.id }) },
    );
  });
  return fc.oneof(plain, start, start, about, about);
};

/** Any question about any case of the municipality on any day of its plan's year; all of it passes the contract. */
export const anyInquiry: fc.Arbitrary<Inquiry> = subject.chain((record) =>
  fc.record({ today: date(0, 400), question: question(record), case: fc.constant(record), catalogue }),
);

/** The offer a question is about. */
export const askedOffer = ({ question: asked, case: record }: Inquiry): Offer | undefined => {
  if (asked.kind === 'start-offer') return asked.offer;
  return 'offerId' in asked ? record?.offers?.find(({ id }) => id === asked.offerId) : undefined;
};
