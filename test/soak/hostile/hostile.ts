import { VERBS } from '../../../src/conversation/clicks/answer-click.ts';
import type { Part } from '../part.ts';
import { attackers } from './people.ts';
import { mutations } from './mutations.ts';
import { type Attacks, runAttacks } from './run-attacks.ts';
import { wireMutations } from './wire.ts';

const SEED = 20_230_510;
const ATTACKS = 10_000;
/** The worlds are begun anew now and then, so that none of them grows out of bounds. */
const IN_ONE_WORLD = 2500;
const SHOWN = 10;

/** What must have come at least once: every verb, every attacker, every way of meddling. */
const wanted = [
  ...VERBS.map((verb) => `with ${verb}`),
  ...attackers.map(({ name }) => `by ${name}`),
  ...[...mutations, ...wireMutations].map(({ name }) => name),
];

const total = (each: readonly Attacks[], of: (attacks: Attacks) => number): number =>
  each.reduce((sum, attacks) => sum + of(attacks), 0);

/** Ten thousand generated hostile activities and card payloads upon the whole of Makker. */
export const hostile: Part = async () => {
  const runs: Attacks[] = [];
  for (let from = 0; from < ATTACKS; from += IN_ONE_WORLD) runs.push(await runAttacks(SEED, from, IN_ONE_WORLD));
  const failures = runs.flatMap((run) => run.failures);
  for (const failure of failures.slice(0, SHOWN)) console.error(failure);
  const count = (name: string): number => total(runs, ({ counts }) => counts.get(name) ?? 0);
  const status = (from: number): number =>
    total(runs, ({ statuses }) =>
      [...statuses].reduce((sum, [one, times]) => (one >= from && one < from + 100 ? sum + times : sum), 0),
    );
  const missed = wanted.filter((name) => count(name) === 0);
  const slowest = Math.max(...runs.map((run) => run.slowest));
  const strayed = total(runs, (run) => run.strayed);
  return {
    bars: [
      {
        what: `${ATTACKS} generated hostile activities and card payloads: how many achieved anything, how many went unanswered or crashed`,
        measured: `${failures.length}`,
        bar: 'none',
        holds: failures.length === 0 && strayed === 0 && runs.every(({ well }) => well),
      },
      {
        what: 'Verbs, attackers and ways of meddling that they left out',
        measured: missed.length === 0 ? `none of ${wanted.length}` : missed.join(', '),
        bar: 'none',
        holds: missed.length === 0,
      },
    ],
    means: `Real buttons of ten people's real cards, and what they ask and search for, with one to four things changed each: ids, types, keys, sizes, strings, identity, tenant, place, channel, service, JSON, encoding. Seed ${SEED}; after each attack the town is put back, so that any one can be made again by its number. The store's file was compared after each: nothing may be another than it was but the attacker's own talk, their address, a receipt of what they may see, and that they have looked. No name or fact of a case may be in what is sent to somebody who may not see it, no number of a person in an answer, a line of the log or the file. ${status(200)} were answered with a card or a text, ${status(400)} refused with a code (those that Teams would never send), ${status(500)} crashed; ${strayed} requests went to hosts that are not on the list; the slowest answer took ${slowest.toFixed(0)} ms. Makker was well at the end of each of ${runs.length} worlds.`,
  };
};
