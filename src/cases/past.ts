import type { ApprovalRequest } from '../requests/request.ts';
import { canonicalJson } from '../receipts/canonical-json.ts';
import type { Items } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import type { AuditEntry } from './audit.ts';
import type { CaseItem } from './case-item.ts';

/** How many entries a block has; so its number says which. */
const BLOCK = 64;
/** At least so many newest entries stay with the case: a click delivered again finds what it did. */
const KEPT_ENTRIES = 64;
/** So many newest requests stay with the case, whatever has become of them. */
const KEPT_REQUESTS = 12;

/** The oldest entries of a case's history that were still with it, moved out so that the case stays small. Never changed. */
export interface HistoryBlock {
  /** `municipality~case~number`, six digits, from 1. */
  id: string;
  municipality: string;
  caseId: string;
  entries: AuditEntry[];
}

/** A request that has ended, and whose cards nobody edits any more. Like the case it holds personal data. Never changed. */
export interface PastRequest {
  /** The request's own id. */
  id: string;
  municipality: string;
  caseId: string;
  request: Omit<ApprovalRequest, 'cards'>;
}

const blockId = (municipality: string, caseId: string, number: number): string =>
  `${municipality}~${caseId}~${String(number).padStart(6, '0')}`;

/** The blocks that are due to be moved out. A history that does not begin where a block does was tampered with, and stays. */
const dueBlocks = ({ municipality, id: caseId, audit }: CaseItem): HistoryBlock[] => {
  const before = (audit[0]?.seq ?? 1) - 1;
  if (before % BLOCK !== 0) return [];
  const count = Math.max(0, Math.floor((audit.length - KEPT_ENTRIES) / BLOCK));
  return Array.from({ length: count }, (_, index) => ({
    id: blockId(municipality, caseId, before / BLOCK + index + 1),
    municipality,
    caseId,
    entries: audit.slice(index * BLOCK, (index + 1) * BLOCK),
  }));
};

/** The ended requests beyond the newest, but for those about which something is still to be sent. */
const dueRequests = (item: CaseItem): ApprovalRequest[] => {
  const sending = new Set(item.outbox.map(({ card }) => card.requestId));
  return item.requests.slice(0, -KEPT_REQUESTS).filter(({ id, state }) => state !== 'open' && !sending.has(id));
};

const pastRequest = ({ municipality, id: caseId }: CaseItem, ended: ApprovalRequest): PastRequest => {
  const { cards: _, ...request } = ended;
  return { id: request.id, municipality, caseId, request };
};

type Archive = Pick<Store, 'create' | 'read'>;

/** Stores what is moved out; whether it is there now, just so. Somebody else may have been first with the same. */
const kept = async <K extends 'history' | 'past-request'>(
  store: Archive,
  kind: K,
  item: Items[K],
): Promise<boolean> => {
  if ((await store.create(kind, item)).outcome === 'created') return true;
  const there = await store.read(kind, item.municipality, item.id);
  return canonicalJson(there?.item) === canonicalJson(item);
};

/**
 * The changed item without its oldest entries and requests, so that no case grows without end. They are stored apart
 * first, and taken only from what is `stored` already, so whoever is killed or overtaken in between has copied
 * something that is true whatever becomes of the change; the next change finds the copy and goes on.
 */
export const lightened = async (store: Archive, item: CaseItem, stored: CaseItem): Promise<CaseItem> => {
  let { audit, requests } = item;
  for (const block of dueBlocks(stored)) {
    if (!(await kept(store, 'history', block))) break;
    audit = audit.slice(BLOCK);
  }
  for (const request of dueRequests(stored)) {
    // One that this very change has changed waits for the next.
    if (!requests.includes(request) || !(await kept(store, 'past-request', pastRequest(stored, request)))) continue;
    requests = requests.filter((one) => one !== request);
  }
  return { ...item, audit, requests };
};
