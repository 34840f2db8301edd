import type { Facts, FactValue } from '../../cases/record-facts.ts';
import { type Question, questionSchema } from '../../contract/question.ts';
import { withPlannedId } from '../resolve/planned-offer.ts';
import { withOfferFact } from './stated-facts.ts';

/** Whether a fact belongs to what is asked (the question, an offer only planned) and not to the case. */
export const belongsToQuestion = (path: string, question: Question): boolean =>
  path.startsWith('question.') || (path.startsWith('offer.') && question.kind === 'start-offer');

const withFact = (question: Question, path: string, value: FactValue): unknown => {
  if (question.kind !== 'start-offer') return { ...question, [path.slice('question.'.length)]: value };
  return { ...question, offer: withPlannedId(withOfferFact(question.offer, path.slice('offer.'.length), value)) };
};

/** Facts sorted by where they belong: the question with its own, and those that go into the case. */
export interface PlacedFacts {
  question: Question;
  ofCase: Facts;
}

/** Puts each fact where it belongs; `unsound` when the question would no longer be one, such as an end before the start. */
export const placeFacts = (question: Question, facts: Facts): PlacedFacts | 'unsound' => {
  let placed = question;
  const ofCase: Facts = {};
  for (const [path, value] of Object.entries(facts)) {
    if (!belongsToQuestion(path, question)) ofCase[path] = value;
    else {
      const checked = questionSchema.safeParse(withFact(placed, path, value));
      if (!checked.success) return 'unsound';
      placed = checked.data;
    }
  }
  return { question: placed, ofCase };
};
