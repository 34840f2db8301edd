import { canonicalJson } from '../receipts/canonical-json.ts';
import { type Draft, byKey, hasKeys, isDraft, pathOf } from './drafts.ts';

const inLists = (list: string, before: unknown, after: unknown, path: string): string[] => {
  const [was, is] = [byKey(list, before), byKey(list, after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now, at] = [was.get(key), is.get(key), `${path}[${key}]`];
    return old === undefined || now === undefined ? at : changedPaths(old, now, at);
  });
};

/**
 * Where two records differ: paths like `citizen.attendableHours` and `offers[O-1].ends`; an entry of a list that only one
 * of them has is one path.
 */
export const changedPaths = (before: Draft, after: Draft, path = ''): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [was, is, at] = [before[name], after[name], pathOf(path, name)];
    if (was === is) return [];
    if (hasKeys(name)) return inLists(name, was, is, at);
    if (isDraft(was) || isDraft(is)) return changedPaths(isDraft(was) ? was : {}, isDraft(is) ? is : {}, at);
    return canonicalJson([was]) === canonicalJson([is]) ? [] : at;
  });
