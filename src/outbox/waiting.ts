import type { CaseItem } from '../cases/case-item.ts';
import type { DigestJob } from '../agenda/digest-job.ts';
import type { NoticeItem } from './notice.ts';
import type { OutboxRow } from './row.ts';

/** Where something lies that must go out. */
export type WaitingSource = 'case' | 'notice' | 'digest';

/** Names something that must go out; `row` is a row of the case `id`. */
export type WaitingKey =
  | { source: 'notice' | 'digest'; municipality: string; id: string }
  | { source: 'case'; municipality: string; id: string; row: string };

/** Something that must go out and has not yet. */
export interface Waiting {
  key: WaitingKey;
  /** What it is: ids and plain words. */
  what: string;
  to: OutboxRow['to'];
  attempts: number;
  /** ISO instant of the next try; absent while it waits until its reader can be reached. */
  sendAt?: string;
  /** ISO instant since which it wants to go out, where a try has failed. */
  since?: string;
  /** How the last try ended; absent before one has failed. */
  why?: string;
}

/** The key as a word: `case~M~CASE~ROW`, `notice~M~ID`, `digest~M~ID`. */
export const keyText = (key: WaitingKey): string =>
  [key.source, key.municipality, key.id, ...(key.source === 'case' ? [key.row] : [])].join('~');

/** Reads such a word; undefined for any other. What stands last may itself have the mark in it. */
export const readKey = (text: string): WaitingKey | undefined => {
  const [source, municipality = '', id = '', ...row] = text.split('~');
  if (municipality === '' || id === '') return undefined;
  if (source === 'case')
    return row.length > 0 && row.join('') !== '' ? { source, municipality, id, row: row.join('~') } : undefined;
  return source === 'notice' || source === 'digest' ? { source, municipality, id: [id, ...row].join('~') } : undefined;
};

const timing = ({ attempts, sendAt, since, why }: Pick<Waiting, 'attempts' | 'sendAt' | 'since' | 'why'>) => ({
  attempts,
  ...(sendAt !== undefined && { sendAt }),
  ...(since !== undefined && { since }),
  ...(why !== undefined && { why }),
});

const rowWords = ({ what, card }: OutboxRow): string => {
  const whose = card.face === 'lead' ? 'who is to decide' : 'who asked';
  const name = card.reminder === true ? 'reminder' : 'card';
  return `${what === 'edit' ? `edit of the ${name}` : name} for ${whose}, request ${card.requestId}`;
};

/** What a case's outbox holds. */
export const waitingInCase = ({ municipality, id, outbox }: CaseItem): Waiting[] =>
  outbox.map((row) => ({
    key: { source: 'case', municipality, id, row: row.id },
    what: rowWords(row),
    to: row.to,
    ...timing(row),
  }));

/** A notice: it is there only while it waits. */
export const waitingNotice = (notice: NoticeItem): Waiting => ({
  key: { source: 'notice', municipality: notice.municipality, id: notice.id },
  what: `notice ${notice.says.text}`,
  to: notice.to,
  ...timing(notice),
});

/** A digest that has not gone out, or whose card is to be edited; nothing for one that is done. */
export const waitingDigest = (job: DigestJob): Waiting[] => {
  const { municipality, id, what, day, state, sendAt, to } = job;
  const edits = state === 'sent' && sendAt !== undefined;
  if (state !== 'waiting' && !edits) return [];
  const key = { source: 'digest', municipality, id } as const;
  return [{ key, what: `${edits ? 'edit of the ' : ''}${what} digest of ${day}`, to, ...timing(job) }];
};
