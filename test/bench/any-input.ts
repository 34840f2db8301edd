import { allSentences } from '../../language/learning/sentences.ts';
import { INTENTS } from '../../src/conversation/understanding/intents.ts';
import { understand } from '../../src/conversation/understanding/understand.ts';
import { createRandom, type Random } from '../../language/learning/random.ts';

const today = '2023-05-10';
const COUNT = 100_000;
const LONGEST = 2000;
const intents: ReadonlySet<string> = new Set(INTENTS);

const letter = (random: Random): string => String.fromCodePoint(32 + Math.floor(random.next() * 0x2ff));
const noise = (random: Random, length: number): string =>
  Array.from({ length: Math.floor(random.next() * length) }, () => letter(random)).join('');

/** Words of sentences in a row, up to the longest text that is read. */
export const wordSalad = (random: Random, sentences: readonly string[]): string => {
  let text = '';
  while (text.length < LONGEST) text += ` ${random.pick(random.pick(sentences).split(' '))}`;
  return text.slice(0, LONGEST);
};

/** A sentence cut, doubled, stuffed and swapped at random places. */
export const mangled = (random: Random, sentences: readonly string[]): string => {
  let text = random.pick(sentences);
  for (let times = 1 + Math.floor(random.next() * 4); times > 0; times -= 1) {
    const at = Math.floor(random.next() * text.length);
    const to = at + Math.floor(random.next() * 6);
    const kind = random.next();
    if (kind < 0.3) text = text.slice(0, at) + text.slice(to);
    else if (kind < 0.6) text = text.slice(0, at) + noise(random, 6) + text.slice(at);
    else if (kind < 0.8) text = text.slice(0, to) + text.slice(at);
    else text = `${text} ${random.pick(sentences)}`;
  }
  return text;
};

/** Understands random and mangled sentences, one in a hundred of two thousand characters, and counts what goes wrong. */
export const readAnything = (): { count: number; thrown: number; slowest: number; over20: number } => {
  const random = createRandom();
  const sentences = [...allSentences().values()].flat().map(({ text }) => text);
  const found = { count: COUNT, thrown: 0, slowest: 0, over20: 0 };
  for (let n = 0; n < COUNT; n += 1) {
    const text =
      n % 100 === 0 ? wordSalad(random, sentences) : n % 5 === 0 ? noise(random, 120) : mangled(random, sentences);
    const read = (): number => {
      const began = performance.now();
      if (!intents.has(understand(text, { today }).intent)) throw new Error('no intent');
      return performance.now() - began;
    };
    try {
      // A pause of the machine is no slowness of the sentence: what is slow is slow again.
      let took = read();
      for (let again = 0; took > 5 && again < 5; again += 1) took = Math.min(took, read());
      found.slowest = Math.max(found.slowest, took);
      if (took > 20) found.over20 += 1;
    } catch {
      found.thrown += 1;
    }
  }
  return found;
};
