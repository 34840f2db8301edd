import type { View } from '../cards/views.ts';
import type { CaseItem } from '../cases/case-item.ts';
import { folded, foldedWords } from '../cases/name-keys.ts';
import { formatDate } from '../format/format.ts';
import { seenCase } from './access.ts';
import type { CaseHit, CaseSearch } from './assistant.ts';
import { ownCases } from './resolve/find-cases.ts';
import type { Talking } from './services.ts';
import { matchNames } from './understanding/match-name.ts';
import { wordingOf } from './views/case-line.ts';
import { messageView } from './views/message-view.ts';
import { daysLeft } from './views/wording.ts';

const dueFirst = (a: CaseItem, b: CaseItem): number => {
  const [first, second] = [a, b].map(({ nextDue = '9999', id }) => `${nextDue}~${id}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
};

/** As typed so far: a piece of the number, or the beginnings of names. */
const hasBegun = ({ id, nameKeys }: CaseItem, text: string): boolean =>
  folded(id).includes(folded(text)) ||
  foldedWords(text).every((word) => nameKeys.some((key) => key.startsWith(word) || `${key}s` === word));

/** Those that have the text as it is typed; if none has, those whose name it can be with a slip. */
const found = (items: CaseItem[], text: string): CaseItem[] => {
  if (text === '') return items;
  if (foldedWords(text).length === 0) return [];
  const begun = items.filter((item) => hasBegun(item, text));
  if (begun.length > 0) return begun;
  const near = new Set(
    matchNames(
      text,
      items.map(({ id, record }) => ({ id, name: record.citizen.name })),
    ).map(({ id }) => id),
  );
  return items.filter(({ id }) => near.has(id));
};

/** A case as it may stand among others: its number, and how to ask about it. */
const numberView = ({ say }: Talking, caseId: string): View =>
  messageView('i', say('search.card.title', { case: caseId }), {
    paragraphs: [say('search.card.text', { case: caseId })],
  });

/** Shown to the finder alone. */
const aboutOf = (talking: Talking, { record, nextDue }: CaseItem): string => {
  const { say, turn } = talking;
  const { name } = record.citizen;
  if (nextDue === undefined) return name;
  const values = { date: formatDate(nextDue, turn.language), left: daysLeft(nextDue, wordingOf(talking)) };
  return say('search.hit', { citizen: name, due: say('talk.case.next-due', values) });
};

/** The asker's own open cases that have the text in number or name, the one that is due first on top. */
export const searchCases = async (talking: Talking, { text, skip, count }: CaseSearch): Promise<CaseHit[]> => {
  const { items } = await ownCases(talking);
  return found(items, text)
    .toSorted(dueFirst)
    .slice(skip, skip + count)
    .map((item) => ({ caseId: item.id, about: aboutOf(talking, item), view: numberView(talking, item.id) }));
};

/** The card of a case that the asker may see, for places where others read along. */
export const cardOfCase = async (talking: Talking, caseId: string): Promise<View | undefined> => {
  const seen = await seenCase(talking, caseId);
  return seen === undefined ? undefined : numberView(talking, seen.item.id);
};
