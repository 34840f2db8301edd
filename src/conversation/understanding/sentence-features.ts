import type { Features } from './learnt/linear-model.ts';
import type { Sentence } from './sentence.ts';

const kindsOfConcept = /^(?:offer|benefit|event|fact|tier):.*/;
/** What follows what, and what comes after a certain question, says less than what is there. */
const half = 0.5;

/** Marks that mean one thing beside one and another beside another: a length asks for a start or for more of what runs. */
const paired = new Set(
  `start extend more longer stop continue if what-if duration until date period price hours offer programme offer-word
  deadline when latest rule rule-id tier colour catalogue request request-noun approval send specific has held event
  list-word which what who why show overdue must may want past waiting self team case-word fact instead`.split(/\s+/),
);

/** The words no slot has taken, in order; what a slot has taken is one '#', a number '0'. */
const openWords = ({ tokens, claimed }: Sentence): string[] => {
  const words: string[] = [];
  for (const [at, token] of tokens.entries())
    if (claimed[at] === true) {
      if (words.at(-1) !== '#') words.push('#');
    } else if (token.kind === 'word' || token.raw === '?') words.push(token.word);
    else if (token.kind === 'number') words.push('0');
  return words;
};

const addWords = (features: Map<string, number>, words: readonly string[]): void => {
  for (const word of words) {
    features.set(`'${word}'`, 1);
    if (word.length >= 5) features.set(`'${word.slice(0, 5)}…'`, 1);
    if (word.length >= 7) features.set(`'${word.slice(0, 7)}…'`, 1);
    if (word.length >= 6) features.set(`'…${word.slice(-5)}'`, 1);
  }
  const row = ['^', ...words, '$'];
  for (let at = 0; at + 1 < row.length; at += 1) {
    features.set(`'${row[at]} ${row[at + 1]}'`, 1);
    if (at + 2 < row.length) features.set(`'${row[at]} ${row[at + 1]} ${row[at + 2]}'`, 1);
  }
};

const addMarks = (features: Map<string, number>, { hits, claimed }: Sentence, marks: readonly string[]): void => {
  for (const mark of marks) features.set(mark, 1);
  const together = marks.filter((mark) => paired.has(mark));
  for (const [at, mark] of together.entries())
    for (const other of together.slice(at + 1)) features.set(`${mark} & ${other}`, half);
  let before: string | undefined;
  for (const { concept, from } of hits) {
    if (claimed[from] === true) continue;
    const kind = concept.replace(kindsOfConcept, (whole) => whole.slice(0, whole.indexOf(':')));
    if (before !== undefined) features.set(`${before} > ${kind}`, half);
    before = kind;
  }
};

const addTalk = (
  features: Map<string, number>,
  { context }: Sentence,
  words: readonly string[],
  marks: readonly string[],
): void => {
  const { lastIntent, asked } = context;
  if (lastIntent === undefined) return;
  features.set('in a talk', 1);
  features.set(`after ${lastIntent}`, 1);
  features.set(`in a talk, ${Math.min(6, Math.floor(words.length / 2)) * 2} words or more`, 1);
  for (const word of words.slice(0, 3)) features.set(`in a talk, begins '${word}'`, 1);
  if (asked !== undefined) {
    features.set('asked', 1);
    features.set(`asked ${asked}`, 1);
  }
  for (const mark of marks) {
    features.set(`in a talk, ${mark}`, half);
    features.set(`after ${lastIntent}, ${mark}`, half);
    if (asked !== undefined) features.set(`asked, ${mark}`, half);
  }
};

/** What a sentence shows of its intent: its words, its marks, both in their order, and the talk before. */
export const sentenceFeatures = (sentence: Sentence, tags: ReadonlySet<string>): Features => {
  const features = new Map<string, number>([['any', 1]]);
  const words = openWords(sentence);
  const marks = [...tags].toSorted();
  features.set(`${Math.min(8, Math.floor(words.length / 3)) * 3} words or more`, 1);
  if (sentence.context.lastIntent === undefined) features.set('opens a talk', 1);
  addWords(features, words);
  addMarks(features, sentence, marks);
  addTalk(features, sentence, words, marks);
  return features;
};
