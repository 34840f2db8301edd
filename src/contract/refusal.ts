import type { z } from 'zod';
import { allowedNames, valueAt } from './allowed-names.ts';

/** Why an input was refused: where, and what is allowed there. */
export interface Refusal {
  /** Field names joined by dots; empty for the whole input. */
  path: string;
  message: string;
}

/** Checks data from outside against a schema; a refusal names the first mistake. */
export const checked = <T>(schema: z.ZodType<T>, data: unknown): { data: T } | { refusal: Refusal } => {
  const result = schema.safeParse(data);
  if (result.success) return { data: result.data };
  const [issue] = result.error.issues;
  return { refusal: issue === undefined ? { path: '', message: 'refused' } : refusalOf(schema, data, issue) };
};

/** What an issue of a schema says of the data. */
export const refusalOf = (schema: z.ZodType, data: unknown, issue: z.core.$ZodIssue): Refusal => {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedNames(schema, data, issue.path.map(String));
    return {
      path: [...path, issue.keys[0] ?? ''].join('.'),
      message: `there is no such field; allowed: ${allowed.join(', ')}`,
    };
  }
  if (valueAt(data, path) === null) return { path: path.join('.'), message: 'null is refused: leave the field out' };
  if (issue.code === 'invalid_value')
    return { path: path.join('.'), message: `allowed: ${issue.values.map(String).join(', ')}` };
  return { path: path.join('.'), message: issue.message };
};
