import { partCalled, reachedFrom } from '../rulebook/reached-from.ts';
import type { RulebookSource } from '../rulebook/schema.ts';

/** Words and references: a rule that only reads otherwise still says the same. */
const WORDING = new Set(['statement', 'source', 'reading', 'keywords', 'says', 'todo', 'way', 'name', 'reference']);

/** A part of a rulebook file without what is only said. */
export const withoutWording = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (key, inner: unknown) => (WORDING.has(key) ? undefined : inner)));

/** All that a rule's answers rest on: the rule itself, and every parameter, value and condition it names, in the end. */
const footprint = (rulebook: RulebookSource, rule: RulebookSource['rules'][number]): string => {
  const own = withoutWording(rule);
  const reached = [...reachedFrom(own, rulebook)].toSorted();
  return JSON.stringify([own, reached.map((named) => [named, withoutWording(partCalled(named, rulebook))])]);
};

/** The rules that stand in one version only, or rest on something else there: another number, condition or effect. */
export const changedRules = (from: RulebookSource, to: RulebookSource): Set<string> => {
  const before = new Map(from.rules.map((rule) => [rule.id, footprint(from, rule)]));
  const after = new Map(to.rules.map((rule) => [rule.id, footprint(to, rule)]));
  return new Set([...before.keys(), ...after.keys()].filter((id) => before.get(id) !== after.get(id)));
};
