import { compileCondition } from './language/conditions.ts';
import { listEntries } from './language/lists.ts';
import type { Path } from './language/problems.ts';
import type { Condition, Scope } from './language/scope.ts';
import type { Truth } from './kleene.ts';
import type { TargetSource } from './schema.ts';
import type { Contribution, Target, TargetFigure } from './targets.ts';
import type { World } from './world.ts';

type FigureSource = TargetSource['figures'][number];
type ComputedSource = NonNullable<FigureSource['computed']>;

const NOTHING: Contribution = { part: 0, whole: 0, unknown: false };
const UNKNOWN: Contribution = { part: 0, whole: 0, unknown: true };

/** What something adds to a share: nothing outside the group, and nothing while it is not known whether it counts. */
const share = (inGroup: Truth, counts: () => Truth): Contribution => {
  if (inGroup === false) return NOTHING;
  const part = inGroup === undefined ? undefined : counts();
  return part === undefined ? UNKNOWN : { part: part ? 1 : 0, whole: 1, unknown: false };
};

const shareOfOffers =
  (where: Condition, among: Condition) =>
  (world: World): Contribution => {
    const sum = { part: 0, whole: 0, unknown: false };
    for (const entry of listEntries(world, 'offers')) {
      world.its = entry;
      const { part, whole, unknown } = share(among(world), () => where(world));
      sum.part += part;
      sum.whole += whole;
      sum.unknown ||= unknown;
    }
    world.its = undefined;
    return sum;
  };

const compileComputed = (scope: Scope, source: ComputedSource, at: Path): TargetFigure['computed'] => {
  const inner: Scope = 'shareOf' in source && source.shareOf === 'offers' ? { ...scope, list: 'offers' } : scope;
  const where = compileCondition(inner, source.where, [...at, 'where']);
  const among = 'shareOf' in source ? compileCondition(inner, source.among, [...at, 'among']) : () => true;
  if (where === undefined || among === undefined) return undefined;
  const contribution =
    inner === scope ? (world: World) => share(among(world), () => where(world)) : shareOfOffers(where, among);
  const onlyOpen = source.open ?? false;
  return {
    as: 'countOf' in source ? 'count' : 'percent',
    contribution: (world) => (onlyOpen && world.subject.status === 'closed' ? NOTHING : contribution(world)),
  };
};

const compileFigure = (scope: Scope, source: FigureSource, at: Path): TargetFigure => {
  const { computed, note, baseline, ...figure } = source;
  const isShare = computed !== undefined && 'shareOf' in computed;
  if (computed !== undefined && isShare !== (figure.unit === 'percent'))
    scope.problems.add([...at, 'unit'], 'shareOf gives percent, countOf a number: the unit must be the same');
  const compiled = computed && compileComputed(scope, computed, [...at, 'computed']);
  return {
    ...figure,
    ...(baseline === undefined ? {} : { baseline }),
    ...(note === undefined ? {} : { note }),
    ...(compiled === undefined ? {} : { computed: compiled }),
  };
};

/** Compiles the figures a plan wants to be followed; mistakes go to the scope's problems. */
export const compileTargets = (scope: Scope, sources: readonly TargetSource[], document: string): Target[] =>
  sources.map((source, index) => {
    const at: Path = ['targets', index, 'figures'];
    const ids = source.figures.map(({ id }) => id);
    for (const [nth, id] of ids.entries())
      if (ids.indexOf(id) < nth) scope.problems.add([...at, nth, 'id'], `${source.id} has a figure ${id} already`);
    return {
      id: source.id,
      statement: source.statement,
      source: { document, ...source.source },
      keywords: source.keywords ?? [],
      figures: source.figures.map((figure, nth) => compileFigure(scope, figure, [...at, nth])),
      ...(source.reading === undefined ? {} : { reading: source.reading }),
      ...(source.by === undefined ? {} : { by: source.by }),
    };
  });
