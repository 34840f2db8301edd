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
  /** What fits fewer answers is more relevant where it fits: a condition on the case narrows most, then the kinds of offer. */
  narrowness: number;
}

/** Compiles a reminder; undefined where its condition is a mistake. */
export const compileReminder = (
  scope: Scope,
  entry: ReminderSource,
  source: Source,
  at: Path,
): Reminder | undefined => {
  const when = entry.when === undefined ? () => true : compileCondition(scope, entry.when, [...at, 'when']);
  if (when === undefined) return undefined;
  const narrowness = (entry.when === undefined ? 0 : 2) + (entry.offers === undefined ? 0 : 1);
  return { rule: entry.id, source, when, says: compileText(scope, entry.says, [...at, 'says']), narrowness };
};
