import type { Bilingual, Shown, Wording } from '../judgement.ts';
import type { Value } from '../facts/types.ts';
import type { World } from '../world.ts';
import { factNamed } from '../facts/catalogue.ts';
import { compileValue } from './values.ts';
import { oneOf, type Path } from './problems.ts';
import { parameterIn, type Scope } from './scope.ts';

/** A text of the rulebook with its `{name}` places; the values are taken when its rule speaks. */
export type TextTemplate = (world: World) => Wording;

const place = /\{([^{}]+)\}/g;

/** The names in the `{…}` places of a text. */
const placesOf = (text: string): string[] => [...text.matchAll(place)].flatMap(([, name]) => name ?? []);

/** Compiles a text; each place must be a parameter, a named value or a fact, and stand in both languages. */
export const compileText = (scope: Scope, text: Bilingual, at: Path): TextTemplate => {
  const names = new Set(placesOf(text.da));
  const english = new Set(placesOf(text.en));
  for (const name of names.symmetricDifference(english))
    scope.problems.add(
      [...at, names.has(name) ? 'da' : 'en'],
      `{${name}} stands in one of the languages only; both texts name the same values`,
    );
  const readers = [...names].flatMap((name): [string, (world: World) => Shown | undefined][] => {
    const reader = compilePlace(scope, name, [...at, 'da']);
    return reader === undefined ? [] : [[name, reader]];
  });
  return (world) => {
    const shown: Record<string, Shown> = {};
    const mark = world.unknown.length;
    for (const [name, read] of readers) {
      const value = read(world);
      if (value !== undefined) shown[name] = value;
    }
    world.forget(mark);
    return { text, values: shown };
  };
};

const compilePlace = (scope: Scope, name: string, at: Path): ((world: World) => Shown | undefined) | undefined => {
  const parameter = parameterIn(scope, name);
  if (typeof parameter === 'object' && 'n' in parameter) return () => ({ as: 'duration', value: parameter });
  if (parameter === undefined && !scope.valueNames().includes(name) && factNamed(name) === undefined) {
    const allowed = [...scope.parameters.keys(), ...scope.valueNames()];
    scope.problems.add(at, `{${name}} is no parameter, value or fact; ${oneOf(allowed)}, or a fact`);
    return undefined;
  }
  const expression = compileValue(scope, `$${name}`, at);
  if (expression === undefined) return undefined;
  const { type, of } = expression;
  const unit = scope.units?.get(name) ?? (type.type === 'number' ? type.unit : undefined);
  return (world) => asShown(of(world), type.type === 'date', unit);
};

const asShown = (value: Value | undefined, isDate: boolean, unit: string | undefined): Shown | undefined => {
  if (typeof value === 'number') {
    if (isDate) return { as: 'date', value };
    return unit === undefined ? { as: 'number', value } : { as: 'number', value, unit };
  }
  return value === undefined ? undefined : { as: 'word', value: String(value) };
};
