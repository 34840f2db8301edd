import type { Sentence } from '../sentence.ts';
import { commonWords } from '../vocabulary/common-words.ts';
import { firstNames, surnameEnding, wordLikeNames } from '../vocabulary/first-names.ts';

/** A row of words that names somebody or something. */
export interface ProperName {
  /** As written, without the genitive. */
  text: string;
  from: number;
  to: number;
  genitive: boolean;
  /** How much it looks like a person (positive) or a programme (negative), by its own words. */
  person: number;
  /** Written with capitals, so that it stands out. */
  capital: boolean;
}

const particles = new Set(['al', 'el', 'von', 'van', 'bin', 'abu', 'ben', 'la', 'da', 'dos', 'af']);
const linkWords = new Set(['til', 'paa', 'i', 'og', 'for', 'mod', 'to', 'of', 'med', 'and', 'the', 'in']);
/** Before a name written without capitals. */
const leads = new Set(
  `for til paa med hos om af vedr vedroerende sagen sag borger borgeren forlaengelse forlaengelsen forlaeng extend with on of about forlaenge start starte aabn vis open show pull up saette
  citizen hej frister har er kan skal maa faar lad bed spoerg anmod ask og and samtale sagsnr overblik deadlines til: fra let at that naar when hvor where fordi because hvis if som give giv kom bevilge faa`.split(
    /\s+/,
  ),
);
/** What one does with somebody: a name may follow. */
const verbs =
  /^(?:extend|stop|start|continue|show|overview|note|ask|request|record-verb|held|cancel|pull|must|may|has|is)$/;
const programmeWords = new Set(
  `job spor vej vejen kraft klar fremad kursus forloeb projekt center hus huset vaerksted akademi akademiet camp spring start hold holdet program programme ung unge afklaring livet fokus
  trin naeste mod videre mentor plus aktiv skole netvaerk sporet broen bro nord syd vest oest basis plan team liv natur krop sind energi mestring balance fodfaeste springbraet springbraettet kompas kompasset tilbage sammen
  praktik fremtid fremtiden vaekst haab`.split(/\s+/),
);

const isWord = (sentence: Sentence, at: number): boolean =>
  sentence.tokens[at]?.kind === 'word' && sentence.claimed[at] !== true;

/** Whether a word with a capital can be part of a name. */
const capitalName = (sentence: Sentence, at: number, inside: boolean): boolean => {
  const token = sentence.tokens[at];
  if (token === undefined || !isWord(sentence, at) || !token.capital || sentence.shouted) return false;
  const how = sentence.words[at]?.how;
  if (firstNames.has(token.word) || firstNames.has(token.word.replace(/'?s$/, '')))
    return !token.opens || how === 'unknown' || !wordLikeNames.has(token.word) || inside;
  if (token.raw.length === 1) return inside;
  if (token.acronym && token.raw.length <= 6)
    return how === 'unknown' || (how === 'common' && !token.opens && !commonWords.has(token.word));
  const plain = how === 'unknown' || how === 'compound';
  if (token.opens) return plain && how === 'unknown';
  return inside
    ? true
    : how === 'unknown' ||
        (how === 'common' && nextIsNameLike(sentence, at)) ||
        (how === 'compound' && !hasSlotMeaning(sentence, at)) ||
        (how === 'plain' && nextIsNameLike(sentence, at) && !hasSlotMeaning(sentence, at));
};

const slotMeanings = (sentence: Sentence, at: number): readonly string[] => sentence.meanings[at] ?? [];
const hasSlotMeaning = (sentence: Sentence, at: number): boolean =>
  slotMeanings(sentence, at).some((concept) =>
    /^(?:offer|benefit|tier|role|event|out|mentor|lang|team|case-word|deadline|extend|approval|agenda|note|greeting|makker|please|self)/.test(
      concept,
    ),
  );

const namesOffer = (sentence: Sentence, at: number): boolean =>
  slotMeanings(sentence, at).some((concept) => /^(?:offer|benefit|mentor|company)/.test(concept));

/** A capital follows, or a small linking word and then a capital: "Mod på Job". */
const nextIsNameLike = (sentence: Sentence, at: number): boolean => {
  const next = sentence.tokens[at + 1];
  const after = sentence.tokens[at + 2];
  if (next?.kind === 'word' && next.capital && !next.opens) return true;
  return (
    next?.kind === 'word' &&
    linkWords.has(next.word) &&
    after?.kind === 'word' &&
    after.capital &&
    sentence.words[at]?.how !== 'unknown'
  );
};

const keepsS = /(?:is|us|os|as|ss|iis|ens|ers|rs|ls)$/;

/** Takes a genitive off the last word of a name. */
const bareLast = (
  sentence: Sentence,
  at: number,
  single: boolean,
  owns: boolean,
): { raw: string; genitive: boolean } => {
  const token = sentence.tokens[at];
  const raw = token?.raw ?? '';
  const mark = sentence.tokens[at + 1]?.raw;
  const marked = /['’´`]s$/i.exec(raw);
  if (marked !== null) return { raw: raw.slice(0, -2), genitive: true };
  if (/[sxz]$/i.test(raw) && (mark === "'" || mark === '’')) return { raw, genitive: true };
  if (!/[^s]s$/.test(raw) || raw.length < 4) return { raw, genitive: false };
  const word = token?.word ?? '';
  const stem = word.slice(0, -1);
  if (firstNames.has(stem))
    return owns || !firstNames.has(word) ? { raw: raw.slice(0, -1), genitive: true } : { raw, genitive: false };
  if (firstNames.has(word)) return { raw, genitive: owns };
  if (!owns) return { raw, genitive: false };
  return single && keepsS.test(word) ? { raw, genitive: true } : { raw: raw.slice(0, -1), genitive: true };
};

/** Whether what follows can be somebody's: "Ulla Grønkærs vejledningsforløb", "Torbens sag". */
const ownsNext = (sentence: Sentence, at: number): boolean => {
  const next = sentence.tokens[at];
  if (next === undefined) return sentence.tokens[0]?.word === 'og';
  if (next.kind !== 'word') return next.raw === '?' && /^(?:og|hvad|and|what)$/.test(sentence.tokens[0]?.word ?? '');
  if (next.capital) return false;
  return (
    slotMeanings(sentence, at).some((concept) =>
      /^(?:offer|mentor|offer-word|company|case-word|extend|deadline|event|request-noun|note|overdue|approval|tier|out:|waiting|next-step|benefit|status|agenda|overview|stop|it|fact|assessment|price|progress|team|start)/.test(
        concept,
      ),
    ) ||
    /^(?:nye|nuvaerende|gamle|egen|eksterne|interne|naeste|sidste|foerste|anden|tilbud|forloeb|case|plan|igangvaerende|aktuelle)$/.test(
      next.word,
    )
  );
};

const ownScore = (sentence: Sentence, from: number, to: number): number => {
  let score = 0;
  const count = to - from;
  for (let at = from; at < to; at += 1) {
    const token = sentence.tokens[at];
    if (token?.kind !== 'word') continue;
    const stem = token.word.replace(/'?s$/, '');
    if (firstNames.has(token.word) || firstNames.has(stem)) score += at === from ? 4 : 1;
    if (at > from && surnameEnding.test(stem)) score += 1;
    if (token.acronym && token.raw.length > 1) score -= 3;
    if (token.raw.length === 1 && at > from) score += 3;
    if (
      programmeWords.has(token.word) ||
      (at === from && /^(?:job|spor|vej|kraft)/.test(token.word)) ||
      /(?:spor|kraft|hjaelp|huset|vejen|broen|bryder|job|skolen|akademi|vaerk)$/.test(token.word)
    )
      score -= firstNames.has(token.word) ? 0 : 2;
    else if (sentence.words[at]?.how === 'common' && at === from) score -= 1;
    if (linkWords.has(token.word)) score -= 4;
  }
  if (count === 2 || count === 3) score += 1;
  return score;
};

const readCapital = (sentence: Sentence, at: number): ProperName | undefined => {
  if (!capitalName(sentence, at, false)) return undefined;
  let to = at + 1;
  for (;;) {
    const dotted = sentence.tokens[to]?.raw === '.' && sentence.tokens[to - 1]?.raw.length === 1 ? 1 : 0;
    const here = to + dotted;
    const token = sentence.tokens[here];
    const known = firstNames.has(sentence.tokens[at]?.word ?? '');
    if (
      token?.kind === 'word' &&
      capitalName(sentence, here, true) &&
      !(token.opens && dotted === 0) &&
      !(known && namesOffer(sentence, here))
    )
      to = here + 1;
    else if (
      token?.kind === 'word' &&
      particles.has(token.word) &&
      !token.capital &&
      capitalName(sentence, here + 1, true)
    )
      to = here + 2;
    else if (
      token?.kind === 'word' &&
      linkWords.has(token.word) &&
      !known &&
      to - at <= 2 &&
      (sentence.words[at]?.how !== 'unknown' ||
        programmeWords.has(sentence.tokens[at]?.word ?? '') ||
        programmeWords.has(sentence.tokens[here + 1]?.word ?? '')) &&
      sentence.tokens[here + 1]?.capital === true &&
      sentence.tokens[here + 1]?.acronym === false &&
      isWord(sentence, here + 1) &&
      !firstNames.has(sentence.tokens[here + 1]?.word ?? '') &&
      !(/^(?:til|for|med|to|with)$/.test(token.word) && sentence.tokens[here + 2]?.capital === true)
    )
      to = here + 2;
    else break;
  }
  return named(sentence, at, to, true);
};

const named = (sentence: Sentence, from: number, to: number, capital: boolean): ProperName => {
  const owns = ownsNext(sentence, to);
  const last = bareLast(sentence, to - 1, to - from === 1, owns);
  const start = sentence.tokens[from]?.start ?? 0;
  const initial = sentence.tokens[to]?.raw === '.' && sentence.tokens[to - 1]?.raw.length === 1;
  const words: string[] = [];
  for (let at = from; at < to; at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined || token.kind === 'mark') continue;
    const dot = sentence.tokens[at + 1]?.raw === '.' && token.raw.length === 1 && (at + 1 < to || initial) ? '.' : '';
    words.push((at === to - 1 ? last.raw : token.raw) + dot);
  }
  return {
    text: start >= 0 ? words.join(' ') : '',
    from,
    to: initial ? to + 1 : to,
    genitive: last.genitive,
    person: ownScore(sentence, from, to),
    capital,
  };
};

/** A name in small letters: a known given name, or unknown words where a name belongs. */
const readSmall = (sentence: Sentence, at: number): ProperName | undefined => {
  const token = sentence.tokens[at];
  if (token === undefined || !isWord(sentence, at) || (token.capital && !sentence.shouted && !token.opens))
    return undefined;
  const unknown = (here: number): boolean =>
    isWord(sentence, here) &&
    (sentence.shouted || here === at || sentence.tokens[here]?.capital === false) &&
    sentence.words[here]?.how === 'unknown' &&
    (sentence.tokens[here]?.word.length ?? 0) > 2;
  const stem = token.word.replace(/'?s$/, '');
  const given =
    (firstNames.has(token.word) && !wordLikeNames.has(token.word)) ||
    (firstNames.has(stem) && !wordLikeNames.has(stem) && unknown(at));
  const before = sentence.tokens[at - 1]?.word ?? '';
  const placed =
    leads.has(before) ||
    (sentence.meanings[at - 1] ?? []).some((concept) => verbs.test(concept)) ||
    before === '' ||
    sentence.tokens[at - 1]?.kind === 'mark' ||
    sentence.claimed[at - 1] === true;
  if (!given && !(unknown(at) && placed)) return undefined;
  let to = at + 1;
  while (
    to < at + 3 &&
    (unknown(to) ||
      (given &&
        isWord(sentence, to) &&
        (firstNames.has(sentence.tokens[to]?.word ?? '') ||
          (sentence.tokens[to]?.word.length === 1 && sentence.tokens[to]?.word !== 'i'))))
  )
    to += 1;
  if (!given && to - at < 2) return undefined;
  return named(sentence, at, to, false);
};

/** Words before which, and after which, nothing has been said yet. */
const empty = new Set(['and', 'greeting', 'makker', 'please', 'follow']);

/**
 * Unknown words and nothing else say nothing, not even that they are a name ("bla bla", "hjkl"): only a given name, or
 * capitals that nothing but a name explains, tell. Where a citizen was asked for, small letters will do.
 */
const isNoise = (sentence: Sentence, name: ProperName): boolean => {
  if (sentence.hits.some(({ concept }) => !empty.has(concept))) return false;
  const own = sentence.tokens.slice(name.from, name.to).filter(({ kind }) => kind === 'word');
  if (own.some(({ word }) => firstNames.has(word) || firstNames.has(word.replace(/'?s$/, '')))) return false;
  if (/case|citizen$/i.test(sentence.context.asked ?? '')) return false;
  return !own.some(({ capital, opens }) => capital && !opens) || sentence.shouted;
};

/** Finds the names in a sentence, in order. */
export const findProperNames = (sentence: Sentence): ProperName[] => {
  const found: ProperName[] = [];
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    if (sentence.claimed[at] === true) continue;
    const name = readCapital(sentence, at) ?? readSmall(sentence, at);
    if (name === undefined || isNoise(sentence, name)) continue;
    found.push(name);
    at = name.to - 1;
  }
  return found;
};
