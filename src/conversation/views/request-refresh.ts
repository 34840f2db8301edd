import type { Refresh } from '../../cards/views.ts';
import type { ApprovalRequest } from '../../requests/request.ts';
import type { PersonItem } from '../../store/items.ts';

/** Teams refreshes a card by itself for no more people. */
const MOST = 60;

/**
 * That Teams asks for the request as it stands whenever one of these people looks at its card. A help only: the outbox
 * edits the cards, and a click on an old one is answered with the request as it is.
 */
export const refreshFor = (request: ApprovalRequest, people: PersonItem[]): { refresh?: Refresh } => {
  const userIds = people.flatMap(({ address }) => address?.userId ?? []).slice(0, MOST);
  return userIds.length === 0 ? {} : { refresh: { verb: 'show-request', data: { requestId: request.id }, userIds } };
};
