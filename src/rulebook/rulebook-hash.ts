import { createHash } from 'node:crypto';

/** SHA-256 of a rulebook file and of the common sentences (as JSON) it was compiled with: what an answer rests on. */
export const rulebookHash = (text: string, common: string): string =>
  createHash('sha256').update(text).update(common).digest('hex');
