import { z } from 'zod';
import { civilDate } from '../../contract/case.ts';
import type { Decision } from '../../contract/decision.ts';
import { decideInputSchema } from '../../contract/question.ts';
import { TIERS } from '../../contract/vocabulary.ts';
import type { Rulebook } from '../compile.ts';
import { decide } from '../decide.ts';
import { explain } from '../explain.ts';
import type { Judgement } from '../judgement.ts';
import type { Shelf } from '../shelf.ts';

const names = z.array(z.string());

/** A scenario: a question on a day, and what of the answer is laid down. What is not named is not compared. */
const scenarioSchema = z.strictObject({
  id: z.string(),
  today: civilDate,
  input: decideInputSchema,
  expect: z.strictObject({
    outcome: z.enum(['allowed', 'needs-approval', 'not-yet', 'needs-info', 'denied']).optional(),
    forbids: names.optional(),
    approvals: names.optional(),
    /** The form that the approvals of some rules have. */
    forms: z.record(z.string(), z.enum(['agreement', 'discussion', 'assessment'])).optional(),
    requires: names.optional(),
    missing: names.optional(),
    /** Advice of evaluated rules, as often as a rule advises; the plan's reminders are laid down by `reminders`. */
    advises: names.optional(),
    reminders: names.optional(),
    /** The plan's groups that the case belongs to. */
    segments: names.optional(),
    /** What the case alone comes to in figures that the cases show, by `target/figure`: a count, or percent. */
    figures: z.record(z.string(), z.number()).optional(),
    /** The colour that one is told who asks for the offer's, and the rules that are named. */
    tier: z
      .strictObject({ colour: z.union([z.enum(TIERS), z.null()]), rules: names, priceLimit: z.number().optional() })
      .optional(),
    permits: names.optional(),
    latestEnd: z.union([civilDate, z.null()]).optional(),
    /** `name`: the whole Danish name, where a remark makes a difference. */
    deadlines: z
      .array(z.strictObject({ rule: z.string(), due: z.string(), status: z.string(), name: z.string().optional() }))
      .optional(),
    alternatives: names.optional(),
    /** How the ways on, or the steps, begin in Danish, in their order: for rules that say more than one. */
    steps: names.optional(),
    /** The last day on which a request for this answer makes sense. */
    requestExpiresOn: z.union([civilDate, z.null()]).optional(),
    planPeriodEnded: z.union([civilDate, z.null()]).optional(),
  }),
  why: z.string(),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** The scenarios of a JSON Lines file. */
export const readScenarios = (text: string): Scenario[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => scenarioSchema.parse(JSON.parse(line)));

export type Asked = Pick<Scenario, 'today' | 'input'>;

/** The rulebook in force where and when a scenario asks. */
export const rulebookFor = (shelf: Shelf, { today, input }: Asked): Rulebook => {
  const found = shelf.on((input.case ?? input.matter)?.municipality ?? '', today);
  if (!('rulebook' in found)) throw new Error(`no rulebook on ${today}: ${JSON.stringify(found)}`);
  return found.rulebook;
};

/** Decides a scenario by a rulebook. */
export const judgementOn = (rulebook: Rulebook, { today, input }: Asked): Judgement => {
  const { question, catalogue = [] } = input;
  return decide(rulebook, {
    today,
    question,
    catalogue,
    ...(input.case === undefined ? {} : { case: input.case }),
    ...(input.matter === undefined ? {} : { matter: input.matter }),
  });
};

/** Decides a scenario as `makker decide` would. */
export const answerTo = (shelf: Shelf, asked: Asked): Decision =>
  explain(judgementOn(rulebookFor(shelf, asked), asked), 'da');
