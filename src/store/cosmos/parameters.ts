import type { JSONValue, SqlParameter } from '@azure/cosmos';

/** Takes a value in and gives the name that stands for it in the query text. */
export type Add = (value: JSONValue) => string;

/** Collects the values of a query, so that none of them is ever written into its text. */
export const collectParameters = (): { list: SqlParameter[]; add: Add } => {
  const list: SqlParameter[] = [];
  return { list, add: (value) => `@p${list.push({ name: `@p${list.length}`, value }) - 1}` };
};
