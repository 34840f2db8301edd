/** Facts and the values rules compute with: days are integers (see calendar), words are strings. */
export type Value = number | boolean | string;

export type ValueType =
  | { type: 'boolean' }
  | { type: 'number'; unit?: string }
  | { type: 'date' }
  /** `values` present: one of these words and no other. */
  | { type: 'word'; values?: readonly string[] };

/** What a type is called in error messages. */
export const typeName = (type: ValueType): string =>
  type.type === 'word' && type.values !== undefined ? `one of ${type.values.join(', ')}` : type.type;
