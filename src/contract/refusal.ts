import { z } from 'zod';

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

const refusalOf = (schema: z.ZodType, data: unknown, issue: z.core.$ZodIssue): Refusal => {
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

const valueAt = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
    data,
  );

/** The field names of the object that a path leads to, following the data through unions. */
const allowedNames = (schema: z.core.$ZodType, data: unknown, path: readonly string[]): string[] => {
  if (schema instanceof z.ZodOptional) return allowedNames(schema.unwrap(), data, path);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const option = schema.options.find((each) => {
      const tag = each instanceof z.ZodObject ? each.shape[schema.def.discriminator] : undefined;
      return tag instanceof z.ZodLiteral && tag.value === valueAt(data, [schema.def.discriminator]);
    });
    return option === undefined ? [] : allowedNames(option, data, path);
  }
  const [key, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    if (key === undefined) return Object.keys(schema.shape);
    const field: unknown = schema.shape[key];
    return field instanceof z.ZodType ? allowedNames(field, valueAt(data, [key]), rest) : [];
  }
  if (schema instanceof z.ZodArray && key !== undefined)
    return allowedNames(schema.element, valueAt(data, [key]), rest);
  return [];
};
