import { z } from 'zod';
import { catalogueItemSchema, caseSchema, civilDate, matterSchema, offerSchema } from './case.ts';

export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start-offer'), offer: offerSchema }),
  z.strictObject({
    kind: z.literal('extend-offer'),
    offerId: z.string().min(1),
    until: civilDate.optional(),
    likelyJobOrEducation: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('continue-offer'), offerId: z.string().min(1) }),
  z.strictObject({ kind: z.literal('deadlines') }),
  z.strictObject({ kind: z.literal('next-step') }),
]);
export type Question = z.infer<typeof questionSchema>;

/** What `makker decide` reads for one answer: a case with a question, or a matter asked for its deadlines. */
export const decideInputSchema = z
  .strictObject({
    id: z.union([z.string(), z.number()]).optional(),
    today: civilDate.optional(),
    case: caseSchema.optional(),
    matter: matterSchema.optional(),
    question: questionSchema,
    catalogue: z.array(catalogueItemSchema).optional(),
  })
  .superRefine((input, ctx) => {
    const refuse = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message });
    if ((input.case === undefined) === (input.matter === undefined))
      refuse([], 'give either case or matter, and only one of them');
    if (input.matter !== undefined && input.question.kind !== 'deadlines')
      refuse(['question', 'kind'], 'a matter can only be asked for its deadlines');
    const { question } = input;
    if (input.case === undefined || (question.kind !== 'extend-offer' && question.kind !== 'continue-offer')) return;
    const offers = input.case.offers ?? [];
    const offer = offers.find(({ id }) => id === question.offerId);
    if (offer === undefined) {
      const known = offers.map(({ id }) => id).join(', ') || 'none';
      refuse(['question', 'offerId'], `the case has no offer ${question.offerId}; its offers: ${known}`);
    } else if (
      question.kind === 'extend-offer' &&
      question.until !== undefined &&
      offer.ends !== undefined &&
      question.until <= offer.ends
    )
      refuse(['question', 'until'], `until ${question.until} must lie after the offer's ends ${offer.ends}`);
  });
export type DecideInput = z.infer<typeof decideInputSchema>;
