import type { Bar, Part } from '../part.ts';
import { STORES, type StoreName, withTrack } from './stores.ts';
import type { Race } from './track.ts';

const RACES = 2000;

/** What can be read of a race that went wrong, and how to run it again. */
export const told = ({ plan, wrong, told: all }: Race, store: StoreName): string =>
  [
    `Race ${plan.seed} on ${store}: node test/soak/races/again.ts '${store}' ${plan.seed}`,
    ...wrong,
    ...all.map(
      ({ act, outcome, why }) => `  ${JSON.stringify(act)} → ${outcome}${why === undefined ? '' : `: ${why}`}`,
    ),
  ].join('\n');

const counted = (words: readonly string[]): string =>
  [...Map.groupBy(words, (word) => word)].map(([word, { length }]) => `${length} ${word}`).join(', ');

const raceOn = async (store: StoreName): Promise<{ bar: Bar; means: string }> =>
  withTrack(store, async (track) => {
    const states: string[] = [];
    const outcomes: string[] = [];
    let wrong = 0;
    const from = performance.now();
    for (let seed = 1; seed <= RACES; seed += 1) {
      const race = await track.race(seed);
      states.push(...race.states);
      outcomes.push(...race.told.map(({ outcome }) => outcome));
      if (race.wrong.length === 0) continue;
      wrong += 1;
      console.error(told(race, store));
    }
    const seconds = ((performance.now() - from) / 1000).toFixed(0);
    return {
      bar: {
        what: `Races for a request on ${store}, by two processes: how many left anything that does not hold together`,
        measured: `${wrong} of ${RACES}`,
        bar: 'none',
        holds: wrong === 0,
      },
      means: `- ${store}, in ${seconds} s: requests ended as ${counted(states)}. Whoever acted was told: ${counted(outcomes)}.`,
    };
  });

/** Races for requests, on every store. */
export const races: Part = async () => {
  const all = [];
  for (const store of STORES) all.push(await raceOn(store));
  return {
    bars: all.map(({ bar }) => bar),
    means: `In each race two to eight people and two processes, each with a store of its own on the same data, act at the same time on one case, judged by a rulebook as it is: they ask, ask again, approve, reject with and without a reason, withdraw, click twice, on the newest card or an old one; Teams delivers clicks again, facts change, the offer disappears, the daily run comes by, and in some it becomes midnight after the last day. The number of the race decides what is done by whom and when; who comes first, the machine decides anew each time.

After each race: every request has one ending, in time, or is open with a sign-off missing; state, sign-offs, history, the offer's end and what queries look for agree; the chain of the history is whole; nothing was signed on facts that had changed; every card is on its way to the end, no row is there twice; everybody who was told that it counts is in the history, and nobody was shown an ending that is not the one that stands.

${all.map(({ means }) => means).join('\n')}
`,
  };
};
