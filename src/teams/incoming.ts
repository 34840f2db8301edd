import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { containsCpr, maskCpr } from '../privacy/cpr.ts';

const id = z.string().min(1).max(1000);
/** The body has room for tens of thousands of entries, and each wrong one would be a path in the log. */
const MOST_ENTRIES = 200;
const MOST_PATHS = 20;
/** More than Teams sends. */
const LONGEST_TEXT = 100_000;
/** The number of entries is looked at before the entries. */
const listOf = <T extends z.ZodType>(entry: T) => z.array(z.unknown()).max(MOST_ENTRIES).pipe(z.array(entry));
const account = z.object({ id, name: z.string().max(500).optional(), aadObjectId: id.optional() });

/**
 * What an activity must look like before the SDK sees it: the SDK throws on some of what it does not expect.
 * Fields we do not use are dropped. Only Teams is taken: in other channels the sender writes their own `from`.
 */
const incomingSchema = z
  .object({
    type: z.string().min(1).max(100),
    id: id.optional(),
    channelId: z.literal('msteams'),
    serviceUrl: z.url().max(1000),
    from: account,
    recipient: account,
    conversation: z.object({ id, conversationType: z.string().max(50).optional(), tenantId: id.optional() }),
    channelData: z.object({ tenant: z.object({ id }).optional() }).optional(),
    text: z.string().max(LONGEST_TEXT).optional(),
    entities: listOf(
      z.object({ type: z.string().optional(), text: z.string().optional(), mentioned: account.partial().optional() }),
    ).optional(),
    name: z.string().max(200).optional(),
    value: z.unknown().optional(),
    replyToId: id.optional(),
    locale: z.string().max(50).optional(),
    deliveryMode: z.string().max(50).optional(),
    action: z.string().max(100).optional(),
    membersAdded: listOf(account).optional(),
  })
  .superRefine((activity, ctx) => {
    if (activity.type === 'message' && activity.id === undefined)
      ctx.addIssue({ code: 'custom', path: ['id'], message: 'a message needs an id' });
    if (activity.type === 'invoke' && activity.name === undefined)
      ctx.addIssue({ code: 'custom', path: ['name'], message: 'an invoke needs a name' });
  });
export type Incoming = z.infer<typeof incomingSchema>;

/** The checked activity, or the first paths at which it is wrong (never its values: they may be personal). */
export function readActivity(body: unknown): { activity: Incoming } | { paths: string[] } {
  const read = incomingSchema.safeParse(body);
  return read.success
    ? { activity: read.data }
    : {
        paths: [...new Set(read.error.issues.map(({ path }) => path.map(String).join('.') || '(body)'))].slice(
          0,
          MOST_PATHS,
        ),
      };
}

/**
 * The checked activity in the SDK's type, which asks for many fields that the service never sends. Without `value`:
 * only we read it, and one nested deep enough cannot be copied.
 */
export function sdkActivity(activity: Incoming): Activity {
  const { value: _, ...rest } = activity;
  return structuredClone(rest) as Partial<Activity> as Activity;
}

/** A CPR number is one without its hyphen, too. */
const number = z.number().transform((given) => (containsCpr(String(given)) ? maskCpr(String(given)) : given));

const clickSchema = z.object({
  trigger: z.string().max(50).optional(),
  action: z.object({
    verb: z.string().min(1).max(100),
    data: z.record(z.string().max(200), z.union([z.string().transform(maskCpr), number, z.boolean()])).default({}),
  }),
});

/** A click as it came: `automatic` is one that Teams made by itself, to refresh a card somebody looks at. */
export interface RawClick {
  verb: string;
  data: Record<string, string | number | boolean>;
  automatic: boolean;
}

/**
 * Verb and data of a click, flat as our cards send them, CPR numbers masked; undefined when it is none of ours. A text
 * may be as long as the body: the conversation knows which input it is in, and says what is too long about it.
 */
export function readClick(value: unknown): RawClick | undefined {
  const read = clickSchema.safeParse(value);
  if (!read.success) return undefined;
  const { action, trigger } = read.data;
  return { ...action, automatic: trigger === 'automatic' };
}
