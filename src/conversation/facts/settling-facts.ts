import type { Judge } from '../../cases/judge.ts';
import type { FactValue } from '../../cases/record-facts.ts';
import type { Judgement } from '../../rulebook/judgement.ts';
import { factInput, factPaths } from './fact-inputs.ts';
import { placeFacts } from './place-fact.ts';

/** Facts that only together can settle what a rule requires. */
const together: readonly string[][] = [['offer.bids.first', 'offer.bids.second']];

/** A value that says it has been done. */
const done = (path: string): FactValue | undefined => {
  const fact = factInput(path)?.fact;
  if (fact?.type === 'boolean') return true;
  if (fact?.type === 'choice') return fact.of[0];
  return fact?.type === 'text' ? path : undefined;
};

const required = (judgement: Judgement): Set<string> =>
  new Set(judgement.findings.flatMap(({ rule, effect }) => (effect === 'requires' ? [rule] : [])));

/**
 * The facts of a planned offer by which the caseworker can say that what a "not yet" requires has been done. Which they
 * are the rules themselves tell: a fact is among them if its value would lift a requirement.
 */
export const settlingFacts = (judge: Judge, judgement: Judgement): string[] => {
  const { question, case: record, catalogue, today } = judgement.inquiry;
  if (judgement.outcome !== 'not-yet' || question.kind !== 'start-offer' || record === undefined) return [];
  const open = required(judgement);
  const lifts = (paths: string[]): boolean => {
    const values = paths.map((path) => [path, done(path)] as const);
    const facts = Object.fromEntries(values.flatMap(([path, value]) => (value === undefined ? [] : [[path, value]])));
    const placed = placeFacts(question, facts);
    if (placed === 'unsound' || Object.keys(facts).length < paths.length) return false;
    const judged = judge(record, placed.question, catalogue, today);
    if ('notBefore' in judged) return false;
    const left = required(judged);
    return judged.outcome !== 'denied' && [...open].some((rule) => !left.has(rule));
  };
  const single = factPaths().filter((path) => path.startsWith('offer.') && !together.flat().includes(path));
  return [...single.map((path) => [path]), ...together].filter(lifts).flat();
};
