import { z } from 'zod';

/** What a plan says that can be checked, counted or advised, entry by entry, with its place in the source and the words there. */
export const registerSchema = z.array(
  z.strictObject({
    id: z.string().min(1),
    section: z.string().min(1),
    line: z.number().int().min(1),
    quote: z.string().min(1),
  }),
);
export type Register = z.infer<typeof registerSchema>;
