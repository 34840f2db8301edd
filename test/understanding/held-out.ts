import { readFileSync } from 'node:fs';
import { type Labelled, parseSentences } from '../../language/learning/sentences.ts';

/** Sentences by writers who have seen nothing of the code, and that nothing was learnt from. */
export const HELD_OUT = ['whole-office.jsonl', 'ordinary-tuesday.jsonl', 'busy-week.jsonl'] as const;

export const heldOut = (name: string): Labelled[] =>
  parseSentences(name, readFileSync(new URL(name, import.meta.url), 'utf8'));
