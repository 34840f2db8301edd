import type { Question } from '../../contract/question.ts';
import type { PlainKind } from '../understanding/plain-answer.ts';
import type { GoingOn } from '../understanding/understanding.ts';
import { factInput, otherOfferFact } from './fact-inputs.ts';
import { belongsToQuestion } from './place-fact.ts';

/** What a day may be said with: the first day of something, its last, or its year where it may lie far behind. */
const dayKinds: Readonly<Record<string, PlainKind>> = {
  'citizen.birthDate': 'birth-date',
  'citizen.arrivedInDenmarkOn': 'whole-day',
  'citizen.residencePermitOn': 'whole-day',
  'readiness.since': 'from',
  firstAbsenceOn: 'from',
  'offer.starts': 'from',
  'offer.ends': 'to',
  'question.until': 'to',
};

const amounts = { kroner: 'price', hours: 'hours', days: 'days' } as const satisfies Record<string, PlainKind>;

/** What an answer must plainly be for the fact at a path; undefined for what only a card can take. */
export const plainKindOf = (path: string, question: Question): PlainKind | undefined => {
  const fact = factInput(path)?.fact;
  const other = otherOfferFact(path);
  switch (fact?.type) {
    case 'number':
      return amounts[fact.unit];
    case 'boolean':
      return 'yes-no';
    case 'choice':
      return 'choice';
    case 'date':
      // Of the question nothing is stored: how the day was read stands on the card.
      if (belongsToQuestion(path, question)) return 'about';
      return dayKinds[other === undefined ? path : `offer.${other.fact}`] ?? 'day';
    default:
      return undefined;
  }
};

/** Whether a sentence is an answer to the fact at a path, and beyond doubt. */
export const isPlainFor = (path: string, { plain }: GoingOn, question: Question): boolean => {
  const kind = plainKindOf(path, question);
  return kind !== undefined && plain.has(kind);
};
