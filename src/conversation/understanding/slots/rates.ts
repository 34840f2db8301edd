import type { Sentence } from '../sentence.ts';

/** What an amount is for: a week, an hour, or something else (a day, a month, all of it). */
export type Per = 'week' | 'hour' | 'other';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const perWords = words('om pr per / a an hver each every i in for ugentlig ugentligt');
const weekWords = words('u uge ugen week uges wk');
const hourWords = words('t time timen hour hr h');
const otherPeriod = words(
  'maaned maaneden md mdr month dag dagen day aar aaret year alt all total gang gangen kvartal kvartalet quarter',
);
const weekly = words('ugentlig ugentligt ugentlige weekly');
const hourly = words('hourly timebetaling');
const otherwise = words(
  'ialt totalt samlet altogether maanedlig maanedligt monthly daglig dagligt daily aarlig aarligt yearly annually',
);
const hourPrice = words('timepris timeprisen timeloen timeloennen timesats timesatsen hourly');
const otherPrice = words('samlet samlede total totalt ialt totalpris totalprisen maanedspris maanedsprisen dagspris');
const foreign = words('euro euros eur € usd $ dollar dollars gbp £ pounds');
const foreignCode = words('sek nok chf');

const word = (sentence: Sentence, at: number): string => sentence.tokens[at]?.word ?? '';

/** What follows an amount: "om ugen", "pr. time", "om måneden", "i alt", or nothing. */
export const rate = (sentence: Sentence, at: number): { per?: Per; to: number } => {
  let here = at;
  if (word(sentence, here) === '.') here += 1;
  if (word(sentence, here) === ',' && word(sentence, here + 1) === '-') here += 2;
  const alone = word(sentence, here);
  if (weekly.has(alone)) return { per: 'week', to: here + 1 };
  if (hourly.has(alone)) return { per: 'hour', to: here + 1 };
  if (otherwise.has(alone)) return { per: 'other', to: here + 1 };
  if (!perWords.has(alone)) return { to: at };
  here += 1;
  if (word(sentence, here) === '.') here += 1;
  const period = word(sentence, here);
  if (/^(?:in|for)$/.test(alone) && !/^(?:all|total)$/.test(period)) return { to: at };
  if (weekWords.has(period)) return { per: 'week', to: here + 1 };
  if (hourWords.has(period)) return { per: 'hour', to: here + 1 };
  return otherPeriod.has(period) ? { per: 'other', to: here + 1 } : { to: at };
};

/** What the words before an amount of money say it is for: "timepris 300 kr", "i alt 2000 kr". */
export const rateBefore = (sentence: Sentence, at: number): Per | undefined => {
  for (let back = 1; back <= 3; back += 1) {
    const before = word(sentence, at - back);
    if (hourPrice.has(before)) return 'hour';
    if (otherPrice.has(before)) return 'other';
    if (/^(?:alt|all)$/.test(before) && /^(?:i|in)$/.test(word(sentence, at - back - 1))) return 'other';
    if (/^[,;?!]$/.test(before)) return undefined;
  }
  return undefined;
};

/** Whether a word or sign is another country's money. */
export const isForeign = (sentence: Sentence, at: number): boolean =>
  foreign.has(word(sentence, at)) ||
  (foreignCode.has(word(sentence, at)) && sentence.tokens[at]?.acronym === true && !sentence.shouted);
