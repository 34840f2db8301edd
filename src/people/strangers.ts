import { setImmediate } from 'node:timers/promises';
import { type Clock, civilDateAt, isoInstant } from '../clock.ts';
import type { Log } from '../log.ts';
import type { NoticeItem } from '../outbox/notice.ts';
import { maskCpr } from '../privacy/cpr.ts';
import type { PersonItem, StrangersItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { active } from './active.ts';
import type { Directory } from './directory.ts';
import { holderOf } from './keep-person.ts';

/** Somebody without access, as the service vouches for them; the name is what Teams calls them. */
export interface Stranger {
  tenantId: string;
  aadObjectId: string;
  name?: string;
}

/** Tells the administrators of people who want in. */
export interface Strangers {
  /** Somebody without access has written or clicked. Done in the background: it neither delays nor fails the refusal. */
  came(stranger: Stranger): void;
  /** Resolves when what was begun has ended. */
  stop(): Promise<void>;
}

interface Needs {
  store: Pick<Store, 'read' | 'create' | 'replace'>;
  shelf: { municipalities(): string[] };
  directory: Pick<Directory, 'staff'>;
  clock: Clock;
  log: Log;
  /** Tells the relay that there may be something to send. */
  poke: () => void;
}

const DAY_MS = 24 * 60 * 60_000;
/** So long nobody is told of the same person again. */
const AGAIN_AFTER_DAYS = 30;
/** In a municipality; whoever comes after that is in the log only. */
const MOST_A_DAY = 10;
const LONGEST_NAME = 60;
/** What an id may consist of that goes into a command for somebody to copy. */
const plainId = /^[\w-]{1,100}$/;

/** What is said of them; of somebody who is in the directory, by the name that stands there. */
const saysOf = (stranger: Stranger, known: PersonItem | undefined, municipality: string, today: string) => {
  if (known === undefined) {
    const { tenantId, aadObjectId, name = '' } = stranger;
    // Cut after masking: a number that is cut in two has no shape that could be masked.
    const called = maskCpr(name).replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
    return { text: 'stranger', values: { municipality, tenantId, aadObjectId, name: called } } as const;
  }
  const { id, name, from, to } = known;
  return from !== undefined && from > today
    ? ({ text: 'not-yet', values: { municipality, person: id, name, on: from } } as const)
    : ({ text: 'left', values: { municipality, person: id, name, on: to ?? today } } as const);
};

/**
 * Each administrator of a municipality that has people in the stranger's tenant gets one notice. That they were told is
 * reserved first and marked as done last, so a process that dies in between is made good when the stranger comes again.
 */
export const createStrangers = ({ store, shelf, directory, clock, log, poke }: Needs): Strangers => {
  const begun = new Set<Promise<void>>();

  const change = async (
    municipality: string,
    how: (told: StrangersItem['told']) => StrangersItem['told'] | undefined,
  ): Promise<boolean> => {
    for (;;) {
      const stored = await store.read('strangers', municipality, 'strangers');
      const told = how(stored?.item.told ?? []);
      if (told === undefined) return false;
      const item: StrangersItem = { id: 'strangers', municipality, told };
      const { outcome } =
        stored === undefined
          ? await store.create('strangers', item)
          : await store.replace('strangers', item, stored.etag);
      if (outcome === 'created' || outcome === 'replaced') return true;
    }
  };

  /** A place among the notices of the day; false when they were told already, or there is no place left. */
  const reserve = (municipality: string, who: string, today: string): Promise<boolean> => {
    const since = civilDateAt(clock.now() - AGAIN_AFTER_DAYS * DAY_MS);
    return change(municipality, (all) => {
      const lately = all.filter(({ on }) => on > since);
      const before = lately.find((one) => one.who === who);
      if (before !== undefined) return before.done ? undefined : lately;
      if (lately.filter(({ on }) => on === today).length >= MOST_A_DAY) return undefined;
      return [...lately, { who, on: today, done: false }];
    });
  };

  const tellIn = async (municipality: string, stranger: Stranger, known: PersonItem | undefined): Promise<void> => {
    const today = civilDateAt(clock.now());
    const staff = await directory.staff(municipality);
    if (!staff.some(({ tenantId }) => tenantId === stranger.tenantId)) return;
    const admins = staff.filter((one) => active(one, today) && one.roles.some(({ role }) => role === 'admin'));
    const who = `${stranger.tenantId}~${stranger.aadObjectId}`;
    if (admins.length === 0 || !(await reserve(municipality, who, today))) return;
    const says = saysOf(stranger, known, municipality, today);
    for (const admin of admins) {
      const notice: NoticeItem = {
        id: `stranger~${who}~${admin.id}`,
        municipality,
        to: { person: admin.id },
        says,
        attempts: 0,
        sendAt: isoInstant(clock.now()),
        // Gone before the next one about the same person, which has the same id.
        until: isoInstant(clock.now() + (AGAIN_AFTER_DAYS - 1) * DAY_MS),
      };
      await store.create('notice', notice);
    }
    await change(municipality, (all) => all.map((one) => (one.who === who ? { ...one, done: true } : one)));
    poke();
  };

  const tell = async (stranger: Stranger): Promise<void> => {
    if (!plainId.test(stranger.tenantId) || !plainId.test(stranger.aadObjectId)) return;
    const known = await holderOf(store, stranger);
    // Added meanwhile.
    if (known !== undefined && active(known, civilDateAt(clock.now()))) return;
    for (const municipality of shelf.municipalities()) {
      // The embedded store answers at once; the refusal, and whatever else people wait for, goes first.
      await setImmediate();
      if (known === undefined || known.municipality === municipality) await tellIn(municipality, stranger, known);
    }
  };

  return {
    came: (stranger) => {
      const telling = tell(stranger)
        .catch((err: unknown) => log.problem('stranger-not-told', { err }))
        .finally(() => begun.delete(telling));
      begun.add(telling);
    },
    stop: async () => {
      await Promise.all(begun);
    },
  };
};
