import type { EventType } from '../../../contract/vocabulary.ts';
import type { Sentence } from '../sentence.ts';
import type { EventStanding } from '../understanding.ts';
import { englishDenials, factDenials, notDenying } from '../vocabulary/denials.ts';
import {
  asksFirst,
  asksOf,
  asksWhat,
  attributes,
  beforeRequest,
  byAgreement,
  cancelled,
  deniesVerb,
  determiners,
  held,
  intended,
  narrates,
  opensOther,
  pastDay,
  planned,
  pleads,
  recording,
  refused,
  requests,
  standsRefused,
  unanswered,
  unreal,
} from '../vocabulary/event-standing.ts';
import { clausesOf, type Stretch } from './clauses.ts';
import type { TermSlot } from './terms.ts';

type Told = TermSlot<EventType>;

const wordOf = ({ tokens }: Sentence, at: number): string => tokens[at]?.word ?? '';
const some = (from: number, to: number, is: (at: number) => boolean): boolean => {
  for (let at = from; at < to; at += 1) if (is(at)) return true;
  return false;
};
/** A denial, a lack or a slip reaches over so many words to what was to be written down. */
const near = 3;

const recordsSoon = (sentence: Sentence, at: number): boolean =>
  some(at + 1, at + 1 + near, (next) => recording.test(wordOf(sentence, next)));

/** Whether two places stand in one part of a clause, no "og" between them. */
const samePart = (sentence: Sentence, one: number, other: number): boolean => {
  const clauses = clausesOf(sentence);
  const [from, to] = one < other ? [one, other] : [other, one];
  return clauses.clauseOf(from) === clauses.clauseOf(to) && !clauses.joins(from, to);
};

const denies = (sentence: Sentence, at: number): boolean => {
  const word = wordOf(sentence, at);
  if (!factDenials.has(word) && !word.endsWith("n't")) return false;
  if (englishDenials.has(word) && sentence.language !== 'en') return false;
  const next = wordOf(sentence, at + 1);
  return next !== 'desto' && !notDenying.has(`${word} ${next}`) && !recordsSoon(sentence, at);
};

/** Words that tell it was held, in the part of the clause that `around` stands in, from `from` on. */
const isHeld = (sentence: Sentence, around: number, from = 0): boolean =>
  some(from, sentence.tokens.length, (at) => {
    const turned = some(
      Math.max(0, at - near),
      at,
      (before) => unreal.test(wordOf(sentence, before)) || denies(sentence, before),
    );
    return held.test(wordOf(sentence, at)) && !turned && samePart(sentence, at, around);
  });

const onPastDay = (sentence: Sentence, around: number): boolean =>
  some(0, sentence.tokens.length, (at) => pastDay.test(wordOf(sentence, at)) && samePart(sentence, at, around));

/** Whether a word is told of this event: it stands beside it, or beside no other and nothing says that this was held. */
const reaches = (sentence: Sentence, { from, to }: Stretch, event: Told, events: readonly Told[]): boolean => {
  if (samePart(sentence, from, event.from)) return true;
  if (from < event.from && clausesOf(sentence).clauseOf(from) === clausesOf(sentence).clauseOf(event.from))
    return !isHeld(sentence, event.from, to);
  const ofAnother = events.some((other) => samePart(sentence, from, other.from));
  return !ofAnother && !isHeld(sentence, event.from);
};

const inside = (at: number, { from, to }: Stretch): boolean => at >= from && at < to;

const isPlanned = (sentence: Sentence, event: Told, events: readonly Told[]): boolean => {
  const clauses = clausesOf(sentence);
  const counts = (plan: Stretch): boolean => {
    const word = wordOf(sentence, plan.to - 1);
    const before = wordOf(sentence, plan.from - 1);
    if (events.some((told) => inside(plan.from, told))) return false;
    if (event.value === 'effort-agreed' && /^(?:aftal|agree)/.test(word)) return false;
    if (attributes.has(word) && (determiners.test(before) || before.endsWith('s'))) return false;
    if (byAgreement.test(before)) return false;
    const later = samePart(sentence, plan.from, event.from) && plan.from < event.from ? plan.to : 0;
    const beside =
      clauses.clauseOf(plan.from) !== clauses.clauseOf(event.from) ||
      (plan.from > event.from && !samePart(sentence, plan.from, event.from));
    if (beside && onPastDay(sentence, event.from)) return false;
    return reaches(sentence, plan, event, events) && !isHeld(sentence, event.from, later);
  };
  const intends = (modal: Stretch): boolean =>
    modal.from < event.from &&
    samePart(sentence, modal.from, event.from) &&
    !some(modal.to, event.from, (at) => recording.test(wordOf(sentence, at)) || narrates.test(wordOf(sentence, at))) &&
    !isHeld(sentence, event.from, modal.to);
  return clauses.find(planned).some(counts) || clauses.find(intended).some(intends);
};

/** A denial before what was said at the event is not told of the event: "uden hjemrejsevejledning". */
const deniesFlag = (sentence: Sentence, at: number, event: Told): boolean =>
  sentence.hits.some(
    ({ concept, from }) =>
      concept.startsWith('flag:') &&
      from > at &&
      samePart(sentence, at, from) &&
      !(event.from > at && event.from < from),
  );

const isDeniedEvent = (sentence: Sentence, event: Told): boolean =>
  some(0, sentence.tokens.length, (at) => {
    if (!denies(sentence, at) || !samePart(sentence, at, event.from) || deniesFlag(sentence, at, event)) return false;
    if (at < event.to) return true;
    return (
      deniesVerb.test(wordOf(sentence, at)) &&
      !some(event.to, at, (between) => opensOther.test(wordOf(sentence, between)))
    );
  });

const isOff = (sentence: Sentence, event: Told, events: readonly Told[]): boolean => {
  const clauses = clausesOf(sentence);
  if (isDeniedEvent(sentence, event)) return true;
  if (event.value === 'contact' && clauses.find(unanswered).length > 0) return true;
  if (event.value !== 'note' && clauses.find(cancelled).some((off) => reaches(sentence, off, event, events)))
    return true;
  return (
    !standsRefused.has(event.value) &&
    clauses.find(refused).some(({ from }) => samePart(sentence, from, event.from) && !isHeld(sentence, event.from))
  );
};

/** The words of one sentence of the text, up to its mark. */
const sentenceAround = ({ tokens }: Sentence, at: number): Stretch => {
  const ends = (index: number): boolean =>
    /^[?!]$/.test(tokens[index]?.raw ?? '') || (tokens[index]?.raw === '.' && tokens[index + 1]?.opens === true);
  let from = at;
  while (from > 0 && !ends(from - 1)) from -= 1;
  let to = at;
  while (to < tokens.length && !ends(to)) to += 1;
  return { from, to };
};

/** "Kan du skrive det ind?", "log it": it is asked for to be written down, not whether it happened. */
const isRequested = (sentence: Sentence): boolean =>
  some(0, sentence.tokens.length, (at) => {
    const word = wordOf(sentence, at);
    if (pleads.test(word)) return recordsSoon(sentence, at);
    return requests.test(word) && (at === 0 || beforeRequest.test(wordOf(sentence, at - 1)));
  });

const isQuestion = (sentence: Sentence, at: number): boolean => {
  const { tokens } = sentence;
  const { from, to } = sentenceAround(sentence, at);
  const greets = /^(?:hej|hi|hello|makker|og|men|and|but|,)$/;
  let first = from;
  while (first < to && greets.test(wordOf(sentence, first))) first += 1;
  const opener = wordOf(sentence, first);
  const next = tokens[first + 1];
  const marked = tokens[to]?.raw === '?';
  if (isRequested(sentence)) return false;
  if (marked || asksWhat.test(opener)) return true;
  if (!asksFirst.test(opener) || next === undefined) return false;
  const named =
    next.kind === 'case-id' || (next.capital && !next.acronym && sentence.meanings[first + 1]?.length === 0);
  const article = next.word === 'the' && !/^(?:had|have)$/.test(opener);
  return article || asksOf.test(next.word) || named;
};

/** Whether an event that a sentence tells of was held (undefined), or is asked about, planned, or came to nothing. */
export const standingOf = (sentence: Sentence, event: Told, events: readonly Told[]): EventStanding | undefined => {
  if (isQuestion(sentence, event.from)) return 'asked';
  if (isOff(sentence, event, events)) return 'off';
  return isPlanned(sentence, event, events) ? 'planned' : undefined;
};

/** The same of a sentence that names no event: "mødte ikke op". */
export const standingOfNone = (sentence: Sentence): EventStanding | undefined => {
  if (sentence.context.asked?.startsWith('event.') !== true && isQuestion(sentence, 0)) return 'asked';
  const clauses = clausesOf(sentence);
  return clauses.find(cancelled).length > 0 || clauses.find(unanswered).length > 0 ? 'off' : undefined;
};
