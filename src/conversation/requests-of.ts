import type { CaseItem } from '../cases/case-item.ts';
import { WITH_OPEN_REQUESTS } from '../requests/open-requests.ts';
import type { ApprovalRequest } from '../requests/request.ts';
import { casesSeen } from './resolve/find-cases.ts';
import type { Talking } from './services.ts';

/** A request and the case it is in. */
export interface Placed {
  item: CaseItem;
  request: ApprovalRequest;
}

/** The open requests the person has put, in whosever case. */
export const openRequestsOf = async (talking: Talking): Promise<Placed[]> => {
  const { items } = await casesSeen(talking, WITH_OPEN_REQUESTS);
  return items.flatMap((item) =>
    item.requests
      .filter(({ askedBy, state }) => state === 'open' && askedBy === talking.turn.person.id)
      .map((request) => ({ item, request })),
  );
};

/** The requests the person has put: those in their own cases, and what is open of theirs in others'. */
export const requestsOf = async (talking: Talking): Promise<Placed[]> => {
  const me = talking.turn.person.id;
  const { items } = await casesSeen(talking, { by: 'caseworker', caseworker: me });
  const own = items.flatMap((item) =>
    item.requests.filter(({ askedBy }) => askedBy === me).map((request) => ({ item, request })),
  );
  const known = new Set(own.map(({ request }) => request.id));
  return [...own, ...(await openRequestsOf(talking)).filter(({ request }) => !known.has(request.id))];
};
