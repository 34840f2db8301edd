import { z } from 'zod';
import { plainText } from '../../src/cards/plain-text.ts';

const button = z.object({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
const input = z.object({ type: z.string().startsWith('Input.'), id: z.string(), label: z.string() });

export type Button = z.infer<typeof button>;

/** A card as a person sees it: what it says, what it asks, what can be pressed. */
export interface Seen {
  text: string;
  buttons: Button[];
  inputs: z.infer<typeof input>[];
  raw: Record<string, unknown>;
}

const objects = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(objects)] : [];

/** Reads a card's payload. */
export function readCard(raw: Record<string, unknown>): Seen {
  // What Teams does by itself is no button.
  const { refresh: _, ...shown } = raw;
  const all = objects(shown);
  const every = <T>(shape: z.ZodType<T>): T[] =>
    all.flatMap((each) => {
      const found = shape.safeParse(each);
      return found.success ? [found.data] : [];
    });
  return { text: plainText(raw), buttons: every(button), inputs: every(input), raw };
}

/** The button with this title. */
export function buttonOf(card: Seen, title: string): Button {
  const found = card.buttons.find((each) => each.title === title);
  if (found === undefined) throw new Error(`no button ${title} on:\n${card.text}`);
  return found;
}
