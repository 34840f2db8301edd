import { all, any, not } from '../kleene.ts';
import { typeName, type Value } from '../facts/types.ts';
import { compileComparison } from './comparisons.ts';
import { listAt, onlyKeys, tableAt, type Table } from './keys.ts';
import { listEntries, listNameAt } from './lists.ts';
import { oneOf, shown, type Path } from './problems.ts';
import { factIn, type Condition, type Scope } from './scope.ts';
import { compileValue } from './values.ts';

const several =
  (key: 'all' | 'any') =>
  (scope: Scope, table: Table, at: Path): Condition | undefined => {
    const nodes = listAt(scope.problems, table[key], [...at, key], 'conditions');
    if (nodes === undefined) return undefined;
    const parts = nodes.map((node, index) => compileCondition(scope, node, [...at, key, index]));
    const sound = parts.filter((part) => part !== undefined);
    if (sound.length !== parts.length) return undefined;
    const join = key === 'all' ? all : any;
    return (world) => join(sound, (part) => part(world));
  };

const negated = (scope: Scope, table: Table, at: Path): Condition | undefined => {
  const inner = compileCondition(scope, table['not'], [...at, 'not']);
  return inner && ((world) => not(inner(world)));
};

/** Some entry of a list meets the condition. */
const exists = (scope: Scope, table: Table, at: Path): Condition | undefined => {
  const list = listNameAt(scope, table['exists'], [...at, 'exists']);
  if (list === undefined) return undefined;
  const where = 'where' in table ? compileCondition({ ...scope, list }, table['where'], [...at, 'where']) : () => true;
  if (where === undefined) return undefined;
  return (world) => {
    const outer = world.its;
    const found = any(listEntries(world, list), (entry) => {
      world.its = entry;
      return where(world);
    });
    world.its = outer;
    return found;
  };
};

/** Whether a fact is recorded at all. Never unknown, never asked for. */
const recorded = (scope: Scope, table: Table, at: Path): Condition | undefined => {
  const fact = factIn(scope, table['recorded'], [...at, 'recorded']);
  return fact && ((world) => world.read(fact) !== undefined);
};

/** The fact is known to be this, or one of these; an unknown one says no and is not asked for. */
const knownToBe = (scope: Scope, table: Table, at: Path): Condition | undefined => {
  const fact = factIn(scope, table['fact'], [...at, 'fact']);
  const wanted = words(scope, table['knownToBe'], [...at, 'knownToBe']);
  if (fact === undefined || wanted === undefined) return undefined;
  const { type } = fact;
  if (type.type === 'word' && type.values !== undefined)
    for (const value of wanted)
      if (!type.values.includes(String(value)))
        scope.problems.add([...at, 'knownToBe'], `${shown(value)} is no value of ${fact.name}; ${oneOf(type.values)}`);
  if (type.type !== 'word' && type.type !== 'boolean')
    scope.problems.add(
      [...at, 'knownToBe'],
      `${fact.name} is a ${typeName(type)}; knownToBe takes words and yes/no facts`,
    );
  return (world) => {
    const value = world.read(fact);
    return value !== undefined && wanted.includes(value);
  };
};

/** The words (or yes/no) a comparison lists: one, several, or the list of a parameter. */
export const words = (scope: Scope, node: unknown, at: Path): readonly Value[] | undefined => {
  const named = typeof node === 'string' && node.startsWith('$') ? scope.parameters.get(node.slice(1)) : undefined;
  if (Array.isArray(named)) {
    scope.used?.add(String(node).slice(1));
    return named;
  }
  const values = Array.isArray(node) ? node : [node];
  if (values.every((value) => typeof value === 'string' || typeof value === 'boolean') && !String(node).startsWith('$'))
    return values;
  scope.problems.add(at, `${shown(node)} stands where a word, yes/no, a list of words or a list parameter is wanted`);
  return undefined;
};

const forms: Record<string, { keys: readonly string[]; compile: typeof negated }> = {
  all: { keys: ['all'], compile: several('all') },
  any: { keys: ['any'], compile: several('any') },
  not: { keys: ['not'], compile: negated },
  exists: { keys: ['exists', 'where'], compile: exists },
  recorded: { keys: ['recorded'], compile: recorded },
  knownToBe: { keys: ['fact', 'knownToBe'], compile: knownToBe },
};

/** Compiles a condition: the name of one, one of the forms above, or a comparison of a fact or value. */
export const compileCondition = (scope: Scope, node: unknown, at: Path): Condition | undefined => {
  if (typeof node === 'boolean') return () => node;
  if (typeof node === 'string') {
    if (scope.conditionNames().includes(node)) return scope.condition(node, at, scope.used);
    scope.problems.add(at, `there is no condition named ${shown(node)}; ${oneOf(scope.conditionNames())}`);
    return undefined;
  }
  const table = tableAt(scope.problems, node, at, 'a condition');
  if (table === undefined) return undefined;
  const found = Object.entries(forms).find(([key]) => key in table);
  if (found !== undefined) {
    const [, form] = found;
    return onlyKeys(scope.problems, table, at, form.keys) ? form.compile(scope, table, at) : undefined;
  }
  if (!('fact' in table) && !('value' in table)) {
    scope.problems.add(at, `${shown(node)} is no condition; ${oneOf([...Object.keys(forms), 'fact', 'value'])}`);
    return undefined;
  }
  const left =
    'fact' in table
      ? compileFact(scope, table['fact'], [...at, 'fact'])
      : compileValue(scope, table['value'], [...at, 'value']);
  return left && compileComparison(scope, table, left, at);
};

const compileFact = (scope: Scope, name: unknown, at: Path) =>
  factIn(scope, name, at) && compileValue(scope, `$${String(name)}`, at);

/** The forms by which conditions are built, for whoever writes about them. */
export const conditionForms = (): string[] => Object.keys(forms);
