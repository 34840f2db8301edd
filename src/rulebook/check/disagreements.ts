import type { Tier } from '../../contract/vocabulary.ts';
import type { Rulebook } from '../compile.ts';
import { worded } from '../explain.ts';
import { PLAN } from '../findings.ts';
import type { Judgement } from '../judgement.ts';
import { segmentsOf } from '../segments.ts';
import type { Shelf } from '../shelf.ts';
import { tallyTargets } from '../targets.ts';
import { tierOf } from '../tier.ts';
import { judgementOn, rulebookFor, type Asked, type Scenario } from './scenario.ts';

type Expected = Scenario['expect'];

/** Where the answer differs from what the scenario lays down; lists are compared as sets, advice and deadlines as bags. */
export const disagreements = (shelf: Shelf, scenario: Scenario): string[] =>
  disagreementsWith(rulebookFor(shelf, scenario), scenario);

/** The same for a rulebook at hand. */
export const disagreementsWith = (rulebook: Rulebook, scenario: Scenario): string[] => {
  const { expect } = scenario;
  const rows = [...answerRows(expect, judgementOn(rulebook, scenario)), ...rulebookRows(expect, rulebook, scenario)];
  return rows.flatMap(([name, expected, given]) =>
    expected === undefined || expected === given ? [] : [`${name}: expected [${expected}], the answer has [${given}]`],
  );
};

/** A name, what is laid down (nothing: it is not compared), and what the answer has. */
type Row = [name: string, expected: string | undefined, given: string];

const answerRows = (wanted: Expected, got: Judgement): Row[] => {
  const rulesThat = (effect: string) => got.findings.filter((each) => each.effect === effect).map(({ rule }) => rule);
  const open = got.approvals.filter(({ status }) => status === 'open').map(({ rule }) => rule);
  const todo = got.todo.map(({ rule }) => rule);
  const ways = got.alternatives.flatMap(({ rule }) => rule ?? []);
  const forms = got.approvals.map(({ rule, form }) => `${rule}=${form}`);
  const dues = got.deadlines.map(({ rule, due, status, name }) => ({ rule, due, status, name: name.da }));
  const named = wanted.deadlines?.filter(({ name }) => name !== undefined) ?? [];
  return [
    ['outcome', wanted.outcome, got.outcome],
    ['forbids', wanted.forbids && asSet(wanted.forbids), asSet(rulesThat('forbids'))],
    ['approvals', wanted.approvals && asSet(wanted.approvals), asSet(open)],
    [
      'forms',
      wanted.forms && asBag(Object.entries(wanted.forms).map(([rule, form]) => `${rule}=${form}`)),
      asBag(forms),
    ],
    ['requires', wanted.requires && asSet(wanted.requires), asSet(todo)],
    ['missing', wanted.missing && asSet(wanted.missing), asSet(got.missing)],
    ['advises', wanted.advises && asAdvice(wanted.advises), asAdvice(rulesThat('advises'))],
    ['reminders', wanted.reminders && asSet(wanted.reminders), asSet(got.reminders.map(({ rule }) => rule))],
    ['permits', wanted.permits && asSet(wanted.permits), asSet(rulesThat('permits'))],
    ['alternatives', wanted.alternatives?.join(' '), ways.join(' ')],
    ['steps', wanted.steps?.join(' | '), beginnings(got, wanted.steps)],
    ['requestExpiresOn', orNone(wanted.requestExpiresOn), got.requestExpiresOn ?? 'none'],
    ['latestEnd', orNone(wanted.latestEnd), got.latestEnd ?? 'none'],
    ['planPeriodEnded', orNone(wanted.planPeriodEnded), got.planPeriodEnded ?? 'none'],
    ['deadlines', wanted.deadlines && asBag(wanted.deadlines.map(asDue)), asBag(dues.map(asDue))],
    [
      'names',
      asBag(named.map(asName)),
      asBag(dues.filter(({ rule }) => named.some((one) => one.rule === rule)).map(asName)),
    ],
  ];
};

/** What a rulebook says of a case or an offer beside the answer; worked out only where it is laid down. */
const rulebookRows = (wanted: Expected, rulebook: Rulebook, asked: Asked): Row[] => {
  const { case: record } = asked.input;
  const rows: Row[] = [];
  if (wanted.segments !== undefined) {
    const segments = record === undefined ? [] : segmentsOf(rulebook, record, asked.today);
    rows.push(['segments', asSet(wanted.segments), asSet(segments.map(({ rule }) => rule))]);
  }
  if (wanted.figures !== undefined) {
    const given = figuresOf(rulebook, asked, Object.keys(wanted.figures));
    rows.push(['figures', asFigures(Object.entries(wanted.figures)), asFigures(given)]);
  }
  if (wanted.tier !== undefined) {
    const { colour, rules, priceLimit } = wanted.tier;
    rows.push(['tier', asTier(colour, rules, priceLimit), tierAsked(rulebook, asked)]);
  }
  return rows;
};

/** The ways on in Danish, each as far as a scenario has laid it down. */
const beginnings = ({ alternatives }: Judgement, laidDown: readonly string[] = []): string =>
  laidDown.length === 0
    ? ''
    : alternatives.map(({ text }, nth) => worded(text, 'da').slice(0, laidDown[nth]?.length)).join(' | ');

const asBag = (list: readonly string[]): string => list.toSorted().join(' ');
const asSet = (list: readonly string[]): string => asBag([...new Set(list)]);
/** A rule that advises twice stands twice; what is said of the plan as a whole has one name and stands once. */
const asAdvice = (list: readonly string[]): string =>
  asBag(list.filter((rule, index) => rule !== PLAN || list.indexOf(rule) === index));

interface Due {
  rule: string;
  due: string;
  status: string;
  name?: string | undefined;
}
const asDue = ({ rule, due, status }: Due): string => `${rule}@${due}:${status}`;
const asName = ({ rule, name }: Due): string => `${rule} "${name ?? ''}"`;

/** `null` lays down that the answer has none. */
const orNone = (date: string | null | undefined): string | undefined => (date === null ? 'none' : date);

type Figure = readonly [name: string, value: number | undefined];

/** Figures as they stand for one case; a name that stands for none is shown as such. */
const figuresOf = (rulebook: Rulebook, { input, today }: Asked, names: readonly string[]): Figure[] => {
  const tally = tallyTargets(rulebook.targets, today);
  if (input.case !== undefined) tally.add(input.case);
  return names.map((name): Figure => {
    const [target = '', figure = ''] = name.split('/');
    return [name, tally.count(target, figure)?.value];
  });
};
const asFigures = (values: readonly Figure[]): string =>
  values.map(([name, value]) => `${name}=${value ?? 'none'}`).join(' ');

/** What somebody is told who asks for the colour of the offer that a scenario would start. */
const tierAsked = (rulebook: Rulebook, { input, today }: Asked): string => {
  const { question, case: record, catalogue = [] } = input;
  if (question.kind !== 'start-offer' || record === undefined) return 'no offer to start';
  const { kind, catalogueItem, pricePerWeek } = question.offer;
  const { tier, rules, dependsOnPrice } = tierOf(rulebook, {
    ...{ kind, benefit: record.benefit.type, catalogue, today },
    ...(catalogueItem === undefined ? {} : { catalogueItem }),
    ...(pricePerWeek === undefined ? {} : { pricePerWeek }),
  });
  return asTier(tier, rules, dependsOnPrice?.limit);
};
const asTier = (colour: Tier | null | undefined, rules: readonly string[], priceLimit: number | undefined): string =>
  `${colour ?? 'none'}${priceLimit === undefined ? '' : `, turns at ${priceLimit}`}: ${asSet(rules)}`;
