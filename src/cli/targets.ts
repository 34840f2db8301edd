import { loadTexts } from '../cards/texts.ts';
import { civilDateAt, systemClock } from '../clock.ts';
import { targetsView } from '../conversation/views/targets-view.ts';
import type { Rulebook } from '../rulebook/compile.ts';
import { readShelf } from '../rulebook-files.ts';
import type { Store } from '../store/port.ts';
import { readTargets } from '../targets/read-targets.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { setFigure } from './set-figure.ts';
import { TARGETS_USAGE, readTargetsOptions } from './targets-options.ts';
import { withStore, type Surroundings } from './with-store.ts';

const texts = new URL('../../cards/texts', import.meta.url).pathname;

/** `makker targets` on this machine: its rulebooks, and the store that its settings name. */
export const targetsCommand = (io: CommandIo): Promise<ExitStatus> =>
  targetsIn({ env: process.env, rulebooks: new URL('../../rulebooks', import.meta.url).pathname }, io);

/** Says where each figure of a municipality's plan stands, in the words of the chat; `--set` enters one from outside. */
export const targetsIn = async ({ env, rulebooks }: Surroundings, io: CommandIo): Promise<ExitStatus> => {
  const now = civilDateAt(systemClock.now());
  const options = readTargetsOptions(io.args, now);
  if (options === undefined) {
    io.err(TARGETS_USAGE);
    return 2;
  }
  const { municipality, today, set } = options;
  const found = readShelf(rulebooks).on(municipality, today);
  if (!('rulebook' in found)) {
    io.err(
      'notBefore' in found
        ? `the first rulebook is valid from ${found.notBefore}; on ${today} there is none`
        : `no rulebook is loaded for ${municipality}; allowed: ${found.known.join(', ')}`,
    );
    return 1;
  }
  const { rulebook } = found;
  return withStore(env, io, async (store) => {
    if (set === undefined) {
      for (const line of await listed(store, rulebook, today)) io.out(line);
      return 0;
    }
    // Whatever day is asked about, nothing can be known of a day to come.
    const outcome = await setFigure(store, rulebook, set, today < now ? today : now);
    if ('refused' in outcome) {
      io.err(outcome.refused);
      return 1;
    }
    io.out(outcome.done);
    return 0;
  });
};

const listed = async (store: Store, rulebook: Rulebook, today: string): Promise<string[]> => {
  const say = loadTexts(texts)('en');
  const standings = await readTargets(store, rulebook, today);
  if (standings.length === 0) return [say('targets.none')];
  const page = { from: 0, rows: Number.POSITIVE_INFINITY, mayEnter: false };
  const { headline, notes, rows } = targetsView(standings, rulebook, page, { say, language: 'en', today });
  return [
    `${headline.title} · ${headline.about ?? ''}`,
    ...notes,
    ...rows.flatMap(({ symbol, name, state, bar, value, goal, details, place }, index) => [
      '',
      `${symbol} ${name}: ${state}`,
      ...(bar === undefined ? [] : [`  ${bar.filled}${bar.rest}`]),
      ...[...(value === undefined ? [] : [value]), goal, ...details, place].map((line) => `  ${line}`),
      `  ${standings[index]?.target.id}/${standings[index]?.figure.id}`,
    ]),
  ];
};
