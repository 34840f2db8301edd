import type { Part } from '../part.ts';
import { type Killed, killAtEach } from './kill-at-each.ts';

/** One for each of two cores: with more, answers come so late that it is another way. */
const LANES = 2;

const tell = ({ point: { of, call, when }, wrong }: Killed): void => {
  if (wrong.length > 0) console.error([`Killed ${when} call ${call} to the ${of}:`, ...wrong].join('\n  '));
};

/** Makker killed before and after each call of the way from a question to the last edited card. */
export const kills: Part = async () => {
  const from = performance.now();
  const { whole, killed } = await killAtEach(LANES, (all) => all, tell);
  const minutes = ((performance.now() - from) / 60_000).toFixed(0);
  const wrong = [...whole.wrong, ...killed.flatMap((one) => one.wrong)];
  const died = killed.filter((one) => one.killed);
  const twice = died.filter((one) => one.twice > 0);
  const cards = twice.reduce((sum, one) => sum + one.twice, 0);
  const { store, connector } = whole.calls;
  return {
    bars: [
      {
        what: 'Makker killed with SIGKILL before and after each store and connector call: runs that left anything wrong',
        measured: `${killed.filter((one) => one.wrong.length > 0).length} of ${died.length}`,
        bar: 'none',
        holds: wrong.length === 0 && died.length > 0.95 * killed.length,
      },
    ],
    means: `The way: somebody asks about a citizen, asks for approval, three people get the card, one gives one of three sign-offs, one the other two, and the third refuses on a card that had been open when they looked; every card is edited, the asker gets the news, and the daily run ends another request whose last day has passed. Gone without a kill it takes ${store.length} calls to the store and ${connector} to the connector, starting and stopping included. Then it was gone once for each of these calls and each side of it, ${killed.length} times in ${minutes} minutes (after a call that only reads all is as it is before the next call, so that is one point); Makker is the whole program in a process of its own, and at the call it is killed with SIGKILL: at the connector once before the call is taken, once when it has been taken and not answered. In ${killed.length - died.length} of the runs that call was never made, since what the relay does at the same time comes in another order each time.

After each kill another process is started on the same file, and what had not been answered is delivered again, as Teams does it. At the end: the history of both cases is the same, entry by entry, as without a kill, so no decision was lost and none was taken twice; every click was answered with the state that stands; record, sign-offs, history and what queries look for agree; nothing is left to send; every card that is recorded shows the end; everybody was sent as many cards as without a kill. The exception is the one that is allowed: in ${twice.length} runs the connector had taken ${cards} cards whose ids Makker had not yet recorded when it was killed, and they were sent once more. Each shows the end, by itself or when it is clicked on.
`,
  };
};
