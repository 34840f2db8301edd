import type { Receipt } from '../receipts/receipt.ts';
import type { Store } from '../store/port.ts';
import { type CheckedHistory, besideCase, checkHistory } from './check-history.ts';
import type { PastRequest } from './past.ts';

/** All that is kept of what happened in a case: its entries, the requests with their sign-offs, and what was answered. */
export interface CaseHistory extends CheckedHistory {
  municipality: string;
  caseId: string;
  /** Oldest first. */
  requests: PastRequest['request'][];
  /** Oldest first. */
  receipts: Receipt[];
}

/** Reads the whole history of a case; nothing where there is no such case. */
export const readCaseHistory = async (
  store: Pick<Store, 'read' | 'list'>,
  municipality: string,
  caseId: string,
  key: string,
): Promise<CaseHistory | undefined> => {
  const stored = await store.read('case', municipality, caseId);
  if (stored === undefined) return undefined;
  // Whatever it says of itself, it lies in this place.
  const item = { ...stored.item, municipality, id: caseId };
  const past = await besideCase(store, 'past-request', item);
  const receipts = await besideCase(store, 'receipt', item);
  // One that is being moved out lies in both places.
  const requests = new Map([...past.map(({ request }) => request), ...item.requests].map((one) => [one.id, one]));
  return {
    municipality,
    caseId,
    ...(await checkHistory(store, item, key)),
    requests: [...requests.values()].toSorted((a, b) => (a.askedAt < b.askedAt ? -1 : 1)),
    receipts: receipts.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  };
};
