import type { CaseItem } from '../cases/case-item.ts';
import { findableBy } from '../findable-by.ts';
import type { ApprovalRequest } from '../requests/request.ts';
import type { OutboxRow } from './row.ts';

/** The case with these rows, and with that by which the relay finds them. */
export function withRows(item: CaseItem, outbox: OutboxRow[]): CaseItem {
  const { nextSendAt: _, waitingFor: __, ...rest } = item;
  return { ...rest, ...findableBy(outbox), outbox };
}

/** The row without a time: it waits until the person is back, and not for Teams. */
export function paused(row: OutboxRow): OutboxRow {
  const next = { ...row };
  delete next.sendAt;
  delete next.since;
  return next;
}

/** True for a row that waits for this person's first contact. */
export const waitsFor = (row: OutboxRow, person: string): boolean =>
  row.sendAt === undefined && 'person' in row.to && row.to.person === person;

/** The case with everything that waited for the person due at the instant (ISO); undefined when nothing waited. */
export function released(item: CaseItem, person: string, at: string): CaseItem | undefined {
  if (!item.outbox.some((row) => waitsFor(row, person))) return undefined;
  return withRows(
    item,
    item.outbox.map((row) => (waitsFor(row, person) ? { ...row, sendAt: at } : row)),
  );
}

/** True for the card that asks somebody to decide what has been decided meanwhile; the asker's news is never idle. */
export const isIdle = ({ what, card }: OutboxRow, { state }: ApprovalRequest): boolean =>
  what === 'post' && card.face === 'lead' && state !== 'open';
