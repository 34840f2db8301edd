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
import { isPlainFor, plainKindOf } from './facts/plain-for.ts';
import { type Said, factsSaid, labelSaid } from './facts/facts-said.ts';
import { type LastQuestion, lastQuestion } from './intents/common.ts';
import { statedFactsCard } from './stated-facts-card.ts';
import { hasOffer, takeFacts } from './take-facts.ts';
import { understandAsStated } from './understand-in-talk.ts';
import type { GoingOn, Understanding } from './understanding/understanding.ts';
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
  return answerQuestion(talking, found.item, question, { reading: [note], assumed });
};

/** The question again, with what an answer to the fact must be: nothing that is open to doubt is taken. */
const unclear = (talking: Talking, last: LastQuestion, path: string): Promise<Answer | undefined> => {
  const { say } = talking;
  const input = factInput(path);
  const fact = input === undefined ? path : factLabel(path, input, say);
  return again(talking, last, say(`talk.in-words.unclear.${plainKindOf(path, last.question) ?? 'other'}`, { fact }));
};

/** Whether a readiness is told without its date, which the case does not have either. */
const lacksSince = (last: LastQuestion, facts: Facts): boolean =>
  facts['readiness.category'] !== undefined &&
  facts['readiness.since'] === undefined &&
  last.asked.includes('readiness.since');

/** The first fact that was asked for and is not answered beyond doubt; a word beside a yes or a no is shown before it is recorded. */
const doubtful = (last: LastQuestion, facts: Facts, goingOn: GoingOn): string | undefined => {
  const paths = Object.keys(facts);
  if (!paths.every((path) => last.asked.includes(path))) return undefined;
  return paths.find((path) => {
    if (isPlainFor(path, goingOn, last.question)) return false;
    const saysIt = typeof facts[path] === 'boolean' && plainKindOf(path, last.question) === 'yes-no';
    return !saysIt || goingOn.contradicts || belongsToQuestion(path, last.question);
  });
};

const take = async (
  talking: Talking,
  last: LastQuestion,
  said: Said,
  goingOn: GoingOn,
): Promise<Answer | undefined> => {
  if (said === 'several') return again(talking, last, talking.say('talk.in-words.which'));
  const open = said.asked ? undefined : doubtful(last, said.facts, goingOn);
  if (open !== undefined) return unclear(talking, last, open);
  const given = checkedFacts(talking, said.facts);
  const { decisionId } = last;
  if ('wrong' in given)
    return said.asked ? takeFacts(talking, { decisionId, given, onlyAsked: true, said: [] }) : undefined;
  if (lacksSince(last, given.facts)) return again(talking, last, talking.say('talk.in-words.since-too'));
  // Of the question nothing is stored: what was understood stands on the card.
  if (said.asked) {
    const told = [talking.say('talk.in-words.taken'), ...inWords(talking, given.facts)];
    return takeFacts(talking, { decisionId, given, onlyAsked: true, said: told });
  }
  if (Object.keys(given.facts).every((path) => belongsToQuestion(path, last.question))) return undefined;
  return talking.personal ? statedFactsCard(talking, last, given.facts) : ownChat(talking);
};

/** What changes the question; a sentence that holds none of it only answers. */
const changing = ['caseId', 'citizen', 'offer', 'offerId', 'person', 'benefit', 'tier', 'rule'] as const;

/** Whether a sentence tries to answer what was asked for, but with something that cannot be taken for it. */
const missesAsked = (talking: Talking, { entities, goingOn }: Understanding, asked: string, last: LastQuestion) => {
  if (changing.some((part) => entities[part] !== undefined)) return false;
  const kind = plainKindOf(asked, last.question);
  if (kind === undefined || kind === 'about' || goingOn.plain.has(kind)) return false;
  if (kind === 'yes-no' || kind === 'choice') return goingOn.answers && goingOn.contradicts;
  return goingOn.answers || entities.price !== undefined || entities.hours !== undefined || /\d/.test(talking.text);
};

/** With the facts that are said in passing: a question on the case as a whole has none read out of the sentence. */
const inFull = (talking: Talking, understood: Understanding, { question }: LastQuestion): Understanding =>
  'offerId' in question || 'offer' in question || understood.entities.set !== undefined
    ? understood
    : understandAsStated(talking);

/** Of somebody else's health, or what is only suspected or over, nothing is read; that is said. */
const leftOutOf = (talking: Talking, last: LastQuestion, { goingOn, entities }: Understanding) =>
  goingOn.leavesOut &&
  Object.keys(entities).every((part) => part === 'set') &&
  Object.keys(entities.set ?? {}).length === 0
    ? again(talking, last, talking.say('talk.in-words.left-out'))
    : undefined;

/**
 * What was asked for, answered in words: taken as the card's input would be, if it is beyond doubt. A fact of the case that
 * nobody asked for is shown and waits for a click. Undefined where the sentence is neither.
 */
export const answerInWords = async (talking: Talking, understood: Understanding): Promise<Answer | undefined> => {
  const { talk, text } = talking;
  const { goingOn, needsClarification } = understood;
  if (talk.decisionId === undefined || talk.pending !== undefined) return undefined;
  if (!goingOn.states && !goingOn.leavesOut) return undefined;
  const answers = goingOn.carried || (needsClarification && talk.asked !== undefined);
  const leaves = goingOn.leavesOut && (needsClarification || understood.intent === 'what-if');
  if (!answers && !leaves) return undefined;
  const last = await lastQuestion(talking);
  if (last === undefined || last.question.kind !== talk.lastIntent) return undefined;
  const leftOut = await leftOutOf(talking, last, understood);
  if (leftOut !== undefined || !goingOn.states || !answers) return leftOut;
  const label = talk.asked === undefined ? undefined : labelSaid(text, last.asked, talking.say);
  if (label !== undefined) return take(talking, last, label, goingOn);
  if (goingOn.unsure)
    return talk.asked === undefined ? undefined : again(talking, last, talking.say('talk.in-words.left-open'));
  const said = goingOn.carried ? factsSaid(inFull(talking, understood, last), last, talk.asked) : undefined;
  const taken = said === undefined ? undefined : await take(talking, last, said, goingOn);
  if (taken !== undefined || talk.asked === undefined || !last.asked.includes(talk.asked)) return taken;
  return missesAsked(talking, understood, talk.asked, last) ? unclear(talking, last, talk.asked) : undefined;
};
