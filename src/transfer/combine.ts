import { type Draft, entryKey, isDraft, pathOf } from '../cases/drafts.ts';
import { canonicalJson } from '../receipts/canonical-json.ts';

/** Where two rows of one record say different things, by path. */
export type Conflicts = string[];

const keyIn = (list: string, entry: Draft): string =>
  list === 'bids' ? String(entry['provider']) : entryKey(list, entry);

const entriesOf = (value: unknown): Draft[] => (Array.isArray(value) ? value.filter(isDraft) : []);

const combinedLists = (list: string, ours: unknown, theirs: unknown, path: string, conflicts: Conflicts): Draft[] => {
  const entries = new Map(entriesOf(ours).map((entry) => [keyIn(list, entry), entry]));
  for (const entry of entriesOf(theirs)) {
    const known = entries.get(keyIn(list, entry));
    entries.set(keyIn(list, entry), known === undefined ? entry : combined(known, entry, conflicts, path));
  }
  return [...entries.values()];
};

/** What two rows say of one record together: an empty cell says nothing beside one that is not. */
export const combined = (ours: Draft, theirs: Draft, conflicts: Conflicts, path = ''): Draft => {
  const result = { ...ours };
  for (const [name, value] of Object.entries(theirs)) {
    const there = ours[name];
    const at = pathOf(path, name);
    if (there === undefined || there === null) result[name] = value;
    else if (value === null || value === there) continue;
    else if (isDraft(there) && isDraft(value)) result[name] = combined(there, value, conflicts, at);
    else if (entriesOf(value).length > 0) result[name] = combinedLists(name, there, value, at, conflicts);
    else if (canonicalJson([there]) !== canonicalJson([value])) conflicts.push(at);
  }
  return result;
};
