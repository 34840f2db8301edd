import { setImmediate } from 'node:timers/promises';
import type { CaseItem } from '../cases/case-item.ts';
import type { Rulebook } from '../rulebook/compile.ts';
import { type Target, tallyTargets } from '../rulebook/targets.ts';
import type { Store } from '../store/port.ts';
import type { EnteredFigure } from './entered-figure.ts';
import { type FigureStanding, standingOf, STATES } from './standing.ts';

/** Cases that are in memory at a time. */
const PAGE = 200;

type Reading = Pick<Store, 'findCases' | 'list'>;

/** Every figure that was entered in a municipality. */
export const enteredFigures = async (store: Pick<Store, 'list'>, municipality: string): Promise<EnteredFigure[]> => {
  const figures: EnteredFigure[] = [];
  let after: string | undefined;
  do {
    const page = await store.list('figure', municipality, { limit: 1000, ...(after !== undefined && { after }) });
    figures.push(...page.items.map(({ item }) => item));
    after = page.next;
  } while (after !== undefined);
  return figures;
};

/** Adds up the cases of a municipality, page by page; other turns get theirs in between. */
const tallied = async (
  store: Reading,
  municipality: string,
  targets: readonly Target[],
  today: string,
  also: ((item: CaseItem) => void) | undefined,
) => {
  const tally = tallyTargets(targets, today);
  const computes = targets.some(({ figures }) => figures.some(({ computed }) => computed !== undefined));
  if (!computes && also === undefined) return tally;
  let after: string | undefined;
  do {
    const page = await store.findCases(
      municipality,
      { by: 'all' },
      { limit: PAGE, ...(after !== undefined && { after }) },
    );
    for (const { item } of page.items) {
      tally.add(item.record);
      also?.(item);
    }
    after = page.next;
    await setImmediate();
  } while (after !== undefined);
  return tally;
};

const urgency = ({ state }: FigureStanding): number => STATES.indexOf(state);

const worstFirst = (a: FigureStanding, b: FigureStanding): number =>
  urgency(a) - urgency(b) || b.gap - a.gap || ((a.target.by ?? '9999') < (b.target.by ?? '9999') ? -1 : 1);

/** The figures of each target in their own order, the target with the worst figure first. */
const ordered = (byTarget: FigureStanding[][]): FigureStanding[] =>
  byTarget
    .map((figures) => ({ figures, worst: figures.toSorted(worstFirst)[0] }))
    .toSorted((a, b) => (a.worst === undefined || b.worst === undefined ? 0 : worstFirst(a.worst, b.worst)))
    .flatMap(({ figures }) => figures);

/**
 * Where the figures of a rulebook's targets stand on a civil date, worst first. `also` is handed each case that is read
 * for it, all of the municipality's: whoever needs another look at them has it without reading them again.
 */
export const readTargets = async (
  store: Reading,
  { municipality, targets }: Pick<Rulebook, 'municipality' | 'targets'>,
  today: string,
  also?: (item: CaseItem) => void,
): Promise<FigureStanding[]> => {
  const [tally, entered] = await Promise.all([
    tallied(store, municipality, targets, today, also),
    enteredFigures(store, municipality),
  ]);
  return ordered(
    targets.map((target) =>
      target.figures.map((figure) => {
        const own = entered.filter((entry) => entry.target === target.id && entry.figure === figure.id);
        return standingOf(target, figure, tally.count(target.id, figure.id), own, today);
      }),
    ),
  );
};
