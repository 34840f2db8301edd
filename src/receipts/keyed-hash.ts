import { createHmac } from 'node:crypto';
import type { Judgement } from '../rulebook/judgement.ts';
import { canonicalJson } from './canonical-json.ts';

const keyedHash = (value: unknown, key: string): string =>
  createHmac('sha256', key).update(canonicalJson(value)).digest('hex');

/**
 * The keyed hash of the facts a decision read. Keyed, because facts are few and could be guessed from a plain hash
 * that stays when the facts themselves have been purged.
 */
export const factsHash = (reads: Record<string, unknown>, key: string): string => keyedHash(reads, key);

/**
 * The keyed hash of what an answer says besides outcome and findings: the dates in it tell of the facts, so they are
 * not kept as they stand.
 */
export const answerHash = (judgement: Judgement, key: string): string => {
  const { approvals, missing, todo, deadlines, alternatives, latestEnd, until, individualAssessment } = judgement;
  return keyedHash(
    {
      approvals,
      missing,
      todo: todo.map(({ rule }) => rule),
      deadlines: deadlines.map(({ rule, from, due, status, offerId }) => ({ rule, from, due, status, offerId })),
      steps: alternatives.map(({ rule }) => rule ?? ''),
      latestEnd,
      until,
      individualAssessment,
    },
    key,
  );
};
