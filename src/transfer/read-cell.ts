import { instant } from '../contract/case.ts';
import { type Read, readDate } from '../people/read-field.ts';
import { idContainsCpr, maskCpr } from '../privacy/cpr.ts';
import { dayOf } from '../rulebook/calendar.ts';
import { instantAt, isoInstantOf } from '../rulebook/instant.ts';
import type { FactType } from './fact-type.ts';
import { shownValue } from './refused-cell.ts';

/** What `1.234` means: in `danish` 1234, in `english` a little more than 1. Whatever can be read one way only is read so. */
export type Numbers = 'danish' | 'english';

/** What a cell can become. */
export type CellValue = string | number | boolean | string[];

const YES = ['ja', 'j', 'true', 'sand', '1', 'yes', 'x'];
const NO = ['nej', 'n', 'false', 'falsk', '0', 'no'];

const DANISH = /^-?(?:[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:\s\d{3})+)|\d+)(?:,\d+)?$/;
const ENGLISH = /^-?(?:[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\s\d{3})+)|\d+)(?:\.\d+)?$/;

const readNumber = (text: string, numbers: Numbers): Read<number> => {
  const plain = text.replace(/\s*(?:kr\.?|DKK)$/iu, '');
  const danish = DANISH.test(plain);
  if (danish && (numbers === 'danish' || !ENGLISH.test(plain)))
    return { value: Number(plain.replaceAll(/[.\s]/g, '').replace(',', '.')) };
  if (ENGLISH.test(plain)) return { value: Number(plain.replaceAll(/[,\s]/g, '')) };
  return { wrong: `${shownValue(text)} is no number; allowed: 1.234,50 or 1234.50` };
};

const readBoolean = (text: string): Read<boolean> => {
  const word = text.toLowerCase();
  if (YES.includes(word)) return { value: true };
  if (NO.includes(word)) return { value: false };
  return { wrong: `${shownValue(text)} is neither yes nor no; allowed: ja, nej, or what the mapping names` };
};

const TIME = /^(\S+)[ T](\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.0+)?)?$/;
const MINUTE = 60_000;

/** An instant with its offset, or a day and a time by Danish clocks. */
const readInstant = (text: string): Read<string> => {
  if (instant.safeParse(text).success) return { value: text };
  const [, day = '', hours, minutes] = TIME.exec(text) ?? [];
  const date = readDate(day);
  const ms = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  if ('wrong' in date || !(Number(hours) < 24 && Number(minutes) < 60))
    return {
      wrong: `${shownValue(text)} is no date with time; allowed: 31-08-2026 09:30 or 2026-08-31T09:30:00+02:00`,
    };
  return { value: isoInstantOf(instantAt({ day: dayOf(date.value), ms })) };
};

const readId = (text: string): Read<string> =>
  idContainsCpr(text) || maskCpr(text) !== text
    ? { wrong: `${shownValue(text)} looks like a CPR number, which may stand nowhere; allowed: another id` }
    : { value: text };

/** A day, also out of a cell that has a time as well. */
const readDay = (text: string): Read<string> => {
  const read = readDate(text.replace(/[ T]00[:.]00(?:[:.]00(?:\.0+)?)?$/, ''));
  return 'wrong' in read
    ? { wrong: `${shownValue(text)} is no date; allowed: 2026-08-31 or 31-08-2026, and one that exists` }
    : read;
};

const readChoice = (text: string, of: readonly string[]): Read<string> => {
  const word = of.find((one) => one === text.toLowerCase());
  return word === undefined
    ? { wrong: `${shownValue(text)} means nothing here; allowed: ${of.join(', ')}` }
    : { value: word };
};

/** Reads a cell that is not empty as what its fact may hold; CPR numbers in free text are masked. */
export const readCell = (text: string, type: FactType, numbers: Numbers): Read<CellValue> => {
  switch (type.is) {
    case 'date':
      return readDay(text);
    case 'instant':
      return readInstant(text);
    case 'number':
      return readNumber(text, numbers);
    case 'boolean':
      return readBoolean(text);
    case 'choice':
      return readChoice(text, type.of);
    case 'text':
      return { value: maskCpr(text) };
    case 'ids': {
      const ids = text.split(/[;,+]/).map((id) => id.trim());
      const wrong = ids.map(readId).find((read) => 'wrong' in read);
      return wrong ?? { value: ids.filter((id) => id !== '') };
    }
    case 'id':
      return readId(text);
  }
};
