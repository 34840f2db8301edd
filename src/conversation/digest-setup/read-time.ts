import type { Token } from '../understanding/tokens.ts';
import type { SaidTime } from './wish.ts';

/** Nobody is written to by night. */
export const EARLIEST = '05:00';
export const LATEST = '20:00';

/** Whether something may be sent at this time of day, `HH:MM`. */
export const mayBeSentAt = (at: string): boolean => /^\d{2}:[0-5]\d$/.test(at) && at >= EARLIEST && at <= LATEST;

/** `8`, `08`, `8.15`, `0815`, `8.15.` at the end of a sentence. */
const written = /^(\d{1,2}(?=\D|$)|\d{2}(?=\d{2}$))(?:[.]?(\d{2})[.]?)?$/;

const saidTime = (hour: number, minute: number, half: string | undefined): SaidTime => {
  const late = half === 'pm' && hour < 12 ? 12 : half === 'am' && hour === 12 ? -12 : 0;
  const at: SaidTime = `${String(hour + late).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return mayBeSentAt(at) ? at : 'outside';
};

/** Hours as words; two languages have no word in common that means two of them. */
const spelt = new Map(
  ['fem five', 'seks six', 'syv seven', 'otte eight', 'ni nine', 'ti ten', 'elleve eleven', 'tolv twelve'].flatMap(
    (words, index) => words.split(' ').map((word) => [word, index + 5] as const),
  ),
);

/** Before an hour: how many minutes from it. "Halv otte" is half an hour before eight. */
const parts: readonly (readonly [string, number])[] = [
  ['halv', -30],
  ['kvart i', -15],
  ['kvart over', 15],
  ['half past', 30],
  ['quarter past', 15],
  ['quarter to', -15],
];

const MINUTES = 60;

/** The time of day in words: "otte", "halv otte", "quarter past eight". */
const timeInWords = (tokens: readonly Token[], at: number): { time: SaidTime; length: number } | undefined => {
  const words = tokens.slice(at).map(({ word }) => word);
  const part = parts.find(([said]) => said.split(' ').every((word, n) => words[n] === word));
  const before = part === undefined ? 0 : part[0].split(' ').length;
  const said = words[before] ?? '';
  const hour = spelt.get(said) ?? (part !== undefined && /^\d{1,2}$/.test(said) ? Number(said) : undefined);
  if (hour === undefined) return undefined;
  const minutes = hour * MINUTES + (part?.[1] ?? 0);
  return { time: saidTime(Math.floor(minutes / MINUTES), minutes % MINUTES, undefined), length: before + 1 };
};

/** The time of day that begins at a token: 8, 8.15, 08:15, 0815, 8 am, halv ni; and how many tokens it has. */
export const timeAt = (tokens: readonly Token[], at: number): { time: SaidTime; length: number } | undefined => {
  const [, hour, minute] = written.exec(tokens[at]?.raw ?? '') ?? [];
  if (hour === undefined) return timeInWords(tokens, at);
  const after = tokens[at + 2];
  const colon = minute === undefined && tokens[at + 1]?.raw === ':' && /^\d{2}[.]?$/.test(after?.raw ?? '');
  const length = colon ? 3 : 1;
  const half = tokens[at + length]?.word;
  const said = half === 'am' || half === 'pm';
  const minutes = colon ? Number.parseInt(after?.raw ?? '', 10) : Number(minute ?? 0);
  return { time: saidTime(Number(hour), minutes, said ? half : undefined), length: length + (said ? 1 : 0) };
};
