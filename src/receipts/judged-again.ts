import type { Judge } from '../cases/judge.ts';
import { decide } from '../rulebook/decide.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import type { Store } from '../store/port.ts';
import { canonicalJson } from './canonical-json.ts';
import { openRulebook } from './open-rulebook.ts';
import type { Receipt, ReceiptFacts } from './receipt.ts';

interface Needs {
  judge: Judge;
  store: Pick<Store, 'read'>;
}

const byKept = async (
  { store }: Needs,
  { municipality, rulebook: { hash }, today }: Receipt,
  { question, record, catalogue }: ReceiptFacts,
): Promise<Judgement | undefined> => {
  const kept = await store.read('rulebook', municipality, hash);
  const opened = openRulebook(kept?.item, hash, today);
  return 'opened' in opened ? decide(opened.opened.rulebook, { today, question, case: record, catalogue }) : undefined;
};

const effectsOf = (findings: readonly { rule: string; effect: string }[]): string =>
  canonicalJson(findings.map(({ rule, effect }) => ({ rule, effect })));

/**
 * The whole answer that a receipt is of, judged again by the rulebook it rests on; nothing when that rulebook cannot be
 * opened any more or another answer comes out.
 */
export const judgedAgain = async (
  needs: Needs,
  receipt: Receipt,
  facts: ReceiptFacts,
): Promise<Judgement | undefined> => {
  const now = needs.judge(facts.record, facts.question, facts.catalogue, receipt.today);
  const same = !('notBefore' in now) && now.rulebook.hash === receipt.rulebook.hash;
  const judged = same ? now : await byKept(needs, receipt, facts);
  const came = judged?.outcome === receipt.outcome && effectsOf(judged.findings) === effectsOf(receipt.findings);
  return came ? judged : undefined;
};
