import type { CaseItem } from '../cases/case-item.ts';
import type { DigestJob } from '../agenda/digest-job.ts';
import type { Store } from '../store/port.ts';
import { changeItem } from './item-access.ts';
import { withRows } from './rows.ts';
import type { WaitingKey } from './waiting.ts';

/** The case with the row due at the instant (ISO); undefined when it has no such row. */
const rowDue = (item: CaseItem, row: string, at: string): CaseItem | undefined =>
  item.outbox.some(({ id }) => id === row)
    ? withRows(
        item,
        item.outbox.map((other) => (other.id === row ? { ...other, sendAt: at } : other)),
      )
    : undefined;

const waits = ({ state, sendAt }: DigestJob): boolean =>
  state === 'waiting' || (state === 'sent' && sendAt !== undefined);

/** Makes something due at the instant (ISO), whatever it waited for; `absent`: it is not waiting any more. */
export const makeDue = async (
  store: Pick<Store, 'read' | 'replace'>,
  key: WaitingKey,
  at: string,
): Promise<'due' | 'absent'> => {
  const { source, municipality, id } = key;
  const changed =
    source === 'case'
      ? await changeItem(store, 'case', municipality, id, (now) => rowDue(now, key.row, at))
      : source === 'notice'
        ? await changeItem(store, 'notice', municipality, id, (now) => ({ ...now, sendAt: at }))
        : await changeItem(store, 'digest', municipality, id, (now) =>
            waits(now) ? { ...now, sendAt: at } : undefined,
          );
  return changed ? 'due' : 'absent';
};

/**
 * Takes a digest away unsent: it stays, as one that was dropped. Of one that was sent only the edit of its card is
 * taken away.
 */
export const dropDigest = async (
  store: Pick<Store, 'read' | 'replace'>,
  municipality: string,
  id: string,
  why: string,
): Promise<'dropped' | 'absent'> => {
  const changed = await changeItem(store, 'digest', municipality, id, (now) => {
    if (!waits(now)) return undefined;
    const { sendAt: _, since: _since, ...next } = now;
    return next.state === 'waiting' ? { ...next, state: 'dropped', why } : next;
  });
  return changed ? 'dropped' : 'absent';
};
