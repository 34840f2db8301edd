import type { QuestionKind } from '../contract/vocabulary.ts';
import { isAboutOffer } from './chapters.ts';
import type { Source } from '../contract/decision.ts';
import { compileCondition } from './language/conditions.ts';
import type { Path } from './language/problems.ts';
import type { Condition, Scope } from './language/scope.ts';
import { compileText, type TextTemplate } from './language/texts.ts';
import type { ReminderSource } from './schema.ts';

/** Advice of the plan: when it concerns an answer, and in which words. */
export interface Reminder {
  rule: string;
  source: Source;
  when: Condition;
  says: TextTemplate;
  /** It speaks of some cases only, and of some kinds of offer only. */
  conditional: boolean;
  ofSomeKinds: boolean;
}

/**
 * How narrow a reminder is in an answer: what fits fewer answers is more relevant where it fits. A condition on the case
 * narrows most; kinds of offer narrow only an answer about an offer.
 */
export const narrownessOf = ({ conditional, ofSomeKinds }: Reminder, question: QuestionKind): number =>
  (conditional ? 2 : 0) + (ofSomeKinds && isAboutOffer(question) ? 1 : 0);

/** Compiles a reminder; undefined where its condition is a mistake. */
export const compileReminder = (
  scope: Scope,
  entry: ReminderSource,
  source: Source,
  at: Path,
): Reminder | undefined => {
  const when = entry.when === undefined ? () => true : compileCondition(scope, entry.when, [...at, 'when']);
  if (when === undefined) return undefined;
  const says = compileText(scope, entry.says, [...at, 'says']);
  const narrows = { conditional: entry.when !== undefined, ofSomeKinds: entry.offers !== undefined };
  return { rule: entry.id, source, when, says, ...narrows };
};
