import type { RulebookSource } from '../rulebook/schema.ts';

/** Words and references: a rule that only reads otherwise still says the same. */
const WORDING = new Set(['statement', 'source', 'reading', 'keywords', 'says', 'todo', 'way', 'name', 'reference']);

const withoutWording = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (WORDING.has(key) ? undefined : inner)) ?? '';

/** A whole string in JSON that is a name, with or without the dollar sign of a reference. */
const NAME = /"\$?([A-Za-z]\w*)"/g;

/** All that a rule's answers rest on: the rule itself, and every parameter, value and condition it names, in the end. */
const footprint = (rulebook: RulebookSource, rule: RulebookSource['rules'][number]): string => {
  const parts = new Map<string, string>();
  const add = (text: string): string => {
    for (const [, name = ''] of text.matchAll(NAME)) {
      if (parts.has(name)) continue;
      const { parameters, values = {}, conditions = {} } = rulebook;
      const named = [parameters, values, conditions].filter((section) => Object.hasOwn(section, name));
      if (named.length === 0) continue;
      parts.set(name, '');
      parts.set(name, add(withoutWording(named.map((section) => section[name]))));
    }
    return text;
  };
  const own = add(withoutWording(rule));
  return JSON.stringify([own, [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1))]);
};

/** The rules that stand in one version only, or rest on something else there: another number, condition or effect. */
export const changedRules = (from: RulebookSource, to: RulebookSource): Set<string> => {
  const before = new Map(from.rules.map((rule) => [rule.id, footprint(from, rule)]));
  const after = new Map(to.rules.map((rule) => [rule.id, footprint(to, rule)]));
  return new Set([...before.keys(), ...after.keys()].filter((id) => before.get(id) !== after.get(id)));
};
