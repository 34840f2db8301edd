import { canonicalJson } from '../receipts/canonical-json.ts';
import { changedPaths } from './changed-paths.ts';
import { type Draft, byKey, hasKeys, isDraft, pathOf } from './drafts.ts';

/** What merging has come to, by paths as `changedPaths` has them. */
export interface Marks {
  /** Taken from the file. */
  changed: string[];
  /** Another value was recorded in Makker, and stays. */
  kept: string[];
  /** Recorded in Makker, and the file says the same by now; of a whole entry of a list, that it is there. */
  agreed: string[];
  /** Instead of such an entry as a whole: where in it the file does not say the same. */
  differing: string[];
}

/** What was recorded in Makker, and what merging has come to so far. */
interface Merging extends Marks {
  recorded: ReadonlySet<string>;
}

const mergedValue = (there: unknown, value: unknown, path: string, held: boolean, merging: Merging): unknown => {
  const wanted = value === null ? undefined : value;
  const recorded = merging.recorded.has(path);
  if (there === wanted || canonicalJson([there]) === canonicalJson([wanted])) {
    if (recorded) merging.agreed.push(path);
    return there;
  }
  if (recorded || (held && there !== undefined)) {
    merging.kept.push(path);
    return there;
  }
  merging.changed.push(path);
  return wanted;
};

const mergedParts = (there: unknown, value: Draft, path: string, held: boolean, merging: Merging): unknown => {
  if (there === undefined && Object.keys(value).length === 0) return mergedValue(there, value, path, held, merging);
  const before = isDraft(there) ? there : {};
  const after = mergedInto(before, value, path, held, merging);
  if (after === before) return there;
  return Object.values(after).some((part) => part !== undefined) ? after : undefined;
};

const mergedList = (list: string, there: unknown, value: unknown, path: string, held: boolean, merging: Merging) => {
  if (there === undefined && Array.isArray(value) && value.length === 0)
    return mergedValue(there, value, path, held, merging);
  const known = byKey(list, there);
  const entries = new Map(known);
  let changed = false;
  for (const [key, entry] of byKey(list, value)) {
    const at = `${path}[${key}]`;
    const before = known.get(key);
    const recorded = held || merging.recorded.has(at);
    if (before === undefined && recorded) {
      merging.kept.push(at);
      continue;
    }
    if (before === undefined) merging.changed.push(at);
    const unmarked = { recorded: merging.recorded, changed: [], kept: [], agreed: [], differing: [] };
    const after = mergedInto(before ?? {}, entry, at, recorded, before === undefined ? unmarked : merging);
    if (before !== undefined && merging.recorded.has(at)) {
      merging.agreed.push(at);
      merging.differing.push(...changedPaths(withoutEmpty(entry), after, at));
    }
    changed ||= after !== before;
    entries.set(key, after);
  }
  return changed ? [...entries.values()] : there;
};

/**
 * The record with what a file says of it, the same object where nothing changes: fields that the file names are taken from
 * it, `null` takes a value away; lists are merged by the keys of their entries, and none is ever taken away. What was
 * recorded in Makker stays, and `held` means all of it was.
 */
const mergedInto = (current: Draft, incoming: Draft, path: string, held: boolean, merging: Merging): Draft => {
  let result = current;
  for (const [name, value] of Object.entries(incoming)) {
    const [there, at] = [current[name], pathOf(path, name)];
    const next = hasKeys(name)
      ? mergedList(name, there, value, at, held, merging)
      : isDraft(value)
        ? mergedParts(there, value, at, held, merging)
        : mergedValue(there, value, at, held, merging);
    if (next !== there) result = { ...result, [name]: next };
  }
  return result;
};

/** A record merged with what a file says of the case, not yet checked. */
export const mergeImport = (
  current: Draft,
  incoming: Draft,
  recorded: readonly string[] = [],
): { record: Draft } & Marks => {
  const marks: Marks = { changed: [], kept: [], agreed: [], differing: [] };
  const record = mergedInto(current, incoming, '', false, { recorded: new Set(recorded), ...marks });
  return { record, ...marks };
};

/** What a file says of a case that is not there yet: without what it says nothing of. */
export const withoutEmpty = (incoming: Draft): Draft => {
  const said: Draft = {};
  for (const [name, value] of Object.entries(incoming)) {
    if (value === null || value === undefined) continue;
    if (Array.isArray(value))
      said[name] = value.map((entry: unknown) => (isDraft(entry) ? withoutEmpty(entry) : entry));
    else if (isDraft(value)) {
      const parts = withoutEmpty(value);
      if (Object.keys(parts).length > 0 || Object.keys(value).length === 0) said[name] = parts;
    } else said[name] = value;
  }
  return said;
};
