import type { FactValue } from '../../cases/record-facts.ts';
import type { Question } from '../../contract/question.ts';
import { formatDate, formatNumber } from '../../format/format.ts';
import type { Wording } from '../views/wording.ts';
import { choicesOf } from './card-input.ts';
import { factInput, otherOfferFact, supposableFact } from './fact-inputs.ts';

const hasOffer = ({ kind }: Question): boolean => kind !== 'deadlines' && kind !== 'next-step';

/** An end is the extension's, or the planned offer's: it goes by both names. */
const endOf: Partial<Record<Question['kind'], string>> = {
  'extend-offer': 'question.until',
  'start-offer': 'offer.ends',
  'continue-offer': 'offer.ends',
};

/** The path of the fact that a sentence calls by its own name, where the question's answer can rest on such a fact. */
export const factCalled = (name: string, question: Question): string | undefined => {
  if (name === 'until' || name === 'ends') return endOf[question.kind];
  const ofOffer = hasOffer(question) ? [`offer.${name}`, `offer.assessment.${name}`, `offer.followUps.${name}`] : [];
  const ofQuestion = question.kind === 'extend-offer' ? [`question.${name}`] : [];
  return [...ofQuestion, ...ofOffer, `citizen.${name}`, name].find((path) => factInput(path) !== undefined);
};

/** The same for what is only supposed: another benefit, and another kind of an offer that is only planned. */
export const supposedCalled = (name: string, question: Question): string | undefined => {
  if (name === 'benefit') return 'benefit.type';
  if (name === 'kind') return question.kind === 'start-offer' ? 'offer.kind' : undefined;
  return factCalled(name, question);
};

const valueInWords = (path: string, value: FactValue, { say, language }: Wording): string => {
  const fact = supposableFact(path);
  if (fact?.type === 'boolean' || fact?.type === 'choice')
    return choicesOf(fact, say).find((choice) => choice.value === String(value))?.title ?? String(value);
  if (fact?.type === 'date') return formatDate(String(value), language);
  if (typeof value === 'number' && fact?.type === 'number')
    return `${formatNumber(value, language)} ${say(`facts.unit.${fact.unit}`)}`;
  // The sentence has a full stop of its own.
  return String(value).replace(/\.$/, '');
};

/** A fact with its value as they are told: "Pris: 2.200 kr. om ugen."; another offer's fact names its offer. */
export const factInWords = (path: string, value: FactValue, wording: Wording): string => {
  const { say } = wording;
  const other = otherOfferFact(path);
  const row = other === undefined ? path : `offer.${other.fact}`;
  const told = say(`told.${row}`, { value: valueInWords(path, value, wording) });
  return other === undefined ? told : say('told.of-offer', { offer: other.id, fact: told });
};
