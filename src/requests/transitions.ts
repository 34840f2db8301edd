import { type Happening, MAKKER, audited } from '../cases/audit.ts';
import type { CaseItem } from '../cases/case-item.ts';
import type { SignOff } from '../contract/case.ts';
import type { PersonItem } from '../store/items.ts';
import type { ApprovalRequest, Need, RequestState } from './request.ts';
import type { Sign } from './weigh.ts';
import { edits, posts, reminders, unserved, withoutReminders, withoutWaiting } from './rows.ts';
import { carriedOut, settled } from './sign-offs.ts';

/** When a step happens (ISO instant and civil date) and who of the staff is to hear of it. */
export interface Moment {
  at: string;
  today: string;
  /** The person who asked, for the notice that the request has ended; absent when they have left. */
  asker?: PersonItem;
}

/** The item after a step, and the request as it is in it. */
export interface Step {
  item: CaseItem;
  request: ApprovalRequest;
}

/** What a decision is pinned by: its receipt, its facts, and the sign-offs it needs. */
export type Pin = Pick<ApprovalRequest, 'decisionId' | 'factsHash' | 'needs'>;

type Told = Omit<Happening, 'details' | 'at'> & { details?: Happening['details'] };

const told = (item: CaseItem, request: ApprovalRequest, at: string, happenings: Told[]): CaseItem =>
  happenings.reduce(
    (sofar, { details, ...one }) => audited(sofar, { ...one, at, details: { request: request.id, ...details } }),
    item,
  );

/** The item with the request changed. */
const changed = (item: CaseItem, request: ApprovalRequest): Step => {
  const requests = item.requests.map((one) => (one.id === request.id ? request : one));
  return { item: { ...item, requests }, request };
};

/** The item with the request ended and what stands of it in the record. Who ended it themselves needs no notice. */
const ended = (
  item: CaseItem,
  over: ApprovalRequest & { state: Exclude<RequestState, 'open'> },
  { at, asker }: Moment,
): Step => {
  const { record, question } = settled({ record: item.record, question: over.question }, over);
  const step = changed({ ...item, record }, { ...over, question });
  const told = asker === undefined || asker.id === over.ended?.by ? [] : [asker];
  const notice = posts(step.request, told, 'asker', at);
  const outbox = [...withoutWaiting(item.outbox, step.request.id), ...notice, ...edits(step.request, at)];
  return { ...step, item: { ...step.item, outbox } };
};

/** Requests are numbered in the order they are put; the oldest may have been moved out of the item. */
const numberAfter = (requests: ApprovalRequest[]): number =>
  Number(/\d+$/.exec(requests.at(-1)?.id ?? '')?.[0] ?? 0) + 1;

/** A new request: its card goes to everybody who may sign; the asker's own card follows from here. */
export const opened = (
  item: CaseItem,
  request: Omit<ApprovalRequest, 'id' | 'state' | 'revision' | 'changed' | 'clicks'>,
  asked: PersonItem[],
): Step => {
  const id = `${item.municipality}~${item.id}~r${numberAfter(item.requests)}`;
  const whole: ApprovalRequest = { ...request, id, state: 'open', revision: 1, changed: [], clicks: [] };
  const outbox = [...item.outbox, ...posts(whole, asked, 'lead', request.askedAt)];
  const details = {
    decision: request.decisionId,
    facts: request.factsHash,
    expiresOn: request.expiresOn,
    asked: asked.length,
  };
  const holding = { ...item, requests: [...item.requests, whole], outbox };
  const happened = { by: request.askedBy, what: 'request-opened', details };
  return { item: told(holding, whole, request.askedAt, [happened]), request: whole };
};

/** A person's answer to the sign-offs that are theirs to give. */
export interface Answer {
  by: string;
  answer: SignOff['answer'];
  /** Needed for a refusal and for an exception; with any other approval it is a remark. */
  reason?: string;
  signs: Sign[];
  /** The key under which the click counts once. */
  key: string;
}

const signedNeed = (need: Need, request: ApprovalRequest, answer: Answer, today: string): Need => {
  const sign = answer.signs.find(({ rule }) => rule === need.rule);
  if (sign === undefined || need.given !== undefined) return need;
  const { question } = request;
  const forEnd = question.kind === 'extend-offer' ? question.until : undefined;
  const { reason } = answer;
  const reasoned = answer.answer === 'declined' || need.exception === true;
  return {
    ...need,
    ...(!reasoned && reason !== undefined && { remark: reason }),
    ...(sign.as.of !== undefined && { inNameOf: sign.as.of }),
    given: {
      rule: need.rule,
      by: answer.by,
      role: sign.as.role,
      on: today,
      answer: answer.answer,
      ...(reasoned && reason !== undefined && { reason }),
      ...(forEnd !== undefined && { forEnd }),
    },
  };
};

/** What an approval changes in the case, for its history. */
const effectOf = ({ question }: ApprovalRequest): Happening['details'] => {
  if (question.kind === 'start-offer') return { planned: question.offer.id };
  return { extended: question.offerId, ...(question.until !== undefined && { until: question.until }) };
};

/** An answer is given: one refusal ends the request, the last approval carries it out, one before that is kept. */
export const answered = (item: CaseItem, before: ApprovalRequest, answer: Answer, moment: Moment): Step => {
  const { by, reason } = answer;
  const { at, today } = moment;
  const needs = before.needs.map((need) => signedNeed(need, before, answer, today));
  const signed = { ...before, needs, clicks: [...before.clicks, answer.key] };
  const signings: Told[] = answer.signs.map(({ rule, as: { role, of } }) => ({
    by,
    what: answer.answer === 'approved' ? 'sign-off-given' : 'sign-off-declined',
    details: {
      rule,
      role,
      revision: before.revision,
      ...(of !== undefined && { inNameOf: of }),
      ...(before.needs.some((need) => need.rule === rule && need.exception === true) && { exception: true }),
    },
  }));
  if (answer.answer === 'declined') {
    const ending = { by, at, ...(reason !== undefined && { reason }) };
    const step = ended(item, { ...signed, state: 'rejected', ended: ending }, moment);
    return { ...step, item: told(step.item, before, at, [...signings, { by, what: 'request-rejected' }]) };
  }
  if (needs.some(({ given }) => given === undefined)) {
    const { item: kept, request } = changed(item, signed);
    const outbox = [...kept.outbox, ...edits(request, at)];
    return { item: told({ ...kept, outbox }, before, at, signings), request };
  }
  const { item: agreed, request } = ended(item, { ...signed, state: 'approved', ended: { by, at } }, moment);
  const record = carriedOut({ record: agreed.record, question: request.question });
  const approval = { by, what: 'request-approved', details: effectOf(request) };
  return { item: told({ ...agreed, record }, before, at, [...signings, approval]), request };
};

/** The request ends without a decision: taken back by whoever asked, run out, or overtaken by what happened. */
export const closed = (
  item: CaseItem,
  before: ApprovalRequest,
  state: 'withdrawn' | 'expired' | 'overtaken',
  moment: Moment,
): Step => {
  const { at } = moment;
  const by = state === 'withdrawn' ? before.askedBy : undefined;
  const after = { ...before, state, ended: { at, ...(by !== undefined && { by }) } };
  const step = ended(item, after, moment);
  return { ...step, item: told(step.item, before, at, [{ by: by ?? MAKKER, what: `request-${state}` }]) };
};

/** The facts changed under an open request: what was signed falls, and everybody is shown the new state. */
export const revised = (
  item: CaseItem,
  before: ApprovalRequest,
  pin: Pin & Pick<ApprovalRequest, 'expiresOn' | 'changed'>,
  asked: PersonItem[],
  at: string,
): Step => {
  // Whoever was reminded was of another state.
  const { remindedOn: _, ...unreminded } = before;
  const { item: fallen, request } = changed(item, { ...unreminded, ...pin, revision: before.revision + 1 });
  const rows = withoutReminders(item.outbox, request.id);
  const fresh = unserved(asked, request, rows);
  const outbox = [...rows, ...edits(request, at), ...posts(request, fresh, 'lead', at)];
  const details = { revision: request.revision, decision: pin.decisionId, facts: pin.factsHash };
  return {
    item: told({ ...fallen, outbox }, request, at, [{ by: MAKKER, what: 'request-revised', details }]),
    request,
  };
};

/** The request's card goes to those who may sign by now and were not asked when it was put: a substitute, a new lead. */
export const joined = (item: CaseItem, request: ApprovalRequest, people: PersonItem[], at: string): Step => {
  const outbox = [...item.outbox, ...posts(request, people, 'lead', at)];
  const happened = { by: MAKKER, what: 'request-asked-more', details: { asked: people.length } };
  return { item: told({ ...item, outbox }, request, at, [happened]), request };
};

/** Those it waits for are reminded, at the instant `sendAt` of the day. */
export const reminded = (
  item: CaseItem,
  before: ApprovalRequest,
  people: PersonItem[],
  { at, today }: Moment,
  sendAt: string,
): Step => {
  const { item: kept, request } = changed(item, { ...before, remindedOn: today });
  const outbox = [...kept.outbox, ...reminders(request, people, sendAt)];
  const happened = { by: MAKKER, what: 'request-reminded', details: { asked: people.length } };
  return { item: told({ ...kept, outbox }, request, at, [happened]), request };
};
