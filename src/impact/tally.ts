import type { Change } from './change.ts';

/** What is due to one rule. Each figure counts cases, once each. */
export interface RuleTally {
  rule: string;
  cases: number;
  toNo: number;
  fromNo: number;
  /** Answers that change otherwise: another approval, another last day, other steps. */
  otherAnswers: number;
  deadlines: number;
  /** Examples, those first that turn an answer to or from a no; the rest is only counted. */
  changes: Change[];
  /** How many changes there are. */
  all: number;
}

/** What a comparison comes to. It keeps figures and a few examples, never all changes. */
export interface Tally {
  open: number;
  cases: number;
  toNo: number;
  fromNo: number;
  rules: Map<string, RuleTally>;
}

/** Examples kept for each rule. */
const EXAMPLES = 20;

export const emptyTally = (): Tally => ({ open: 0, cases: 0, toNo: 0, fromNo: 0, rules: new Map() });

/** Adds the changes of one page; those of a case stand together. */
export const addToTally = (tally: Tally, open: number, changes: readonly Change[]): void => {
  tally.open += open;
  for (const ofCase of Map.groupBy(changes, ({ caseId }) => caseId).values()) {
    const turns = turnsOf(ofCase);
    tally.cases += 1;
    tally.toNo += turns.toNo;
    tally.fromNo += turns.fromNo;
    for (const rule of new Set(ofCase.flatMap(({ rules }) => rules)))
      addToRule(
        tally,
        rule,
        ofCase.filter(({ rules }) => rules.includes(rule)),
      );
  }
};

const addToRule = (tally: Tally, rule: string, changes: readonly Change[]): void => {
  const none: RuleTally = { rule, cases: 0, toNo: 0, fromNo: 0, otherAnswers: 0, deadlines: 0, changes: [], all: 0 };
  const sum = tally.rules.get(rule) ?? none;
  tally.rules.set(rule, sum);
  const { toNo, fromNo } = turnsOf(changes);
  sum.cases += 1;
  sum.toNo += toNo;
  sum.fromNo += fromNo;
  sum.otherAnswers += Number(changes.some(({ part, turn }) => part !== 'deadline' && turn === undefined));
  sum.deadlines += Number(changes.some(({ part }) => part === 'deadline'));
  sum.all += changes.length;
  sum.changes = [...sum.changes, ...changes].toSorted((a, b) => urgency(a) - urgency(b)).slice(0, EXAMPLES);
};

/** A no that is new comes before one that is gone, and both before everything else. */
const urgency = ({ turn }: Change): number => (turn === undefined ? 2 : turn === 'to a no' ? 0 : 1);

const turnsOf = (changes: readonly Change[]): { toNo: number; fromNo: number } => ({
  toNo: Number(changes.some(({ turn }) => turn === 'to a no')),
  fromNo: Number(changes.some(({ turn }) => turn === 'from a no')),
});

/** The rules, those first that turn most answers to a no, then those that turn most from one, then by cases. */
export const byWeight = ({ rules }: Tally): RuleTally[] =>
  [...rules.values()].toSorted(
    (a, b) => b.toNo - a.toNo || b.fromNo - a.fromNo || b.cases - a.cases || (a.rule < b.rule ? -1 : 1),
  );
