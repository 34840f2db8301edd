import { z } from 'zod';
import { maskCpr } from '../privacy/cpr.ts';

/** The command and its parameter, as the manifest names them. */
export const SEARCH_COMMAND = 'findCase';
export const SEARCH_PARAMETER = 'text';
/** Longer than any name or number; what a person pastes by mistake is not looked for. */
export const LONGEST_SEARCH = 100;
/** What Teams asks for at a time. */
const MOST_HITS = 25;
/** Nobody scrolls further. */
const FURTHEST = 1000;

/** What somebody looks for among their cases: CPR numbers masked, an empty text for everything. */
export interface SearchQuery {
  text: string;
  skip: number;
  count: number;
}

const parameter = z.object({ name: z.string().max(64), value: z.unknown().optional() });
const querySchema = z.object({
  commandId: z.literal(SEARCH_COMMAND),
  parameters: z.array(z.unknown()).max(5).pipe(z.array(parameter)).default([]),
  queryOptions: z
    .object({
      skip: z.int().min(0).max(FURTHEST).default(0),
      count: z
        .int()
        .min(1)
        .default(MOST_HITS)
        .transform((count) => Math.min(count, MOST_HITS)),
    })
    .default({ skip: 0, count: MOST_HITS }),
});

/**
 * The query of a search, or why it is none that can be answered. Teams opens a search with the parameter `initialRun`
 * instead of a text: then everything is asked for.
 */
export function readSearch(value: unknown): SearchQuery | 'malformed' | 'too-long' {
  const read = querySchema.safeParse(value);
  if (!read.success) return 'malformed';
  const { parameters, queryOptions } = read.data;
  const text = parameters.find(({ name }) => name === SEARCH_PARAMETER)?.value ?? '';
  if (typeof text !== 'string') return 'malformed';
  return text.length > LONGEST_SEARCH ? 'too-long' : { text: maskCpr(text).trim(), ...queryOptions };
}

const pickSchema = z.object({ caseId: z.string().min(1).max(LONGEST_SEARCH) });

/** The case somebody has picked from the hits; undefined when it is no hit of ours. */
export function readPick(value: unknown): string | undefined {
  const read = pickSchema.safeParse(value);
  return read.success ? read.data.caseId : undefined;
}
