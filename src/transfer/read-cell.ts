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

/** A day of our time; 31-12-9999 and 01-01-0001 stand for something else in the system they come from. */
const isOfOurTime = (iso: string): boolean => iso >= '1900-01-01' && iso < '2200-01-01';
const notOfOurTime = (text: string): { wrong: string } => ({
  wrong: `${shownValue(text)} is no day of our time; allowed: 1900-01-01 to 2199-12-31, or the cell empty`,
});

const TIME = /^(\S+)[ T](\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.0+)?)?$/;
const MINUTE = 60_000;

/** An instant with its offset, or a day and a time by Danish clocks. */
const readInstant = (text: string): Read<string> => {
  if (instant.safeParse(text).success) return isOfOurTime(text) ? { value: text } : notOfOurTime(text);
  const [, day = '', hours, minutes] = TIME.exec(text) ?? [];
  const date = readDate(day);
  const ms = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  if ('wrong' in date || !(Number(hours) < 24 && Number(minutes) < 60))
    return {
      wrong: `${shownValue(text)} is no date with time; allowed: 31-08-2026 09:30 or 2026-08-31T09:30:00+02:00`,
    };
  if (!isOfOurTime(date.value)) return notOfOurTime(text);
  return { value: isoInstantOf(instantAt({ day: dayOf(date.value), ms })) };
};

/** A number of nine digits may be a CPR number whose first 0 a spreadsheet has dropped. */
const withZero = (text: string): string => (text.length === 9 ? `0${text}` : text);

const hasLineBreak = (text: string): boolean => text.includes('\n') || text.includes('\r');

const readId = (text: string): Read<string> => {
  const whole = withZero(text);
  if (idContainsCpr(whole) || maskCpr(whole) !== whole)
    return { wrong: `${shownValue(whole)} looks like a CPR number, which may stand nowhere; allowed: another id` };
  return hasLineBreak(text) ? { wrong: `${shownValue(text)} has a line break; allowed: one line` } : { value: text };
};

/** Free text on one line, with what looks like a CPR number masked. */
const readText = (text: string): string => {
  const line = hasLineBreak(text) ? text.replaceAll(/\s*[\r\n]\s*/g, ' ') : text;
  const whole = withZero(line);
  const masked = maskCpr(whole);
  return masked === whole ? line : masked;
};

/** What a spreadsheet shows where it could not reckon. */
const SHEET_ERRORS = ['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#SPILL!', '#CALC!'];

/** Whether a spreadsheet's error stands in the place of a value. */
export const isSheetError = (text: string): boolean => text.startsWith('#') && SHEET_ERRORS.includes(text);
export const SHEET_ERROR = 'the spreadsheet shows an error here; allowed: a value, or nothing';

/** A day, also out of a cell that has a time as well. */
const readDay = (text: string): Read<string> => {
  const read = readDate(text.replace(/[ T]00[:.]00(?:[:.]00(?:\.0+)?)?$/, ''));
  if ('wrong' in read)
    return { wrong: `${shownValue(text)} is no date; allowed: 2026-08-31 or 31-08-2026, and one that exists` };
  return isOfOurTime(read.value) ? read : notOfOurTime(text);
};

const readChoice = (text: string, of: readonly string[]): Read<string> => {
  const word = of.find((one) => one === text.toLowerCase());
  return word === undefined
    ? { wrong: `${shownValue(text)} means nothing here; allowed: ${of.join(', ')}` }
    : { value: word };
};

/** Reads a cell that is not empty as what its fact may hold; CPR numbers in free text are masked. */
export const readCell = (text: string, type: FactType, numbers: Numbers): Read<CellValue> => {
  if (isSheetError(text)) return { wrong: `${text}: ${SHEET_ERROR}` };
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
      return { value: readText(text) };
    case 'ids': {
      const ids = text.split(/[;,+]/).map((id) => id.trim());
      const wrong = ids.map(readId).find((read) => 'wrong' in read);
      return wrong ?? { value: ids.filter((id) => id !== '') };
    }
    case 'id':
      return readId(text);
  }
};
