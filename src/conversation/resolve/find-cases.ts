import type { CaseItem } from '../../cases/case-item.ts';
import type { CaseQuery } from '../../store/port.ts';
import { mayWith, seenCase } from '../access.ts';
import type { Talking } from '../services.ts';

const PAGE = 200;
/** More cases than this are not read for one question. */
const MOST = 1000;

/** Cases the person may see; `more`: reading stopped before the last, so others may be among those not read. */
export interface Seen {
  items: CaseItem[];
  more: boolean;
}

/** The cases a query finds that the person may see. */
export const casesSeen = async (talking: Talking, query: CaseQuery): Promise<Seen> => {
  const { services, turn } = talking;
  const items: CaseItem[] = [];
  let after: string | undefined;
  for (let read = 0; read < MOST; read += PAGE) {
    const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const found = await services.store.findCases(turn.person.municipality, query, page);
    items.push(...found.items.map(({ item }) => item).filter((item) => mayWith(talking, 'see-case', item)));
    if (found.next === undefined) return { items, more: false };
    after = found.next;
  }
  return { items, more: true };
};

/** The asker's own open cases. */
export const ownCases = async (talking: Talking): Promise<Seen> => {
  const { items, more } = await casesSeen(talking, { by: 'caseworker', caseworker: talking.turn.person.id });
  return { items: items.filter(({ status }) => status === 'open'), more };
};

/** The case with this number. People write the letters small or large; the store knows one spelling. */
export const caseNumbered = async (talking: Talking, caseId: string): Promise<CaseItem | undefined> => {
  for (const spelling of new Set([caseId, caseId.toUpperCase(), caseId.toLowerCase()])) {
    const found = await seenCase(talking, spelling);
    if (found !== undefined) return found.item;
  }
  return undefined;
};
