import type { OutboxRow } from './outbox/row.ts';
import type { CaseItem } from './cases/case-item.ts';

/** By what the relay finds a case: the earliest time of a row, and whose first contact rows without one wait for. */
export const findableBy = (outbox: readonly OutboxRow[]): Pick<CaseItem, 'nextSendAt' | 'waitingFor'> => {
  const [nextSendAt] = outbox.flatMap(({ sendAt }) => sendAt ?? []).toSorted();
  const waitingFor = new Set(
    outbox.flatMap(({ sendAt, to }) => (sendAt === undefined && 'person' in to ? to.person : [])),
  );
  return {
    ...(nextSendAt !== undefined && { nextSendAt }),
    ...(waitingFor.size > 0 && { waitingFor: [...waitingFor] }),
  };
};
