import type { Value } from '../facts/types.ts';
import { typeName } from '../facts/types.ts';
import type { Truth } from '../kleene.ts';
import type { MovingDay } from '../reference-date.ts';
import type { World } from '../world.ts';
import { words } from './conditions.ts';
import { onlyKeys, type Table } from './keys.ts';
import { oneOf, shown, type Path } from './problems.ts';
import type { Condition, Expression, Scope } from './scope.ts';
import { compileTyped } from './values.ts';

type Order = (left: number, right: number) => boolean;

const numberOrders: Record<string, Order> = {
  above: (a, b) => a > b,
  atLeast: (a, b) => a >= b,
  below: (a, b) => a < b,
  atMost: (a, b) => a <= b,
};
const dateOrders: Record<string, Order> = {
  after: (a, b) => a > b,
  onOrAfter: (a, b) => a >= b,
  before: (a, b) => a < b,
  onOrBefore: (a, b) => a <= b,
};
const memberships = ['is', 'isNot', 'in', 'notIn'];
export const comparators = [...memberships, ...Object.keys(numberOrders), ...Object.keys(dateOrders), 'knownToBe'];

/** A comparison with one comparator; unknown while a side is unknown. */
export const compileComparison = (scope: Scope, table: Table, left: Expression, at: Path): Condition | undefined => {
  const { problems } = scope;
  if (!onlyKeys(problems, table, at, ['fact', 'value', ...comparators])) return undefined;
  const used = comparators.filter((comparator) => comparator in table);
  const [comparator] = used;
  if (comparator === undefined || used.length > 1) {
    problems.add(at, `a comparison takes one comparator, here stand ${used.length}; ${oneOf(comparators)}`);
    return undefined;
  }
  const right = [...at, comparator];
  if (memberships.includes(comparator)) return compileMembership(scope, left, comparator, table[comparator], right);
  const [order, wanted] =
    comparator in numberOrders
      ? [numberOrders[comparator], 'number' as const]
      : [dateOrders[comparator], 'date' as const];
  const other = compileTyped(scope, table[comparator], right, wanted);
  if (left.type.type !== wanted) {
    problems.add(at, `"${comparator}" compares a ${wanted}, but the left side is ${typeName(left.type)}`);
    return undefined;
  }
  if (order === undefined || other === undefined) return undefined;
  if (left.moving !== undefined && other.moving === undefined) return inTime(left.moving, other, order);
  if (other.moving !== undefined && left.moving === undefined)
    return inTime(other.moving, left, (moved, day) => order(day, moved));
  return (world) => ordered(world, left, other, order);
};

/** Compares a day that moves along with the reference date: the truth turns once, on the other day or the day after it. */
const inTime =
  (moving: MovingDay, other: Expression, order: Order): Condition =>
  (world) => {
    const day = other.of(world);
    world.noteDate();
    if (typeof day !== 'number') return undefined;
    const turn = order(day - 1, day) === order(day, day) ? day + 1 : day;
    return order(world.date.hasBrought(moving, turn) ? turn : turn - 1, day);
  };

const ordered = (world: World, left: Expression, right: Expression, order: Order): Truth => {
  const a = left.of(world);
  const b = right.of(world);
  if (typeof a === 'number' && typeof b === 'number') return order(a, b);
  const known = a ?? b;
  if (typeof known === 'number' && left.type.type === 'number') world.thresholds.add(known);
  return undefined;
};

const compileMembership = (
  scope: Scope,
  left: Expression,
  comparator: string,
  node: unknown,
  at: Path,
): Condition | undefined => {
  const { type } = left;
  if (type.type === 'number' || type.type === 'date') {
    if (comparator === 'is') {
      const other = compileTyped(scope, node, at, type.type);
      return other && ((world) => equal(left.of(world), other.of(world)));
    }
    scope.problems.add(
      at,
      `"${comparator}" compares words; for a ${type.type} ${oneOf(['is', ...Object.keys(type.type === 'date' ? dateOrders : numberOrders)])}`,
    );
    return undefined;
  }
  const values = words(scope, node, at);
  if (values === undefined) return undefined;
  const allowed: readonly Value[] | undefined = type.type === 'boolean' ? [true, false] : type.values;
  for (const value of values)
    if (allowed !== undefined && !allowed.includes(value))
      scope.problems.add(at, `${shown(value)} can never be the value here; ${oneOf(allowed.map(String))}`);
  const inside = comparator === 'is' || comparator === 'in';
  return (world) => {
    const value = left.of(world);
    return value === undefined ? undefined : values.includes(value) === inside;
  };
};

const equal = (a: Value | undefined, b: Value | undefined): Truth =>
  a === undefined || b === undefined ? undefined : a === b;
