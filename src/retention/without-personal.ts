import type { PastRequest } from '../cases/past.ts';
import type { Case, Offer, SignOff } from '../contract/case.ts';
import type { Need } from '../requests/request.ts';
import type { RequestQuestion } from '../requests/request-question.ts';

/*
 * Each of these names what stays. What a later version adds goes, until somebody has decided that it tells nothing of the
 * citizen.
 */

/** What stands in place of a name that is gone; no name is looked up by it. */
export const NAMELESS = '–';

const signOffWithout = ({ rule, by, role, on, answer, forEnd }: SignOff): SignOff => ({
  rule,
  by,
  role,
  on,
  answer,
  ...(forEnd !== undefined && { forEnd }),
});

/** What was offered and when, and who agreed: the plan's figures count it. Nothing of why, where, how dear or how it went. */
const offerWithout = ({ id, kind, status, starts, ends, signOffs }: Offer): Offer => ({
  id,
  kind,
  starts,
  ...(status !== undefined && { status }),
  ...(ends !== undefined && { ends }),
  ...(signOffs !== undefined && { signOffs: signOffs.map(signOffWithout) }),
});

/** A record of which only stays what tells nothing of the citizen: whose case it was, the benefit, the offers with their dates. */
export const recordWithout = ({ id, municipality, team, caseworker, status, benefit, offers }: Case): Case => ({
  id,
  municipality,
  team,
  caseworker,
  ...(status !== undefined && { status }),
  citizen: { name: NAMELESS },
  benefit: { type: benefit.type, since: benefit.since },
  ...(offers !== undefined && { offers: offers.map(offerWithout) }),
});

const questionWithout = (question: RequestQuestion): RequestQuestion => {
  if (question.kind === 'start-offer') return { kind: 'start-offer', offer: offerWithout(question.offer) };
  const { kind, offerId, until } = question;
  return { kind, offerId, ...(until !== undefined && { until }) };
};

const needWithout = ({ rule, form, roles, exception, given, inNameOf }: Need): Need => ({
  rule,
  form,
  roles,
  ...(exception !== undefined && { exception }),
  ...(given !== undefined && { given: signOffWithout(given) }),
  ...(inNameOf !== undefined && { inNameOf }),
});

/** An ended request without what people wrote and what was asked in detail: its end, who signed what when, and the hashes stay. */
export const requestWithout = (request: PastRequest['request']): PastRequest['request'] => {
  const { id, state, revision, question, decisionId, factsHash, changed, askedBy, askedAt, expiresOn } = request;
  const { remindedOn, needs, clicks, ended } = request;
  return {
    id,
    state,
    revision,
    question: questionWithout(question),
    decisionId,
    factsHash,
    changed,
    askedBy,
    askedAt,
    expiresOn,
    ...(remindedOn !== undefined && { remindedOn }),
    needs: needs.map(needWithout),
    clicks,
    ...(ended && { ended: { at: ended.at, ...(ended.by !== undefined && { by: ended.by }) } }),
  };
};
