import type { CaseItem } from '../../cases/case-item.ts';
import { foldedWords } from '../../cases/name-keys.ts';
import type { CaseQuery } from '../../store/port.ts';
import { mayWith, seenCase } from '../access.ts';
import type { Talking } from '../services.ts';
import { matchNames } from '../understanding/match-name.ts';

const PAGE = 200;
/** More cases than this are not read for one question. */
const MOST = 1000;
/** So many letters of a word find the cases, the most first; the rest may be a genitive, a slip or an abbreviation. */
const LETTERS = [4, 3, 2];

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

const byId = (items: CaseItem[]): CaseItem[] => [...new Map(items.map((item) => [item.id, item])).values()];

const matches = (name: string, candidates: CaseItem[]) =>
  matchNames(
    name,
    candidates.map(({ id, record }) => ({ id, name: record.citizen.name })),
  );

/** A word's first letters; without the last s, which may be a genitive's: a short name ends before it. */
const beginning = (word: string, letters: number): string =>
  (word.length > 1 && word.endsWith('s') ? word.slice(0, -1) : word).slice(0, letters);

/** The words of a name to look for: an initial finds too many, and stands beside a word as a rule. */
const wordsToFind = (name: string): string[] => {
  const words = foldedWords(name);
  const whole = words.filter(({ length }) => length > 1);
  return whole.length > 0 ? whole : words;
};

/**
 * The cases whose words begin like the name's. Whoever has the name is found by each of its words, so one word whose
 * cases have all been read is enough; `more` when the name's bearers may be among cases that have not been read.
 */
const casesLike = async (talking: Talking, name: string, letters: number): Promise<Seen> => {
  const keys = [...new Set(wordsToFind(name).map((word) => beginning(word, letters)))];
  const found = await Promise.all(keys.map((key) => casesSeen(talking, { by: 'name', key })));
  const items = byId(found.flatMap((one) => (one.more ? [] : one.items)));
  return { items, more: found.some(({ more }) => more) && matches(name, items).length === 0 };
};

/**
 * The cases whose citizen can be the one named: open ones before closed ones. `too-many` begin like that for anybody
 * to be singled out by name.
 */
export const casesNamed = async (talking: Talking, name: string): Promise<CaseItem[] | 'too-many'> => {
  let candidates: CaseItem[] = [];
  let matched = matches(name, candidates);
  for (const letters of LETTERS) {
    const found = await casesLike(talking, name, letters);
    if (found.more) return 'too-many';
    candidates = found.items;
    matched = matches(name, candidates);
    if (matched.length > 0) break;
  }
  const isWhole = ({ exactness }: (typeof matched)[number]) => exactness === 1;
  if (!matched.some(isWhole)) {
    // A slip in the first letters: then one of the asker's own cases may be meant.
    candidates = byId([...candidates, ...(await ownCases(talking)).items]);
    matched = matches(name, candidates);
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
