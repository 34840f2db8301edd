import { factsHash } from '../receipts/keyed-hash.ts';
import type { RequestNeeds } from './requests.ts';
import type { Review } from './review.ts';
import { type Scene, signersOf } from './scene.ts';
import { type Step, revised } from './transitions.ts';

type Moved = Extract<Review, { state: 'moved' }>;

/** The new revision of a request whose facts have moved; the decision it is now about gets a receipt of its own. */
export const revise = async (
  { item, request }: Step,
  { judgement, ownMay, needs, expiresOn, changed }: Omit<Moved, 'state'>,
  scene: Scene,
  { receipts, key }: Pick<RequestNeeds, 'receipts' | 'key'>,
): Promise<Step> => {
  const receipt = await receipts.record(judgement, { id: request.askedBy });
  const pin = { decisionId: receipt.id, factsHash: factsHash(judgement.reads, key), needs, expiresOn, changed };
  return revised(item, request, pin, signersOf(needs, item, request.askedBy, ownMay, scene), scene.at);
};
