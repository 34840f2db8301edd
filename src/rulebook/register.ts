import { z } from 'zod';
import { civilDate } from '../contract/case.ts';

/** What a plan says that can be checked, counted or advised, entry by entry, with its place in the source and the words there. */
export const registerSchema = z.array(
  z.strictObject({
    id: z.string().min(1),
    section: z.string().min(1),
    line: z.number().int().min(1),
    quote: z.string().min(1),
    /** The figures that the entry names: goals and what they are measured against. */
    numbers: z.array(z.number()).optional(),
    /** What is aimed at: as the keys of a target's goals. */
    aims: z.array(z.enum(['atLeast', 'atMost', 'about', 'up', 'down', 'none'])).optional(),
    /** The day a goal is for, and the days on which what it is measured against was measured. */
    by: civilDate.optional(),
    measuredOn: z.array(civilDate).optional(),
  }),
);
export type Register = z.infer<typeof registerSchema>;
