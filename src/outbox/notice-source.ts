import { isoInstant, type Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { type Attempt, closes } from './attempt.ts';
import { backoff } from './backoff.ts';
import { changeItem, eachNotice, forgetAddress, isReachable } from './item-access.ts';
import type { Message, Sent } from './messenger.ts';
import type { NoticeItem } from './notice.ts';
import type { Source } from './source.ts';
import { triedLater } from './tried-later.ts';

export interface NoticeParts {
  store: Pick<Store, 'read' | 'replace' | 'list' | 'remove'>;
  attempt: Attempt;
  noticeCard: (notice: NoticeItem, to: PersonItem) => Message;
  clock: Clock;
  /** From 0 up to 1. */
  random: () => number;
  log: Log;
}

/** The notice without a time: it waits until the person is back, and not for Teams. */
const paused = (notice: NoticeItem, why?: string): NoticeItem => {
  const next = { ...notice, ...(why !== undefined && { why }) };
  delete next.sendAt;
  delete next.since;
  return next;
};

/**
 * The notices. One is taken away only after Teams has taken the message, so killing the process at any instant loses
 * none; at worst one is sent twice.
 */
export const createNoticeSource = (parts: NoticeParts): Source => {
  const { store, attempt, noticeCard, clock, random, log } = parts;

  const recipient = async ({ municipality, to }: NoticeItem): Promise<PersonItem | undefined> =>
    (await store.read('person', municipality, to.person))?.item;

  const change = (
    { municipality, id }: NoticeItem,
    how: (now: NoticeItem) => NoticeItem | undefined,
  ): Promise<boolean> => changeItem(store, 'notice', municipality, id, how);

  const drop = async ({ municipality, id, to }: NoticeItem, why: string): Promise<void> => {
    log.info('a notice is taken away unsent', { notice: id, person: to.person, why });
    await store.remove('notice', municipality, id);
  };

  const letGo = (notice: NoticeItem): Promise<boolean> =>
    change(notice, (now) => (now.sendAt === undefined ? { ...now, sendAt: isoInstant(clock.now()) } : undefined));

  const pause = async (notice: NoticeItem, why?: string): Promise<void> => {
    log.problem('send-unreachable', { notice: notice.id, person: notice.to.person });
    await change(notice, (now) => paused(now, why));
    // The person may have made contact meanwhile; then nothing else would let it go.
    if (await isReachable(store, notice.municipality, notice.to.person)) await letGo(notice);
  };

  /** Another try later; a message that was refused, too: it is mended by us, and the notice ends by itself. */
  const later = async (notice: NoticeItem, sent: Extract<Sent, { code: string }>): Promise<number | undefined> => {
    const details = { notice: notice.id, connector: sent.code, attempts: notice.attempts + 1 };
    log.problem(sent.outcome === 'retry' ? 'send-retry' : 'send-refused', details);
    const afterMs = sent.outcome === 'retry' ? sent.afterMs : undefined;
    const retryAt = clock.now() + backoff(notice.attempts, afterMs, random);
    await change(notice, (now) => triedLater(now, sent.code, isoInstant(retryAt)));
    return closes(sent) ? retryAt : undefined;
  };

  const send = async ({ municipality, id }: NoticeItem): Promise<number | undefined> => {
    const notice = (await store.read('notice', municipality, id))?.item;
    if (notice?.sendAt === undefined || notice.sendAt > isoInstant(clock.now())) return undefined;
    const person = await recipient(notice);
    if (person === undefined) await drop(notice, 'nobody');
    else if (person.address === undefined) await pause(notice);
    else {
      const to = person.address;
      const sent = await attempt({ row: id, to, make: () => noticeCard(notice, person) });
      if (sent === 'not-ours') return undefined;
      if (sent === 'nothing' || sent.outcome === 'sent') await store.remove('notice', municipality, id);
      else if (sent.outcome === 'unreachable') {
        // First the address: the other way round a restart in between would try the dead one again.
        await forgetAddress(store, person, to);
        await pause(notice, sent.code);
      } else return later(notice, sent);
    }
    return undefined;
  };

  return {
    async *due(municipality, now) {
      for await (const notice of eachNotice(store, municipality)) {
        const { id, sendAt, until } = notice;
        if (until <= now) await drop(notice, 'too-late');
        else if (sendAt !== undefined && sendAt <= now)
          yield {
            key: `notice~${municipality}~${id}`,
            sendAt,
            about: { notice: id },
            conversation: async () => (await recipient(notice))?.address?.conversationId ?? `nowhere~${id}`,
            send: () => send(notice),
          };
      }
    },

    release: async (back) => {
      if (!('person' in back)) return;
      for await (const notice of eachNotice(store, back.municipality))
        if (notice.to.person === back.person) await letGo(notice);
    },

    recover: async (municipality) => {
      for await (const notice of eachNotice(store, municipality))
        if (notice.sendAt === undefined && (await isReachable(store, municipality, notice.to.person)))
          await letGo(notice);
    },
  };
};
