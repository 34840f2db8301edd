import { z } from 'zod';

/** What a cell of a fact may hold. */
export type FactType =
  | { is: 'date' | 'instant' | 'number' | 'boolean' | 'text' | 'id' | 'ids' }
  | { is: 'choice'; of: readonly string[] };

const leafType = (schema: z.core.$ZodType): FactType | undefined => {
  if (schema instanceof z.ZodISODate) return { is: 'date' };
  if (schema instanceof z.ZodEnum) return { is: 'choice', of: schema.options.map(String) };
  if (schema instanceof z.ZodNumber) return { is: 'number' };
  if (schema instanceof z.ZodBoolean) return { is: 'boolean' };
  if (schema instanceof z.ZodUnion) return { is: 'instant' };
  if (schema instanceof z.ZodPipe) return { is: 'text' };
  if (schema instanceof z.ZodString) return { is: 'id' };
  return schema instanceof z.ZodArray && schema.element instanceof z.ZodString ? { is: 'ids' } : undefined;
};

/** One name on the way to a fact, and whether a list of entries stands there. */
export interface Step {
  name: string;
  list: boolean;
}

export interface Fact {
  steps: Step[];
  type: FactType;
}

/** The fact at a path like `offers.bids.provider`, in which a list is passed through without a number. */
export const factAtPath = (schema: z.core.$ZodType, path: string): Fact | undefined => {
  const steps: Step[] = [];
  let at: z.core.$ZodType | undefined = schema;
  for (const name of path.split('.')) {
    if (at instanceof z.ZodRecord) {
      if (!z.safeParse(at.keyType, name).success) return undefined;
      at = at.valueType;
    } else if (at instanceof z.ZodObject) at = Object.hasOwn(at.shape, name) ? at.shape[name] : undefined;
    else return undefined;
    if (at instanceof z.ZodOptional) at = at.unwrap();
    const list = at instanceof z.ZodArray && at.element instanceof z.ZodObject;
    steps.push({ name, list });
    if (at instanceof z.ZodArray && list) at = at.element;
  }
  const type = at === undefined ? undefined : leafType(at);
  return type && { steps, type };
};

/** Every fact of a record, by its path; of what may have any of many names the first. */
export const factPaths = (schema: z.core.$ZodType, path = ''): string[] => {
  if (schema instanceof z.ZodOptional) return factPaths(schema.unwrap(), path);
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodObject) return factPaths(schema.element, path);
  if (schema instanceof z.ZodRecord) return [`${path}.…`];
  if (!(schema instanceof z.ZodObject)) return [path];
  return Object.entries(schema.shape).flatMap(([name, part]) =>
    factPaths(part, path === '' ? name : `${path}.${name}`),
  );
};
