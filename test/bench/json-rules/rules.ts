import type { NestedCondition, RuleProperties, TopLevelCondition } from 'json-rules-engine';

type Operator = 'equal' | 'notEqual' | 'greaterThan' | 'lessThan' | 'lessThanInclusive' | 'greaterThanInclusive';

const where = (fact: string, operator: Operator, value: unknown): NestedCondition => ({ fact, operator, value });
const is = (fact: string, value: string | boolean) => where(fact, 'equal', value);
/** A comparison with another fact. */
const than = (fact: string, operator: Operator, other: string) => where(fact, operator, { fact: other });

export type Effect = 'forbids' | 'requires' | 'approval';

const rule = (name: string, effect: Effect, conditions: TopLevelCondition): RuleProperties => ({
  name,
  conditions,
  event: { type: effect, params: { rule: name } },
});

const TIERS: RuleProperties[] = [
  rule('REB-36', 'approval', { all: [is('tier', 'unlisted')] }),
  rule('REB-37', 'forbids', { all: [is('tier', 'red')] }),
  rule('REB-38', 'approval', { all: [is('tier', 'yellow')] }),
];
const SELF_SUPPORTING = rule('REB-22', 'forbids', { all: [is('benefit', 'selvforsoergende')] });
const GOAL = rule('REB-08', 'forbids', { all: [is('goal', 'none')] });

const startGuidance: RuleProperties[] = [
  GOAL,
  rule('REB-21', 'forbids', {
    any: [is('educationPossible', true), is('companyOfferPossible', true), is('preparesForThose', false)],
  }),
  SELF_SUPPORTING,
  rule('REB-23', 'requires', { all: [where('bidders', 'lessThan', 2), where('tier', 'notEqual', 'green')] }),
  rule('REB-24', 'requires', {
    all: [
      is('effectPerPriceWeighed', false),
      where('bidders', 'greaterThanInclusive', 2),
      where('tier', 'notEqual', 'green'),
    ],
  }),
  rule('REB-25', 'forbids', { all: [than('hours', 'greaterThan', 'attendableHours')] }),
  rule('REB-26', 'forbids', {
    any: [
      than('ends', 'greaterThan', 'specialEnd'),
      { all: [than('ends', 'greaterThan', 'standardEnd'), is('special', false)] },
    ],
  }),
  rule('REB-27', 'approval', { all: [than('ends', 'greaterThan', 'standardEnd'), is('special', true)] }),
  ...TIERS,
];

const startCompanyBased: RuleProperties[] = [
  GOAL,
  rule('REB-47', 'requires', { all: [is('jobReady', true), is('groundNoted', false), is('fixedPlace', true)] }),
  rule('REB-48', 'requires', { all: [is('groundNoted', false), is('fixedPlace', true)] }),
  rule('REB-49', 'forbids', { all: [is('hadCompanyOffer', true), is('fixedPlace', true)] }),
];

const startInternship: RuleProperties[] = [
  ...startCompanyBased,
  rule('REB-51', 'requires', { all: [is('wageSubsidyConsidered', false)] }),
  rule('REB-61', 'forbids', { all: [than('ends', 'lessThan', 'shortestInternship')] }),
  rule('REB-62', 'forbids', { all: [than('ends', 'greaterThan', 'longestInternship')] }),
];

const beyondSpecial = than('until', 'greaterThan', 'specialEnd');
const withinSpecial = than('until', 'lessThanInclusive', 'specialEnd');
const beyondStandard = than('until', 'greaterThan', 'standardEnd');

const extendGuidance: RuleProperties[] = [
  SELF_SUPPORTING,
  rule('REB-26', 'forbids', {
    any: [
      { all: [beyondSpecial, is('special', false)] },
      { all: [beyondStandard, withinSpecial, is('special', false)] },
    ],
  }),
  rule('REB-29', 'forbids', { all: [is('lastFollowUpSaysNo', true)] }),
  rule('REB-31', 'forbids', { all: [is('likely', false), is('special', false), withinSpecial] }),
  rule('REB-32', 'forbids', { all: [is('special', true), beyondSpecial] }),
  rule('REB-32', 'approval', {
    all: [{ any: [is('likely', false), beyondStandard] }, withinSpecial, is('special', true)],
  }),
  rule('REB-33', 'forbids', { all: [than('today', 'greaterThan', 'lastDecisionDay')] }),
  // Always: a rule of this engine needs a condition.
  rule('REB-35', 'approval', { all: [where('until', 'notEqual', 0)] }),
  ...TIERS,
];

const extendInternship: RuleProperties[] = [
  rule('REB-62', 'forbids', { all: [than('until', 'greaterThan', 'longestInternship')] }),
  rule('REB-63', 'approval', { all: [where('until', 'notEqual', 0)] }),
];

const GUIDANCE = ['guidance', 'external-mentor', 'internal-mentor', 'digital-job-search'];

/**
 * Rebild's start and extend rules that can change an answer, as json-rules-engine takes them: only those that speak to
 * the question and the kind of offer, so that it need not look at the others. What only advises or permits is left out.
 */
export const rulesFor = (question: 'start-offer' | 'extend-offer', kind: string): RuleProperties[] => {
  if (question === 'extend-offer') return kind === 'internship' ? extendInternship : extendGuidance;
  if (GUIDANCE.includes(kind)) return startGuidance;
  if (kind === 'internship') return startInternship;
  return kind === 'ordinary-education' ? [GOAL] : startCompanyBased;
};
