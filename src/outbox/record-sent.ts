import type { CaseItem } from '../cases/case-item.ts';
import type { ApprovalRequest, PostedCard } from '../requests/request.ts';
import type { Sent } from './messenger.ts';
import type { OutboxRow } from './row.ts';
import { paused, withRows } from './rows.ts';
import { triedLater } from './tried-later.ts';

/** What was tried: which row, what the card showed, for whom and where. */
export interface Attempt {
  row: OutboxRow;
  /** The request as the card showed it. */
  shown: ApprovalRequest;
  person: string;
  conversationId: string;
}

/** What a card shows of a request; where the cards stand and which clicks were carried out is not on it. */
const face = (request: ApprovalRequest): string => JSON.stringify({ ...request, cards: [], clicks: [] });

const withCards = (item: CaseItem, requestId: string, cards: (of: PostedCard[]) => PostedCard[]): CaseItem => ({
  ...item,
  requests: item.requests.map((request) =>
    request.id === requestId ? { ...request, cards: cards(request.cards) } : request,
  ),
});

/** The row as if it had never failed. */
const asNew = (row: OutboxRow): OutboxRow => {
  const next = { ...row, attempts: 0 };
  delete next.since;
  delete next.why;
  return next;
};

/** The request may have moved on while the card was on its way: then the card is edited once more. */
function afterPost(item: CaseItem, { row, shown, person, conversationId }: Attempt, activityId: string, at: string) {
  const { requestId } = row.card;
  const left = item.outbox.filter(({ id }) => id !== row.id);
  // Without an id the card can never be edited; there is nothing to keep.
  if (activityId === '') return withRows(item, left);
  const card: PostedCard = { conversationId, activityId, person, face: row.card.face };
  const now = item.requests.find(({ id }) => id === requestId);
  // It was written down before, and the store's answer to that was lost.
  if (now?.cards.some((one) => one.activityId === activityId && one.conversationId === conversationId)) return item;
  const stale = now !== undefined && face(now) !== face(shown);
  const again: OutboxRow = {
    ...asNew(row),
    id: `${row.id}~edit`,
    what: 'edit',
    conversationId,
    activityId,
    sendAt: at,
  };
  return withRows(
    withCards(item, requestId, (cards) => [...cards, card]),
    stale ? [...left, again] : left,
  );
}

/**
 * The case after an attempt to send one of its rows; pure, so that it can be applied to whatever the case has become
 * meanwhile. `at` and `retryAt` are ISO instants.
 */
export function recordSent(item: CaseItem, attempt: Attempt, sent: Sent, at: string, retryAt: string): CaseItem {
  const { row, shown } = attempt;
  const { requestId } = row.card;
  const without = item.outbox.filter(({ id }) => id !== row.id);
  const instead = (change: (row: OutboxRow) => OutboxRow) =>
    withRows(
      item,
      item.outbox.map((other) => (other.id === row.id ? change(other) : other)),
    );
  const later = (why: string) => instead((other) => triedLater(other, why, retryAt));
  switch (sent.outcome) {
    case 'sent': {
      if (row.what === 'post') return afterPost(item, attempt, sent.activityId, at);
      const now = item.requests.find(({ id }) => id === requestId);
      const stale = now !== undefined && face(now) !== face(shown);
      if (!stale) return withRows(item, without);
      return instead((other) => ({ ...asNew(other), sendAt: at }));
    }
    case 'retry':
      return later(sent.code);
    case 'unreachable':
      return instead((other) => paused({ ...other, attempts: other.attempts + 1, why: sent.code }));
    case 'gone': {
      const isThat = ({ activityId, conversationId }: Pick<OutboxRow, 'activityId' | 'conversationId'>): boolean =>
        activityId === row.activityId && conversationId === row.conversationId;
      return withRows(
        withCards(item, requestId, (cards) => cards.filter((card) => !isThat(card))),
        without.filter((other) => other.what === 'post' || !isThat(other)),
      );
    }
    case 'refused': {
      // Whoever is to decide must get the card: we mend it, and until then it waits.
      const open = item.requests.some(({ id, state }) => id === requestId && state === 'open');
      return open ? later(sent.code) : withRows(item, without);
    }
  }
}
