import type { Source } from '../contract/decision.ts';
import type { QuestionKind } from '../contract/vocabulary.ts';
import type { Bilingual } from './judgement.ts';
import { compileCondition } from './language/conditions.ts';
import type { Path } from './language/problems.ts';
import type { Condition, Expression, Scope } from './language/scope.ts';
import { compileTyped } from './language/values.ts';
import type { DeadlineSource } from './schema.ts';

/** A clock: whose, when it is due, what satisfies it. */
export interface DeadlineClause {
  rule: string;
  source: Source;
  name: Bilingual;
  /** What it is called where others read along. */
  openName: Bilingual;
  remark?: { when: Condition; says: Bilingual };
  eachOffer: boolean;
  when: Condition;
  /** Absent for an entry without a date of its own. */
  due?: Expression;
  from?: Expression;
  dueSoonFrom?: Expression;
  shownFrom?: Expression;
  shownUntil?: Expression;
  met: Condition;
  touches: readonly QuestionKind[];
}

/** Compiles a rule's clock; a clock has a due date, or says that it is undated. */
export const compileDeadline = (
  scope: Scope,
  rule: string,
  source: DeadlineSource,
  place: Source,
  at: Path,
): DeadlineClause | undefined => {
  if ((source.due === undefined) === (source.undated !== true))
    scope.problems.add(at, 'a deadline has either `due`, or `undated: true`');
  for (const key of ['from', 'dueSoonFrom'] as const)
    if (source.undated === true && source[key] !== undefined)
      scope.problems.add(
        [...at, key],
        'what is due on every day until it is met has no days before that; allowed with `due`',
      );
  const when = compileCondition(scope, source.when, [...at, 'when']);
  const met = source.met === undefined ? () => false : compileCondition(scope, source.met, [...at, 'met']);
  const date = (key: 'due' | 'from' | 'dueSoonFrom' | 'shownFrom' | 'shownUntil') => {
    const compiled = source[key] === undefined ? undefined : compileTyped(scope, source[key], [...at, key], 'date');
    return compiled === undefined ? {} : { [key]: compiled };
  };
  const remarkWhen =
    source.remark === undefined ? undefined : compileCondition(scope, source.remark.when, [...at, 'remark', 'when']);
  if (when === undefined || met === undefined) return undefined;
  return {
    rule,
    source: place,
    name: source.name,
    openName: source.openName ?? source.name,
    ...(remarkWhen === undefined || source.remark === undefined
      ? {}
      : { remark: { when: remarkWhen, says: source.remark.says } }),
    eachOffer: source.each === 'offers',
    when,
    met,
    touches: source.touches ?? [],
    ...date('due'),
    ...date('from'),
    ...date('dueSoonFrom'),
    ...date('shownFrom'),
    ...date('shownUntil'),
  };
};
