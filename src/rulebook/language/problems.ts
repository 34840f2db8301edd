/** Where in a rulebook file something stands: keys and list indices from the top. */
export type Path = (string | number)[];

/** A mistake in a rulebook: where, what stands there, and what may stand there. */
export interface Problem {
  path: Path;
  message: string;
  /** The mistake is the key at the end of the path, not what stands under it. */
  isKey?: true;
}

/** Collects mistakes, so that an author sees all of them at once. */
export class Problems {
  readonly list: Problem[] = [];

  add(path: Path, message: string): void {
    this.list.push({ path, message });
  }

  /** A key that means nothing where it stands. */
  addKey(path: Path, message: string): void {
    this.list.push({ path, message, isKey: true });
  }
}

/** "one of a, b, c", for messages. */
export const oneOf = (allowed: Iterable<string>): string => `allowed: ${[...allowed].join(', ')}`;

export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
