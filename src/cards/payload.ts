/** A JSON object that came out of a template. */
export type Payload = Record<string, unknown>;

export const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in a payload, with the key it stands under and the way to it. */
export interface Leaf {
  path: string;
  key: string;
  value: unknown;
  /** It stands in an action's `data`, which comes back with a click and is shown to nobody. */
  inData: boolean;
}

/** Everything in a payload, objects and lists before what they hold. */
export const leavesOf = (payload: unknown): Leaf[] => {
  const leaves: Leaf[] = [];
  const visit = (value: unknown, path: string, key: string, inData: boolean): void => {
    leaves.push({ path, key, value, inData });
    if (Array.isArray(value))
      for (let at = 0; at < value.length; at += 1) visit(value[at], `${path}[${at}]`, key, inData);
    else if (isPayload(value))
      for (const name of Object.keys(value)) visit(value[name], `${path}.${name}`, name, inData || name === 'data');
  };
  visit(payload, '$', '', false);
  return leaves;
};

/** The size Teams counts: the JSON as UTF-16, in bytes. */
export const sizeOf = (payload: unknown): number => JSON.stringify(payload).length * 2;

/** Teams refuses a message of 100 KB; the rest of the message needs room too. */
export const largestCard = 80 * 1024;
