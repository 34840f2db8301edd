import type { CaseItem } from '../cases/case-item.ts';
import type { Person } from '../contract/people.ts';
import { eachItem } from '../each-item.ts';
import { may } from '../people/policy.ts';
import type { ApprovalRequest } from '../requests/request.ts';
import type { Store } from '../store/port.ts';
import { eligibleOpen, type RequestSurroundings } from './request-card.ts';

/** An open request, and the case it is in. */
export interface Waiting {
  item: CaseItem;
  request: ApprovalRequest;
}

/** What a case's `pendingFor` can say that concerns this person. */
const keysOf = ({ roles }: Person): string[] => [
  ...new Set(roles.map(({ role, team }) => (team === undefined ? role : `${role}@${team}`))),
];

/** The open requests that a person, with the roles of the day, can answer: the one that ends first on top. */
export const waitingFor = async (
  store: Pick<Store, 'findCases'>,
  around: RequestSurroundings,
  person: Person,
): Promise<Waiting[]> => {
  const keys = keysOf(person);
  if (keys.length === 0) return [];
  const waiting: Waiting[] = [];
  for await (const item of eachItem((page) =>
    store.findCases(person.municipality, { by: 'pending', for: keys }, page),
  )) {
    if (!may(person, 'see-case', item, around.today)) continue;
    for (const request of item.requests)
      if (eligibleOpen(around, item, request, person)) waiting.push({ item, request });
  }
  return waiting.toSorted((a, b) => (a.request.expiresOn < b.request.expiresOn ? -1 : 1));
};
