import { compileData } from '../../src/rulebook/check/compile-data.ts';
import type { Register } from '../../src/rulebook/register.ts';
import { accountOf } from '../../src/rulebook/check/account.ts';
import type { Scenario } from '../../src/rulebook/check/scenario.ts';
import { firstDisagreement } from '../../src/rulebook/check/thresholds.ts';
import type { CommonSource, RulebookSource } from '../../src/rulebook/schema.ts';
import { mutantsOf, type Mutant } from './mutants.ts';

/** It makes no rulebook; it does not fit the register of the plan. */
export const REFUSED = '(refused)';
export const REGISTER = '(register)';

/** What became of a mutant: a scenario noticed it, it did not even compile, or nobody noticed. */
export interface Fate extends Omit<Mutant, 'data'> {
  /** The scenario that noticed, `REFUSED` or `REGISTER`; absent: it survived. */
  caughtBy?: string;
}

/** Tries every `of`-th mutant of a rulebook, beginning with `nth`, against the municipality's scenarios. */
export const tryMutants = (
  data: RulebookSource,
  common: CommonSource,
  register: Register | undefined,
  scenarios: readonly Scenario[],
  { nth, of }: { nth: number; of: number },
): Fate[] => {
  const own = scenarios.filter(({ input }) => (input.case ?? input.matter)?.municipality === data.municipality);
  const unchanged = firstDisagreement(compileData(data, common) ?? [], own);
  if (unchanged !== undefined)
    throw new Error(`${data.municipality}: ${unchanged.id} disagrees before anything was changed; mend it first`);
  const queue = [...own];
  return mutantsOf(data)
    .filter((_, index) => index % of === nth)
    .map(({ data: changed, ...mutant }) => {
      const stretches = compileData(changed, common);
      if (stretches === undefined) return { ...mutant, caughtBy: REFUSED };
      if (register !== undefined && accountOf(changed, register).problems.length > 0)
        return { ...mutant, caughtBy: REGISTER };
      const caught = firstDisagreement(stretches, queue);
      if (caught === undefined) return mutant;
      // Neighbouring mutants are mostly noticed by the same scenario: it is asked first next time.
      queue.splice(queue.indexOf(caught), 1);
      queue.unshift(caught);
      return { ...mutant, caughtBy: caught.id };
    });
};
