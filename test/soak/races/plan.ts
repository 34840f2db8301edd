import { seeded } from '../../bench/random.ts';
import type { Who } from '../../end-to-end/town.ts';

/** Which card is clicked on: the first there was, or the one that shows the newest request as it stands. */
type OnCard = { by: Who; card: 'first' | 'newest' };

/** What somebody does, or what happens. `anew`: Makker is asked again first, so the request is about the facts of now. */
export type Doing =
  | ({ does: 'approve' | 'decline'; reason: boolean } & OnCard)
  | ({ does: 'withdraw' } & OnCard)
  | { does: 'ask'; by: Who; anew: boolean; exception: boolean }
  | { does: 'record-price'; price: number }
  | { does: 'record-no-progress' | 'lose-offer' | 'daily-run' };

/** One act of a race: by which process, after how many turns of its event loop, before or after midnight. */
export type Act = Doing & { process: 0 | 1; after: number; day: 'last' | 'next' };

export interface Plan {
  seed: number;
  /** Whether the request is there when the race begins, or asking for it is part of the race. */
  asked: boolean;
  /** Whether the plan says no from the beginning: then an exception is asked for. */
  denied: boolean;
  acts: Act[];
}

const LEADS = ['bo', 'dorthe', 'erik'] as const satisfies Who[];
const OTHERS = ['frida', 'gerda', 'hans', 'ida'] as const satisfies Who[];
const LONGEST_WAIT = 60;

/** The race of this number: always the same one. Two to eight people, and what happens besides. */
export const planOf = (seed: number): Plan => {
  const random = seeded(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const happens = (share: number): boolean => random() < share;
  const oneOf = <T>(some: readonly [T, ...T[]]): T => some[below(some.length)] ?? some[0];
  const shuffled = <T>(all: readonly T[]): T[] =>
    all
      .map((one) => ({ one, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ one }) => one);

  // Whoever may sign comes first: a race of people who may not do anything is none.
  const others = [...shuffled<Who>(LEADS), ...shuffled<Who>(OTHERS)];
  const people: Who[] = ['ane', ...others.slice(0, 1 + below(others.length))];

  const asked = happens(0.8);
  const denied = happens(0.15);
  const card = () => oneOf(['first', 'first', 'newest'] as const);
  const ask = (anew: boolean): Doing => ({ does: 'ask', by: 'ane', anew, exception: denied || happens(0.2) });
  const byAne = (): Doing =>
    oneOf<() => Doing>([
      () => ({ does: 'withdraw', by: 'ane', card: card() }),
      () => ask(happens(0.5)),
      () => ask(true),
      // Nobody signs for their own request.
      () => ({ does: 'approve', by: 'ane', reason: true, card: card() }),
    ])();
  const byOther = (by: Who): Doing =>
    oneOf<() => Doing>([
      () => ({ does: 'approve', by, reason: happens(denied ? 0.8 : 0.2), card: card() }),
      () => ({ does: 'approve', by, reason: true, card: card() }),
      () => ({ does: 'decline', by, reason: happens(0.8), card: card() }),
      () => (happens(0.3) ? { does: 'withdraw', by, card: card() } : byOther(by)),
    ])();

  const doings: Doing[] = [
    ...(asked ? [] : [ask(false)]),
    ...people.flatMap((who) => Array.from({ length: 1 + below(2) }, () => (who === 'ane' ? byAne() : byOther(who)))),
    ...Array.from({ length: happens(0.4) ? 1 + below(2) : 0 }, (_, index): Doing => ({
      does: 'record-price',
      price: 1910 + index,
    })),
    ...(happens(0.06) && !denied ? [{ does: 'record-no-progress' } as const] : []),
    ...(happens(0.06) ? [{ does: 'lose-offer' } as const] : []),
    ...(happens(0.25) ? [{ does: 'daily-run' } as const] : []),
  ];
  // A double click, a click that Teams delivers again: the same once more, by either process. Not so a price: each
  // change brings another, so that none takes one back.
  const twice = doings.flatMap((doing) =>
    'by' in doing && happens(0.25) ? [doing, doing, ...(happens(0.3) ? [doing] : [])] : [doing],
  );
  const midnight = happens(0.3) ? below(LONGEST_WAIT) : LONGEST_WAIT;
  const acts = shuffled(twice).map((doing): Act => {
    const after = happens(0.4) ? 0 : below(LONGEST_WAIT);
    return { ...doing, process: oneOf([0, 1] as const), after, day: after < midnight ? 'last' : 'next' };
  });
  return { seed, asked, denied, acts };
};
