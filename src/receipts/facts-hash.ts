import { createHmac } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/**
 * The keyed hash of the facts a decision read. Keyed, because facts are few and could be guessed from a plain hash
 * that stays when the facts themselves have been purged.
 */
export const factsHash = (reads: Record<string, unknown>, key: string): string =>
  createHmac('sha256', key).update(canonicalJson(reads)).digest('hex');
