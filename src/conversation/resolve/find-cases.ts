import type { CaseItem } from '../../cases/case-item.ts';
import { foldedWords } from '../../cases/name-keys.ts';
import type { CaseQuery } from '../../store/port.ts';
import { mayWith, seenCase } from '../access.ts';
import type { Talking } from '../services.ts';
import { matchNames } from '../understanding/match-name.ts';

const PAGE = 200;
/** More cases than this are not read for one question: a name's first letters never bring that many. */
const MOST = 1000;
/** So many letters of a word find the cases; the rest may be a genitive, a slip or an abbreviation. */
const LETTERS = 2;

/** The cases a query finds that the person may see. */
export const casesSeen = async (talking: Talking, query: CaseQuery): Promise<CaseItem[]> => {
  const { services, turn } = talking;
  const seen: CaseItem[] = [];
  let after: string | undefined;
  for (let read = 0; read < MOST; read += PAGE) {
    const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const found = await services.store.findCases(turn.person.municipality, query, page);
    seen.push(...found.items.map(({ item }) => item).filter((item) => mayWith(talking, 'see-case', item)));
    if (found.next === undefined) break;
    after = found.next;
  }
  return seen;
};

/** The asker's own open cases. */
export const ownCases = async (talking: Talking): Promise<CaseItem[]> => {
  const cases = await casesSeen(talking, { by: 'caseworker', caseworker: talking.turn.person.id });
  return cases.filter(({ status }) => status === 'open');
};

const byId = (items: CaseItem[]): CaseItem[] => [...new Map(items.map((item) => [item.id, item])).values()];

/** The cases whose citizen can be the one named: open ones before closed ones. */
export const casesNamed = async (talking: Talking, name: string): Promise<CaseItem[]> => {
  const keys = [...new Set(foldedWords(name).map((word) => word.slice(0, LETTERS)))];
  const near = await Promise.all(keys.map((key) => casesSeen(talking, { by: 'name', key })));
  const matches = (candidates: CaseItem[]) =>
    matchNames(
      name,
      candidates.map(({ id, record }) => ({ id, name: record.citizen.name })),
    );
  let candidates = byId(near.flat());
  let matched = matches(candidates);
  const isWhole = ({ exactness }: (typeof matched)[number]) => exactness === 1;
  if (!matched.some(isWhole)) {
    // A slip in the first letters: then one of the asker's own cases may be meant.
    candidates = byId([...candidates, ...(await ownCases(talking))]);
    matched = matches(candidates);
  }
  const whole = matched.filter(isWhole);
  const ids = new Set((whole.length > 0 ? whole : matched).map(({ id }) => id));
  const found = candidates.filter(({ id }) => ids.has(id));
  const open = found.filter(({ status }) => status === 'open');
  return open.length > 0 ? open : found;
};

/** The case with this number. People write the letters small or large; the store knows one spelling. */
export const caseNumbered = async (talking: Talking, caseId: string): Promise<CaseItem | undefined> => {
  for (const spelling of new Set([caseId, caseId.toUpperCase(), caseId.toLowerCase()])) {
    const found = await seenCase(talking, spelling);
    if (found !== undefined) return found.item;
  }
  return undefined;
};
