import type { Question } from '../contract/question.ts';
import { changesReadBy, LATEST_END, type Changes } from '../rulebook/changes.ts';
import { differencesBetween } from '../rulebook/differences.ts';
import type { Inquiry } from '../rulebook/judgement.ts';
import type { OnShelf, RulebookTexts } from '../rulebook/shelf.ts';
import { answerAgain, areAsRecorded, inquiryOf, type Again } from './answer-again.ts';
import { openRulebook, type Opened, type Unusable } from './open-rulebook.ts';
import type { Receipt, ReceiptFacts } from './receipt.ts';

/** Why the recorded answer cannot be computed again. */
export type Hindrance = Unusable | { why: 'facts-purged' } | { why: 'facts-unreadable'; detail: string };

/** What the rulebook in force now answers to the recorded question, for the same reference date. */
export type ByNow =
  | { rulebook: 'the-same' }
  | { rulebook: 'none'; notBefore?: string }
  | {
      rulebook: 'another';
      version: string;
      hash: string;
      /** Absent where the facts to answer again are not there. */
      answer?: Pick<Again, 'decision' | 'reminders' | 'differences'> & { causes?: Changes };
    };

/** A recorded answer, computed again by the rulebook it rests on and by the one in force now. */
export interface Replay {
  receipt: Receipt;
  question?: Question['kind'];
  /** Whether what is kept beside the receipt is what its hash was made of. */
  facts: 'as-recorded' | 'altered' | 'purged';
  again: Again | { hindrance: Hindrance };
  now: ByNow;
}

/** What a replay is made from. */
export interface Material {
  receipt: Receipt;
  /** Absent when they have been purged. */
  facts: ReceiptFacts | undefined;
  /** What is kept under the hash of the receipt's rulebook. */
  kept: RulebookTexts | undefined;
  /** What is in force now for the receipt's reference date, and its texts. */
  now: { on: OnShelf; texts: RulebookTexts | undefined };
  /** The key of the facts' hash. */
  key: string;
}

/** Whether the recorded answer came out again: outcome, findings, the rest of it, and the facts that were read. */
export const cameOutAgain = ({ facts, again }: Replay): boolean =>
  facts === 'as-recorded' && 'decision' in again && again.sameFacts && again.sameRest && again.differences.length === 0;

/** Computes a recorded answer again. Pure: the same material gives the same replay. */
export const replayOf = (material: Material): Replay => {
  const { receipt, facts, kept, now, key } = material;
  const asked = facts === undefined ? undefined : inquiryOf(receipt, facts);
  const then = openRulebook(kept, receipt.rulebook.hash, receipt.today);
  const again = ((): Replay['again'] => {
    if (facts === undefined || asked === undefined) return { hindrance: { why: 'facts-purged' } };
    if ('refused' in asked) return { hindrance: { why: 'facts-unreadable', detail: asked.refused } };
    if ('unusable' in then) return { hindrance: then.unusable };
    return answerAgain(receipt, facts, asked.inquiry, then.opened.rulebook, key);
  })();
  const answer = (): Answer | undefined =>
    facts !== undefined && asked !== undefined && 'inquiry' in asked
      ? answerByNow(material, facts, asked.inquiry, again, 'opened' in then ? then.opened : undefined)
      : undefined;
  return {
    receipt,
    ...(facts && { question: facts.question.kind }),
    facts: facts === undefined ? 'purged' : areAsRecorded(facts, receipt, key) ? 'as-recorded' : 'altered',
    again,
    now: byNow(receipt, now.on, answer),
  };
};

type Answer = NonNullable<Extract<ByNow, { rulebook: 'another' }>['answer']>;

const byNow = ({ rulebook: { hash } }: Receipt, on: OnShelf, answer: () => Answer | undefined): ByNow => {
  if (!('rulebook' in on)) return { rulebook: 'none', ...('notBefore' in on && { notBefore: on.notBefore }) };
  if (on.rulebook.hash === hash) return { rulebook: 'the-same' };
  const answered = answer();
  const { version, hash: other } = on.rulebook;
  return { rulebook: 'another', version, hash: other, ...(answered && { answer: answered }) };
};

const answerByNow = (
  { receipt, now, key }: Material,
  facts: ReceiptFacts,
  inquiry: Inquiry,
  again: Replay['again'],
  then: Opened | undefined,
): Answer | undefined => {
  if (!('rulebook' in now.on)) return undefined;
  const byThis = answerAgain(receipt, facts, inquiry, now.on.rulebook, key);
  // Without the rulebook of then there is only what the receipt tells: outcome and effects, and no cause.
  const { decision, reminders } = byThis;
  if (!('decision' in again) || then === undefined) return { decision, reminders, differences: byThis.differences };
  const differences = differencesBetween(again.decision, decision);
  const current = openRulebook(now.texts, now.on.rulebook.hash, receipt.today);
  const moved = differences.flatMap(({ about, rule }) => rule ?? (about === 'latestEnd' ? [LATEST_END] : []));
  const rules = [...new Set(moved)];
  return {
    decision,
    reminders,
    differences,
    ...('opened' in current && {
      causes: changesReadBy(then.source, current.opened.source, receipt.today, rules),
    }),
  };
};
