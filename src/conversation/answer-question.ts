import type { CaseItem } from '../cases/case-item.ts';
import type { Question } from '../contract/question.ts';
import { formatDate } from '../format/format.ts';
import { mayWith } from './access.ts';
import { answerCard } from './answer-card.ts';
import { askedTogether } from './facts/fact-inputs.ts';
import { settlingFacts } from './facts/settling-facts.ts';
import { liftingOf } from './lifting-of.ts';
import type { Answer, Talking } from './services.ts';
import { messageView } from './views/message-view.ts';
import { offerOf } from './views/wording.ts';

/** How the question came about, as far as the card has to say it. */
export interface Read {
  reading: string[];
  /** Paths of facts that were assumed because nobody gave them. */
  assumed?: string[];
}

/** The answer to one who may see the case but not ask about it. */
export const mayNotAsk = (talking: Talking, item: CaseItem): Answer => ({
  view: messageView('✕', talking.say('decision.may-not-ask'), {
    paragraphs: [talking.say('decision.may-not-ask-text', { case: item.id })],
  }),
});

/** The answer for a day before the first rulebook. */
export const tooEarly = ({ say, turn }: Talking, notBefore: string): Answer => ({
  view: messageView('→', say('decision.not-before'), {
    paragraphs: [say('decision.not-before-text', { date: formatDate(notBefore, turn.language) })],
  }),
});

/**
 * Answers a question on a case: judges it, leaves a receipt, and composes the card. The receipt comes first, so that no
 * answer is seen that cannot be reproduced.
 */
export const answerQuestion = async (
  talking: Talking,
  item: CaseItem,
  question: Question,
  read: Read,
): Promise<Answer> => {
  const { services, turn } = talking;
  if (!mayWith(talking, 'ask-about-case', item)) return mayNotAsk(talking, item);
  const judged = services.judge(item.record, question, talking.catalogue, turn.today);
  if ('notBefore' in judged) return tooEarly(talking, judged.notBefore);
  const assumed = read.assumed ?? [];
  const settling = settlingFacts(services.judge, judged);
  const lifted = liftingOf(talking, item, judged);
  // What an exception from a no would need to know is asked only of those who ask for one, but taken from then on.
  const asked = askedTogether([...assumed, ...judged.missing, ...settling, ...(lifted?.then.missing ?? [])]);
  const asks = { asked, assumed };
  const receipt = await services.receipts.record(judged, turn.person, asks);
  const offer = offerOf(question, item.record.offers ?? []);
  const talk = {
    lastIntent: question.kind,
    caseId: item.id,
    decisionId: receipt.id,
    offer: offer?.catalogueItem ?? offer?.kind ?? null,
    offerId: 'offerId' in question ? question.offerId : null,
    asked: judged.missing[0] ?? assumed[0] ?? null,
    pending: null,
    supposed: null,
    stated: null,
  };
  const liftable = lifted !== undefined;
  const told = { reading: read.reading, assumed, settling, liftable, decisionId: receipt.id };
  return { view: await answerCard(talking, item, judged, told), talk };
};
