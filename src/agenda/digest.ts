import { createHash } from 'node:crypto';
import type { Counts, DigestJob, ShownDigest } from './digest-job.ts';
import { entryKey, keyOf, type OpenDue } from './open-due.ts';
import type { OpenAgenda } from './read-agenda.ts';

/** How many entries a digest shows by themselves. */
const WORST = 10;

/** What stood in the digest of an earlier day. */
export interface PastDigest {
  day: string;
  counts: Counts;
}

/** What a team, or one person, is told on a day. */
export interface Digest {
  day: string;
  counts: Counts;
  /** Overdue ones first, the oldest on top, then those due soon. */
  worst: OpenDue[];
  /** The digests of the working days before, the oldest first. */
  past: PastDigest[];
  /** Against the newest digest before this one: how much of it is open no more, and how much has come. */
  since?: { day: string; handled: number; come: number };
  /** The working days since then on which there was to be a digest and none went out. */
  missed: string[];
  /** All that is counted, as the job keeps it. */
  open: string[];
}

/** An entry's key as it is kept beyond the day: it tells nothing of the case any more. */
const mark = (open: OpenDue): string =>
  createHash('sha256')
    .update(keyOf(entryKey(open)))
    .digest('base64url')
    .slice(0, 12);

const wentOut = ({ state, shown }: DigestJob): boolean =>
  shown !== undefined && (state === 'sent' || state === 'quiet');

/**
 * The digest of a day. `before` are the working days before, the oldest first, each with its job where there was one.
 */
export const digestOf = (
  agenda: OpenAgenda,
  day: string,
  before: readonly { day: string; job?: DigestJob }[],
): Digest => {
  const all = [...agenda.overdue, ...agenda.soon, ...agenda.undated];
  const open = all.map(mark);
  const past = before.flatMap(({ job }) =>
    job?.shown !== undefined && wentOut(job) ? { day: job.day, counts: job.shown.counts, open: job.shown.open } : [],
  );
  const last = past.at(-1);
  const now = new Set(open);
  const then = new Set(last?.open);
  return {
    day,
    counts: { overdue: agenda.overdue.length, soon: agenda.soon.length, undated: agenda.undated.length },
    worst: [...agenda.overdue, ...agenda.soon].slice(0, WORST),
    past: past.map(({ day: on, counts }) => ({ day: on, counts })),
    ...(last !== undefined && {
      since: {
        day: last.day,
        handled: last.open.filter((one) => !now.has(one)).length,
        come: open.filter((one) => !then.has(one)).length,
      },
    }),
    missed:
      last === undefined
        ? []
        : before.flatMap((one) => (one.day > last.day && one.job?.state !== 'quiet' ? one.day : [])),
    open,
  };
};

/** What the job keeps of the digest it has sent. */
export const shownOf = ({ counts, worst, open }: Digest): ShownDigest => ({
  counts,
  worst: worst.map(entryKey),
  open,
});

/** Whether there is nothing that anybody would have to do. */
export const isQuiet = ({ counts: { overdue, soon, undated } }: Digest): boolean => overdue + soon + undated === 0;
