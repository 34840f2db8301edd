import type { Offer, SignOff } from '../contract/case.ts';
import type { Role } from '../contract/vocabulary.ts';
import { dayOf, isoOf, type Day } from './calendar.ts';
import type { ReferenceDate } from './reference-date.ts';

/** Whose sign-offs count for an answer. */
export interface SignOffContext {
  date: ReferenceDate;
  caseworker: string;
  /** Extensions only: the end date a sign-off must have been given for. While that is unknown none counts. */
  until?: () => Day | undefined;
  exceptionRoles: readonly Role[];
}

/** Of several the latest stands; on one day the declined one. */
const standing = (signOffs: readonly SignOff[]): SignOff | undefined => {
  let latest: SignOff | undefined;
  for (const signOff of signOffs)
    if (latest === undefined || signOff.on > latest.on || (signOff.on === latest.on && signOff.answer === 'declined'))
      latest = signOff;
  return latest;
};

/** Sign-offs on a rule that had been given by the reference date, for this end date. */
const onRule = (offer: Offer | undefined, rule: string, { date, until }: SignOffContext): SignOff[] => {
  const all = offer?.signOffs;
  if (all === undefined || all.length === 0) return [];
  const end = until?.();
  if (until !== undefined && end === undefined) return [];
  const forEnd = end === undefined ? undefined : isoOf(end);
  return all.filter(
    (signOff) =>
      signOff.rule === rule && date.hasCome(dayOf(signOff.on)) && (forEnd === undefined || signOff.forEnd === forEnd),
  );
};

/** The sign-off that an approval stands on; none while it is open. A sign-off in another role, or by the case's own caseworker, counts for nothing. */
export const standingOn = (
  offer: Offer | undefined,
  rule: string,
  approval: { roles: readonly Role[]; ownCaseworkerMay: boolean },
  context: SignOffContext,
): SignOff | undefined => {
  const given = onRule(offer, rule, context);
  if (given.length === 0) return undefined;
  const entitled = given.filter(
    ({ role, by }) => approval.roles.includes(role) && (approval.ownCaseworkerMay || by !== context.caseworker),
  );
  return standing(entitled);
};

/** Whether a sign-off can be an individual assessment: in a role for it, not by the case's caseworker, with a reason. */
const isException = ({ role, by, answer, reason }: SignOff, context: SignOffContext): boolean =>
  context.exceptionRoles.includes(role) &&
  by !== context.caseworker &&
  (answer === 'declined' || (reason !== undefined && reason.trim() !== ''));

/**
 * The individual assessment that lifts a rule which forbids or requires: approved with a reason, in a role the rulebook
 * names for it, not by the case's own caseworker, and not declined later. `refusal`: the refused approval that it must
 * be later than, where that is what forbids.
 */
export const exceptionOn = (
  offer: Offer | undefined,
  rule: string,
  context: SignOffContext,
  refusal?: SignOff,
): SignOff | undefined => {
  const given = onRule(offer, rule, context).filter((signOff) => isException(signOff, context));
  if (given.length === 0) return undefined;
  const latest = standing(refusal === undefined ? given : [refusal, ...given]);
  return latest?.answer === 'approved' ? latest : undefined;
};
