import type { Approval } from '../contract/decision.ts';
import type { Clause } from './compile.ts';
import { exceptionOn, standingOn, type SignOffContext } from './sign-offs.ts';
import type { SignOff } from '../contract/case.ts';
import type { World } from './world.ts';

/** What a clause whose condition holds comes to, once the sign-offs are counted; `reads` are the facts it looked at. */
export type Weight = { clause: Clause; reads: readonly string[] } &
  /** `declined`: an approval was refused. */
  (
    | { as: 'forbids'; declined?: SignOff }
    | { as: 'requires' }
    | { as: 'approval'; status: Approval['status'] }
    | { as: 'lifted'; exception: SignOff }
    | { as: 'asks' | 'permits' | 'advises' | 'suggests' }
  );

/** Whether a clause can change the outcome, the open approvals or the requirements at all. */
export const isDecisive = ({ effect }: Clause): boolean =>
  effect === 'forbids' || effect === 'requires' || effect === 'approval';

/** Weighs a clause whose condition holds in this world. */
export const weigh = (clause: Clause, world: World, context: SignOffContext, reads: readonly string[] = []): Weight => {
  const { effect, rule, approval } = clause;
  switch (effect) {
    case 'forbids':
    case 'requires': {
      const exception = exceptionOn(world.offer, rule, context);
      if (exception !== undefined) return { clause, reads, as: 'lifted', exception };
      return effect === 'forbids' ? { clause, reads, as: 'forbids' } : { clause, reads, as: 'requires' };
    }
    case 'approval': {
      const signOff = approval === undefined ? undefined : standingOn(world.offer, rule, approval, context);
      if (signOff?.answer !== 'declined') return { clause, reads, as: 'approval', status: signOff?.answer ?? 'open' };
      const exception = exceptionOn(world.offer, rule, context, signOff);
      return exception === undefined
        ? { clause, reads, as: 'forbids', declined: signOff }
        : { clause, reads, as: 'lifted', exception };
    }
    default:
      return { clause, reads, as: effect };
  }
};

/** The key of every answer that is a no. */
export const DENIED = 'denied';

/** What counts as the same answer: a no is a no; else which requirements and which open approvals there are. */
export const answerKey = (weights: readonly Weight[]): string => {
  const parts: string[] = [];
  for (const weight of weights) {
    if (weight.as === 'forbids') return DENIED;
    if (weight.as === 'requires') parts.push(`requires ${weight.clause.rule}`);
    if (weight.as === 'approval' && weight.status === 'open') parts.push(`approval ${weight.clause.rule}`);
  }
  return parts.toSorted().join(', ');
};
