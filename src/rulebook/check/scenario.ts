import { z } from 'zod';
import { civilDate } from '../../contract/case.ts';
import type { Decision } from '../../contract/decision.ts';
import { decideInputSchema } from '../../contract/question.ts';
import type { Rulebook } from '../compile.ts';
import { decide } from '../decide.ts';
import { explain } from '../explain.ts';
import type { Judgement } from '../judgement.ts';
import { segmentsOf } from '../segments.ts';
import type { Shelf } from '../shelf.ts';
import { tallyTargets } from '../targets.ts';

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
    requires: names.optional(),
    missing: names.optional(),
    /** Advice of evaluated rules; the plan's reminders are laid down by `reminders`. */
    advises: names.optional(),
    reminders: names.optional(),
    /** The plan's groups that the case belongs to. */
    segments: names.optional(),
    /** What the case alone comes to in figures that the cases show, by `target/figure`: a count, or percent. */
    figures: z.record(z.string(), z.number()).optional(),
    permits: names.optional(),
    latestEnd: z.union([civilDate, z.null()]).optional(),
    deadlines: z.array(z.strictObject({ rule: z.string(), due: z.string(), status: z.string() })).optional(),
    alternatives: names.optional(),
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

type Asked = Pick<Scenario, 'today' | 'input'>;

const rulebookFor = (shelf: Shelf, { today, input }: Asked): Rulebook => {
  const found = shelf.on((input.case ?? input.matter)?.municipality ?? '', today);
  if (!('rulebook' in found)) throw new Error(`no rulebook on ${today}: ${JSON.stringify(found)}`);
  return found.rulebook;
};

const judgementOn = (rulebook: Rulebook, { today, input }: Asked): Judgement => {
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

const asSet = (list: readonly string[]): string => [...new Set(list)].toSorted().join(' ');
const asBag = (list: readonly { rule: string; due: string; status: string }[]): string =>
  list
    .map(({ rule, due, status }) => `${rule}@${due}:${status}`)
    .toSorted()
    .join(' ');

/** `null` lays down that the answer has none. */
const orNone = (date: string | null | undefined): string | undefined => (date === null ? 'none' : date);

/** Figures as they stand for one case; a name that stands for none is shown as such. */
const figuresOf = (rulebook: Rulebook, { input, today }: Asked, names: readonly string[]): string => {
  if (names.length === 0) return '';
  const tally = tallyTargets(rulebook.targets, today);
  if (input.case !== undefined) tally.add(input.case);
  const values = names.map((name): [string, number | undefined] => {
    const [target = '', figure = ''] = name.split('/');
    return [name, tally.count(target, figure)?.value];
  });
  return asFigures(values);
};
const asFigures = (values: readonly (readonly [string, number | undefined])[]): string =>
  values.map(([name, value]) => `${name}=${value ?? 'none'}`).join(' ');

/** Where the answer differs from what the scenario lays down; lists are compared as sets, deadlines as a bag. */
export const disagreements = (shelf: Shelf, scenario: Scenario): string[] =>
  disagreementsWith(rulebookFor(shelf, scenario), scenario);

/** The same for a rulebook at hand. */
export const disagreementsWith = (rulebook: Rulebook, scenario: Scenario): string[] => {
  const { expect: wanted, input, today } = scenario;
  const got = judgementOn(rulebook, scenario);
  const segments =
    wanted.segments === undefined || input.case === undefined ? [] : segmentsOf(rulebook, input.case, today);
  const rulesThat = (effect: string) => got.findings.filter((each) => each.effect === effect).map(({ rule }) => rule);
  const open = got.approvals.filter(({ status }) => status === 'open').map(({ rule }) => rule);
  const todo = got.todo.map(({ rule }) => rule);
  const ways = got.alternatives.flatMap(({ rule }) => rule ?? []);
  const rows: [string, string | undefined, string][] = [
    ['outcome', wanted.outcome, got.outcome],
    ['forbids', wanted.forbids && asSet(wanted.forbids), asSet(rulesThat('forbids'))],
    ['approvals', wanted.approvals && asSet(wanted.approvals), asSet(open)],
    ['requires', wanted.requires && asSet(wanted.requires), asSet(todo)],
    ['missing', wanted.missing && asSet(wanted.missing), asSet(got.missing)],
    ['advises', wanted.advises && asSet(wanted.advises), asSet(rulesThat('advises'))],
    ['reminders', wanted.reminders && asSet(wanted.reminders), asSet(got.reminders.map(({ rule }) => rule))],
    ['segments', wanted.segments && asSet(wanted.segments), asSet(segments.map(({ rule }) => rule))],
    [
      'figures',
      wanted.figures && asFigures(Object.entries(wanted.figures)),
      figuresOf(rulebook, scenario, Object.keys(wanted.figures ?? {})),
    ],
    ['permits', wanted.permits && asSet(wanted.permits), asSet(rulesThat('permits'))],
    ['alternatives', wanted.alternatives?.join(' '), ways.join(' ')],
    ['latestEnd', orNone(wanted.latestEnd), got.latestEnd ?? 'none'],
    ['planPeriodEnded', orNone(wanted.planPeriodEnded), got.planPeriodEnded ?? 'none'],
    ['deadlines', wanted.deadlines && asBag(wanted.deadlines), asBag(got.deadlines)],
  ];
  return rows.flatMap(([name, expected, given]) =>
    expected === undefined || expected === given ? [] : [`${name}: expected [${expected}], the answer has [${given}]`],
  );
};
