import type { Say } from '../../cards/texts.ts';
import type { CardInput } from '../../cards/views.ts';
import { formatDate } from '../../format/format.ts';
import type { Wording } from '../views/wording.ts';
import { dateBounds } from './date-bounds.ts';
import { type FactInput, type FactType, elsewhereLabel, factInput, otherOfferFact } from './fact-inputs.ts';

/** What the fact may be, in words: for the choices of an input and for the answer to a wrong value. */
export const choicesOf = (fact: FactType, say: Say): { title: string; value: string }[] => {
  if (fact.type === 'boolean')
    return [
      { title: say('facts.yes'), value: 'true' },
      { title: say('facts.no'), value: 'false' },
    ];
  if (fact.type !== 'choice') return [];
  return fact.of.map((value) => ({ title: say(`facts.${fact.labels}.${value}`), value }));
};

/** The question a fact is asked with; another offer's facts name their offer. */
export const factLabel = (path: string, input: FactInput, say: Say): string => {
  const other = otherOfferFact(path);
  const label = say(input.label);
  return other === undefined ? label : say('facts.of-offer', { label, offer: other.id });
};

/** What a fact is called where it is only named; one that nobody has worded goes by its path. */
export const factName = (path: string, say: Say): string => {
  const input = factInput(path);
  if (input !== undefined) return factLabel(path, input, say);
  const label = elsewhereLabel(path);
  return label === undefined ? path : say(label);
};

/** The input for the fact at a path; `undefined` when it cannot be filled in on a card. */
export const cardInput = (path: string, say: Say): CardInput | undefined => {
  const input = factInput(path);
  if (input === undefined) return undefined;
  const label = factLabel(path, input, say);
  const { fact } = input;
  switch (fact.type) {
    case 'number':
      return { id: path, type: 'number', label, min: fact.min, max: fact.max, unit: say(`facts.unit.${fact.unit}`) };
    case 'date':
      return { id: path, type: 'date', label };
    case 'text':
      return { id: path, type: 'text', label };
    case 'boolean':
    case 'choice':
      return { id: path, type: 'choice', label, choices: choicesOf(fact, say) };
  }
};

/** What may stand in a fact's input, as one phrase: "en dato fra 1. januar 1900 til 1. april 2026", "et tal fra 0 til 168". */
export const allowedValues = (fact: FactType, { say, language, today }: Wording): string => {
  switch (fact.type) {
    case 'number':
      return say('facts.allowed.number', { min: fact.min, max: fact.max });
    case 'date': {
      const { from, to } = dateBounds(fact, today);
      return say('facts.allowed.date', { from: formatDate(from, language), to: formatDate(to, language) });
    }
    case 'text':
      return say('facts.allowed.text', { max: fact.max });
    case 'boolean':
    case 'choice':
      return say('facts.allowed.choice', {
        choices: choicesOf(fact, say)
          .map(({ title }) => title)
          .join(' · '),
      });
  }
};
