import { oneOf, shown, type Path, type Problems } from './problems.ts';

export type Table = Record<string, unknown>;

/** A mapping, or a problem saying what stands there instead. */
export const tableAt = (problems: Problems, node: unknown, at: Path, wanted: string): Table | undefined => {
  if (typeof node === 'object' && node !== null && !Array.isArray(node)) return { ...node };
  problems.add(at, `${shown(node)} stands where ${wanted} is wanted`);
  return undefined;
};

/** Refuses keys that mean nothing here, naming those that do. */
export const onlyKeys = (problems: Problems, table: Table, at: Path, allowed: readonly string[]): boolean => {
  const unknown = Object.keys(table).filter((key) => !allowed.includes(key));
  for (const key of unknown) problems.addKey([...at, key], `"${key}" means nothing here; ${oneOf(allowed)}`);
  return unknown.length === 0;
};

/** A list, or a problem. */
export const listAt = (problems: Problems, node: unknown, at: Path, wanted: string): unknown[] | undefined => {
  if (Array.isArray(node)) return node;
  problems.add(at, `${shown(node)} stands where a list of ${wanted} is wanted`);
  return undefined;
};
