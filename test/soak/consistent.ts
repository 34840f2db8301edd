import { auditIntact } from '../../src/cases/audit.ts';
import { caseItem, type CaseItem } from '../../src/cases/case-item.ts';
import { sealOf } from '../../src/cases/seal.ts';
import { civilDateAt } from '../../src/clock.ts';
import type { SignOff } from '../../src/contract/case.ts';
import { canonicalJson } from '../../src/receipts/canonical-json.ts';
import type { ApprovalRequest } from '../../src/requests/request.ts';

/** What was known of a case before anything was asked: when its offer ended; and the key of its seal. */
interface Known {
  endBefore: string;
  key: string;
}

const ENDING = /^request-(approved|rejected|withdrawn|expired|overtaken)$/;

/** Whether two things are the same, whatever order their names stand in. */
const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

const sorted = (all: readonly unknown[]): string[] => all.map((one) => canonicalJson(one)).toSorted();

const given = (request: ApprovalRequest): SignOff[] => request.needs.flatMap((need) => need.given ?? []);

/** What the history says of one request, in its order. */
const historyOf = ({ audit }: CaseItem, request: ApprovalRequest) =>
  audit.filter(({ details }) => details['request'] === request.id);

/** Its state has one ending in the history, of that kind, by that person and at that time; an open one has none. */
const endedOnce = (item: CaseItem, request: ApprovalRequest): boolean => {
  const endings = historyOf(item, request).filter(({ what }) => ENDING.test(what));
  if (request.state === 'open') return endings.length === 0 && request.ended === undefined;
  const [{ what, by, at } = { what: '', by: '', at: '' }] = endings;
  const { ended } = request;
  return (
    endings.length === 1 && what === `request-${request.state}` && at === ended?.at && by === (ended.by ?? 'makker')
  );
};

/** People end it on its last day at the latest, and time not before. */
const endedInTime = ({ state, ended, expiresOn }: ApprovalRequest): boolean => {
  if (ended === undefined || state === 'overtaken') return true;
  const late = civilDateAt(Date.parse(ended.at)) > expiresOn;
  return state === 'expired' ? late : !late;
};

/** What stands as signed was signed in this revision, once, by somebody else than whoever asked. */
const signedAsTold = (item: CaseItem, request: ApprovalRequest): boolean => {
  const signings = historyOf(item, request).filter(
    ({ what, details }) => /^sign-off-(given|declined)$/.test(what) && details['revision'] === request.revision,
  );
  const told = signings.map(({ by, what, details }) => ({ by, what, rule: details['rule'] }));
  const stands = given(request).map(({ by, rule, answer }) => ({
    by,
    what: answer === 'approved' ? 'sign-off-given' : 'sign-off-declined',
    rule,
  }));
  return same(sorted(told), sorted(stands)) && stands.every(({ by }) => by !== request.askedBy);
};

/** It is approved with every sign-off, rejected by one, and open while one is missing. */
const signOffsMakeState = ({ state, needs }: ApprovalRequest): boolean => {
  const answers = needs.map((need) => need.given?.answer);
  if (state === 'approved') return answers.every((answer) => answer === 'approved');
  if (state === 'rejected') return answers.includes('declined');
  return answers.includes(undefined) && !answers.includes('declined');
};

/** Nobody signed, and nobody approved, on facts that changed after the request was opened or last revised. */
const decidedOnTheseFacts = (item: CaseItem, request: ApprovalRequest): boolean => {
  let moved = false;
  return item.audit.every(({ what, details }) => {
    if (what === 'fact-recorded') moved = true;
    if (details['request'] !== request.id) return true;
    if (what === 'request-opened' || what === 'request-revised') moved = false;
    return !(moved && /^(request-approved|sign-off-given)$/.test(what));
  });
};

/** Every recorded card is to be edited to the end, whoever asked gets the news once unless they ended it, and nobody a second card. */
const cardsFollow = ({ outbox }: CaseItem, request: ApprovalRequest): boolean => {
  const rows = outbox.filter(({ card }) => card.requestId === request.id);
  const posts = rows.filter(({ what }) => what === 'post').map(({ to, card }) => ({ to, ...card }));
  if (new Set(sorted(posts)).size !== posts.length) return false;
  if (request.state === 'open') return true;
  const edited = new Set(rows.map(({ activityId }) => activityId));
  const news = posts.filter(({ face }) => face === 'asker');
  const told = request.ended?.by === request.askedBy ? 0 : 1;
  return news.length === told && request.cards.every(({ activityId }) => edited.has(activityId));
};

const ofRequests: Record<string, (item: CaseItem, request: ApprovalRequest) => boolean> = {
  'it ended once, and the history says so': endedOnce,
  'it ended in time': (_item, request) => endedInTime(request),
  'its sign-offs are those of the history': signedAsTold,
  'its sign-offs make its state': (_item, request) => signOffsMakeState(request),
  'what it was decided on had not changed': decidedOnTheseFacts,
  'it was opened once': (item, request) =>
    historyOf(item, request).filter(({ what }) => what === 'request-opened').length === 1,
  'it was revised as often as its revision says': (item, request) =>
    historyOf(item, request).filter(({ what }) => what === 'request-revised').length === request.revision - 1,
};

/** The offer runs until the end that was approved, and carries the sign-offs that count. */
const recordFits = ({ record, requests }: CaseItem, { endBefore }: Known): boolean => {
  const [offer] = record.offers ?? [];
  if (offer === undefined) return true;
  const approved = requests.filter(({ state }) => state === 'approved');
  const [last] = approved.map(({ question }) => (question.kind === 'extend-offer' ? question.until : undefined));
  const counting = requests.flatMap((request) => {
    if (request.state === 'approved') return given(request);
    if (request.state !== 'rejected') return [];
    const excepting = request.needs.some(({ exception }) => exception === true);
    const refused = request.needs.filter(({ exception }) => !excepting || exception === true);
    return given({ ...request, needs: refused }).filter(({ answer }) => answer === 'declined');
  });
  return (
    approved.length <= 1 && offer.ends === (last ?? endBefore) && same(sorted(offer.signOffs ?? []), sorted(counting))
  );
};

const ofCases: Record<string, (item: CaseItem, known: Known) => boolean> = {
  'the history is whole, and sealed where it ends': (item, { key }) =>
    auditIntact(item.audit) && item.seal === sealOf(item, key),
  'one request at most is open': ({ requests }) => requests.filter(({ state }) => state === 'open').length <= 1,
  'no row is there twice': ({ outbox }) => new Set(outbox.map(({ id }) => id)).size === outbox.length,
  'every row is about a request that is there': ({ outbox, requests }) =>
    outbox.every(({ card }) => requests.some(({ id }) => id === card.requestId)),
  'what queries look for fits the rest': (item) => same(caseItem(item.record, item), item),
  'offer and sign-offs are what was decided': recordFits,
};

/** What of a case does not hold together, in words; nothing when all does. For a case with one offer, to be extended. */
export const inconsistencies = (item: CaseItem, known: Known): string[] => [
  ...Object.entries(ofCases).flatMap(([what, holds]) => (holds(item, known) ? [] : [`not so: ${what}`])),
  ...item.requests.flatMap((request) =>
    Object.entries(ofRequests).flatMap(([what, holds]) =>
      holds(item, request) ? [] : [`not so of ${request.id}: ${what}`],
    ),
  ),
];

/** What of the cards of a case will not follow its requests, while nothing has been sent yet. */
export const cardsLeftBehind = (item: CaseItem): string[] =>
  item.requests.flatMap((request) =>
    cardsFollow(item, request) ? [] : [`not so of ${request.id}: every card is on its way to the end, once`],
  );
