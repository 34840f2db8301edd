import { compileCondition } from './language/conditions.ts';
import type { Path, Problems } from './language/problems.ts';
import type { Scope } from './language/scope.ts';
import { compileValue } from './language/values.ts';
import type { RulebookSource } from './schema.ts';

/** Named values and conditions, compiled once on first use; a name that leads back to itself is a mistake. */
export const namedScope = (data: RulebookSource, parameters: Scope['parameters'], problems: Problems): Scope => {
  const units = new Map<string, string>();
  for (const [name, entries] of Object.entries(data.parameters))
    for (const { unit } of entries) if (unit !== undefined) units.set(name, unit);
  const lookup = <T>(
    section: 'values' | 'conditions',
    compile: (scope: Scope, node: unknown, at: Path) => T | undefined,
  ) => {
    const done = new Map<string, { compiled: T | undefined; reads: Set<string> }>();
    const busy = new Set<string>();
    return (name: string, at: Path, used?: Set<string>): T | undefined => {
      if (busy.has(name)) {
        problems.add(at, `${name} leads back to itself`);
        return undefined;
      }
      busy.add(name);
      const reads = new Set<string>();
      const known = done.get(name) ?? {
        compiled: compile({ ...scope, used: reads }, data[section]?.[name], [section, name]),
        reads,
      };
      busy.delete(name);
      done.set(name, known);
      for (const parameter of known.reads) used?.add(parameter);
      return known.compiled;
    };
  };
  const valueNames = Object.keys(data.values ?? {});
  const conditionNames = Object.keys(data.conditions ?? {});
  const scope: Scope = {
    problems,
    parameters,
    units,
    value: lookup('values', (inner, node, at) => {
      const compiled = compileValue(inner, node, at);
      const nth = valueNames.indexOf(String(at.at(-1)));
      return compiled && { ...compiled, of: (world) => world.named(nth, compiled.of) };
    }),
    condition: lookup('conditions', (inner, node, at) => compileCondition(inner, node, at)),
    valueNames: () => valueNames,
    conditionNames: () => conditionNames,
  };
  return scope;
};
