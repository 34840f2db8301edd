import { isoInstant, type Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { CaseItem } from '../cases/case-item.ts';
import type { ApprovalRequest } from '../requests/request.ts';
import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { type Attempt, closes } from './attempt.ts';
import { backoff } from './backoff.ts';
import { changeItem, forgetAddress, isReachable } from './item-access.ts';
import type { Address, Message, Sent } from './messenger.ts';
import { recordSent } from './record-sent.ts';
import { retiredBy } from './retire.ts';
import type { OutboxRow } from './row.ts';
import { isIdle, paused, released, withRows } from './rows.ts';

/** One row of a case. */
export interface CaseRow {
  municipality: string;
  caseId: string;
  row: OutboxRow;
}

export interface Sender {
  conversationOf(row: CaseRow): Promise<string>;
  /** Sends the row and records how it ended; the instant (milliseconds) before which its conversation takes nothing. */
  send(row: CaseRow): Promise<number | undefined>;
}

export interface SenderParts {
  store: Pick<Store, 'read' | 'replace'>;
  attempt: Attempt;
  /** The card of a row, from the state the case has when it is sent; `undefined` when nothing is to be said any more. */
  cardFor: (item: CaseItem, row: OutboxRow, to: PersonItem) => Message | undefined | Promise<Message | undefined>;
  clock: Clock;
  /** From 0 up to 1. */
  random: () => number;
  log: Log;
}

/** Where a row goes: an edit to where its card stands, a post to the person's own chat. */
const addressFor = (row: OutboxRow, { address }: PersonItem): Address | undefined =>
  address &&
  (row.what === 'edit' && row.conversationId !== undefined
    ? { ...address, conversationId: row.conversationId }
    : address);

/** One attempt at one row, from reading the case to recording the end. */
export function createSender(parts: SenderParts): Sender {
  const { store, attempt, cardFor, clock, random, log } = parts;

  const recipient = async ({ municipality, row }: CaseRow): Promise<PersonItem | undefined> =>
    'person' in row.to ? (await store.read('person', municipality, row.to.person))?.item : undefined;

  const change = ({ municipality, caseId }: CaseRow, how: (item: CaseItem) => CaseItem | undefined): Promise<boolean> =>
    changeItem(store, 'case', municipality, caseId, how);

  const drop = (of: CaseRow): Promise<boolean> =>
    change(of, (item) =>
      withRows(
        item,
        item.outbox.filter(({ id }) => id !== of.row.id),
      ),
    );

  /** The person may have made contact while the row was being put aside; then nothing else would let it go. */
  const recheck = async (of: CaseRow, person: PersonItem): Promise<void> => {
    if (await isReachable(store, person.municipality, person.id))
      await change(of, (item) => released(item, person.id, isoInstant(clock.now())));
  };

  const pause = async (of: CaseRow, person: PersonItem): Promise<void> => {
    log.problem('send-unreachable', { case: of.caseId, person: person.id });
    await change(of, (item) =>
      withRows(
        item,
        item.outbox.map((row) => (row.id === of.row.id ? paused(row) : row)),
      ),
    );
    await recheck(of, person);
  };

  /** The end as it counts for the row, written down: an edit that is given up has lost its card. */
  const judged = ({ caseId, row }: CaseRow, sent: Sent, inOwnChat: boolean): Sent => {
    if (sent.outcome === 'sent') return sent;
    const details = { case: caseId, row: row.id, connector: sent.code, attempts: row.attempts + 1 };
    const why = row.what === 'edit' ? retiredBy(sent, row.attempts + 1, inOwnChat) : undefined;
    if (why !== undefined) {
      log.problem('card-retired', { ...details, why });
      return { outcome: 'gone', code: sent.code };
    }
    if (sent.outcome === 'retry') log.problem('send-retry', details);
    if (sent.outcome === 'refused') log.problem('send-refused', details);
    if (sent.outcome === 'unreachable') log.problem('send-unreachable', details);
    return sent;
  };

  const deliver = async (of: CaseRow, item: CaseItem, person: PersonItem, to: Address, shown: ApprovalRequest) => {
    const { row } = of;
    const edits = row.what === 'edit' ? row.activityId : undefined;
    const end = await attempt({
      row: row.id,
      to,
      ...(edits !== undefined && { edits }),
      make: () => cardFor(item, row, person),
    });
    if (end === 'not-ours') return undefined;
    if (end === 'nothing') {
      await drop(of);
      return undefined;
    }
    const sent = judged(of, end, to.conversationId === person.address?.conversationId);
    const now = clock.now();
    const retryAt = now + backoff(row.attempts, sent.outcome === 'retry' ? sent.afterMs : undefined, random);
    // First the address, then the row: the other way round a restart in between would try the dead address again.
    if (sent.outcome === 'unreachable') await forgetAddress(store, person, to);
    await change(of, (current) =>
      recordSent(
        current,
        { row, shown, person: person.id, conversationId: to.conversationId },
        sent,
        isoInstant(now),
        isoInstant(retryAt),
      ),
    );
    if (sent.outcome === 'unreachable') await recheck(of, person);
    return closes(sent) ? retryAt : undefined;
  };

  return {
    conversationOf: async (of) => {
      const person = await recipient(of);
      return (person && addressFor(of.row, person)?.conversationId) ?? `nowhere~${of.row.id}`;
    },
    send: async (of) => {
      const item = (await store.read('case', of.municipality, of.caseId))?.item;
      const row = item?.outbox.find(({ id }) => id === of.row.id);
      // Somebody else was faster, or it is not due any more.
      if (item === undefined || row?.sendAt === undefined || row.sendAt > isoInstant(clock.now())) return undefined;
      const current = { ...of, row };
      const person = await recipient(current);
      const shown = item.requests.find(({ id }) => id === row.card.requestId);
      if (person === undefined || shown === undefined) {
        log.problem('row-without-case', { case: of.caseId, row: row.id });
        await drop(current);
        return undefined;
      }
      if (isIdle(row, shown)) {
        await drop(current);
        return undefined;
      }
      const address = addressFor(row, person);
      if (address === undefined) {
        await pause(current, person);
        return undefined;
      }
      return deliver(current, item, person, address, shown);
    },
  };
}
