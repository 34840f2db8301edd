import { z } from 'zod';

const id = z.string().min(1).max(300);

/** What each verb's data must look like. A card holds ids and a version; the inputs of the card come with them. */
export const clickData = {
  'answer-facts': z.looseObject({ decisionId: id }),
  'request-approval': z.looseObject({ decisionId: id }),
  settle: z.looseObject({
    requestId: id,
    revision: z.coerce.number().int().min(1),
    reason: z.string().trim().max(4000).optional(),
  }),
  'show-rule': z.looseObject({ rule: id }),
  choose: z.looseObject({
    pending: id,
    caseId: id.optional(),
    offerId: id.optional(),
    catalogueItem: id.optional(),
    intent: id.optional(),
  }),
  ask: z.looseObject({ text: z.string().trim().min(1).max(300) }),
};

export type ClickData<V extends keyof typeof clickData> = z.infer<(typeof clickData)[V]>;
