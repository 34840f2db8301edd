import { Problems, type Problem } from '../language/problems.ts';
import type { CommonSource, RulebookSource } from '../schema.ts';
import { compileData, rulebookOn, type Stretches } from './compile-data.ts';
import { neighboursOf } from './neighbours.ts';
import { disagreementsWith } from './disagreements.ts';
import type { Scenario } from './scenario.ts';

/** The first scenario that a rulebook answers otherwise than is laid down; undefined where it agrees with all. */
export const firstDisagreement = (stretches: Stretches, scenarios: readonly Scenario[]): Scenario | undefined =>
  scenarios.find((scenario) => {
    const rulebook = rulebookOn(stretches, scenario.today);
    return rulebook !== undefined && disagreementsWith(rulebook, scenario).length > 0;
  });

/**
 * Proves that each threshold has a scenario on either side of it: one more, or one less, of what it counts must be
 * noticed by a scenario. A threshold that nobody would miss is told with its place.
 */
export const unguardedThresholds = (
  data: RulebookSource,
  common: CommonSource,
  scenarios: readonly Scenario[],
): Problem[] => {
  const problems = new Problems();
  for (const [name, entries] of Object.entries(data.parameters))
    for (const [index, entry] of entries.entries())
      for (const neighbour of neighboursOf(entry.value)) {
        const changed = { ...data.parameters, [name]: entries.with(index, { ...entry, value: neighbour }) };
        const stretches = compileData({ ...data, parameters: changed }, common);
        if (stretches !== undefined && firstDisagreement(stretches, scenarios) === undefined)
          problems.add(
            ['parameters', name, index, 'value'],
            `no scenario would notice ${name} being ${neighbour}; each side of a threshold needs one`,
          );
      }
  return problems.list;
};
