import { z } from 'zod';

/** What stands at a path of plain data; undefined where nothing does. */
export const valueAt = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
    data,
  );

/** The field names of the object that a path leads to, following the data through unions. */
export const allowedNames = (schema: z.core.$ZodType, data: unknown, path: readonly string[]): string[] => {
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
  if (schema instanceof z.ZodRecord && key !== undefined)
    return allowedNames(schema.valueType, valueAt(data, [key]), rest);
  return [];
};
