import type { RulebookSource } from './schema.ts';

/** A parameter, value or condition of a rulebook file: "parameters.longest". */
export type Named = `${'parameters' | 'values' | 'conditions'}.${string}`;

/** What a part of a file names: `$name` and, in texts, `{name}`; a condition stands by its bare name. */
const namesIn = (node: unknown, data: RulebookSource): Named[] => {
  if (typeof node === 'string') {
    const places = [...node.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? '');
    const called = node.startsWith('$') ? [node.slice(1), ...places] : places;
    return [
      ...called.flatMap((name): Named[] => [
        ...(Object.hasOwn(data.parameters, name) ? [`parameters.${name}` as const] : []),
        ...(Object.hasOwn(data.values ?? {}, name) ? [`values.${name}` as const] : []),
      ]),
      ...(Object.hasOwn(data.conditions ?? {}, node) ? [`conditions.${node}` as const] : []),
    ];
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap((part) => namesIn(part, data));
};

/** What stands in the file under such a name. */
export const partCalled = (named: Named, data: RulebookSource): unknown => {
  const [section, name = ''] = named.split('.');
  if (section === 'parameters') return data.parameters[name];
  return section === 'values' ? data.values?.[name] : data.conditions?.[name];
};

/** Everything that a part of a rulebook file reads, through any number of named values and conditions. */
export const reachedFrom = (node: unknown, data: RulebookSource): Set<Named> => {
  const reached = new Set<Named>();
  const open = namesIn(node, data);
  for (let named = open.pop(); named !== undefined; named = open.pop()) {
    if (reached.has(named)) continue;
    reached.add(named);
    // A parameter names nothing further: what stands there are values.
    if (!named.startsWith('parameters.')) open.push(...namesIn(partCalled(named, data), data));
  }
  return reached;
};
