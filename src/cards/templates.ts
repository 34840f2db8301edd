import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import { CardError } from './card-error.ts';
import type { View } from './views.ts';

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new CardError('template-unreadable', `${file} is missing or is no JSON`, { cause });
  }
};

const partOf = (element: unknown): string | undefined =>
  typeof element === 'object' && element !== null && '$part' in element && typeof element.$part === 'string'
    ? element.$part
    : undefined;

/** The template with each `{ "$part": name }` in its lists replaced by the elements of `parts/<name>.json`. */
const assembled = (node: unknown, dir: string): unknown => {
  if (Array.isArray(node))
    return node.flatMap((element) => {
      const part = partOf(element);
      return part === undefined
        ? [assembled(element, dir)]
        : assembled(readJson(join(dir, 'parts', `${part}.json`)), dir);
    });
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, assembled(value, dir)]));
};

/** A template, parsed once: gives the card for its data. */
export type Expand = (data: Record<string, unknown>) => unknown;

const compile = (dir: string, name: View['view']): Expand => {
  const template = new Template(assembled(readJson(join(dir, `${name}.json`)), dir));
  return (data) => template.expand({ $root: data });
};

/** The template of each kind of view, from `dir/<view>.json`. */
export const loadTemplates = (dir: string): Record<View['view'], Expand> => ({
  decision: compile(dir, 'decision'),
  deadlines: compile(dir, 'deadlines'),
  message: compile(dir, 'message'),
  request: compile(dir, 'request'),
  targets: compile(dir, 'targets'),
  segments: compile(dir, 'segments'),
  digest: compile(dir, 'digest'),
  week: compile(dir, 'week'),
});
