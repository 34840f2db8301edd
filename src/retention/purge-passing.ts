import { eachItem } from '../each-item.ts';
import { dayOf, isoOf } from '../rulebook/calendar.ts';
import type { PurgeNeeds } from './purge-case.ts';

/** What is needed for some days and has no schedule: it is taken away every day. */
export interface PassingCounts {
  talks: number;
  digests: number;
}

/** The week's overview looks back upon the same weekday four weeks ago; a month more does for whoever looks for a digest. */
const DIGESTS_KEPT_DAYS = 60;

interface Passing {
  municipality: string;
  /** The civil date as of which it is looked what is due. */
  day: string;
  /** Only counts. */
  dryRun?: boolean;
}

/** Talks of days gone by: nobody goes on with them, and they hold what was supposed of citizens. */
const purgeTalks = async ({ store }: Pick<PurgeNeeds, 'store'>, { municipality, day, dryRun = false }: Passing) => {
  const yesterday = isoOf(dayOf(day) - 1);
  let gone = 0;
  for await (const talk of eachItem((page) => store.list('talk', municipality, page))) {
    if (talk.on >= yesterday) continue;
    gone += 1;
    if (!dryRun) await store.remove('talk', municipality, talk.id);
  }
  return gone;
};

/** Old digests. Their ids begin with the day, so reading ends at the first that stays. */
const purgeDigests = async ({ store }: Pick<PurgeNeeds, 'store'>, { municipality, day, dryRun = false }: Passing) => {
  const keptSince = isoOf(dayOf(day) - DIGESTS_KEPT_DAYS);
  let gone = 0;
  for await (const job of eachItem((page) => store.list('digest', municipality, page))) {
    if (job.day >= keptSince) break;
    gone += 1;
    if (!dryRun) await store.remove('digest', municipality, job.id);
  }
  return gone;
};

/** Takes away what is needed for some days only. */
export const purgePassing = async (needs: Pick<PurgeNeeds, 'store'>, passing: Passing): Promise<PassingCounts> => ({
  talks: await purgeTalks(needs, passing),
  digests: await purgeDigests(needs, passing),
});
