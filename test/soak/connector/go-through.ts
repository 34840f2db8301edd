import { setTimeout } from 'node:timers/promises';
import { wantEdit } from '../../../src/agenda/digest-edits.ts';
import { type DigestJob, digestId } from '../../../src/agenda/digest-job.ts';
import { eachItem } from '../../../src/each-item.ts';
import { eachNotice } from '../../../src/outbox/item-access.ts';
import type { Call } from '../digests/connector.ts';
import { aboutDigest, type AtWork } from './at-work.ts';
import { MUNICIPALITIES, type Reader } from './offices.ts';

const LOOK_MS = 2000;
const LONGEST_MS = 15 * 60_000;
/** So long Makker is out of a conversation that opens again. */
const AWAY_MS = 20_000;
/** A message that is never taken is looked at until it was tried so often. */
const TRIES = 5;

/** What the morning is like. */
export interface Morning {
  readers: readonly Reader[];
  work: AtWork;
  calls: readonly Call[];
  isRefused: (about: string) => boolean;
  /** Lets Makker in again. */
  open: (conversationId: string) => void;
}

/** The job of a reader's digest. */
export const jobIdOf = ({ kind, id }: Reader, day: string): string =>
  kind === 'team' ? digestId(day, 'team', { team: id }) : digestId(day, 'own', { person: id });

/** All jobs, by what their messages are about. */
export const jobsIn = async ({ store }: AtWork): Promise<Map<string, DigestJob>> => {
  const jobs = new Map<string, DigestJob>();
  for (const municipality of MUNICIPALITIES)
    for await (const job of eachItem((page) => store.list('digest', municipality, page), 1000))
      jobs.set(aboutDigest(municipality, job.id), job);
  return jobs;
};

/** Makker was put into a channel again, or somebody writes to it again from a chat. */
const comeBack = async ({ work, open }: Morning, { municipality, id, kind, address }: Reader): Promise<void> => {
  open(address.conversationId);
  if (kind === 'team') return work.relay.releaseChannel(municipality, id);
  const stored = await work.store.read('person', municipality, id);
  if (stored === undefined) throw new Error(`${id} is gone`);
  const back = { ...stored.item, address };
  await work.store.replace('person', back, stored.etag);
  await work.relay.release(back);
};

const isOver = (job: DigestJob, { door }: Reader, isRefused: boolean): boolean => {
  if (door === 'closed') return job.sendAt === undefined && job.why !== undefined;
  if (isRefused) return job.attempts >= TRIES;
  return job.state === 'sent' && job.sendAt === undefined;
};

/**
 * Lets the morning pass until everything that can be sent is: conversations open again, and of the digests that were
 * sent every fifth is to be edited, every tenth twice. Answers how many edits were wanted of each, and what is not over.
 */
export const goThrough = async (morning: Morning): Promise<{ edits: Map<string, number>; left: string[] }> => {
  const { readers, work, calls, isRefused } = morning;
  const away = new Map(readers.flatMap((one) => (one.door === 'opens' ? [[one.address.conversationId, one]] : [])));
  const edits = new Map<string, number>();
  const day = work.now().slice(0, 10);
  const until = performance.now() + LONGEST_MS;

  const edit = async (about: string, job: DigestJob, nth: number): Promise<boolean> => {
    const done = edits.get(about) ?? 0;
    if (job.state !== 'sent' || job.sendAt !== undefined || done >= (nth % 10 === 0 ? 2 : nth % 5 === 0 ? 1 : 0))
      return false;
    edits.set(about, done + 1);
    await wantEdit(work.store, { municipality: job.municipality, id: job.id, at: work.now() });
    return true;
  };

  for (;;) {
    await setTimeout(LOOK_MS);
    const now = Date.now();
    for (const { conversationId, at } of calls) {
      const back = away.get(conversationId);
      if (back === undefined || at > now - AWAY_MS) continue;
      away.delete(conversationId);
      await comeBack(morning, back);
    }
    const jobs = await jobsIn(work);
    const left: string[] = [...away.keys()];
    for (const [nth, reader] of readers.entries()) {
      const about = aboutDigest(reader.municipality, jobIdOf(reader, day));
      const job = jobs.get(about);
      const edited = job !== undefined && (await edit(about, job, nth));
      if (job === undefined || edited || !isOver(job, reader, isRefused(about))) left.push(about);
    }
    for (const municipality of MUNICIPALITIES)
      for await (const { id } of eachNotice(work.store, municipality)) left.push(id);
    work.relay.poke();
    if (left.length === 0 || performance.now() > until) return { edits, left };
  }
};
