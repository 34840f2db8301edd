import { fold } from './fold.ts';
import { dotted, joined, plain } from './vocabulary/abbreviations.ts';

type TokenKind = 'word' | 'number' | 'case-id' | 'rule-id' | 'offer-id' | 'date' | 'cpr' | 'mark';

/** A piece of the sentence: a word, a number, a mark, or something known by its shape alone. */
export interface Token {
  kind: TokenKind;
  raw: string;
  /** Folded spelling; of a word without a trailing genitive apostrophe. */
  word: string;
  start: number;
  end: number;
  /** Written with a capital first letter. */
  capital: boolean;
  /** Written in capitals throughout, two letters or more. */
  acronym: boolean;
  /** First word of a sentence, where a capital says nothing. */
  opens: boolean;
}

/** Longer texts are read up to here; nobody asks in more. */
const longest = 2000;

const shapes: readonly (readonly [TokenKind, RegExp])[] = [
  // As it was written, or masked already where it came in.
  ['cpr', /(?:\d{6}[-– ]?\d{4}|\*{6}-\*{4})(?![\d-])/y],
  ['case-id', /[a-zæøå]{2,5}-?\d{4}-\d{3,6}(?!\d)/iy],
  // A matter's number, which has a letter for its kind: it is looked up like a case's.
  ['case-id', /(?:[a-zæøå]{2,5}-)?[a-zæøå]{1,2}-\d{4}-\d{3,6}(?!\d)/iy],
  ['case-id', /[a-zæøå]{3} \d{4}[- ]\d{5}(?!\d)/iy],
  ['date', /\d{4}-\d{2}-\d{2}(?!\d)/y],
  ['case-id', /\d{4}-\d{5}(?!\d)/y],
  ['date', /\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?(?!\d)/y],
  ['date', /\d{1,2}\/\d{1,2}[-/.]\s?19\d{2}(?!\d)/y],
  ['date', /\d{1,2}\/\d{1,2}(?:[-/. ](?:20\d{2}|\d{2}(?!\d|[/,]|\.\d| ?[a-z])))?(?!\d)/iy],
  ['date', /\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})(?!\d)/y],
  ['number', /\d{1,3}(?:[.,]\d{3})+(?:,\d{1,2})?(?!\d)/y],
  ['number', /\d{1,9}(?:[.,]\d{1,2})?(?!\d)/y],
  ['number', /\d+/y],
  ['rule-id', /[a-zæøå]{3}-\d{1,3}(?![\d-])/iy],
  ['offer-id', /(?:[a-z]-\d{1,6}|o\d{1,3}|t\d{3,6})(?![\d-]|\p{L})/iuy],
  ['word', /\p{L}\.(?:\p{L}\.)+/uy],
  ['word', /(?:\p{L}|\p{M})+(?:[-'’´&](?:\p{L}|\p{M})+)*/uy],
];
const space = /\s/;

const readShape = (text: string, at: number): { kind: TokenKind; raw: string } => {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = at;
    const raw = shape.exec(text)?.[0];
    if (raw !== undefined) return { kind, raw };
  }
  const raw = String.fromCodePoint(text.codePointAt(at) ?? 32);
  return { kind: 'mark', raw };
};

/** Two shortened words with a dot between them: "res.forl.". */
const twoShort = /\p{L}{2,}\.\p{L}{2,}/uy;

/** A shortened word as the whole one it stands for, its dot taken in. */
const inFull = (text: string, at: number, raw: string): { raw: string; word: string } | undefined => {
  const first = raw.charAt(0);
  if (raw.length > 1 && first !== first.toLowerCase() && raw !== raw.toUpperCase() && at > 0) return undefined;
  twoShort.lastIndex = at;
  const two = twoShort.exec(text)?.[0];
  const both = two === undefined ? undefined : joined.get(fold(two.replace('.', '')));
  if (two !== undefined && both !== undefined)
    return { raw: text.charAt(at + two.length) === '.' ? `${two}.` : two, word: both };
  const word = fold(raw);
  const hasDot = text.charAt(at + raw.length) === '.';
  const whole = (hasDot ? dotted.get(word) : undefined) ?? plain.get(word);
  return whole === undefined ? undefined : { raw: hasDot ? `${raw}.` : raw, word: whole };
};

/** The sentence as tokens; white space falls away. Linear in the text's length. */
export const tokenise = (input: string): Token[] => {
  const text = input.normalize('NFC').slice(0, longest);
  const tokens: Token[] = [];
  let opens = true;
  for (let at = 0; at < text.length;) {
    if (space.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const { kind, raw: written } = readShape(text, at);
    // After a number a letter is its unit: "20 t.", "8 u.".
    const unit = written.length === 1 && tokens.at(-1)?.kind === 'number';
    const full = kind === 'word' && !unit ? inFull(text, at, written) : undefined;
    const raw = full?.raw ?? written;
    const first = raw.charAt(0);
    const letters = kind === 'word';
    tokens.push({
      kind,
      raw,
      word: full?.word ?? (letters ? fold(raw) : raw),
      start: at,
      end: at + raw.length,
      capital: letters && first !== first.toLowerCase(),
      acronym: letters && written.length > 1 && written === written.toUpperCase(),
      opens: letters && opens,
    });
    at += raw.length;
    if (kind === 'mark') {
      if (raw === '?' || raw === '!' || raw === ':' || (raw === '.' && /\s/.test(text.charAt(at)))) opens = true;
    } else opens = false;
  }
  return tokens;
};
