import type { Offer } from '../../../src/contract/case.ts';
import { add, dayOf, lastDayOfPeriod, type Day } from '../../../src/rulebook/calendar.ts';
import type { CompleteInquiry } from '../generated-cases.ts';

const COMPANY_BASED = ['internship', 'wage-subsidy', 'paid-hours', 'partial-return', 'utility-job'];
const COLOURS = ['green', 'yellow', 'red'];
const months = (n: number) => ({ n, unit: 'months' }) as const;
const weeks = (n: number) => ({ n, unit: 'weeks' }) as const;

export type Facts = Record<string, string | number | boolean>;

/**
 * What json-rules-engine cannot work out by itself, worked out for it, outside of what is timed: the dates that rules
 * compare with, the number of bidders, the colour, what was followed up last.
 */
export const factsOf = ({ today, case: subject, question, catalogue }: CompleteInquiry): Facts => {
  const offer =
    question.kind === 'start-offer' ? question.offer : subject.offers?.find(({ id }) => id === question.offerId);
  if (offer?.ends === undefined) throw new Error('a complete inquiry is about an offer with an end');
  const { citizen, benefit } = subject;
  const starts = dayOf(offer.starts);
  const ends = dayOf(offer.ends);
  const from: Day = question.kind === 'start-offer' ? starts : ends + 1;
  const last = offer.followUps?.at(-1);
  return {
    today: dayOf(today),
    until: question.kind === 'extend-offer' ? dayOf(question.until ?? '') : ends,
    ends,
    shortestInternship: lastDayOfPeriod(starts, weeks(2)),
    longestInternship: lastDayOfPeriod(from, weeks(13)),
    standardEnd: lastDayOfPeriod(from, months(3)),
    specialEnd: lastDayOfPeriod(from, months(6)),
    lastDecisionDay: add(ends, months(1), -1),
    likely: question.kind === 'extend-offer' && question.likelyJobOrEducation === true,
    special: citizen.diagnosedAutism === true || citizen.verySpecialNeeds === true,
    benefit: benefit.type,
    jobReady: subject.readiness?.category === 'jobparat',
    goal: offer.goal ?? '',
    educationPossible: offer.assessment?.educationPossible === true,
    companyOfferPossible: offer.assessment?.companyOfferPossible === true,
    preparesForThose: offer.assessment?.preparesForThose === true,
    effectPerPriceWeighed: offer.assessment?.effectPerPriceWeighed === true,
    wageSubsidyConsidered: offer.assessment?.wageSubsidyConsidered === true,
    hours: offer.hoursPerWeek ?? 0,
    attendableHours: citizen.attendableHours ?? 0,
    bidders: new Set(offer.bids?.map(({ provider }) => provider.trim().toLowerCase())).size,
    tier: tierOf(offer, catalogue.find(({ id }) => id === offer.catalogueItem)?.tiers[benefit.type]),
    fixedPlace: offer.placement === 'fixed',
    groundNoted: offer.fixedPlaceGround !== undefined,
    hadCompanyOffer: subject.offers?.some(({ id, kind }) => id !== offer.id && COMPANY_BASED.includes(kind)) === true,
    lastFollowUpSaysNo: last !== undefined && (last.progress === false || last.asAgreed === false),
  };
};

const tierOf = (offer: Offer, listed: string | undefined): string => {
  const atLeast = offer.kind === 'external-mentor' || (offer.pricePerWeek ?? 0) > 2200 ? 'yellow' : undefined;
  const start = listed ?? (['internal-mentor', 'digital-job-search'].includes(offer.kind) ? 'green' : undefined);
  if (start === undefined || atLeast === undefined) return start ?? atLeast ?? 'unlisted';
  return COLOURS.indexOf(atLeast) > COLOURS.indexOf(start) ? atLeast : start;
};
