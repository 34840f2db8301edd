import { isDeepStrictEqual } from 'node:util';
import type { Bilingual } from './judgement.ts';
import { formatParameter } from './parameters.ts';
import { reachedFrom, type Named } from './reached-from.ts';
import type { RulebookSource } from './schema.ts';

/** A parameter's value on a date, and where it comes from. */
export interface ParameterAt {
  value: Bilingual;
  reference: string;
}

/** What changed between two rulebook files, as far as some rules read it. */
export interface Changes {
  /** Entries of the plan, with the parts of them that changed. */
  entries: { id: string; change: 'new' | 'gone' | 'changed'; parts: string[] }[];
  /** Parameters with another value or reference on the date; without `from` it is new, without `to` gone. */
  parameters: { name: string; from?: ParameterAt; to?: ParameterAt; readBy: string[] }[];
  /** Named values and conditions: "values.lastDay". */
  named: { name: string; readBy: string[] }[];
  /** Other parts of the file, by their key. */
  others: string[];
}

/** What stands for the last end date among the rules that read something. */
export const LATEST_END = 'latestEnd';

type Entry = { id: string } & Record<string, unknown>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

/** The entries of all the file's lists, by id. */
const entriesOf = (data: RulebookSource): Map<string, Entry> =>
  new Map(
    Object.values(data).flatMap((list: unknown) =>
      Array.isArray(list) ? list.filter(isEntry).map((entry): [string, Entry] => [entry.id, entry]) : [],
    ),
  );

const unequal = (then: Record<string, unknown>, now: Record<string, unknown>): string[] =>
  [...new Set([...Object.keys(then), ...Object.keys(now)])].filter((key) => !isDeepStrictEqual(then[key], now[key]));

const changedEntries = (then: RulebookSource, now: RulebookSource, ids: readonly string[]): Changes['entries'] => {
  const [before, after] = [entriesOf(then), entriesOf(now)];
  return ids.flatMap((id): Changes['entries'] => {
    const [from, to] = [before.get(id), after.get(id)];
    if (from === undefined) return to === undefined ? [] : [{ id, change: 'new', parts: [] }];
    if (to === undefined) return [{ id, change: 'gone', parts: [] }];
    const parts = unequal(from, to);
    return parts.length === 0 ? [] : [{ id, change: 'changed', parts }];
  });
};

const parameterOn = (data: RulebookSource, name: string, on: string): ParameterAt | undefined =>
  formatParameter(data, name, on).map(({ value, reference }) => ({ value, reference }))[0];

/** Lists of entries and the named things are compared apart. */
const COMPARED = new Set(['parameters', 'values', 'conditions']);

const otherParts = (then: RulebookSource, now: RulebookSource): string[] =>
  unequal(then, now).filter((key) => {
    if (COMPARED.has(key)) return false;
    const lists = [Object.entries(then), Object.entries(now)].map((all) => all.find(([name]) => name === key)?.[1]);
    return !lists.some((list: unknown) => Array.isArray(list) && list.some(isEntry));
  });

/**
 * What changed between two rulebook files of one municipality on a civil date, as far as these rules (or the last end
 * date, `LATEST_END`) read it: why they say something else.
 */
export const changesReadBy = (
  then: RulebookSource,
  now: RulebookSource,
  on: string,
  rules: readonly string[],
): Changes => {
  const reads = rules.map((rule): [string, Set<Named>] => {
    const reached = [then, now].flatMap((data) => {
      const part = rule === LATEST_END ? data.latestEnd : entriesOf(data).get(rule);
      return [...reachedFrom(part, data)];
    });
    return [rule, new Set(reached)];
  });
  const readBy = (name: Named) => reads.flatMap(([rule, names]) => (names.has(name) ? [rule] : []));
  const parameters = unequal(then.parameters, now.parameters).flatMap((name): Changes['parameters'] => {
    const [from, to, readers] = [parameterOn(then, name, on), parameterOn(now, name, on), readBy(`parameters.${name}`)];
    if (readers.length === 0 || isDeepStrictEqual(from, to)) return [];
    return [{ name, ...(from && { from }), ...(to && { to }), readBy: readers }];
  });
  const named = (['values', 'conditions'] as const).flatMap((section) =>
    unequal(then[section] ?? {}, now[section] ?? {}).map((name) => {
      const full: Named = `${section}.${name}`;
      return { name: full, readBy: readBy(full) };
    }),
  );
  return {
    entries: changedEntries(then, now, rules),
    parameters,
    named: named.filter(({ readBy: readers }) => readers.length > 0),
    others: otherParts(then, now),
  };
};
