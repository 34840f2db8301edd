import type { Facts, FactValue } from '../../cases/record-facts.ts';
import { type Question, questionSchema } from '../../contract/question.ts';
import { withPlannedId } from '../resolve/planned-offer.ts';
import { withOfferFact } from './stated-facts.ts';

/** Whether a fact belongs to what is asked (the question, an offer only planned) and not to the case. */
export const belongsToQuestion = (path: string, question: Question): boolean =>
  path.startsWith('question.') || (path.startsWith('offer.') && question.kind === 'start-offer');

/** The question with its own facts, checked as a whole: a start and an end may only fit together. */
const withFacts = (question: Question, facts: [string, FactValue][]): unknown => {
  if (question.kind !== 'start-offer')
    return {
      ...question,
      ...Object.fromEntries(facts.map(([path, value]) => [path.slice('question.'.length), value])),
    };
  let { offer } = question;
  for (const [path, value] of facts) offer = withOfferFact(offer, path.slice('offer.'.length), value);
  return { ...question, offer: withPlannedId(offer) };
};

/** Facts sorted by where they belong: the question with its own, and those that go into the case. */
export interface PlacedFacts {
  question: Question;
  ofCase: Facts;
}

/** Puts each fact where it belongs; `unsound` when the question would no longer be one, such as an end before the start. */
export const placeFacts = (question: Question, facts: Facts): PlacedFacts | 'unsound' => {
  const all = Object.entries(facts);
  const own = all.filter(([path]) => belongsToQuestion(path, question));
  const ofCase = Object.fromEntries(all.filter(([path]) => !belongsToQuestion(path, question)));
  if (own.length === 0) return { question, ofCase };
  const checked = questionSchema.safeParse(withFacts(question, own));
  return checked.success ? { question: checked.data, ofCase } : 'unsound';
};
