import { z } from 'zod';

/** What the talk so far has settled, where it comes in as JSON. */
export const contextSchema = z.object({
  lastIntent: z.string().exactOptional(),
  caseId: z.string().exactOptional(),
  citizen: z.string().exactOptional(),
  offerId: z.string().exactOptional(),
  offer: z.string().exactOptional(),
  asked: z.string().exactOptional(),
});
