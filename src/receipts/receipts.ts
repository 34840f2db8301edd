import { type Clock, isoInstant } from '../clock.ts';
import type { CatalogueItem } from '../contract/case.ts';
import { withoutCpr } from '../contract/without-cpr.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import type { Store } from '../store/port.ts';
import { namedBy } from './decision-id.ts';
import { answerHash, factsHash } from './keyed-hash.ts';
import type { Asks, Receipt, ReceiptFacts } from './receipt.ts';

export interface Receipts {
  /** Keeps what was answered; the receipt's id is the decision id. The judgement must be about a case. */
  record(judgement: Judgement, askedBy: { id: string }, asks?: Asks): Promise<Receipt>;
  /** The receipt, with its facts unless they have been purged. Nothing for another municipality's. */
  read(municipality: string, decisionId: string): Promise<{ receipt: Receipt; facts?: ReceiptFacts } | undefined>;
}

interface Needs {
  store: Pick<Store, 'read' | 'createTogether'>;
  /** The key of `factsHash` and `answerHash`. */
  key: string;
  clock: Clock;
  /** A fresh unique id. */
  ids: () => string;
}

/** The entries of the catalogue that the case's offers, or the one asked about, come from: no rule reads another. */
const entriesOf = ({ question, case: record, catalogue }: Judgement['inquiry']): CatalogueItem[] => {
  const offers = [...(record?.offers ?? []), ...(question.kind === 'start-offer' ? [question.offer] : [])];
  const named = new Set(offers.map(({ catalogueItem }) => catalogueItem));
  return catalogue.filter(({ id }) => named.has(id));
};

export const createReceipts = ({ store, key, clock, ids }: Needs): Receipts => ({
  record: async (judgement, askedBy, asks = {}) => {
    const { inquiry, rulebook } = judgement;
    if (inquiry.case === undefined) throw new Error('a receipt is about a case');
    const { id: caseId, municipality } = inquiry.case;
    const receipt: Receipt = {
      id: `${municipality}~${caseId}~${ids()}`,
      municipality,
      caseId,
      at: isoInstant(clock.now()),
      today: inquiry.today,
      askedBy: askedBy.id,
      rulebook: { municipality: rulebook.municipality, version: rulebook.version, hash: rulebook.hash },
      outcome: judgement.outcome,
      findings: judgement.findings.map(({ rule, effect }) => ({ rule, effect })),
      factsHash: factsHash(judgement.reads, key),
      answerHash: answerHash(judgement, key),
    };
    const facts: ReceiptFacts = {
      id: receipt.id,
      municipality,
      caseId,
      question: inquiry.question,
      reads: judgement.reads,
      record: withoutCpr(inquiry.case),
      catalogue: entriesOf(inquiry),
      ...asks,
    };
    // The receipt first: facts without one would be found by no purge.
    const { outcome } = await store.createTogether([
      { kind: 'receipt', item: receipt },
      { kind: 'receipt-facts', item: facts },
    ]);
    if (outcome === 'exists') throw new Error(`decision id ${receipt.id} was used twice`);
    return receipt;
  },

  read: async (municipality, decisionId) => {
    if (namedBy(decisionId)?.municipality !== municipality) return undefined;
    const receipt = await store.read('receipt', municipality, decisionId);
    if (receipt === undefined) return undefined;
    const facts = await store.read('receipt-facts', municipality, decisionId);
    return { receipt: receipt.item, ...(facts && { facts: facts.item }) };
  },
});
