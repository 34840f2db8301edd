import { LineCounter, parseDocument, isNode, isMap, type Document } from 'yaml';
import type { z } from 'zod';
import { shown, type Path, type Problem } from './language/problems.ts';

/** A rulebook that cannot be used: every mistake with file, line, column, what stands there and what may. */
export class RulebookError extends Error {
  readonly code = 'RULEBOOK_REFUSED';
  readonly mistakes: string[];

  constructor(file: string, mistakes: string[]) {
    super(`${file} is refused:\n${mistakes.join('\n')}`);
    this.name = 'RulebookError';
    this.mistakes = mistakes;
  }
}

/** A file's data, and where each part of it stands. */
export interface Located<T> {
  data: T;
  /** Throws a RulebookError that lists the problems by line and column; does nothing when there are none. */
  refuse(problems: readonly Problem[]): void;
}

/** Reads YAML and checks its outline. Throws a RulebookError that names every mistake. */
export const readYaml = <T>(file: string, text: string, schema: z.ZodType<T>): Located<T> => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true, uniqueKeys: true });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  if (document.errors.length > 0)
    throw new RulebookError(
      file,
      document.errors.map((error) => `${at(error.pos[0])} ${error.message.split('\n')[0]}`),
    );
  const refuse = (problems: readonly Problem[]) => {
    if (problems.length > 0)
      throw new RulebookError(
        file,
        problems.map(({ path, message }) => `${at(offsetOf(document, path))} ${path.join('.')}: ${message}`),
      );
  };
  const data: unknown = document.toJS();
  const checked = schema.safeParse(data);
  if (!checked.success) refuse(checked.error.issues.flatMap((issue) => problemsOf(data, issue)));
  if (checked.data === undefined) throw new RulebookError(file, ['nothing stands in it']);
  return { data: checked.data, refuse };
};

/** Where a path stands in the file; the nearest part above it that is there. For a key that means nothing, the key itself. */
const offsetOf = (document: Document, path: Path): number => {
  for (let length = path.length; length >= 0; length -= 1) {
    const last = path[length - 1];
    const parent = document.getIn(path.slice(0, length - 1), true);
    if (length > 0 && isMap(parent)) {
      const pair = parent.items.find(({ key }) => isNode(key) && 'value' in key && key.value === last);
      const node = length === path.length && isNode(pair?.value) && pair.value.range ? pair.value : pair?.key;
      if (isNode(node) && node.range) return node.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
};

const problemsOf = (data: unknown, issue: z.core.$ZodIssue): Problem[] => {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], message: `"${key}" means nothing here` }));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((a, b) => (b.length < a.length ? b : a));
    return nearest.flatMap((inner) => problemsOf(data, { ...inner, path: [...issue.path, ...inner.path] }));
  }
  const there = path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
    data,
  );
  const found = there === undefined ? 'nothing stands here' : `${shown(there)} stands here`;
  return [{ path, message: `${issue.message}; ${found}` }];
};
