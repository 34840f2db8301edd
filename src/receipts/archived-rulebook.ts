import type { RulebookTexts } from '../rulebook/shelf.ts';

/**
 * The texts of a rulebook, kept for as long as receipts name its hash, which is the item's id. Created once, never
 * changed: an answer must be found again long after the file was edited.
 */
export interface ArchivedRulebook extends RulebookTexts {
  id: string;
}
