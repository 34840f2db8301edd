import type { Understanding } from '../../src/conversation/understanding/understanding.ts';
import { UNCLEAR } from '../../src/conversation/understanding/weigh-intents.ts';
import { type Labelled, rightIntents } from './sentences.ts';

/** The entities an answer turns on. */
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
] as const;

const plain = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
        .toLowerCase()
        .replace(/[\s.,]+/g, ' ')
        .trim()
    : JSON.stringify(value);

export interface Verdict {
  verdict: 'right' | 'asked' | 'misread';
  /** What was wrong, for people. */
  why: string;
}

/** Right: intent and every labelled entity, without asking. Asked: it asks back. Misread: it would act on something wrong. */
export const verdictOn = (labelled: Labelled, got: Understanding): Verdict => {
  const { intent, entities } = labelled;
  const intentRight = rightIntents(labelled).includes(got.intent);
  const found = new Map<string, unknown>(Object.entries(got.entities));
  const lost = scored
    .filter((name) => name in entities && plain(found.get(name)) !== plain(entities[name]))
    .map((name) => `${name}: ${JSON.stringify(entities[name])}, not ${JSON.stringify(found.get(name))}`);
  const why = [...(intentRight ? [] : [`${intent}, not ${got.intent}`]), ...lost].join('; ');
  if (got.needsClarification) return { verdict: intent === UNCLEAR ? 'right' : 'asked', why };
  const entitiesCount = got.intent === intent;
  return { verdict: intentRight && (lost.length === 0 || !entitiesCount) ? 'right' : 'misread', why };
};
