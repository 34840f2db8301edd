import { isoInstant, systemClock } from '../clock.ts';
import { withRolesOn } from '../people/active.ts';
import { createDirectory } from '../people/directory.ts';
import { may } from '../people/policy.ts';
import type { Rulebook } from '../rulebook/compile.ts';
import type { Store } from '../store/port.ts';
import { type FigureRefusal, LARGEST_FIGURE, LONGEST_SOURCE, figureRefusal } from '../targets/check-figure.ts';
import { enterFigure } from '../targets/enter-figure.ts';
import { type EnteredFigure, enteredId, versionOf } from '../targets/entered-figure.ts';
import type { FigureToSet } from './targets-options.ts';

const refusals: Record<FigureRefusal, string> = {
  'out-of-range': `VALUE must be a number from 0 to ${LARGEST_FIGURE}, percent up to 1000, written like 1600 or 12.5`,
  'not-whole': 'VALUE must be a whole number in this unit',
  'in-the-future': '--on must not lie in the future',
  'no-source': '--source must say where the figure is from',
  'source-too-long': `--source may have at most ${LONGEST_SOURCE} characters`,
  unprintable: '--source must be one line of text',
  cpr: '--source looks like a CPR number',
};

const told = ({ target, figure, on, value, source, by }: EnteredFigure): string =>
  `${target}/${figure} on ${on}: ${value} (${source}), entered by ${by}`;

const mayEnter = async (store: Store, { municipality }: Rulebook, person: string, today: string): Promise<boolean> => {
  const staff = await createDirectory({ store }).staff(municipality);
  const found = staff.find(({ id }) => id === person);
  return found !== undefined && may(withRolesOn(found, staff, today), 'enter-figure', { municipality }, today);
};

/** Enters a figure from the command line, by the same checks as in the chat; or says why it was not entered. */
export const setFigure = async (
  store: Store,
  rulebook: Rulebook,
  { target, figure, as, replace, ...entry }: FigureToSet,
  today: string,
): Promise<{ done: string } | { refused: string }> => {
  const all = rulebook.targets.flatMap(({ id, figures }) => figures.map((one) => ({ key: `${id}/${one.id}`, one })));
  const found = all.find(({ key }) => key === `${target}/${figure}`);
  if (found === undefined)
    return {
      refused: `there is no figure ${target}/${figure}; allowed: ${all.map(({ key }) => key).join(', ') || 'none'}`,
    };
  const wrong = figureRefusal(found.one.unit, entry, today);
  if (wrong !== undefined) return { refused: refusals[wrong] };
  if (!(await mayEnter(store, rulebook, as, today))) return { refused: `${as} may not enter figures here` };
  const { municipality } = rulebook;
  const stands = replace ? await store.read('figure', municipality, enteredId(target, figure, entry.on)) : undefined;
  const entered = await enterFigure(
    store,
    { municipality, target, figure, ...entry, by: as, at: isoInstant(systemClock.now()) },
    stands && versionOf(stands.item),
  );
  return entered.outcome === 'entered'
    ? { done: `stored: ${told(entered.item)}` }
    : { refused: `nothing was stored; there is ${told(entered.item)}. With --replace it is replaced and kept` };
};
