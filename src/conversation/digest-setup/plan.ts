import { z } from 'zod';
import type { TeamItem } from '../../store/items.ts';
import { mayBeSentAt } from './read-time.ts';

const id = z.string().min(1).max(300);
const timeOfDay = z.string().refine(mayBeSentAt);

/** What the buttons on the cards carry: ids, what is to be set, and the version of what was shown. */
export const digestClicks = {
  'choose-digest-team': z.object({ team: id, at: timeOfDay.optional() }),
  'set-digest': z.discriminatedUnion('do', [
    z.object({ do: z.literal('send'), team: id, at: timeOfDay, was: id }),
    z.object({ do: z.enum(['stop', 'line', 'nothing']), team: id, was: id }),
  ]),
  'leave-digest': z.object({ of: z.enum(['digest', 'list', 'week']) }),
  'set-own-list': z.object({ at: timeOfDay.optional(), was: z.string().max(100) }),
  'set-own-week': z.object({
    at: timeOfDay.optional(),
    weekday: z.coerce.number().int().min(1).max(5).default(1),
    was: z.string().max(100),
  }),
};

/** What is to be done with a team's digest: sent at a time, stopped, and what a quiet day gets. */
export type Plan = { do: 'send'; at: string } | { do: 'stop' | 'line' | 'nothing' };

/** Whether everything is as the plan wants it; `here`: the channel that it would be sent to. */
export const isDone = (plan: Plan, { address, digestAt, digestOff, quietDay }: TeamItem, here: string): boolean => {
  switch (plan.do) {
    case 'send':
      return address?.conversationId === here && digestAt === plan.at && digestOff === undefined;
    case 'stop':
      return digestOff === true;
    case 'line':
    case 'nothing':
      return (quietDay ?? 'line') === plan.do;
  }
};
