import { audited } from '../cases/audit.ts';
import type { CaseItem } from '../cases/case-item.ts';

/** Who takes a row away, when (ISO instant) and why: one word, since a history holds no free text. */
export interface Dropping {
  by: string;
  at: string;
  reason: string;
}

/**
 * The case with a row of its outbox taken away for good, as its history tells; undefined when it has no such row. The
 * request stays as it is. Whoever was to be asked for a decision gets no other card of it by themselves.
 */
export const withoutRow = (item: CaseItem, rowId: string, { by, at, reason }: Dropping): CaseItem | undefined => {
  const row = item.outbox.find(({ id }) => id === rowId);
  if (row === undefined) return undefined;
  const { what, card, to } = row;
  const person = 'person' in to ? to.person : undefined;
  const asks = what === 'post' && card.face === 'lead' && card.reminder !== true;
  const requests = item.requests.map((request) =>
    asks && person !== undefined && request.id === card.requestId
      ? { ...request, cardless: [...(request.cardless ?? []), person] }
      : request,
  );
  const outbox = item.outbox.filter(({ id }) => id !== rowId);
  const details = { request: card.requestId, what, face: card.face, ...(person !== undefined && { person }), reason };
  return audited({ ...item, requests, outbox }, { at, by, what: 'message-dropped', details });
};
