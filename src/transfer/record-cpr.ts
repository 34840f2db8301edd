import { isDraft } from '../cases/drafts.ts';
import { maskCpr, maskCprInId } from '../privacy/cpr.ts';

/** Names are looked at as free text is, everything else as ids are: import and export go by the same. */
const masked = (name: string, value: string): string => (name === 'name' ? maskCpr(value) : maskCprInId(value));

/** Where in a record, below a path, something has the shape of a CPR number; undefined when nowhere. */
export const cprPathIn = (value: unknown, path: readonly string[] = []): string | undefined => {
  if (typeof value === 'string' || typeof value === 'number')
    return masked(path.at(-1) ?? '', String(value)) === String(value) ? undefined : path.join('.');
  const parts = isDraft(value) || Array.isArray(value) ? Object.entries(value) : [];
  for (const [name, part] of parts) {
    const found = cprPathIn(part, [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** A record as JSON, without what has the shape of a CPR number; whatever import takes stands in it as it is. */
export const recordJson = (record: object): string =>
  JSON.stringify(record, (name, value: unknown) => (typeof value === 'string' ? masked(name, value) : value));
