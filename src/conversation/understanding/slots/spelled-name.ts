import { fold } from '../fold.ts';
import type { Sentence } from '../sentence.ts';
import { givenNames } from '../vocabulary/given-names.ts';
import type { NameSpan } from './name-candidates.ts';

const marked = /['’´`]s$/i;

/** A name as written; a genitive that a mark sets apart is left out. */
export const spelledName = ({ tokens }: Sentence, { from, to }: NameSpan): string => {
  let text = '';
  for (const [at, token] of tokens.slice(from, to).entries())
    text += (at > 0 && token.kind !== 'mark' ? ' ' : '') + token.raw;
  return text.replace(marked, '');
};

/** Whether a mark sets the genitive apart: then nothing else is to be taken off. */
const isMarked = ({ tokens }: Sentence, { to }: NameSpan): boolean => marked.test(tokens[to - 1]?.raw ?? '');

const endsInS = /[^s]s$/i;

/** A name without its genitive s. */
export const nameWithoutS = (sentence: Sentence, span: NameSpan): string => {
  const name = spelledName(sentence, span);
  return isMarked(sentence, span) || !endsInS.test(name) ? name : name.slice(0, -1);
};

/** A name without its genitive s where the rest is a given name: "Karins", not "Niels". */
export const givenWithoutS = (sentence: Sentence, span: NameSpan): string => {
  const name = nameWithoutS(sentence, span);
  return givenNames.has(fold(name)) ? name : spelledName(sentence, span);
};
