import type { Decision } from '../contract/decision.ts';

/** One thing that two answers say differently, in words; without `from` only the second says it, without `to` only the first. */
export interface Difference {
  about: keyof Decision;
  rule?: string;
  from?: string;
  to?: string;
}

/** One thing said, and the rule that says it. */
export interface Spoken {
  rule: string;
  says: string;
}

/** What two lists say differently. What the same rule says in both is paired in its order. */
export const movedIn = (about: Difference['about'], then: readonly Spoken[], now: readonly Spoken[]): Difference[] => {
  const rules = new Set([...then, ...now].map(({ rule }) => rule));
  return [...rules].flatMap((rule) => {
    const left = now.filter((spoken) => spoken.rule === rule).map(({ says }) => says);
    const gone = then.flatMap((spoken) => {
      if (spoken.rule !== rule) return [];
      const same = left.indexOf(spoken.says);
      if (same < 0) return [spoken.says];
      left.splice(same, 1);
      return [];
    });
    return Array.from({ length: Math.max(gone.length, left.length) }, (_, nth) =>
      difference(about, gone[nth], left[nth], rule),
    );
  });
};

const difference = (
  about: Difference['about'],
  from: string | undefined,
  to: string | undefined,
  rule?: string,
): Difference => ({
  about,
  ...(rule === undefined ? {} : { rule }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

const movedWord = (about: Difference['about'], from: string | undefined, to: string | undefined): Difference[] =>
  from === to ? [] : [difference(about, from, to)];

const listed = (words: readonly string[] | undefined): string | undefined =>
  words === undefined || words.length === 0 ? undefined : words.join(', ');

/** What an answer says list by list, rule by rule. */
const spokenIn = (decision: Decision): [Difference['about'], Spoken[]][] => [
  ['findings', decision.findings.map(({ rule, effect, text }) => ({ rule, says: `${effect}: ${text}` }))],
  [
    'approvals',
    decision.approvals.map(({ rule, form, roles, status }) => ({
      rule,
      says: `${form} with ${roles.join(' or ')}, ${status}`,
    })),
  ],
  ['todo', decision.todo.map(({ rule, text }) => ({ rule, says: text }))],
  [
    'deadlines',
    decision.deadlines.map(({ rule, name, from, due, status }) => ({
      rule,
      says: `${name}: ${from === undefined ? '' : `from ${from} `}due ${due}, ${status}`,
    })),
  ],
  ['alternatives', decision.alternatives.map(({ rule, text }) => ({ rule: rule ?? '', says: text }))],
];

/** What two answers to one question say differently: two rulebooks on the same facts. Both in the same language. */
export const differencesBetween = (then: Decision, now: Decision): Difference[] => {
  const said = new Map(spokenIn(now));
  const moved = spokenIn(then).flatMap(([about, spoken]) => movedIn(about, spoken, said.get(about) ?? []));
  // The steps of a next-step answer are an order.
  const order = (decision: Decision) => listed(decision.alternatives.map(({ rule }) => rule ?? '-'));
  const reordered = moved.some(({ about }) => about === 'alternatives')
    ? []
    : movedWord('alternatives', order(then), order(now));
  return [
    ...movedWord('outcome', then.outcome, now.outcome),
    ...moved,
    ...reordered,
    ...movedWord('latestEnd', then.latestEnd, now.latestEnd),
    ...movedWord('missing', listed(then.missing), listed(now.missing)),
    ...movedWord(
      'individualAssessment',
      listed(then.individualAssessment?.roles),
      listed(now.individualAssessment?.roles),
    ),
    ...movedWord('planPeriodEnded', then.planPeriodEnded, now.planPeriodEnded),
  ];
};
