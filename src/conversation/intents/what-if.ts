import type { View } from '../../cards/views.ts';
import type { CaseItem } from '../../cases/case-item.ts';
import { type Facts, recordFacts } from '../../cases/record-facts.ts';
import { formatDate } from '../../format/format.ts';
import { mayWith } from '../access.ts';
import { answerCard } from '../answer-card.ts';
import { mayNotAsk, tooEarly } from '../answer-question.ts';
import { factName } from '../facts/card-input.ts';
import { factInWords } from '../facts/fact-called.ts';
import { placeFacts } from '../facts/place-fact.ts';
import { type Supposing, supposedFacts } from '../facts/supposed-facts.ts';
import { supposedRecord } from '../facts/supposed-record.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import { fits, hasOffer } from '../take-facts.ts';
import type { Asked } from '../talk.ts';
import { caseLine, wordingOf } from '../views/case-line.ts';
import { messageView } from '../views/message-view.ts';
import { type LastQuestion, lastQuestion } from './common.ts';
import { caseButtons } from './show-case.ts';

const sayWhat = (talking: Talking, item: CaseItem, why: string, more: string[] = []): Answer => ({
  view: messageView('?', talking.say('supposed.title.what'), {
    about: caseLine(talking, item),
    paragraphs: [...more, talking.say(`supposed.${why}`)],
    actions: why === 'ask-first' && talking.personal ? caseButtons(talking, item) : [],
  }),
  talk: { caseId: item.id },
});

/** A readiness that is only supposed begins today: it means nothing without a date. */
const withSince = (facts: Facts, { record }: CaseItem, today: string): Facts =>
  facts['readiness.category'] === undefined || record.readiness !== undefined
    ? facts
    : { 'readiness.since': today, ...facts };

/** What was supposed of this answer before: a row of suppositions adds up, and a later one replaces the same fact. */
const before = ({ talk }: Talking, { decisionId }: LastQuestion): Supposing =>
  talk.supposed?.decisionId === decisionId ? talk.supposed : { facts: {} };

/** The card, with its mark where nobody can miss it, and the way back to the real answer. */
const marked = ({ say, personal }: Talking, view: View, decisionId: string): View => {
  const title = say('supposed.title.answer', { title: view.headline.title });
  const real = { title: say('supposed.button.real'), verb: 'ask-again', data: { decisionId }, checksInputs: false };
  return {
    ...view,
    headline: { ...view.headline, title },
    actions: personal ? [real, ...view.actions] : view.actions,
  };
};

const answerSupposed = async (
  talking: Talking,
  item: CaseItem,
  last: LastQuestion,
  { facts, day }: Supposing,
): Promise<Answer> => {
  const { services, turn, say } = talking;
  // Days left, and whose role it is, count from the supposed day as well.
  const then: Talking = { ...talking, turn: { ...turn, today: day ?? turn.today } };
  const placed = placeFacts(last.question, facts);
  if (placed === 'unsound' || !fits(placed.question, item)) return sayWhat(talking, item, 'together');
  const offerId = 'offerId' in placed.question ? { offerId: placed.question.offerId } : {};
  // Nothing is stored: the record with the facts in it lives as long as this answer.
  const { record, left } = supposedRecord(item.record, placed.ofCase, { ...offerId, today: turn.today });
  const filling = { by: turn.person.id, at: turn.now, today: turn.today, seen: record, ...offerId };
  const filled = recordFacts({ ...item, record }, withSince(left, item, turn.today), filling);
  if ('refused' in filled)
    return sayWhat(talking, item, 'not-here', [
      say(`talk.fact-refused.${filled.refused}`, { fact: factName(filled.path, say) }),
    ]);
  const judged = services.judge(filled.item.record, placed.question, talking.catalogue, then.turn.today);
  if ('notBefore' in judged) return tooEarly(talking, judged.notBefore);
  const wording = wordingOf(talking);
  const reading = [
    say('supposed.mark'),
    ...(day === undefined ? [] : [say('supposed.day', { date: formatDate(day, turn.language) })]),
    ...Object.entries(facts).map(([path, value]) => factInWords(path, value, wording)),
  ];
  const view = await answerCard(then, filled.item, judged, {
    reading,
    assumed: [],
    settling: [],
    liftable: false,
  });
  const { decisionId } = last;
  return {
    view: marked(talking, view, decisionId),
    talk: {
      lastIntent: last.question.kind,
      caseId: item.id,
      supposed: { decisionId, facts, ...(day === undefined ? {} : { day }) },
      pending: null,
    },
  };
};

/**
 * "Hvad nu hvis den koster 2.300 om ugen?": the last question again with other facts, for this answer only. Nothing is
 * stored and there is no receipt, so no request can be put on it. A row of suppositions adds up until something real is
 * asked.
 */
export const whatIf: Handler = async (talking, asked: Asked) => {
  const resolved = await resolveCase(talking, asked);
  if ('answer' in resolved) return resolved.answer;
  const { item } = resolved;
  if (!mayWith(talking, 'ask-about-case', item)) return mayNotAsk(talking, item);
  const last = await lastQuestion(talking);
  if (last === undefined || last.caseId !== item.id || !hasOffer(last.question, item))
    return sayWhat(talking, item, 'ask-first');
  const earlier = before(talking, last);
  const placed = placeFacts(last.question, earlier.facts);
  const supposed = supposedFacts(
    placed === 'unsound' ? last.question : placed.question,
    item.record,
    asked,
    wordingOf(talking),
  );
  if (typeof supposed === 'string') return sayWhat(talking, item, supposed);
  if ('wrong' in supposed) return sayWhat(talking, item, 'not-here', [supposed.wrong]);
  const facts = { ...earlier.facts, ...supposed.facts };
  const day = supposed.day ?? earlier.day;
  return answerSupposed(talking, item, last, { facts, ...(day === undefined ? {} : { day }) });
};
