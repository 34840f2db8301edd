/** A JSON object that came out of a template. */
export type Payload = Record<string, unknown>;

export const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in a payload, with the key it stands under and the way to it. */
export interface Leaf {
  path: string;
  key: string;
  value: unknown;
}

/** Everything in a payload, objects and lists before what they hold. */
export function* walk(value: unknown, path = '$', key = ''): Generator<Leaf> {
  yield { path, key, value };
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* walk(item, `${path}[${index}]`, key);
  else if (isPayload(value))
    for (const [name, item] of Object.entries(value)) yield* walk(item, `${path}.${name}`, name);
}

/** The size Teams counts: the JSON as UTF-16, in bytes. */
export const sizeOf = (payload: unknown): number => JSON.stringify(payload).length * 2;

/** Teams refuses a message of 100 KB; the rest of the message needs room too. */
export const largestCard = 80 * 1024;
