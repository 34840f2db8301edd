import { readFileSync } from 'node:fs';
import { understand } from '../../src/conversation/understanding/understand.ts';
import type { UnderstandContext, Understanding } from '../../src/conversation/understanding/understanding.ts';

interface Labelled {
  id: string;
  text: string;
  intent: string;
  entities: Record<string, unknown>;
  context?: UnderstandContext;
  /** May name other right readings ("alt: rule"), or say that there is none ("to be asked about"). */
  note?: string;
}

const scored = [
  'caseId',
  'citizen',
  'until',
  'date',
  'months',
  'weeks',
  'price',
  'hours',
  'benefit',
  'tier',
  'rule',
  'scope',
  'set',
];

const plain = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .toLowerCase()
        .replace(/[\s.,]+/g, ' ')
        .trim()
    : (JSON.stringify(value) ?? '');

const verdictOn = (line: Labelled, got: Understanding): 'right' | 'asked' | 'misread' => {
  if (got.needsClarification) return line.note?.includes('to be asked about') === true ? 'right' : 'asked';
  const others = (line.note?.match(/alt: [a-z-]+/g) ?? []).map((other) => other.slice(5));
  if (got.intent !== line.intent) return others.includes(got.intent) ? 'right' : 'misread';
  const entities = new Map(Object.entries(got.entities));
  const lost = scored.some((name) => name in line.entities && plain(entities.get(name)) !== plain(line.entities[name]));
  return lost ? 'misread' : 'right';
};

/** Scores a labelled file: what share is right, and which sentences are asked back or misread. */
export const scoreFile = (name: string, today: string): { share: number; asked: string[]; misread: string[] } => {
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Labelled => JSON.parse(line));
  const asked: string[] = [];
  const misread: string[] = [];
  for (const line of lines) {
    const context = line.context === undefined ? {} : { context: line.context };
    const verdict = verdictOn(line, understand(line.text, { today, ...context }));
    if (verdict === 'asked') asked.push(line.text);
    if (verdict === 'misread') misread.push(line.text);
  }
  return { share: (lines.length - asked.length - misread.length) / lines.length, asked, misread };
};
