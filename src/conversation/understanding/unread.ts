import type { Sentence } from './sentence.ts';
import { onlyDanish, onlyEnglish } from './vocabulary/common-words.ts';

/** Shorter words hold a sentence together; they seldom turn its meaning. */
const shortest = 4;

/** Longer words that seldom do either. */
const light = new Set(
  `have haft over gerne siden sammen sidder klar timers ugentlig ugentligt kommunen ligger tage tager sige siger before
  weekly thinking problem somebody someone anybody with because actually really`.split(/\s+/),
);

/** Common words that ask for something else than Makker does, or turn what is asked. */
const heavy = new Set(
  `lukke lukker luk ringe ringer ring flytte flytter flyt undersoege laese laeser laes koebe koeber betale betaler hente henter skifte skifter bringe bringer glemme laegge tabe
  oversaette rejse kalde kalder spise call email letter phone read translate move pay close pull forskel hedder forskellen`.split(
    /\s+/,
  ),
);

/** What a word nothing has made sense of takes off a reading: an unknown one, and a common one that says little. */
const unknownCost = 0.75;
const commonCost = 0.3;

/** Before where it takes place, or what it is in: "praktik på plejehjemmet", "kursus i regnskab", "as a driver". */
const whereWords = new Set('paa i hos ved som indenfor at in as with within near'.split(' '));
const articles = new Set('en et den det a an the et lokalt lokal nyt ny'.split(' '));

const isWhere = (sentence: Sentence, at: number): boolean => {
  if (!sentence.hits.some(({ concept }) => /^(?:offer|mentor|company)/.test(concept))) return false;
  let before = at - 1;
  while (articles.has(sentence.tokens[before]?.word ?? '')) before -= 1;
  return whereWords.has(sentence.tokens[before]?.word ?? '');
};

const readMap = (sentence: Sentence): boolean[] => {
  const read = [...sentence.claimed];
  for (const { from, to } of sentence.hits) read.fill(true, from, to);
  return read;
};

/**
 * A sentence's weighty words that nothing has made sense of: no phrase, no name, date or amount. Each of them may turn
 * the meaning ("skal jeg lukke den?"), so a reading that passes over them is worth less.
 */
const unreadAt = (sentence: Sentence): number[] => {
  const read = readMap(sentence);
  return sentence.tokens.flatMap(({ kind, word }, at) =>
    kind === 'word' &&
    word.length >= shortest &&
    read[at] !== true &&
    !light.has(word) &&
    !onlyDanish.has(word) &&
    !onlyEnglish.has(word) &&
    !isWhere(sentence, at)
      ? [at]
      : [],
  );
};

const weighs = (sentence: Sentence, at: number): boolean =>
  sentence.words[at]?.how === 'unknown' || heavy.has(sentence.tokens[at]?.word ?? '');

/** What the words that nothing has made sense of take off a reading. */
export const costOfUnread = (sentence: Sentence): number =>
  unreadAt(sentence).reduce((sum, at) => sum + (weighs(sentence, at) ? unknownCost : commonCost), 0);

/** Whether there is a word that may turn the meaning and that nothing has made sense of. */
export const hasUnread = (sentence: Sentence): boolean => unreadAt(sentence).some((at) => weighs(sentence, at));

/** Whether a sentence is a name or a number and nothing else: a word beside it ("ring til …") asks for something. */
export const isBare = (sentence: Sentence): boolean => {
  const read = readMap(sentence);
  return sentence.tokens.every(({ kind }, at) => kind !== 'word' || read[at] === true);
};
