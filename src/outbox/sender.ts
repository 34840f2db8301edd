import { isoInstant } from '../clock.ts';
import type { ApprovalRequest } from '../requests/request.ts';
import type { PersonItem } from '../store/items.ts';
import { backoff } from './backoff.ts';
import { changeCase, forgetAddress } from './case-access.ts';
import type { Address, Sent } from './messenger.ts';
import { recordSent } from './record-sent.ts';
import type { RelayParts } from './relay.ts';
import type { OutboxRow } from './row.ts';
import { paused, released, withRows } from './rows.ts';
import type { Throttle } from './throttle.ts';

/** One row to send. */
export interface Job {
  municipality: string;
  caseId: string;
  row: OutboxRow;
}

export interface Sender {
  /** In whose queue the job stands. */
  conversationOf(job: Job): Promise<string>;
  /** Sends the row and records how it ended; the instant (milliseconds) before which its conversation takes nothing. */
  send(job: Job): Promise<number | undefined>;
}

const CARD_FAILED = 'card-not-rendered';

/** Where a row goes: an edit to where its card stands, a post to the person's own chat. */
const addressFor = (row: OutboxRow, { address }: PersonItem): Address | undefined =>
  address &&
  (row.what === 'edit' && row.conversationId !== undefined
    ? { ...address, conversationId: row.conversationId }
    : address);

/** One attempt at one row, from reading the case to recording the end. */
export function createSender(parts: RelayParts & { throttle: Throttle }): Sender {
  const { store, messenger, cardFor, clock, random, log, throttle } = parts;

  const recipient = async ({ municipality, row }: Job): Promise<PersonItem | undefined> =>
    'person' in row.to ? (await store.read('person', municipality, row.to.person))?.item : undefined;

  const change = ({ municipality, caseId }: Job, how: Parameters<typeof changeCase>[3]): Promise<void> =>
    changeCase(store, municipality, caseId, how);

  const drop = async (job: Job): Promise<void> => {
    log.problem('row-without-case', { case: job.caseId, row: job.row.id });
    await change(job, (item) =>
      withRows(
        item,
        item.outbox.filter(({ id }) => id !== job.row.id),
      ),
    );
  };

  /** The person may have made contact while the row was being put aside; then nothing else would let it go. */
  const recheck = async (job: Job, person: PersonItem): Promise<void> => {
    const now = await store.read('person', person.municipality, person.id);
    if (now?.item.address === undefined) return;
    await change(job, (item) => released(item, person.id, isoInstant(clock.now())));
  };

  const pause = async (job: Job, person: PersonItem): Promise<void> => {
    log.problem('send-unreachable', { case: job.caseId, person: person.id });
    await change(job, (item) =>
      withRows(
        item,
        item.outbox.map((row) => (row.id === job.row.id ? paused(row) : row)),
      ),
    );
    await recheck(job, person);
  };

  const attempt = async (
    row: OutboxRow,
    address: Address,
    message: () => ReturnType<typeof cardFor>,
  ): Promise<Sent> => {
    let made;
    try {
      made = await message();
    } catch (err) {
      log.problem('card-not-rendered', { err, row: row.id });
      return { outcome: 'retry', code: CARD_FAILED };
    }
    throttle.sent(address.conversationId, clock.now());
    return row.what === 'edit' && row.activityId !== undefined
      ? messenger.edit(address, row.activityId, made)
      : messenger.post(address, made);
  };

  const logEnd = (job: Job, sent: Sent): void => {
    if (sent.outcome === 'sent') return;
    const details = { case: job.caseId, row: job.row.id, connector: sent.code, attempts: job.row.attempts + 1 };
    if (sent.outcome === 'retry') log.problem('send-retry', details);
    if (sent.outcome === 'refused') log.problem('send-refused', details);
    if (sent.outcome === 'unreachable') log.problem('send-unreachable', details);
    if (sent.outcome === 'gone') log.info('a card is gone; it is not edited any more', details);
  };

  const deliver = async (
    job: Job,
    person: PersonItem,
    address: Address,
    shown: ApprovalRequest,
    made: () => ReturnType<typeof cardFor>,
  ) => {
    const { row } = job;
    const end = await attempt(row, address, made);
    // A card in a group that takes nothing more is lost; only the person's own chat opens again.
    const elsewhere = address.conversationId !== person.address?.conversationId;
    const sent: Sent = end.outcome === 'unreachable' && elsewhere ? { ...end, outcome: 'gone' } : end;
    logEnd(job, sent);
    const now = clock.now();
    const retryAt = now + backoff(row.attempts, sent.outcome === 'retry' ? sent.afterMs : undefined, random);
    // First the address, then the row: the other way round a restart in between would try the dead address again.
    if (sent.outcome === 'unreachable') await forgetAddress(store, person, address);
    await change(job, (item) =>
      recordSent(
        item,
        { row, shown, person: person.id, conversationId: address.conversationId },
        sent,
        isoInstant(now),
        isoInstant(retryAt),
      ),
    );
    if (sent.outcome === 'unreachable') await recheck(job, person);
    // A card that cannot be made says nothing of its conversation.
    return sent.outcome === 'retry' && sent.code !== CARD_FAILED ? retryAt : undefined;
  };

  return {
    conversationOf: async (job) => {
      const person = await recipient(job);
      return (person && addressFor(job.row, person)?.conversationId) ?? `nowhere~${job.row.id}`;
    },
    send: async (job) => {
      const item = (await store.read('case', job.municipality, job.caseId))?.item;
      const row = item?.outbox.find(({ id }) => id === job.row.id);
      // Somebody else was faster, or it is not due any more.
      if (item === undefined || row?.sendAt === undefined || row.sendAt > isoInstant(clock.now())) return undefined;
      const current = { ...job, row };
      const person = await recipient(current);
      const shown = item.requests.find(({ id }) => id === row.card.requestId);
      if (person === undefined || shown === undefined) {
        await drop(current);
        return undefined;
      }
      const address = addressFor(row, person);
      if (address === undefined) {
        await pause(current, person);
        return undefined;
      }
      return deliver(current, person, address, shown, () => cardFor(item, row, person));
    },
  };
}
