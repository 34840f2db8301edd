import type { Decision } from '../contract/decision.ts';
import { decideInputSchema } from '../contract/question.ts';
import { checked } from '../contract/refusal.ts';
import type { Rulebook } from '../rulebook/compile.ts';
import { decide } from '../rulebook/decide.ts';
import { movedIn, type Difference } from '../rulebook/differences.ts';
import { explain } from '../rulebook/explain.ts';
import type { Inquiry } from '../rulebook/judgement.ts';
import { canonicalJson } from './canonical-json.ts';
import { answerHash, factsHash } from './keyed-hash.ts';
import type { Receipt, ReceiptFacts } from './receipt.ts';

/** An answer computed again, and what it says differently from the recorded one. */
export interface Again {
  /** Its texts are English. */
  decision: Decision;
  /** The rules among its findings that only remind: no receipt keeps them, they change nothing. */
  reminders: string[];
  /** Empty when outcome and findings are those of the receipt. */
  differences: Difference[];
  /** The rest of the answer (approvals, missing facts, what to do, dates, steps) is that whose hash the receipt holds. */
  sameRest: boolean;
  /** The facts read are those whose hash the receipt holds. */
  sameFacts: boolean;
  /** Paths of the facts that were read with another value than the one kept. */
  otherFacts: string[];
}

/** What was asked, from what is kept beside the receipt; refused when it could not have been asked like that. */
export const inquiryOf = (
  { today }: Receipt,
  { question, record, catalogue }: ReceiptFacts,
): { inquiry: Inquiry } | { refused: string } => {
  const input = checked(decideInputSchema, { case: record, question, catalogue });
  if ('refusal' in input) return { refused: `${input.refusal.path}: ${input.refusal.message}` };
  return { inquiry: { today, question, case: record, catalogue } };
};

/** Whether the facts kept beside the receipt are those whose hash it holds. */
export const areAsRecorded = ({ reads }: ReceiptFacts, receipt: Receipt, key: string): boolean =>
  factsHash(reads, key) === receipt.factsHash;

type Findings = readonly { rule: string; effect: string }[];
const effects = (findings: Findings) => findings.map(({ rule, effect }) => ({ rule, says: effect }));

/** Answers a recorded question by a rulebook, and compares the answer with the receipt. */
export const answerAgain = (
  receipt: Receipt,
  facts: ReceiptFacts,
  inquiry: Inquiry,
  rulebook: Rulebook,
  key: string,
): Again => {
  const judgement = decide(rulebook, inquiry);
  const { outcome, findings, reminders, reads } = judgement;
  const paths = new Set([...Object.keys(facts.reads), ...Object.keys(reads)]);
  return {
    decision: explain(judgement, 'en'),
    reminders: reminders.map(({ rule }) => rule),
    differences: [
      ...(receipt.outcome === outcome ? [] : [{ about: 'outcome' as const, from: receipt.outcome, to: outcome }]),
      ...movedIn('findings', effects(receipt.findings), effects(findings)),
    ],
    sameRest: answerHash(judgement, key) === receipt.answerHash,
    sameFacts: factsHash(reads, key) === receipt.factsHash,
    otherFacts: [...paths].filter((path) => canonicalJson([facts.reads[path]]) !== canonicalJson([reads[path]])),
  };
};
