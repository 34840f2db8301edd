import type { CaseItem } from '../cases/case-item.ts';
import type { Store } from '../store/port.ts';
import type { ApprovalRequest } from './request.ts';

/** The request of a case by its id; one that ended long ago lies beside the case, and no card of it is edited any more. */
export const requestIn = async (
  store: Pick<Store, 'read'>,
  { id: caseId, municipality, requests }: CaseItem,
  requestId: string,
): Promise<ApprovalRequest | undefined> => {
  const there = requests.find(({ id }) => id === requestId);
  if (there !== undefined) return there;
  const past = (await store.read('past-request', municipality, requestId))?.item;
  return past?.caseId === caseId ? { ...past.request, cards: [] } : undefined;
};
