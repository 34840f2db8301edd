import { z } from 'zod';
import { civilDate } from '../contract/case.ts';

/** What one figure of an entry aims at, and what it is measured against: the keys of a target's goals. */
const aim = z.strictObject({
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  about: z.number().optional(),
  up: z.literal(true).optional(),
  down: z.literal(true).optional(),
  none: z.literal(true).optional(),
  baseline: z.number().optional(),
  /** The day on which the baseline was measured. */
  on: civilDate.optional(),
});
export type Aim = z.infer<typeof aim>;

/** What a plan says that can be checked, counted or advised, entry by entry, with its place in the source and the words there. */
export const registerSchema = z.array(
  z
    .strictObject({
      id: z.string().min(1),
      section: z.string().min(1),
      line: z.number().int().min(1),
      quote: z.string().min(1),
      /** Every number that the entry names. */
      numbers: z.array(z.number()).optional(),
      /** The day the goals are for. */
      by: civilDate.optional(),
      /** Its figures, in the order in which the rulebook has them. */
      figures: z.array(aim).optional(),
    })
    .refine(
      ({ numbers = [], figures = [] }) =>
        figures.every((figure) =>
          Object.values(figure).every((value) => typeof value !== 'number' || numbers.includes(value)),
        ),
      'a figure has a number that the entry does not name',
    ),
);
export type Register = z.infer<typeof registerSchema>;
