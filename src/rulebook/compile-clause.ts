import type { Approval, Source } from '../contract/decision.ts';
import type { Fact } from './facts/catalogue.ts';
import { compileCondition } from './language/conditions.ts';
import type { Path } from './language/problems.ts';
import { factIn, type Condition, type Scope } from './language/scope.ts';
import { compileText, type TextTemplate } from './language/texts.ts';
import type { ClauseSource, RuleSource } from './schema.ts';

/** One thing a rule may say: when, with what effect, in which words. */
export interface Clause {
  rule: string;
  source: Source;
  effect: ClauseSource['effect'];
  when: Condition;
  says: TextTemplate;
  todo?: TextTemplate;
  way?: TextTemplate;
  asks?: Fact[];
  aboutTier: boolean;
  /** It speaks whatever is asked: of the person, not of what is asked about. */
  general: boolean;
  approval?: Pick<Approval, 'form' | 'roles'> & { ownCaseworkerMay: boolean };
}

/** Compiles what a rule may say; undefined where its condition is a mistake. */
export const compileClause = (
  scope: Scope,
  rule: RuleSource,
  clause: ClauseSource,
  source: Source,
  at: Path,
): Clause | undefined => {
  const asks =
    clause.effect === 'asks'
      ? clause.facts.flatMap((name, index) => factIn(scope, name, [...at, 'facts', index]) ?? [])
      : undefined;
  const when = clause.when === undefined ? () => true : compileCondition(scope, clause.when, [...at, 'when']);
  if (when === undefined) return undefined;
  return {
    rule: rule.id,
    source,
    effect: clause.effect,
    when,
    aboutTier: rule.aboutTier ?? false,
    general: (clause.questions ?? rule.questions) === 'any',
    says: compileText(scope, clause.says, [...at, 'says']),
    ...(clause.effect === 'requires' ? { todo: compileText(scope, clause.todo, [...at, 'todo']) } : {}),
    ...(clause.effect === 'forbids' && clause.way ? { way: compileText(scope, clause.way, [...at, 'way']) } : {}),
    ...(asks === undefined ? {} : { asks }),
    ...(clause.effect === 'approval'
      ? { approval: { form: clause.form, roles: clause.roles, ownCaseworkerMay: clause.ownCaseworkerMay ?? false } }
      : {}),
  };
};
