/** A record, or part of one, looked at field by field; it has been checked, or will be. */
export type Draft = Record<string, unknown>;

export const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the entries of a list are told apart by; a list that is not here is one value. */
const KEYS: Record<string, readonly string[]> = {
  offers: ['id'],
  events: ['type', 'on'],
  history: ['type', 'from'],
  followUps: ['on'],
  signOffs: ['rule', 'by', 'on', 'forEnd'],
};

export const hasKeys = (list: string): boolean => Object.hasOwn(KEYS, list);

/** What an entry of a list is told apart by, as one text. */
export const entryKey = (list: string, entry: Draft): string => {
  let key = '';
  for (const name of KEYS[list] ?? []) {
    const value = entry[name];
    if (typeof value === 'string') key += key === '' ? value : `~${value}`;
  }
  return key;
};

/** The entries of a list by their keys; of several with the same key each has its number. */
export const byKey = (list: string, entries: unknown): Map<string, Draft> => {
  const keyed = new Map<string, Draft>();
  for (const entry of Array.isArray(entries) ? entries.filter(isDraft) : []) {
    const key = entryKey(list, entry);
    let number = 1;
    while (keyed.has(number === 1 ? key : `${key}#${number}`)) number += 1;
    keyed.set(number === 1 ? key : `${key}#${number}`, entry);
  }
  return keyed;
};

/** The path of a field of what stands at a path. */
export const pathOf = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
