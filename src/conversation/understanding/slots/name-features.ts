import type { Features } from '../learnt/linear-model.ts';
import type { Sentence } from '../sentence.ts';
import { commonWords } from '../vocabulary/common-words.ts';
import { givenNames } from '../vocabulary/given-names.ts';
import { surnameEnding } from '../vocabulary/surname-ending.ts';
import { isGiven, isNameable, type NameSpan } from './name-candidates.ts';

/** Its shape tells most of a name, what stands two words away least. */
const shapeCounts = 2;
const farCounts = 0.5;

const particles = new Set('al el von van bin ibn bint abu ben la da dos af de der ten ter le'.split(' '));
const groupOf = (concept: string): string => {
  const colon = concept.indexOf(':');
  return colon < 0 ? concept : concept.slice(0, colon);
};

/** A word as the neighbour of a name: itself, '#' where a slot has taken it, '0' for a number. */
const neighbour = ({ tokens, claimed }: Sentence, at: number): string => {
  const token = tokens[at];
  if (token === undefined) return '$';
  if (claimed[at] === true) return '#';
  return token.kind === 'word' ? token.word : token.kind === 'mark' ? token.raw : '0';
};

/** Capital or not, given name or not, known word or not, word of the field or not. */
const shapeAt = (sentence: Sentence, at: number): string => {
  const token = sentence.tokens[at];
  if (token === undefined) return '$';
  if (sentence.claimed[at] === true) return '#';
  if (token.kind !== 'word') return token.kind;
  const how = sentence.words[at]?.how ?? 'unknown';
  const letters = sentence.shouted
    ? 'shouted'
    : token.acronym
      ? 'capitals'
      : token.capital
        ? token.opens
          ? 'opens'
          : 'capital'
        : 'small';
  const given = !isGiven(token.word) ? '' : how === 'unknown' || how === 'typo' ? '+given' : '+given?';
  return `${letters}${given}+${how}${sentence.meanings[at]?.length === 0 ? '' : '+field'}`;
};

/** The groups of concepts a sentence speaks of: what its names have in common. */
export const conceptGroups = ({ hits, context }: Sentence): string[] => [
  ...new Set(hits.map(({ concept }) => groupOf(concept))),
  ...(context.asked === undefined ? [] : [`asked ${context.asked}`]),
];

/** What a row of words shows of being the name of a citizen, of staff or of a programme, or no name at all. */
export const nameFeatures = (sentence: Sentence, { from, to }: NameSpan, groups: readonly string[]): Features => {
  const features = new Map<string, number>([['any', 1]]);
  const { tokens, meanings } = sentence;
  const set = (name: string, value = 1): void => void features.set(name, value);
  const own = tokens.slice(from, to);
  const first = own[0]?.word ?? '';
  const last = own.at(-1);
  const ending = last?.word ?? '';
  const count = own.filter(({ kind }) => kind === 'word').length;
  const given = isGiven(first);

  const shapes = own.map((_, at) => shapeAt(sentence, from + at));
  set(`${count} words`, shapeCounts);
  set(`shape ${shapes.join(' ')}`, shapeCounts);
  set(`first ${shapes[0]}`, shapeCounts);
  set(`last ${shapes.at(-1)}`, shapeCounts);
  for (const shape of shapes.slice(1, -1)) set(`middle ${shape}`);
  set(`${given ? 'given' : 'not given'} of ${count}`, shapeCounts);
  if (givenNames.has(first)) set(`just given of ${count}`, shapeCounts);

  for (const [at, { word }] of own.entries()) {
    const where = at === 0 ? 'first' : at === own.length - 1 ? 'last' : 'middle';
    set(`'${word}'`);
    if (at > 0 && isGiven(word)) set('given inside');
    if (commonWords.has(word)) set(`common ${where}`);
    if (particles.has(word)) set('particle');
    for (const concept of meanings[from + at] ?? []) set(`means ${groupOf(concept)}${at === 0 ? ' first' : ''}`);
  }
  if (surnameEnding.test(ending)) set('surname');
  if (surnameEnding.test(ending.replace(/'?s$/, ''))) set('surname before s');
  if (last?.raw.includes('-') === true) set('hyphen');
  set(`'…${ending.slice(-3)}'`);
  set(`'…${ending.slice(-4)}'`, farCounts);
  set(`'${first.slice(0, 4)}…'`, farCounts);
  set(`first '…${first.slice(-3)}'`);

  const before = neighbour(sentence, from - 1);
  const earlier = neighbour(sentence, from - 2);
  const after = neighbour(sentence, to);
  const later = neighbour(sentence, to + 1);
  set(`before '${before}'`);
  set(`after '${after}'`);
  set(`before '${earlier} ${before}'`, farCounts);
  set(`after '${after} ${later}'`, farCounts);
  set(`between '${before}' and '${after}'`, farCounts);
  set(`earlier '${earlier}'`, farCounts);
  set(`later '${later}'`, farCounts);
  set(`before ${shapeAt(sentence, from - 1)}`);
  set(`after ${shapeAt(sentence, to)}`);
  for (const concept of meanings[from - 1] ?? []) set(`before means ${groupOf(concept)}`);
  for (const concept of meanings[from - 2] ?? []) set(`earlier means ${groupOf(concept)}`);
  for (const concept of meanings[to] ?? []) set(`after means ${groupOf(concept)}`);
  for (const concept of meanings[to + 1] ?? []) set(`later means ${groupOf(concept)}`);

  const left = isNameable(sentence, from - 1);
  const right = isNameable(sentence, to);
  set(`goes on ${left ? 'left' : ''}${right ? 'right' : ''}`, shapeCounts);
  const givenLeft = isGiven(tokens[from - 1]?.word ?? '');
  const givenRight = isGiven(tokens[to]?.word ?? '');
  set(`given ${givenLeft ? 'left' : ''}${given ? 'here' : ''}${givenRight ? 'right' : ''}`, shapeCounts);

  const marked = /['’´`]s$/i.test(last?.raw ?? '');
  const mayOwn = !marked && /[^s]s$/.test(ending);
  set(`ends ${marked ? "in 's" : mayOwn ? 'in s' : 'without s'}`);
  if (mayOwn) {
    const with_ = givenNames.has(ending) ? 'given' : 'not given';
    const without = givenNames.has(ending.slice(0, -1)) ? 'given' : 'not given';
    set(`s: ${with_} with, ${without} without, of ${count}`);
    set(`s before '${after}'`);
    set(`s before ${shapeAt(sentence, to)}`, farCounts);
    set(`s in '…${ending.slice(-4)}'`, farCounts);
    for (const concept of meanings[to] ?? []) set(`s before ${groupOf(concept)}`);
  }
  for (const group of groups) {
    set(`with ${group}`, farCounts);
    set(`with ${group}, ${given ? 'given' : 'not given'}`, farCounts);
  }
  return features;
};
