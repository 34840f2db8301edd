import { z } from 'zod';
import { civilDate } from '../contract/case.ts';
import { MATTER_KINDS, OFFER_KINDS, QUESTION_KINDS, ROLES } from '../contract/vocabulary.ts';

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

/** `any`: whatever is asked about a case, for what concerns the person and not the question. */
const questions = z.union([z.literal('any'), z.array(z.enum(QUESTION_KINDS)).min(1)]);

/** A clause may speak to fewer questions or kinds of offer than its rule. */
const scope = { questions: questions.optional(), offers: kinds.optional() };

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
  /** What it is called where others read along, when its name tells of a citizen's health, benefit or origin. */
  openName: bilingual.optional(),
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

/** The clock of an enquiry or a complaint, which stands outside any case. */
const matter = z.strictObject({
  kind: z.enum(MATTER_KINDS),
  name: bilingual,
  /** "24 hours" ends at an instant, "7 days" with a civil date; counted from the receipt. */
  within: z.string(),
  /** Saturdays, Sundays, public holidays and the closing days do not count. */
  workingDays: z.boolean().optional(),
});
export type MatterSource = z.infer<typeof matter>;

/** A group that a citizen belongs to by the plan, as the segment report and the case show it. */
const segment = z.strictObject({ name: bilingual, when: z.unknown() });

/** What every entry of a rulebook has: what the plan says, and where. */
const entry = {
  id: z.string().min(1),
  statement: bilingual,
  source: z.strictObject({ section: z.string().min(1), line: z.number().int().min(1) }),
  /** How an ambiguity of the source is read, and why. */
  reading: z.string().optional(),
  keywords: z.array(z.string()).optional(),
};

const rule = z.strictObject({
  ...entry,
  questions: questions.optional(),
  offers: kinds.optional(),
  /** The rule speaks of an offer's colour: it is named when somebody asks for one. */
  aboutTier: z.boolean().optional(),
  clauses: z.array(clause).optional(),
  deadline: deadline.optional(),
  matter: matter.optional(),
  segment: segment.optional(),
  /** The last day on which a request for this answer makes sense. */
  requestExpires: z.unknown().optional(),
});
export type RuleSource = z.infer<typeof rule>;

/** Advice, shown in the answers it concerns. It changes no outcome and asks for nothing. */
const reminder = z.strictObject({
  ...entry,
  questions,
  offers: kinds.optional(),
  when: z.unknown().optional(),
  says: bilingual,
});
export type ReminderSource = z.infer<typeof reminder>;

const goal = z.union([
  z.strictObject({ atLeast: z.number() }),
  z.strictObject({ atMost: z.number() }),
  z.strictObject({ about: z.number() }),
  /** A trend, measured against the baseline. */
  z.strictObject({ up: z.literal(true) }),
  z.strictObject({ down: z.literal(true) }),
  /** The plan wants it followed and sets no figure. */
  z.strictObject({ none: z.literal(true) }),
]);

/** How the cases show a figure; both shares are in percent. */
const computed = z.union([
  z.strictObject({ countOf: z.literal('cases'), where: z.unknown(), open: z.boolean().optional() }),
  z.strictObject({
    shareOf: z.enum(['cases', 'offers']),
    where: z.unknown(),
    among: z.unknown(),
    open: z.boolean().optional(),
  }),
]);

const figure = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  name: bilingual,
  unit: z.enum(['citizens', 'people', 'percent', 'kr', 'courses', 'companies', 'agreements', 'days', 'count']),
  goal,
  baseline: z.strictObject({ value: z.number(), on: civilDate }).optional(),
  /** Absent: the figure comes from outside. */
  computed: computed.optional(),
  /** What the computed figure shows and what it does not. */
  note: bilingual.optional(),
});

/** A figure that the plan wants to be followed; it changes no outcome. */
const target = z.strictObject({ ...entry, by: civilDate.optional(), figures: z.array(figure).min(1) });
export type TargetSource = z.infer<typeof target>;

/** What neither a case nor an answer can show; it is listed, so that nothing of the source is silently missing. */
const notEvaluated = z.strictObject({ ...entry, why: bilingual });
export type NotEvaluatedSource = z.infer<typeof notEvaluated>;

/** A year that has every day there is. */
const LEAP_YEAR = 2024;

/** A day on which the municipality is closed: every year ("12-24"), or once ("2024-12-27"). */
const closingDay = z.union([
  z
    .string()
    .refine(
      (day) => civilDate.safeParse(`${LEAP_YEAR}-${day}`).success,
      'allowed: a day of every year, "MM-DD", or a date',
    ),
  civilDate,
]);

const parameterValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]);
const parameter = z
  .array(
    z.strictObject({
      from: civilDate,
      value: parameterValue,
      unit: z.enum(['kr', 'hours', 'bids', 'years', 'months', 'phase']).optional(),
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
  reminders: z.array(reminder).optional(),
  targets: z.array(target).optional(),
  notEvaluated: z.array(notEvaluated).optional(),
  closingDays: z.array(closingDay).optional(),
});
export type RulebookSource = z.infer<typeof rulebookSchema>;

/** What holds for every municipality: the sentences that stand above any rule. */
export const commonSchema = z.strictObject({
  allowed: bilingual,
  silent: bilingual,
  /** Absent in the sentences that were kept with answers of before: those say `silent`. */
  unopposed: bilingual.optional(),
  noStep: bilingual.optional(),
  deviates: bilingual,
  declined: bilingual,
  /** Benefits that no longer exist from a date on. */
  abolished: z.array(z.strictObject({ benefits: z.array(z.string()), from: civilDate, says: bilingual })),
});
export type CommonSource = z.infer<typeof commonSchema>;
