import type { DigestJob, ShownDigest } from '../agenda/digest-job.ts';
import { civilDateAt, isoInstant, type Clock } from '../clock.ts';
import { eachItem } from '../each-item.ts';
import type { Log } from '../log.ts';
import type { PersonItem, TeamItem } from '../store/items.ts';
import type { Store, Stored } from '../store/port.ts';
import { type Attempt, closes } from './attempt.ts';
import { backoff } from './backoff.ts';
import { changeItem, forgetAddress } from './item-access.ts';
import type { Address, Message, Sent } from './messenger.ts';
import { retiredBy } from './retire.ts';
import type { Source } from './source.ts';
import { triedLater } from './tried-later.ts';

/** Who gets a digest. */
export type DigestReader = { team: TeamItem } | { person: PersonItem };

export interface DigestCards {
  /** The card and what it shows; without a message on a quiet day for a reader who wants none. */
  post(job: DigestJob, reader: DigestReader): Promise<{ message?: Message; shown: ShownDigest }>;
  /** The posted card as it stands now; nothing when it is to stay as it is. */
  edit(job: DigestJob, reader: DigestReader): Promise<Message | undefined>;
}

/** How an attempt failed. */
export type Failure = Pick<Extract<Sent, { code: string }>, 'outcome' | 'code'>;

export interface DigestParts {
  store: Pick<Store, 'read' | 'replace' | 'list' | 'findDigests'>;
  attempt: Attempt;
  digestCards: DigestCards;
  /** Whether the agendas of the municipality are those of the civil day: before, a digest would tell what was. */
  isThrough: (municipality: string, day: string) => boolean;
  /** Told of each try to send a digest that failed, before that is recorded; sees to it that the administrators know. */
  undeliverable: (job: DigestJob, why: Failure) => Promise<void>;
  clock: Clock;
  /** From 0 up to 1. */
  random: () => number;
  log: Log;
}

const settled = (job: DigestJob): DigestJob => {
  const next = { ...job };
  delete next.sendAt;
  delete next.since;
  delete next.why;
  return next;
};

/** Whether the reader wants it still: they may have said otherwise while it waited. */
const isWanted = ({ what }: DigestJob, reader: DigestReader): boolean =>
  'team' in reader
    ? reader.team.digestOff !== true
    : (what === 'week' ? reader.person.weekAt : reader.person.morningAt) !== undefined;

const paused = (job: DigestJob, why: string): DigestJob => {
  const next: DigestJob = { ...job, attempts: job.attempts + 1, why };
  delete next.sendAt;
  delete next.since;
  return next;
};

/**
 * The digests of the day. A job is the record of its digest as well: it is there before anything is sent, and says
 * afterwards that it was; so a digest is sent once, and twice at worst where the process died, or the answer of Teams
 * was lost, in between. One of a day gone by is not sent any more: the next one tells that it was missed.
 */
export const createDigestSource = (parts: DigestParts): Source => {
  const { store, attempt, digestCards, isThrough, undeliverable, clock, random, log } = parts;

  const readerOf = async ({ municipality, to }: DigestJob): Promise<DigestReader | undefined> => {
    if ('team' in to) {
      const team = (await store.read('team', municipality, to.team))?.item;
      return team && { team };
    }
    const person = (await store.read('person', municipality, to.person))?.item;
    return person && { person };
  };

  const addressOf = (reader: DigestReader | undefined): Address | undefined =>
    reader === undefined ? undefined : 'team' in reader ? reader.team.address : reader.person.address;

  type Key = Pick<DigestJob, 'municipality' | 'id'>;
  const change = ({ municipality, id }: Key, how: (now: DigestJob) => DigestJob | undefined): Promise<boolean> =>
    changeItem(store, 'digest', municipality, id, how);

  const letGo = (of: Key): Promise<boolean> =>
    change(of, (now) =>
      now.state === 'waiting' && now.sendAt === undefined ? { ...now, sendAt: isoInstant(clock.now()) } : undefined,
    );

  const detailsOf = ({ id, municipality, attempts }: DigestJob) => ({ digest: id, municipality, attempts });

  /** Nothing gets through to this reader: it waits until they are back. */
  const pause = async (job: DigestJob, reader: DigestReader | undefined, code: string): Promise<void> => {
    log.problem('send-unreachable', { ...detailsOf(job), connector: code });
    await undeliverable(job, { outcome: 'unreachable', code });
    const dead = addressOf(reader);
    // A channel stays where it is, and is tried again the next day; of a person, the address is new after a new contact.
    if (reader !== undefined && 'person' in reader && dead !== undefined)
      await forgetAddress(store, reader.person, dead);
    await change(job, (now) => paused(now, code));
    // They may have come back meanwhile; then nothing else would let it go.
    const back = addressOf(await readerOf(job));
    if (back !== undefined && ('person' in job.to || back.conversationId !== dead?.conversationId)) await letGo(job);
  };

  const later = async (job: DigestJob, sent: Extract<Sent, { code: string }>): Promise<number | undefined> => {
    log.problem(sent.outcome === 'retry' ? 'send-retry' : 'send-refused', { ...detailsOf(job), connector: sent.code });
    if (job.state === 'waiting') await undeliverable(job, sent);
    const retryAt = clock.now() + backoff(job.attempts, sent.outcome === 'retry' ? sent.afterMs : undefined, random);
    await change(job, (now) => triedLater(now, sent.code, isoInstant(retryAt)));
    return closes(sent) ? retryAt : undefined;
  };

  const post = async (job: DigestJob, reader: DigestReader, to: Address): Promise<number | undefined> => {
    let shown: ShownDigest | undefined;
    const sent = await attempt({
      row: job.id,
      to,
      make: async () => {
        const made = await digestCards.post(job, reader);
        ({ shown } = made);
        return made.message;
      },
    });
    if (sent === 'not-ours') return undefined;
    const at = isoInstant(clock.now());
    const kept = shown === undefined ? {} : { shown };
    if (sent === 'nothing') {
      await change(job, (now) => ({ ...settled(now), ...kept, state: 'quiet' }));
      return undefined;
    }
    if (sent.outcome === 'sent') {
      const card =
        sent.activityId === '' ? {} : { card: { conversationId: to.conversationId, activityId: sent.activityId } };
      await change(job, (now) => ({ ...settled(now), ...kept, ...card, state: 'sent', sentAt: at, attempts: 0 }));
      return undefined;
    }
    if (sent.outcome !== 'unreachable') return later(job, sent);
    await pause(job, reader, sent.code);
    return undefined;
  };

  const edit = async ({ item: job, etag }: Stored<DigestJob>, reader: DigestReader, to: Address) => {
    const { card } = job;
    if (card === undefined) return undefined;
    const sent = await attempt({
      row: job.id,
      to: { ...to, conversationId: card.conversationId },
      edits: card.activityId,
      make: () => digestCards.edit(job, reader),
    });
    if (sent === 'not-ours') return undefined;
    const end = sent === 'nothing' || sent.outcome === 'sent' ? 'done' : retiredBy(sent, job.attempts + 1, false);
    if (end === undefined && sent !== 'nothing' && sent.outcome !== 'sent') return later(job, sent);
    if (end !== undefined && end !== 'done') log.problem('card-retired', { ...detailsOf(job), why: end });
    // Whatever changed meanwhile asks for another edit: then this one does not count as the last.
    await store.replace('digest', settled(job), etag);
    return undefined;
  };

  const send = async ({ municipality, id }: DigestJob): Promise<number | undefined> => {
    const stored = await store.read('digest', municipality, id);
    const job = stored?.item;
    if (stored === undefined || job?.sendAt === undefined || job.sendAt > isoInstant(clock.now())) return undefined;
    const reader = await readerOf(job);
    const to = addressOf(reader);
    if (job.state === 'waiting' && reader !== undefined && !isWanted(job, reader)) {
      await change(job, (now) => ({ ...settled(now), state: 'quiet' }));
      return undefined;
    }
    if (reader === undefined || to === undefined) {
      // Of one that has gone out the card stays as it is.
      await (job.state === 'waiting' ? pause(job, reader, 'no-address') : change(job, settled));
      return undefined;
    }
    return job.state === 'waiting' ? post(job, reader, to) : edit(stored, reader, to);
  };

  const idsOfToday = (): string => `${civilDateAt(clock.now())}~`;

  const today = (municipality: string): AsyncGenerator<DigestJob> => {
    const begins = idsOfToday();
    return eachItem((page) => store.list('digest', municipality, { ...page, begins }));
  };

  return {
    async *due(municipality, now) {
      if (!isThrough(municipality, civilDateAt(clock.now()))) return;
      const query = { by: 'sendAt', before: now, begins: idsOfToday() } as const;
      for await (const job of eachItem((page) => store.findDigests(municipality, query, page))) {
        const { id, sendAt = now, card } = job;
        yield {
          key: `digest~${municipality}~${id}`,
          sendAt,
          about: { digest: id },
          // An edit goes to where the card stands, wherever the reader is by now.
          conversation: async () =>
            card?.conversationId ?? addressOf(await readerOf(job))?.conversationId ?? `nowhere~${id}`,
          send: () => send(job),
        };
      }
    },

    release: async (back) => {
      const whose = 'team' in back ? [`team~${back.team}`] : [`own~${back.person}`, `week~${back.person}`];
      for (const one of whose) await letGo({ municipality: back.municipality, id: `${idsOfToday()}${one}` });
    },

    recover: async (municipality) => {
      for await (const job of today(municipality)) await letGo(job);
    },
  };
};
