import type { CaseItem } from '../cases/case-item.ts';
import { catalogueOf, type Judge } from '../cases/judge.ts';
import type { CatalogueItem } from '../contract/case.ts';
import type { Language } from '../contract/language.ts';
import { namesOf } from './names-of.ts';
import type { Person } from '../contract/people.ts';
import type { RequestView } from '../cards/views.ts';
import { ownCaseworkerMay } from '../requests/exceptions.ts';
import { explain } from '../rulebook/explain.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import type { ApprovalRequest, Need } from '../requests/request.ts';
import type { PersonItem } from '../store/items.ts';
import type { Services } from './services.ts';
import { refreshFor } from './views/request-refresh.ts';
import { type RequestContext, requestView } from './views/request-view.ts';

/** What is needed to show a request as it stands on a day. */
export interface RequestSurroundings {
  staff: PersonItem[];
  catalogue: CatalogueItem[];
  judge: Judge;
  directory: Pick<Services['directory'], 'eligible'>;
  say: Services['say'];
  today: string;
}

/** The staff and the catalogue of a municipality, read once for as many requests as are shown. */
export const requestSurroundings = async (
  services: Pick<Services, 'directory' | 'store' | 'judge' | 'say'>,
  municipality: string,
  today: string,
): Promise<RequestSurroundings> => {
  const { directory, judge, say } = services;
  const [staff, catalogue] = await Promise.all([
    directory.staff(municipality),
    catalogueOf(services.store, municipality),
  ]);
  return { staff, catalogue, judge, directory, say, today };
};

/** Who may still give a need, by the roles of the day and by what the rulebook says of the case's own caseworker. */
export const eligibleIn = (
  around: RequestSurroundings,
  item: CaseItem,
  request: ApprovalRequest,
  judgement: Judgement | undefined,
): ((need: Need) => PersonItem[]) => {
  const { directory, staff, today, judge, catalogue } = around;
  const ownMay = ownCaseworkerMay(item.record, request.question, judgement, today, { judge, catalogue });
  return (need) => directory.eligible(staff, need, item, today, ownMay.includes(need.rule), request.askedBy);
};

const judgementOf = (around: RequestSurroundings, item: CaseItem, request: ApprovalRequest): Judgement | undefined => {
  const offers = item.record.offers ?? [];
  const { question } = request;
  if ('offerId' in question && !offers.some(({ id }) => id === question.offerId)) return undefined;
  const judged = around.judge(item.record, question, around.catalogue, around.today);
  return 'notBefore' in judged ? undefined : judged;
};

/** A request's card for a reader, from the state the case has now: for replies to clicks and for the outbox alike. */
export const requestCard = (
  around: RequestSurroundings,
  item: CaseItem,
  request: ApprovalRequest,
  face: 'lead' | 'asker',
  reader: Person,
  language: Language,
  said: Pick<RequestContext, 'note' | 'reasonMissing'> = {},
): RequestView => {
  // An ended request has changed the case: what is true of the case now is no longer what was decided on.
  const judgement = judgementOf(around, item, request);
  const open = request.state === 'open';
  const view = requestView(item, request, face, reader, around.staff, language, around.say(language), {
    today: around.today,
    catalogue: around.catalogue,
    ...(open && judgement !== undefined
      ? { decision: explain({ ...judgement, reminders: [] }, language, namesOf(around.staff)), judgement }
      : {}),
    eligible: eligibleIn(around, item, request, judgement),
    ...said,
  });
  // In one's own chat nobody else looks; what has ended changes no more.
  const looking = around.staff.filter(({ id }) => id === reader.id);
  return { ...view, ...(open && refreshFor(request, looking)) };
};

/** Who is concerned by an open request: whoever asked, and everybody it still waits for. */
export const concernedBy = (around: RequestSurroundings, item: CaseItem, request: ApprovalRequest): PersonItem[] => {
  const eligible = eligibleIn(around, item, request, judgementOf(around, item, request));
  const waiting = request.needs.filter(({ given }) => given === undefined).flatMap((need) => eligible(need));
  const ids = new Set([request.askedBy, ...waiting.map(({ id }) => id)]);
  return around.staff.filter(({ id }) => ids.has(id));
};

/** The face a reader sees: the asker's own request is theirs; whoever may sign sees the lead's face. */
export const faceFor = (
  around: RequestSurroundings,
  item: CaseItem,
  request: ApprovalRequest,
  reader: Person,
): 'lead' | 'asker' => {
  const eligible = eligibleIn(around, item, request, judgementOf(around, item, request));
  return request.needs.some((need) => eligible(need).some(({ id }) => id === reader.id)) ? 'lead' : 'asker';
};

/** Whether an open request still waits for something that this person may give. */
export const eligibleOpen = (
  around: RequestSurroundings,
  item: CaseItem,
  request: ApprovalRequest,
  person: Person,
): boolean => {
  if (request.state !== 'open') return false;
  const eligible = eligibleIn(around, item, request, judgementOf(around, item, request));
  return request.needs.some((need) => need.given === undefined && eligible(need).some(({ id }) => id === person.id));
};
