import {
  BENEFITS,
  GENDERS,
  GOALS,
  INTEGRATION_GROUPS,
  OFFER_KINDS,
  PLACEMENTS,
  READINESS,
} from '../../contract/vocabulary.ts';

/** What a fact's value may be. `labels` is the prefix of the choices' texts in the area `facts`. */
export type FactType =
  | { type: 'boolean' }
  | { type: 'number'; min: number; max: number; unit: 'hours' | 'kroner' | 'days' }
  /** `past`: of a life, so long ago perhaps, and never ahead. */
  | { type: 'date'; past: boolean }
  | { type: 'text'; max: number }
  | { type: 'choice'; of: readonly string[]; labels: string };

export interface FactInput {
  /** The key of the question it is asked with, in the area `facts`. */
  label: string;
  fact: FactType;
}

const GROUNDS = ['availability', 'attendance', 'job-goal', 'social-skills', 'other-problems'] as const;

const boolean: FactType = { type: 'boolean' };
const date: FactType = { type: 'date', past: false };
const ofLife: FactType = { type: 'date', past: true };
const hours: FactType = { type: 'number', min: 0, max: 168, unit: 'hours' };

/** The facts that can be filled in on a card, by path. An offer's facts stand under `offer.`, whichever offer it is. */
const facts: Record<string, FactType> = {
  'offer.starts': date,
  'offer.ends': date,
  'offer.pricePerWeek': { type: 'number', min: 0, max: 1_000_000, unit: 'kroner' },
  'offer.hoursPerWeek': hours,
  'offer.provider': { type: 'text', max: 200 },
  'offer.bids.first': { type: 'text', max: 200 },
  'offer.bids.second': { type: 'text', max: 200 },
  'offer.goal': { type: 'choice', of: GOALS, labels: 'goal' },
  'offer.placement': { type: 'choice', of: PLACEMENTS, labels: 'placement' },
  'offer.fixedPlaceGround': { type: 'choice', of: GROUNDS, labels: 'ground' },
  'offer.ownWorkplace': boolean,
  'offer.assessment.educationPossible': boolean,
  'offer.assessment.companyOfferPossible': boolean,
  'offer.assessment.preparesForThose': boolean,
  'offer.assessment.labourMarketNeed': boolean,
  'offer.assessment.effectPerPriceWeighed': boolean,
  'offer.assessment.paidWorkConsidered': boolean,
  'offer.assessment.wageSubsidyConsidered': boolean,
  'offer.followUps.progress': boolean,
  'offer.followUps.asAgreed': boolean,
  'question.likelyJobOrEducation': boolean,
  'question.until': date,
  'citizen.birthDate': ofLife,
  'citizen.gender': { type: 'choice', of: GENDERS, labels: 'gender' },
  'citizen.attendableHours': hours,
  'citizen.diagnosedAutism': boolean,
  'citizen.verySpecialNeeds': boolean,
  'citizen.mentallyVulnerable': boolean,
  'citizen.disability': boolean,
  'citizen.newGraduate': boolean,
  'citizen.arrivedInDenmarkOn': ofLife,
  'citizen.integrationGroup': { type: 'choice', of: INTEGRATION_GROUPS, labels: 'group' },
  'citizen.foreignCitizenship': boolean,
  'citizen.repatriationTarget': boolean,
  'citizen.residencePermitOn': date,
  'citizen.exemptFromActivity': boolean,
  'readiness.category': { type: 'choice', of: READINESS, labels: 'readiness' },
  'readiness.since': date,
  firstAbsenceOn: date,
  visitedOn: date,
  hasEmployer: boolean,
  jobBrokerDeclined: boolean,
  atRiskOfLongIncapacity: boolean,
  followUpIntervalDays: { type: 'number', min: 1, max: 366, unit: 'days' },
};

/** Facts that stand fast in the case system: named, not asked for. */
const elsewhere: readonly string[] = ['benefit.type'];

/** Facts that can be supposed of an answer, and filled in nowhere. */
const supposedOnly: Record<string, FactType> = {
  'offer.kind': { type: 'choice', of: OFFER_KINDS, labels: 'kind' },
  'benefit.type': { type: 'choice', of: BENEFITS, labels: 'benefit' },
};

/** Facts that mean nothing without another one, which is asked for together with them. */
const together: Record<string, string> = { 'readiness.category': 'readiness.since' };

/** The paths to ask for when these are missing, each once. */
export const askedTogether = (paths: string[]): string[] => [
  ...new Set(paths.flatMap((path) => [path, ...(together[path] === undefined ? [] : [together[path]])])),
];

const otherOffer = /^offers\.(?<id>[^.]+)\.(?<fact>.+)$/;

/** The id and the fact of another offer's path (`offers.o-2.ends`). */
export const otherOfferFact = (path: string): { id: string; fact: string } | undefined => {
  const found = otherOffer.exec(path)?.groups;
  return found?.['id'] === undefined || found['fact'] === undefined
    ? undefined
    : { id: found['id'], fact: found['fact'] };
};

/** How the fact at a path is asked for; `undefined` when it cannot be filled in on a card. */
export const factInput = (path: string): FactInput | undefined => {
  const other = otherOfferFact(path);
  const row = other === undefined ? path : `offer.${other.fact}`;
  const fact = Object.hasOwn(facts, row) ? facts[row] : undefined;
  return fact === undefined ? undefined : { label: `facts.ask.${row}`, fact };
};

/** What the fact at a path may be supposed to be: all that can be filled in, and a little more. */
export const supposableFact = (path: string): FactType | undefined =>
  factInput(path)?.fact ?? (Object.hasOwn(supposedOnly, path) ? supposedOnly[path] : undefined);

/** The key of the name of a fact that is known but recorded in the case system only. */
export const elsewhereLabel = (path: string): string | undefined =>
  elsewhere.includes(path) ? `facts.elsewhere.${path}` : undefined;

/** Every path that can be filled in, for whoever checks that all of them have a text. */
export const factPaths = (): string[] => Object.keys(facts);
