import { digestId, type DigestJob } from './digest-job.ts';
import { workingDaysBefore } from './digest-times.ts';
import { isoInstant, type Clock } from '../clock.ts';
import { active } from '../people/active.ts';
import type { Directory } from '../people/directory.ts';
import type { Store } from '../store/port.ts';
import type { DigestParts } from '../outbox/digest-source.ts';
import type { NoticeItem } from '../outbox/notice.ts';

interface Needs {
  store: Pick<Store, 'read' | 'create'>;
  directory: Pick<Directory, 'staff'>;
  closingDaysOf: (municipality: string, day: string) => readonly string[];
  clock: Clock;
}

/** About an hour of tries: then somebody should have a look. */
const TOLD_AFTER = 12;
const KEPT_MS = 7 * 24 * 60 * 60_000;

/** Whether the digest of the working day before did not get through either, and they were told of it. */
const isOldNews = async ({ store, closingDaysOf }: Needs, { municipality, day, what, to }: DigestJob) => {
  const [before = day] = workingDaysBefore(day, 1, closingDaysOf(municipality, day));
  const last = (await store.read('digest', municipality, digestId(before, what, to)))?.item;
  return last?.state === 'waiting' && (last.sendAt === undefined || last.attempts >= TOLD_AFTER);
};

const nameOf = async ({ store }: Needs, { municipality, to }: DigestJob): Promise<string> => {
  const [kind, id] = 'team' in to ? (['team', to.team] as const) : (['person', to.person] as const);
  return (await store.read(kind, municipality, id))?.item.name ?? id;
};

/**
 * Tells each administrator of the municipality that a digest does not get through, at once or after a good hour of
 * tries: once for each digest, and not again on the days after for as long as it stays so.
 */
export const createTellUndeliverable =
  (needs: Needs): DigestParts['undeliverable'] =>
  async (job, { code, outcome }) => {
    const { store, directory, clock } = needs;
    const { municipality, day } = job;
    // What is tried again after a contact or a restart, and ends as before, they know already.
    const isNew = outcome === 'unreachable' ? job.why !== code : job.attempts + 1 === TOLD_AFTER;
    if (!isNew) return;
    if (await isOldNews(needs, job)) return;
    const staff = await directory.staff(municipality);
    const admins = staff.filter((one) => active(one, day) && one.roles.some(({ role }) => role === 'admin'));
    const to = await nameOf(needs, job);
    // When Teams is away it is so for all: of the others the command tells.
    const which = outcome === 'retry' ? `${day}~failing` : job.id;
    for (const admin of admins) {
      const notice: NoticeItem = {
        id: `digest~${which}~${admin.id}`,
        municipality,
        to: { person: admin.id },
        says: { text: 'digest-undeliverable', values: { municipality, to, on: day, why: outcome, code } },
        attempts: 0,
        sendAt: isoInstant(clock.now()),
        until: isoInstant(clock.now() + KEPT_MS),
      };
      await store.create('notice', notice);
    }
  };
