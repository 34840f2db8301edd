import type { Answer, Talking } from './services.ts';
import type { Facts, FactValue } from '../cases/record-facts.ts';
import { seenCase } from './access.ts';
import { answerQuestion } from './answer-question.ts';
import { ownChat } from './clicks/refusals.ts';
import { allowedValues, factLabel } from './facts/card-input.ts';
import { coerceFact } from './facts/coerce-fact.ts';
import { factInWords } from './facts/fact-called.ts';
import { factInput } from './facts/fact-inputs.ts';
import { belongsToQuestion } from './facts/place-fact.ts';
import { type Said, factsSaid, labelSaid } from './facts/facts-said.ts';
import { type LastQuestion, lastQuestion } from './intents/common.ts';
import { statedFactsCard } from './stated-facts-card.ts';
import { hasOffer, takeFacts } from './take-facts.ts';
import { understandAsStated } from './understand-in-talk.ts';
import type { Understanding } from './understanding/understanding.ts';
import { wordingOf } from './views/case-line.ts';

const inWords = (talking: Talking, facts: Facts): string[] =>
  Object.entries(facts).map(([path, value]) => factInWords(path, value, wordingOf(talking)));

/** The values as their facts can have them, or a word on the first that cannot be. */
const checkedFacts = (talking: Talking, said: Record<string, FactValue>): { facts: Facts } | { wrong: string } => {
  const wording = wordingOf(talking);
  const facts: Facts = {};
  for (const [path, raw] of Object.entries(said)) {
    const input = factInput(path);
    if (input === undefined) return { wrong: wording.say('talk.wrong-fact-unknown') };
    const coerced = coerceFact(input.fact, raw, wording.today);
    if (typeof coerced === 'string') {
      const named = { fact: factLabel(path, input, wording.say), allowed: allowedValues(input.fact, wording) };
      return { wrong: wording.say('talk.wrong-fact', named) };
    }
    facts[path] = coerced.value;
  }
  return { facts };
};

/** The question again as it was asked, with a word on why. */
const again = async (talking: Talking, { caseId, question, assumed }: LastQuestion, note: string) => {
  const found = await seenCase(talking, caseId);
  if (found === undefined || !hasOffer(question, found.item)) return undefined;
  return answerQuestion(talking, found.item, question, { reading: [talking.say(note)], assumed });
};

/** Whether a readiness is told without its date, which the case does not have either. */
const lacksSince = (last: LastQuestion, facts: Facts): boolean =>
  facts['readiness.category'] !== undefined &&
  facts['readiness.since'] === undefined &&
  last.asked.includes('readiness.since');

const take = async (talking: Talking, last: LastQuestion, said: Said): Promise<Answer | undefined> => {
  if (said === 'several') return again(talking, last, 'talk.in-words.which');
  const given = checkedFacts(talking, said.facts);
  const { decisionId } = last;
  if ('wrong' in given)
    return said.asked ? takeFacts(talking, { decisionId, given, onlyAsked: true, said: [] }) : undefined;
  if (lacksSince(last, given.facts)) return again(talking, last, 'talk.in-words.since-too');
  const paths = Object.keys(given.facts);
  const ofQuestion = paths.every((path) => belongsToQuestion(path, last.question));
  // Of the question nothing is stored: what was understood stands on the card.
  if (said.asked || (ofQuestion && paths.every((path) => last.asked.includes(path)))) {
    const told = [talking.say('talk.in-words.taken'), ...inWords(talking, given.facts)];
    return takeFacts(talking, { decisionId, given, onlyAsked: true, said: told });
  }
  if (ofQuestion) return undefined;
  return talking.personal ? statedFactsCard(talking, last, given.facts) : ownChat(talking);
};

/** With the facts that are said in passing: a question on the case as a whole has none read out of the sentence. */
const inFull = (talking: Talking, understood: Understanding, { question }: LastQuestion): Understanding =>
  'offerId' in question || 'offer' in question || understood.entities.set !== undefined
    ? understood
    : understandAsStated(talking);

/**
 * What was asked for, answered in words: taken as the card's input would be. A fact of the case that nobody asked for is
 * shown and waits for a click. Undefined where the sentence is neither.
 */
export const answerInWords = async (talking: Talking, understood: Understanding): Promise<Answer | undefined> => {
  const { talk, text } = talking;
  const { goingOn, needsClarification } = understood;
  if (talk.decisionId === undefined || talk.pending !== undefined || !goingOn.states) return undefined;
  if (!goingOn.carried && !(needsClarification && talk.asked !== undefined)) return undefined;
  const last = await lastQuestion(talking);
  if (last === undefined || last.question.kind !== talk.lastIntent) return undefined;
  if (goingOn.unsure) return talk.asked === undefined ? undefined : again(talking, last, 'talk.in-words.left-open');
  const label = talk.asked === undefined ? undefined : labelSaid(text, last.asked, talking.say);
  const said = label ?? (goingOn.carried ? factsSaid(inFull(talking, understood, last), last, talk.asked) : undefined);
  return said === undefined ? undefined : take(talking, last, said);
};
