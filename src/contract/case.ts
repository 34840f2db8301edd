import { z } from 'zod';
import { maskCpr } from '../privacy/cpr.ts';
import {
  BENEFITS,
  EVENT_TYPES,
  GENDERS,
  GOALS,
  INTEGRATION_GROUPS,
  MATTER_KINDS,
  OFFER_KINDS,
  OFFER_STATUSES,
  PLACEMENTS,
  READINESS,
  ROLES,
  TIERS,
} from './vocabulary.ts';

/** A civil date `YYYY-MM-DD` in Europe/Copenhagen that exists in the calendar. */
export const civilDate = z.iso.date('wanted: a date YYYY-MM-DD that exists in the calendar');
/** An instant, ISO 8601 with offset. */
export const instant = z.union(
  [z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })],
  'wanted: an instant like 2023-05-01T09:30:00+02:00',
);
const id = z.string().min(1).max(100);
/** Free text. People write CPR numbers anywhere; what has the shape of one is masked where the record comes in. */
const text = z.string().max(4000).transform(maskCpr);

export const signOffSchema = z.strictObject({
  rule: id,
  by: id,
  role: z.enum(ROLES),
  on: civilDate,
  answer: z.enum(['approved', 'declined']),
  reason: text.optional(),
  forEnd: civilDate.optional(),
});
export type SignOff = z.infer<typeof signOffSchema>;

export const assessmentSchema = z.strictObject({
  educationPossible: z.boolean().optional(),
  companyOfferPossible: z.boolean().optional(),
  preparesForThose: z.boolean().optional(),
  labourMarketNeed: z.boolean().optional(),
  effectPerPriceWeighed: z.boolean().optional(),
  paidWorkConsidered: z.boolean().optional(),
  wageSubsidyConsidered: z.boolean().optional(),
});

const offerFields = z.strictObject({
  id,
  kind: z.enum(OFFER_KINDS),
  catalogueItem: id.optional(),
  provider: text.optional(),
  status: z.enum(OFFER_STATUSES).optional(),
  starts: civilDate,
  ends: civilDate.optional(),
  pricePerWeek: z.number().min(0).optional(),
  hoursPerWeek: z.number().min(0).max(168).optional(),
  placement: z.enum(PLACEMENTS).optional(),
  fixedPlaceGround: z.string().min(1).max(400).transform(maskCpr).optional(),
  ownWorkplace: z.boolean().optional(),
  goal: z.enum(GOALS).optional(),
  assessment: assessmentSchema.optional(),
  bids: z
    .array(
      z.strictObject({ provider: text, pricePerWeek: z.number().min(0).optional(), expectedEffect: text.optional() }),
    )
    .optional(),
  followUps: z
    .array(z.strictObject({ on: civilDate, progress: z.boolean().optional(), asAgreed: z.boolean().optional() }))
    .optional(),
  signOffs: z.array(signOffSchema).optional(),
});

/** An offer of the case; `ended` and `stopped` need the day it ended, and no offer ends before it starts. */
export const offerSchema = offerFields.superRefine((offer, ctx) => {
  if (offer.ends !== undefined && offer.ends < offer.starts)
    ctx.addIssue({ code: 'custom', path: ['ends'], message: `ends ${offer.ends} lies before starts ${offer.starts}` });
  if ((offer.status === 'ended' || offer.status === 'stopped') && offer.ends === undefined)
    ctx.addIssue({ code: 'custom', path: ['ends'], message: `an offer with status ${offer.status} needs ends` });
});
export type Offer = z.infer<typeof offerSchema>;

export const caseEventSchema = z.strictObject({
  type: z.enum(EVENT_TYPES),
  on: civilDate,
  by: id.optional(),
  repatriationInfo: z.boolean().optional(),
  vacanciesTold: z.boolean().optional(),
  byRepatriationStaff: z.boolean().optional(),
});
export type CaseEvent = z.infer<typeof caseEventSchema>;

export const citizenSchema = z.strictObject({
  name: z.string().min(1).max(200).transform(maskCpr),
  cpr: z.string().max(200).optional(),
  birthDate: civilDate.optional(),
  gender: z.enum(GENDERS).optional(),
  attendableHours: z.number().min(0).max(168).optional(),
  diagnosedAutism: z.boolean().optional(),
  verySpecialNeeds: z.boolean().optional(),
  mentallyVulnerable: z.boolean().optional(),
  disability: z.boolean().optional(),
  newGraduate: z.boolean().optional(),
  arrivedInDenmarkOn: civilDate.optional(),
  integrationGroup: z.enum(INTEGRATION_GROUPS).optional(),
  foreignCitizenship: z.boolean().optional(),
  repatriationTarget: z.boolean().optional(),
  residencePermitOn: civilDate.optional(),
  exemptFromActivity: z.boolean().optional(),
});

export const benefitSchema = z.strictObject({
  type: z.enum(BENEFITS),
  since: civilDate,
  history: z.array(z.strictObject({ type: z.enum(BENEFITS), from: civilDate, to: civilDate.optional() })).optional(),
});

/** The case record. Unknown fields and `null` are refused; an absent scalar is unknown. */
export const caseSchema = z.strictObject({
  id,
  municipality: id,
  team: id,
  caseworker: id,
  status: z.enum(['open', 'closed']).optional(),
  citizen: citizenSchema,
  benefit: benefitSchema,
  readiness: z.strictObject({ category: z.enum(READINESS), since: civilDate }).optional(),
  firstAbsenceOn: civilDate.optional(),
  hasEmployer: z.boolean().optional(),
  visitedOn: civilDate.optional(),
  jobBrokerDeclined: z.boolean().optional(),
  atRiskOfLongIncapacity: z.boolean().optional(),
  followUpIntervalDays: z.number().int().min(1).max(366).optional(),
  offers: z
    .array(offerSchema)
    .superRefine((offers, ctx) => {
      const seen = new Set<string>();
      for (const [index, offer] of offers.entries()) {
        if (seen.has(offer.id))
          ctx.addIssue({ code: 'custom', path: [index, 'id'], message: `offer id ${offer.id} occurs twice` });
        seen.add(offer.id);
      }
    })
    .optional(),
  events: z.array(caseEventSchema).optional(),
});
export type Case = z.infer<typeof caseSchema>;

/** An enquiry outside a case, with a clock of its own. */
export const matterSchema = z.strictObject({
  id,
  municipality: id,
  team: id,
  kind: z.enum(MATTER_KINDS),
  receivedAt: instant,
  answeredAt: instant.optional(),
});
export type Matter = z.infer<typeof matterSchema>;

export const catalogueItemSchema = z.strictObject({
  id,
  name: z.string().min(1).max(200),
  kind: z.enum(OFFER_KINDS),
  provider: text.optional(),
  tiers: z.partialRecord(z.enum([...BENEFITS, '*'] as const), z.enum(TIERS)),
});
export type CatalogueItem = z.infer<typeof catalogueItemSchema>;
