import { CORE_SCHEMA, load } from 'js-yaml';
import { LineCounter, parseDocument, isNode, isMap, type Document } from 'yaml';
import type { z } from 'zod';
import { allowedNames, valueAt } from '../contract/allowed-names.ts';
import { oneOf, shown, type Problem } from './language/problems.ts';

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

/**
 * Reads YAML and checks its outline. Throws a RulebookError that names every mistake. Files are read by a parser that is
 * fast; the one that knows where everything stands is a good deal slower, and is asked only where there is a mistake.
 */
export const readYaml = <T>(file: string, text: string, schema: z.ZodType<T>): Located<T> => {
  const refuse = refuseIn(file, text);
  const data = parsed(file, text);
  // A file is read once: compiling a validator for it would take longer than validating.
  const checked = schema.safeParse(data, { jitless: true });
  if (!checked.success) refuse(checked.error.issues.flatMap((issue) => problemsOf(schema, data, issue)));
  if (checked.data === undefined) throw new RulebookError(file, ['nothing stands in it']);
  return { data: checked.data, refuse };
};

/** Apart from the reading, so that what is kept of it keeps nothing that was read on the way. */
const refuseIn =
  (file: string, text: string): Located<unknown>['refuse'] =>
  (problems) => {
    if (problems.length > 0) throw new RulebookError(file, located(file, text, problems));
  };

/** Fifty times what the largest rulebook has. */
const MOST_VALUES = 200_000;

/** Whether there is more than anybody writes: aliases of aliases unfold to any number from a few lines. */
const isEndless = (data: unknown): boolean => {
  const ahead: unknown[] = [data];
  for (let seen = 0; ahead.length > 0; seen += 1) {
    const value = ahead.pop();
    if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) ahead.push(part);
    if (seen + ahead.length > MOST_VALUES) return true;
  }
  return false;
};

const parsed = (file: string, text: string): unknown => {
  let data;
  try {
    data = load(text, { schema: CORE_SCHEMA });
  } catch {
    const { document, at } = documentOf(file, text);
    const mistakes = document.errors.slice(0, 1).map(({ pos, message }) => `${at(pos[0])} ${firstWords(message)}`);
    if (mistakes.length > 0) throw new RulebookError(file, mistakes);
    return document.toJS();
  }
  // Only aliases make much out of little, and only with them is it worth a look.
  if (text.includes('*') && isEndless(data))
    throw new RulebookError(file, [`its aliases unfold to more than ${MOST_VALUES} values; allowed: write them out`]);
  return data;
};

/** The file with the place of everything in it, and how a place is written. */
const documentOf = (file: string, text: string): { document: Document; at: (offset: number) => string } => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true, uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  return { document, at };
};

const located = (file: string, text: string, problems: readonly Problem[]): string[] => {
  const { document, at } = documentOf(file, text);
  return problems.map((problem) => `${at(offsetOf(document, problem))} ${problem.path.join('.')}: ${problem.message}`);
};

/** Where a path stands in the file; the nearest part above it that is there. For a key that means nothing, the key itself. */
const offsetOf = (document: Document, { path, isKey }: Problem): number => {
  for (let length = path.length; length >= 0; length -= 1) {
    const last = path[length - 1];
    const parent = document.getIn(path.slice(0, length - 1), true);
    if (length > 0 && isMap(parent)) {
      const pair = parent.items.find(({ key }) => isNode(key) && 'value' in key && key.value === last);
      const node = length === path.length && !isKey && isNode(pair?.value) && pair.value.range ? pair.value : pair?.key;
      if (isNode(node) && node.range) return node.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
};

/** YAML's own words for a mistake, without the position, which stands in front. The mistakes that follow from it are left out. */
const firstWords = (message: string): string =>
  (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');

const problemsOf = (schema: z.ZodType, data: unknown, issue: z.core.$ZodIssue): Problem[] => {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    const allowed = oneOf(allowedNames(schema, data, path.map(String)));
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `"${key}" means nothing here; ${allowed}`,
      isKey: true,
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(...issues.map((inner) => inner.path.length));
    const nearest = issue.errors.reduce((a, b) => (depth(b) > depth(a) ? b : a));
    return nearest.flatMap((inner) => problemsOf(schema, data, { ...inner, path: [...issue.path, ...inner.path] }));
  }
  const there = valueAt(data, path.map(String));
  const found = there === undefined ? 'nothing stands here' : `${shown(there)} stands here`;
  return [{ path, message: `${found}; ${wantedBy(issue)}` }];
};

/** What may stand where a value was refused. */
const wantedBy = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type')
    return issue.expected === 'nonoptional' ? 'wanted: a value' : `wanted: ${issue.expected}`;
  return issue.code === 'invalid_value' ? oneOf(issue.values.map(String)) : issue.message;
};
