import { add, ageOn, dayOf, isoOf, lastDayOfPeriod, type Day, type Duration } from '../calendar.ts';
import { typeName, type Value, type ValueType } from '../facts/types.ts';
import type { World } from '../world.ts';
import { compileCondition } from './conditions.ts';
import { durationShape, parseDuration } from './duration.ts';
import { listAt, onlyKeys, tableAt } from './keys.ts';
import { latestEntry, overList, total } from './list-values.ts';
import { oneOf, shown, type Path } from './problems.ts';
import { needed } from './reads.ts';
import { factIn, isDuration, parameterIn, type Expression, type Scope } from './scope.ts';
import { compileFirstDayAbove, compileMonthsWith, compileUnbrokenSince } from './benefit-time.ts';
import { compileTier } from './tier-value.ts';

const date: ValueType = { type: 'date' };
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

const constant = (value: Value, type: ValueType): Expression => ({ type, of: () => value });

/** `$name` is a parameter, a named value or a fact; any other word, number, date or yes/no stands for itself. */
const compilePlain = (scope: Scope, node: unknown, at: Path): Expression | undefined => {
  if (typeof node === 'number') return constant(node, { type: 'number' });
  if (typeof node === 'boolean') return constant(node, { type: 'boolean' });
  if (typeof node !== 'string') return undefined;
  if (isoDate.test(node)) {
    if (isoOf(dayOf(node)) === node) return constant(dayOf(node), date);
    scope.problems.add(at, `${node} is no day of the calendar`);
    return undefined;
  }
  return node.startsWith('$')
    ? compileName(scope, node.slice(1), at)
    : constant(node, { type: 'word', values: [node] });
};

const compileName = (scope: Scope, name: string, at: Path): Expression | undefined => {
  const parameter = parameterIn(scope, name);
  if (typeof parameter === 'number') return constant(parameter, { type: 'number' });
  if (typeof parameter === 'boolean') return constant(parameter, { type: 'boolean' });
  if (typeof parameter === 'string')
    return isoDate.test(parameter) ? constant(dayOf(parameter), date) : constant(parameter, { type: 'word' });
  if (parameter !== undefined) {
    scope.problems.add(at, `$${name} is a duration or a list and cannot stand where a single value is wanted`);
    return undefined;
  }
  if (scope.valueNames().includes(name)) return scope.value(name, at, scope.used);
  const fact = factIn(scope, name, at, [...scope.parameters.keys(), ...scope.valueNames()]);
  if (fact === undefined) return undefined;
  const value: Expression = { type: fact.type, of: (world) => needed(world, fact) };
  return name === 'today' ? { ...value, moving: (today) => today } : value;
};

/** A duration: "3 months", or `$name` of a parameter that is one. */
export const compileDuration = (scope: Scope, node: unknown, at: Path): Duration | undefined => {
  const parameter = typeof node === 'string' && node.startsWith('$') ? parameterIn(scope, node.slice(1)) : undefined;
  const duration = isDuration(parameter) ? parameter : typeof node === 'string' ? parseDuration(node) : undefined;
  if (duration === undefined)
    scope.problems.add(at, `${shown(node)} is no duration; allowed: ${durationShape} or $parameter`);
  return duration;
};

/** A value of a type, or a problem. */
export const compileTyped = (
  scope: Scope,
  node: unknown,
  at: Path,
  wanted: ValueType['type'],
): Expression | undefined => {
  const compiled = compileValue(scope, node, at);
  if (compiled === undefined || compiled.type.type === wanted) return compiled;
  scope.problems.add(at, `${shown(node)} is ${typeName(compiled.type)}, but a ${wanted} is wanted`);
  return undefined;
};

const shifted: Form = (scope, table, at) => {
  const from = compileTyped(scope, table['date'], [...at, 'date'], 'date');
  const key = 'plus' in table ? 'plus' : 'minus';
  const duration = compileDuration(scope, table[key], [...at, key]);
  if (from === undefined || duration === undefined) return undefined;
  const sign = key === 'plus' ? 1 : -1;
  return onDay(from, (day) => add(day, duration, sign));
};

const lastDayOf: Form = (scope, table, at) => {
  const from = compileTyped(scope, table['from'], [...at, 'from'], 'date');
  const duration = compileDuration(scope, table['lastDayOf'], [...at, 'lastDayOf']);
  if (from === undefined || duration === undefined) return undefined;
  return onDay(from, (day) => lastDayOfPeriod(day, duration));
};

/** A day that is so far from another one. */
const onDay = ({ of, moving }: Expression, far: (day: Day) => Day): Expression => {
  const value: Expression = {
    type: date,
    of: (world) => {
      const day = of(world);
      return typeof day === 'number' ? far(day) : undefined;
    },
  };
  return moving === undefined ? value : { ...value, moving: (today) => far(moving(today)) };
};

const extreme =
  (key: 'latest' | 'earliest'): Form =>
  (scope, table, at) => {
    const nodes = table[key];
    if (!Array.isArray(nodes)) {
      scope.problems.add([...at, key], `${shown(nodes)} stands where a list of dates is wanted`);
      return undefined;
    }
    const dates = nodes.flatMap((node, index) => compileTyped(scope, node, [...at, key, index], 'date') ?? []);
    const pick = key === 'latest' ? Math.max : Math.min;
    const of = (world: World) => {
      const known = dates.map((each) => each.of(world)).filter((value) => typeof value === 'number');
      return known.length === 0 ? undefined : pick(...known);
    };
    return { type: date, of };
  };

/** Numbers added up; unknown while one of them is. */
const sum: Form = (scope, table, at) => {
  const nodes = listAt(scope.problems, table['sum'], [...at, 'sum'], 'numbers');
  if (nodes === undefined) return undefined;
  const parts = nodes.flatMap((node, index) => compileTyped(scope, node, [...at, 'sum', index], 'number') ?? []);
  return { type: { type: 'number' }, of: (world) => total(parts.map((part) => part.of(world))) };
};

/** The first row whose condition holds; a row without `when` is the rest. */
const choose: Form = (scope, table, at) => {
  const rows = Array.isArray(table['choose']) ? table['choose'] : [];
  const compiled = rows.flatMap((row, index) => {
    const here = [...at, 'choose', index];
    const cells = tableAt(scope.problems, row, here, 'a row with is, and when');
    if (cells === undefined || !onlyKeys(scope.problems, cells, here, ['when', 'is'])) return [];
    const when = 'when' in cells ? compileCondition(scope, cells['when'], [...here, 'when']) : () => true;
    const is = compileValue(scope, cells['is'], [...here, 'is']);
    return when === undefined || is === undefined ? [] : [{ when, is }];
  });
  const first = compiled[0];
  if (first === undefined) {
    scope.problems.add([...at, 'choose'], 'choose wants a list of rows, each with `is` and, but for the last, `when`');
    return undefined;
  }
  const of = (world: World): Value | undefined => {
    for (const row of compiled) {
      const holds = row.when(world);
      if (holds === true) return row.is.of(world);
      if (holds === undefined) return undefined;
    }
    return undefined;
  };
  return { type: first.is.type, of };
};

const age: Form = (scope, table, at) => {
  const birth = factIn(scope, 'citizen.birthDate', at);
  const day = compileTyped(scope, table['ageOn'], [...at, 'ageOn'], 'date');
  if (birth === undefined || day === undefined) return undefined;
  const { moving } = day;
  const of = (world: World) => {
    const born = needed(world, birth);
    if (moving !== undefined) {
      world.noteDate();
      return typeof born === 'number' ? world.date.age(born, moving) : undefined;
    }
    const on = day.of(world);
    return typeof born === 'number' && typeof on === 'number' ? ageOn(born, on) : undefined;
  };
  return { type: { type: 'number' }, of };
};

/** The `until` an extension is judged for: the one asked for, else the furthest the rules could allow. */
const extensionUntil: Form = (scope, _table, at) => {
  const until = factIn(scope, 'question.until', at);
  if (until === undefined) return undefined;
  const of = (world: World) => world.read(until) ?? world.furthestEnd?.(world);
  return { type: date, of };
};

type Form = (scope: Scope, table: Record<string, unknown>, at: Path) => Expression | undefined;

/** Each way to build a value, by the key it is recognised by, and the other keys it takes. */
const forms: Record<string, { keys: readonly string[]; compile: Form }> = {
  date: { keys: ['date', 'plus', 'minus'], compile: shifted },
  lastDayOf: { keys: ['lastDayOf', 'from'], compile: lastDayOf },
  latest: { keys: ['latest'], compile: extreme('latest') },
  earliest: { keys: ['earliest'], compile: extreme('earliest') },
  latestOf: { keys: ['latestOf', 'where', 'take'], compile: overList('latestOf') },
  earliestOf: { keys: ['earliestOf', 'where', 'take'], compile: overList('earliestOf') },
  countOf: { keys: ['countOf', 'where'], compile: overList('countOf') },
  distinctOf: { keys: ['distinctOf', 'where', 'take'], compile: overList('distinctOf') },
  sumOf: { keys: ['sumOf', 'where', 'take'], compile: overList('sumOf') },
  choose: { keys: ['choose'], compile: choose },
  ageOn: { keys: ['ageOn'], compile: age },
  extensionUntil: { keys: ['extensionUntil'], compile: extensionUntil },
  latestEntry: { keys: ['latestEntry', 'where', 'take'], compile: latestEntry },
  sum: { keys: ['sum'], compile: sum },
  firstDayAbove: { keys: ['firstDayAbove', 'monthsWith', 'inLast', 'from'], compile: compileFirstDayAbove },
  monthsWith: { keys: ['monthsWith', 'inLast'], compile: compileMonthsWith },
  benefitUnbrokenSince: { keys: ['benefitUnbrokenSince', 'brokenBy'], compile: compileUnbrokenSince },
  strictestTier: { keys: ['strictestTier'], compile: compileTier },
};

/** Forms that have nothing to say under their own key: `true` stands there. */
const marks = new Set(['extensionUntil', 'benefitUnbrokenSince']);

/** Compiles a value: a constant, a `$name`, or one of the forms above. */
export const compileValue = (scope: Scope, node: unknown, at: Path): Expression | undefined => {
  if (typeof node !== 'object' || node === null) {
    const plain = compilePlain(scope, node, at);
    if (plain === undefined && node === undefined) scope.problems.add(at, 'a value is missing here');
    return plain;
  }
  const table = tableAt(scope.problems, node, at, 'a value');
  if (table === undefined) return undefined;
  const found = Object.entries(forms).find(([key]) => key in table);
  if (found === undefined) {
    scope.problems.add(at, `${shown(node)} is no value; ${oneOf(Object.keys(forms))}, or a constant or $name`);
    return undefined;
  }
  const [key, form] = found;
  if (marks.has(key) && table[key] !== true) {
    scope.problems.add([...at, key], `${shown(table[key])} stands here; allowed: true`);
    return undefined;
  }
  return onlyKeys(scope.problems, table, at, form.keys) ? form.compile(scope, table, at) : undefined;
};

/** The forms by which values are built, for whoever writes about them. */
export const valueForms = (): string[] => Object.keys(forms);
