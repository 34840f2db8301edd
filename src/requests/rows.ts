import type { OutboxRow } from '../outbox/row.ts';
import type { PersonItem } from '../store/items.ts';
import type { ApprovalRequest } from './request.ts';

/** The rows of one step of a request are told apart from those of every other step, so none replaces another. */
const stage = (request: ApprovalRequest): string => {
  const given = request.needs.filter((need) => need.given !== undefined).length;
  return `${request.id}~${request.revision}.${given}.${request.state}`;
};

type Face = OutboxRow['card']['face'];

/**
 * A card of the request to each person's own chat. It wants to go out at once even where the person has not opened the
 * bot yet: the relay looks for the address again and lets it wait, so a first contact in between is not missed.
 */
export const posts = (request: ApprovalRequest, people: PersonItem[], face: Face, at: string): OutboxRow[] =>
  people.map(({ id }) => ({
    id: `${stage(request)}~post~${face}~${id}`,
    to: { person: id },
    what: 'post',
    card: { name: 'request', requestId: request.id, face },
    attempts: 0,
    sendAt: at,
  }));

/** The lead's card once more, to remind of the last day. */
export const reminders = (request: ApprovalRequest, people: PersonItem[], at: string): OutboxRow[] =>
  posts(request, people, 'lead', at).map((row) => ({
    ...row,
    id: row.id.replace('~post~', '~remind~'),
    card: { ...row.card, reminder: true },
  }));

/** An edit of every card of the request that has been posted. */
export const edits = (request: ApprovalRequest, at: string): OutboxRow[] =>
  request.cards.map(({ person, face, conversationId, activityId }) => ({
    // An activity's id is its own only within its conversation.
    id: `${stage(request)}~edit~${conversationId}~${activityId}`,
    to: { person },
    what: 'edit',
    card: { name: 'request', requestId: request.id, face },
    conversationId,
    activityId,
    attempts: 0,
    sendAt: at,
  }));

/** The rows without new cards that would remind of the request. */
export const withoutReminders = (rows: OutboxRow[], requestId: string): OutboxRow[] =>
  rows.filter(({ what, card }) => card.requestId !== requestId || card.reminder !== true || what === 'edit');

/** The rows without those that wait for somebody's first contact with a request that has ended, or remind of it. */
export const withoutWaiting = (rows: OutboxRow[], requestId: string): OutboxRow[] =>
  withoutReminders(rows, requestId).filter(({ sendAt, card }) => card.requestId !== requestId || sendAt !== undefined);

/** The people for whom no lead's card of the request is posted, on its way, or taken away. */
export const unserved = (people: PersonItem[], request: ApprovalRequest, rows: OutboxRow[]): PersonItem[] => {
  const served = new Set([
    ...(request.cardless ?? []),
    ...request.cards.flatMap(({ person, face }) => (face === 'lead' ? [person] : [])),
    ...rows.flatMap(({ to, card }) =>
      card.requestId === request.id && card.face === 'lead' && 'person' in to ? [to.person] : [],
    ),
  ]);
  return people.filter(({ id }) => !served.has(id));
};
