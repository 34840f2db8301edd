import { z } from 'zod';
import { civilDate } from '../contract/case.ts';
import { OFFER_KINDS, QUESTION_KINDS, ROLES } from '../contract/vocabulary.ts';

/**
 * The outline of a rulebook file. Conditions and values (`z.unknown()` here) are checked by `language/`, which knows
 * the facts and their types.
 */
export const bilingual = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });

const kinds = z.union([
  z.string().regex(/^\$\w+$/, 'allowed: a list of offer kinds or $group'),
  z.array(z.enum(OFFER_KINDS)),
]);
const roles = z.array(z.enum(ROLES)).min(1);

/** A clause may speak to fewer questions or kinds of offer than its rule. */
const scope = { questions: z.array(z.enum(QUESTION_KINDS)).optional(), offers: kinds.optional() };

const clause = z.discriminatedUnion('effect', [
  z.strictObject({
    ...scope,
    effect: z.literal('forbids'),
    when: z.unknown(),
    says: bilingual,
    way: bilingual.optional(),
  }),
  z.strictObject({ ...scope, effect: z.literal('requires'), when: z.unknown(), says: bilingual, todo: bilingual }),
  z.strictObject({
    ...scope,
    effect: z.literal('asks'),
    when: z.unknown().optional(),
    facts: z.array(z.string()).min(1),
    says: bilingual,
  }),
  z.strictObject({
    ...scope,
    effect: z.literal('approval'),
    when: z.unknown(),
    form: z.enum(['agreement', 'discussion', 'assessment']),
    roles,
    /** The case's own caseworker may give it, when holding one of the roles. */
    ownCaseworkerMay: z.boolean().optional(),
    says: bilingual,
  }),
  z.strictObject({ ...scope, effect: z.literal('permits'), when: z.unknown(), says: bilingual }),
  z.strictObject({ ...scope, effect: z.literal('advises'), when: z.unknown(), says: bilingual }),
  z.strictObject({ ...scope, effect: z.literal('suggests'), when: z.unknown(), says: bilingual }),
]);
export type ClauseSource = z.infer<typeof clause>;

const deadline = z.strictObject({
  name: bilingual,
  /** Added to the name where the condition holds. */
  remark: z.strictObject({ when: z.unknown(), says: bilingual }).optional(),
  /** One entry for each offer of the case that `when` holds for. */
  each: z.literal('offers').optional(),
  when: z.unknown(),
  from: z.unknown().optional(),
  due: z.unknown().optional(),
  met: z.unknown().optional(),
  dueSoonFrom: z.unknown().optional(),
  shownFrom: z.unknown().optional(),
  shownUntil: z.unknown().optional(),
  /** An entry without a date of its own: due on the reference date while it is not met, then gone. */
  undated: z.boolean().optional(),
  /** Decisions that show it too, for the offer they are about. */
  touches: z.array(z.enum(QUESTION_KINDS)).optional(),
});
export type DeadlineSource = z.infer<typeof deadline>;

const rule = z.strictObject({
  id: z.string().min(1),
  statement: bilingual,
  source: z.strictObject({ section: z.string().min(1), line: z.number().int().min(1) }),
  /** How an ambiguity of the source is read, and why. */
  reading: z.string().optional(),
  questions: z.array(z.enum(QUESTION_KINDS)).optional(),
  offers: kinds.optional(),
  keywords: z.array(z.string()).optional(),
  /** The rule speaks of an offer's colour: it is named when somebody asks for one. */
  aboutTier: z.boolean().optional(),
  clauses: z.array(clause).optional(),
  deadline: deadline.optional(),
  /** The last day on which a request for this answer makes sense. */
  requestExpires: z.unknown().optional(),
});
export type RuleSource = z.infer<typeof rule>;

const parameterValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]);
const parameter = z
  .array(
    z.strictObject({
      from: civilDate,
      value: parameterValue,
      unit: z.enum(['kr', 'hours', 'bids', 'years']).optional(),
      reference: z.string().min(1),
    }),
  )
  .min(1);

export const rulebookSchema = z.strictObject({
  municipality: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  name: bilingual,
  validFrom: civilDate,
  validTo: civilDate,
  /** Set when a lead has confirmed that the plan is still used: until then no answer says that it has ended. */
  extendedUntil: civilDate.optional(),
  document: z.string().min(1),
  exceptions: z.strictObject({ roles }),
  parameters: z.record(z.string(), parameter),
  values: z.record(z.string(), z.unknown()).optional(),
  conditions: z.record(z.string(), z.unknown()).optional(),
  latestEnd: z
    .array(z.strictObject({ questions: z.array(z.enum(QUESTION_KINDS)), offers: kinds, is: z.unknown() }))
    .optional(),
  /** The name of the value that is an offer's colour, where the plan gives offers colours. */
  tier: z.string().optional(),
  rules: z.array(rule).min(1),
});
export type RulebookSource = z.infer<typeof rulebookSchema>;

/** What holds for every municipality: the sentences that stand above any rule. */
export const commonSchema = z.strictObject({
  allowed: bilingual,
  silent: bilingual,
  deviates: bilingual,
  declined: bilingual,
  /** Benefits that no longer exist from a date on. */
  abolished: z.array(z.strictObject({ benefits: z.array(z.string()), from: civilDate, says: bilingual })),
});
export type CommonSource = z.infer<typeof commonSchema>;
