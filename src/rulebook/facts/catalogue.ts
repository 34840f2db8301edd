import {
  BENEFITS,
  EVENT_TYPES,
  GENDERS,
  GOALS,
  INTEGRATION_GROUPS,
  OFFER_KINDS,
  PLACEMENTS,
  QUESTION_KINDS,
  READINESS,
} from '../../contract/vocabulary.ts';
import { dayOf } from '../calendar.ts';
import type { World } from '../world.ts';
import { isOnRecord, isPlanned, isRunning, latestFollowUp } from './dated.ts';
import type { Value, ValueType } from './types.ts';

/** A named fact of the case record: what rules may read, and how an absent one is called in `missing`. */
export interface Fact {
  name: string;
  type: ValueType;
  /** The value, or undefined where nothing is recorded. */
  of(world: World): Value | undefined;
  /** Its path in `missing` and in the trace. */
  path(world: World): string;
  /** Its place among the values a world has read; absent for the facts of list entries, whose list is noted whole. */
  slot?: number;
  /** A fact of the offer in question, which changes as a case's deadlines go from offer to offer. */
  ofOffer: boolean;
}

const date = (iso: string | undefined): number | undefined => (iso === undefined ? undefined : dayOf(iso));
const asked = (world: World) => (world.question.kind === 'extend-offer' ? world.question : undefined);

type Table = Record<string, [ValueType, (world: World) => Value | undefined]>;

const yesNo = { type: 'boolean' } as const;
const day = { type: 'date' } as const;
const word = (values: readonly string[]) => ({ type: 'word', values }) as const;

/** Facts of the case, the citizen and the question; their name is their path. */
const caseFacts: Table = {
  today: [day, (w) => w.date.itself()],
  'question.kind': [word(QUESTION_KINDS), (w) => w.question.kind],
  'question.until': [day, (w) => date(asked(w)?.until)],
  'question.likelyJobOrEducation': [yesNo, (w) => asked(w)?.likelyJobOrEducation],
  'benefit.type': [word(BENEFITS), (w) => w.subject.benefit.type],
  'benefit.since': [day, (w) => dayOf(w.subject.benefit.since)],
  'readiness.category': [word(READINESS), (w) => w.subject.readiness?.category],
  'readiness.since': [day, (w) => date(w.subject.readiness?.since)],
  firstAbsenceOn: [day, (w) => date(w.subject.firstAbsenceOn)],
  hasEmployer: [yesNo, (w) => w.subject.hasEmployer],
  visitedOn: [day, (w) => date(w.subject.visitedOn)],
  jobBrokerDeclined: [yesNo, (w) => w.subject.jobBrokerDeclined],
  atRiskOfLongIncapacity: [yesNo, (w) => w.subject.atRiskOfLongIncapacity],
  'citizen.birthDate': [day, (w) => date(w.subject.citizen.birthDate)],
  'citizen.gender': [word(GENDERS), (w) => w.subject.citizen.gender],
  'citizen.attendableHours': [{ type: 'number', unit: 'hours' }, (w) => w.subject.citizen.attendableHours],
  'citizen.diagnosedAutism': [yesNo, (w) => w.subject.citizen.diagnosedAutism],
  'citizen.verySpecialNeeds': [yesNo, (w) => w.subject.citizen.verySpecialNeeds],
  'citizen.mentallyVulnerable': [yesNo, (w) => w.subject.citizen.mentallyVulnerable],
  'citizen.disability': [yesNo, (w) => w.subject.citizen.disability],
  'citizen.newGraduate': [yesNo, (w) => w.subject.citizen.newGraduate],
  'citizen.arrivedInDenmarkOn': [day, (w) => date(w.subject.citizen.arrivedInDenmarkOn)],
  'citizen.integrationGroup': [word(INTEGRATION_GROUPS), (w) => w.subject.citizen.integrationGroup],
  'citizen.foreignCitizenship': [yesNo, (w) => w.subject.citizen.foreignCitizenship],
  'citizen.repatriationTarget': [yesNo, (w) => w.subject.citizen.repatriationTarget],
  'citizen.residencePermitOn': [day, (w) => date(w.subject.citizen.residencePermitOn)],
  'citizen.exemptFromActivity': [yesNo, (w) => w.subject.citizen.exemptFromActivity],
};

/** Facts of the offer asked about; `offer.` is replaced by `offers.<id>.` where a deadline looks at each offer. */
const offerFacts: Table = {
  kind: [word(OFFER_KINDS), (w) => w.offer?.kind],
  catalogueItem: [{ type: 'word' }, (w) => w.offer?.catalogueItem],
  starts: [day, (w) => date(w.offer?.starts)],
  ends: [day, (w) => date(w.offer?.ends)],
  pricePerWeek: [{ type: 'number', unit: 'kr' }, (w) => w.offer?.pricePerWeek],
  hoursPerWeek: [{ type: 'number', unit: 'hours' }, (w) => w.offer?.hoursPerWeek],
  placement: [word(PLACEMENTS), (w) => w.offer?.placement],
  fixedPlaceGround: [{ type: 'word' }, (w) => w.offer?.fixedPlaceGround],
  ownWorkplace: [yesNo, (w) => w.offer?.ownWorkplace],
  goal: [word(GOALS), (w) => w.offer?.goal],
  'assessment.educationPossible': [yesNo, (w) => w.offer?.assessment?.educationPossible],
  'assessment.companyOfferPossible': [yesNo, (w) => w.offer?.assessment?.companyOfferPossible],
  'assessment.preparesForThose': [yesNo, (w) => w.offer?.assessment?.preparesForThose],
  'assessment.labourMarketNeed': [yesNo, (w) => w.offer?.assessment?.labourMarketNeed],
  'assessment.effectPerPriceWeighed': [yesNo, (w) => w.offer?.assessment?.effectPerPriceWeighed],
  'assessment.paidWorkConsidered': [yesNo, (w) => w.offer?.assessment?.paidWorkConsidered],
  'assessment.wageSubsidyConsidered': [yesNo, (w) => w.offer?.assessment?.wageSubsidyConsidered],
  /** The latest follow-up by the reference date. */
  'followUps.on': [day, (w) => date(w.offer && latestFollowUp(w.offer, w.date)?.on)],
  'followUps.progress': [yesNo, (w) => w.offer && latestFollowUp(w.offer, w.date)?.progress],
  'followUps.asAgreed': [yesNo, (w) => w.offer && latestFollowUp(w.offer, w.date)?.asAgreed],
  onRecord: [yesNo, (w) => w.offer && isOnRecord(w.offer, w.date)],
  running: [yesNo, (w) => w.offer && isRunning(w.offer, w.date)],
  stopped: [yesNo, (w) => w.offer && w.offer.status === 'stopped'],
};

/** Facts of the list entry that a condition is looking at. */
const entryFacts: Record<string, Table> = {
  offers: {
    kind: [word(OFFER_KINDS), (w) => offerEntry(w)?.kind],
    starts: [day, (w) => date(offerEntry(w)?.starts)],
    ends: [day, (w) => date(offerEntry(w)?.ends)],
    hoursPerWeek: [{ type: 'number', unit: 'hours' }, (w) => offerEntry(w)?.hoursPerWeek],
    catalogueItem: [{ type: 'word' }, (w) => offerEntry(w)?.catalogueItem],
    planned: [yesNo, (w) => on(offerEntry(w), (offer) => isPlanned(offer, w.date))],
    onRecord: [yesNo, (w) => on(offerEntry(w), (offer) => isOnRecord(offer, w.date))],
    running: [yesNo, (w) => on(offerEntry(w), (offer) => isRunning(offer, w.date))],
  },
  events: {
    type: [word(EVENT_TYPES), (w) => (w.its?.list === 'events' ? w.its.entry.type : undefined)],
    on: [day, (w) => (w.its?.list === 'events' ? dayOf(w.its.entry.on) : undefined)],
    repatriationInfo: [yesNo, (w) => (w.its?.list === 'events' ? w.its.entry.repatriationInfo : undefined)],
    vacanciesTold: [yesNo, (w) => (w.its?.list === 'events' ? w.its.entry.vacanciesTold : undefined)],
    byRepatriationStaff: [yesNo, (w) => (w.its?.list === 'events' ? w.its.entry.byRepatriationStaff : undefined)],
  },
  bids: {
    provider: [
      { type: 'word' },
      (w) => (w.its?.list === 'bids' ? w.its.entry.provider.trim().toLowerCase() : undefined),
    ],
  },
  history: {
    type: [word(BENEFITS), (w) => (w.its?.list === 'history' ? w.its.entry.type : undefined)],
    from: [day, (w) => (w.its?.list === 'history' ? dayOf(w.its.entry.from) : undefined)],
    to: [day, (w) => (w.its?.list === 'history' ? date(w.its.entry.to) : undefined)],
  },
};

const offerEntry = (w: World) => (w.its?.list === 'offers' ? w.its.entry : undefined);
const on = <T, R>(value: T | undefined, use: (value: T) => R): R | undefined =>
  value === undefined ? undefined : use(value);

const facts = new Map<string, Fact>();
for (const [name, [type, of]] of Object.entries(caseFacts))
  facts.set(name, { name, type, of, path: () => name, slot: facts.size, ofOffer: false });
for (const [name, [type, of]] of Object.entries(offerFacts)) {
  const usual = `offer.${name}`;
  const path = (w: World) => w.pathOf(usual);
  facts.set(usual, { name: usual, type, of, path, slot: facts.size, ofOffer: true });
}

/** All facts, each at its slot. */
export const factsBySlot: readonly Fact[] = [...facts.values()];

/** The facts a rule may name, by name. */
export const factNames = (): string[] => [...facts.keys()];
export const factNamed = (name: string): Fact | undefined => facts.get(name);

export const LISTS = ['offers', 'events', 'bids', 'history'] as const;
export type ListName = (typeof LISTS)[number];

/** The facts of a list's entries, named `its.…`. */
export const entryFactNamed = (list: ListName, name: string): Fact | undefined => {
  const found = entryFacts[list]?.[name];
  if (found === undefined) return undefined;
  const [type, of] = found;
  const path = (w: World) => (w.its?.list === 'offers' ? `offers.${w.its.entry.id}.${name}` : `${list}.${name}`);
  return { name: `its.${name}`, type, of, path, ofOffer: false };
};
export const entryFactNames = (list: ListName): string[] =>
  Object.keys(entryFacts[list] ?? {}).map((name) => `its.${name}`);
