import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { contextSchema } from '../../src/conversation/understanding/context-schema.ts';
import { INTENTS } from '../../src/conversation/understanding/intents.ts';
import { UNCLEAR } from '../../src/conversation/understanding/weigh-intents.ts';

/** A sentence as somebody wrote it, with what it means. */
const labelled = z.object({
  id: z.string(),
  text: z.string(),
  /** What it asks for; `unclear` where it must be asked what is meant. */
  intent: z.enum([...INTENTS, UNCLEAR]),
  entities: z.record(z.string(), z.unknown()),
  context: contextSchema.exactOptional(),
  /** May name other right readings: "alt: rule". */
  note: z.string().exactOptional(),
});
export type Labelled = z.infer<typeof labelled>;

/** The day against which the dates in the sentences are read. */
export const SENTENCES_DAY = '2023-05-10';

const folder = new URL('../sentences/', import.meta.url);

const sentenceFiles = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted();

/** Labelled sentences, one a line. Throws with file and line where one is not as it must be. */
export const parseSentences = (name: string, lines: string): Labelled[] =>
  lines.split('\n').flatMap((line, index) => {
    if (line === '') return [];
    const read = labelled.safeParse(JSON.parse(line));
    if (read.success) return [read.data];
    const [issue] = read.error.issues;
    throw new Error(`${name}:${index + 1} ${issue?.path.join('.')}: ${issue?.message}`);
  });

/** All sentences that are learnt from, by file. */
export const allSentences = (): Map<string, Labelled[]> =>
  new Map(sentenceFiles().map((name) => [name, parseSentences(name, readFileSync(new URL(name, folder), 'utf8'))]));

/** Tells whether the sentences, and the given names, are the ones that were learnt from. */
export const sentencesHash = (): string => {
  const hash = createHash('sha256');
  for (const name of sentenceFiles()) hash.update(readFileSync(new URL(name, folder)));
  hash.update(readFileSync(new URL('../given-names.txt', import.meta.url)));
  return hash.digest('hex').slice(0, 16);
};

/** Every intent that is right for a sentence, the first choice first. */
export const rightIntents = ({ intent, note }: Labelled): string[] => [
  intent,
  ...(note?.match(/alt: [a-z-]+/g) ?? []).map((other) => other.slice('alt: '.length)),
];
