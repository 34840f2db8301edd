import { type Draft, entryKey, isDraft, pathOf } from '../cases/drafts.ts';
import { canonicalJson } from '../receipts/canonical-json.ts';

/** Where two rows of one record say different things, by path. */
export type Conflicts = string[];

const keyIn = (list: string, entry: Draft): string =>
  list === 'bids' ? String(entry['provider']) : entryKey(list, entry);

const combineLists = (list: string, ours: unknown[], theirs: unknown[], path: string, conflicts: Conflicts): void => {
  for (const entry of theirs.filter(isDraft)) {
    const key = keyIn(list, entry);
    const same = ours.filter(isDraft).find((one) => keyIn(list, one) === key);
    if (same === undefined) ours.push(entry);
    else combine(same, entry, conflicts, path);
  }
};

/** Puts what another row says of the same record into what those before it said: an empty cell says nothing beside one that is not. */
export const combine = (ours: Draft, theirs: Draft, conflicts: Conflicts, path = ''): void => {
  for (const [name, value] of Object.entries(theirs)) {
    const there = ours[name];
    if (there === undefined || there === null) ours[name] = value;
    else if (value === null || value === there) continue;
    else if (isDraft(there) && isDraft(value)) combine(there, value, conflicts, pathOf(path, name));
    else if (Array.isArray(there) && Array.isArray(value) && value.some(isDraft))
      combineLists(name, there, value, pathOf(path, name), conflicts);
    else if (canonicalJson([there]) !== canonicalJson([value])) conflicts.push(pathOf(path, name));
  }
};
