import type { FactValue } from '../../cases/record-facts.ts';
import type { Question } from '../../contract/question.ts';
import { formatDate, formatNumber } from '../../format/format.ts';
import type { Wording } from '../views/wording.ts';
import { choicesOf, factName } from './card-input.ts';
import { factInput } from './fact-inputs.ts';

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

const valueInWords = (path: string, value: FactValue, { say, language }: Wording): string => {
  const fact = factInput(path)?.fact;
  if (fact?.type === 'boolean' || fact?.type === 'choice')
    return choicesOf(fact, say).find((choice) => choice.value === String(value))?.title ?? String(value);
  if (fact?.type === 'date') return formatDate(String(value), language);
  if (typeof value === 'number' && fact?.type === 'number')
    return `${formatNumber(value, language)} ${say(`facts.unit.${fact.unit}`)}`;
  return String(value);
};

/** A fact with its value as they are read: "Hvad koster tilbuddet om ugen? 2.200 kr."; "kr." has the full stop already. */
export const factInWords = (path: string, value: FactValue, wording: Wording): string =>
  wording.say('talk.fact-and-value', {
    fact: factName(path, wording.say),
    value: valueInWords(path, value, wording).replace(/\.$/, ''),
  });
