import { z } from 'zod';
import { BENEFITS, OFFER_KINDS, TIERS } from '../../contract/vocabulary.ts';
import { digestClicks } from '../digest-setup/plan.ts';
import { GROUPINGS } from '../intents/overdue-wanted.ts';
import { entryNamed } from '../take-open.ts';
import { INTENTS } from '../understanding/intents.ts';

const id = z.string().min(1).max(300);
const page = z.coerce.number().int().min(0);
const day = z.iso.date();
/** Whose agenda, from which row on, in which order and of what. */
const overdue = z.object({
  scope: z.enum(['mine', 'team']).optional(),
  team: id.optional(),
  person: id.optional(),
  from: page,
  by: z.enum(GROUPINGS),
  rules: z
    .string()
    .max(2000)
    .transform((rules) => rules.split(','))
    .optional(),
  day: day.optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
});
/** Nothing, where none was chosen. */
const entry = z.string().max(300).optional();

const openEntry = z.string().transform((text, told) => {
  const key = entryNamed(text);
  if (key !== undefined) return key;
  told.addIssue('names no entry');
  return z.NEVER;
});

/** What each verb's data must look like. A card holds ids and a version; the inputs of the card come with them. */
export const clickData = {
  /** Besides the id: the inputs, by the paths of their facts. */
  'answer-facts': z.looseObject({ decisionId: id }),
  'request-approval': z.object({ decisionId: id }),
  'ask-exception': z.object({ decisionId: id }),
  'request-exception': z.object({ decisionId: id, why: z.string().optional() }),
  withdraw: z.object({ requestId: id }),
  'show-request': z.object({ requestId: id }),
  settle: z.object({
    requestId: id,
    revision: z.coerce.number().int().min(1),
    /** The rules that the card said it signs, with commas between them. */
    signs: z
      .string()
      .max(2000)
      .transform((rules) => rules.split(','))
      .optional(),
    // However long: that is a refusal of its own, not a card that cannot be read.
    reason: z.string().trim().optional(),
  }),
  'show-rule': z.object({ rule: id }),
  'show-targets': z.object({ from: z.coerce.number().int().min(0), benefit: z.enum(BENEFITS).optional() }),
  'enter-figure': z.object({}),
  /** Whatever was typed: what is wrong with it the card says. */
  'check-figure': z.object({
    figure: z.string().optional(),
    value: z.unknown(),
    on: z.unknown(),
    source: z.string().default(''),
  }),
  'store-figure': z.object({ draft: id }),
  'check-event': z.object({ draft: id, type: z.unknown().optional(), on: z.unknown().optional() }),
  'record-event': z.looseObject({ draft: id }),
  'drop-event': z.object({ draft: id }),
  'show-agenda': z.object({ from: page, team: id.optional(), meetingFrom: day.optional(), meetingTo: day.optional() }),
  'show-overdue': overdue,
  /** `entry`: the one chosen in the list, as `keyOf` writes its ids. */
  'take-open': overdue.extend({ entry }),
  'record-open': z.object({ entry }),
  'ask-open': z.object({ entry }),
  'answer-matter': z.object({ matter: id, on: z.unknown() }),
  'write-minutes': z.object({ from: page, team: id.optional() }),
  /** Besides the requests by number: what was marked for each, and the reasons. */
  'check-minutes': z.record(z.string(), z.unknown()),
  'record-minutes': z.object({ draft: id }),
  'show-catalogue': z.object({
    from: z.coerce.number().int().min(0),
    tier: z.enum(TIERS).optional(),
    benefit: z.enum(BENEFITS).optional(),
    kinds: z
      .string()
      .transform((kinds) => kinds.split(','))
      .pipe(z.array(z.enum(OFFER_KINDS)))
      .optional(),
    providedBy: id.optional(),
  }),
  'ask-again': z.object({ decisionId: id }),
  'record-stated': z.object({ draft: id }),
  ...digestClicks,
  'digest-show': z.object({ digest: id }),
  'digest-take': z.object({ digest: id, entry: z.string().optional() }),
  'digest-let-go': z.object({ digest: id, entry: z.string().optional() }),
  /** Whatever was filled in: what is wrong with it the card says. */
  'digest-done': z.object({ digest: id, entry: z.string().optional(), on: z.unknown().optional() }),
  'digest-record': z.object({ digest: id, open: openEntry, on: z.unknown(), type: z.unknown().optional() }),
  'digest-ask': z.object({ digest: id, entry: z.string().optional() }),
  'digest-all': z.object({ digest: id, by: z.enum(['caseworker', 'rule']), from: page }),
  choose: z.object({
    pending: id,
    caseId: id.optional(),
    offerId: id.optional(),
    catalogueItem: id.optional(),
    intent: z.enum(INTENTS).optional(),
  }),
  ask: z.union([
    z.object({ intent: z.enum(INTENTS), caseId: id, offerId: id.optional() }),
    z.object({ text: z.string().trim().min(1).max(300) }),
  ]),
};

export type ClickData<V extends keyof typeof clickData> = z.infer<(typeof clickData)[V]>;
