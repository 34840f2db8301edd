import type { Duration } from '../calendar.ts';
import { entryFactNamed, entryFactNames, factNamed, factNames, type Fact, type ListName } from '../facts/catalogue.ts';
import type { Value, ValueType } from '../facts/types.ts';
import type { MovingDay } from '../reference-date.ts';
import type { Hours } from './duration.ts';
import type { Truth } from '../kleene.ts';
import type { World } from '../world.ts';
import { oneOf, type Path, type Problems } from './problems.ts';

/** A compiled condition and a compiled value: plain closures over the world. */
export type Condition = (world: World) => Truth;
export interface Expression {
  type: ValueType;
  of: (world: World) => Value | undefined;
  /** Present where it is a day that moves along with the reference date; then it need not be read to be compared. */
  moving?: MovingDay;
}

export type ParameterValue = number | string | boolean | Duration | Hours | readonly string[];

/** Whether a parameter is a length of the calendar. */
export const isDuration = (value: ParameterValue | undefined): value is Duration =>
  typeof value === 'object' && 'n' in value && value.unit !== 'hours';

/** What the names in a rulebook file stand for while it is compiled. */
export interface Scope {
  problems: Problems;
  parameters: ReadonlyMap<string, ParameterValue>;
  /** Named values of the file, compiled on first use; a circle is a mistake. What they read is noted in `used`. */
  value(name: string, at: Path, used?: Set<string>): Expression | undefined;
  /** Named conditions of the file, likewise. */
  condition(name: string, at: Path, used?: Set<string>): Condition | undefined;
  valueNames(): string[];
  conditionNames(): string[];
  /** The list whose entries `its.…` speaks of, inside `where`. */
  list?: ListName;
  /** What numbers among the parameters count: "kr", "hours". */
  units?: ReadonlyMap<string, string>;
  /** Notes which parameters a rule reads. */
  used?: Set<string>;
}

/** The fact a name stands for; a wrong name is answered with the names there are, `others` that it could be among them. */
export const factIn = (scope: Scope, name: unknown, at: Path, others: readonly string[] = []): Fact | undefined => {
  if (typeof name === 'string') {
    const fact = name.startsWith('its.') ? scope.list && entryFactNamed(scope.list, name.slice(4)) : factNamed(name);
    if (fact !== undefined) return fact;
  }
  const facts = scope.list === undefined ? factNames() : [...entryFactNames(scope.list), ...factNames()];
  const allowed = [...others, ...facts];
  const kind = others.length === 0 ? 'fact' : 'parameter, value or fact';
  const near = typeof name === 'string' ? closest(name, allowed) : undefined;
  const hint = near === undefined ? '' : ` did you mean ${near}?`;
  scope.problems.add(at, `there is no ${kind} ${JSON.stringify(name)};${hint} ${oneOf(allowed)}`);
  return undefined;
};

/** The parameter a `$name` stands for. */
export const parameterIn = (scope: Scope, name: string): ParameterValue | undefined => {
  const value = scope.parameters.get(name);
  if (value !== undefined) scope.used?.add(name);
  return value;
};

/** The allowed word with the fewest edits, if it is near enough to be a typo. */
const closest = (word: string, allowed: readonly string[]): string | undefined => {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 4)) + 1;
  for (const candidate of allowed) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
};

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
};
