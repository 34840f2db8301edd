import { type DurationUnit, add, dayOf, isoOf } from '../rulebook/calendar.ts';
import { instantAt, isoInstantOf } from '../rulebook/instant.ts';

const shape = /^today((?: [+-] \d+ (?:day|week|month|year)s?)*)$/;
const units: Record<string, DurationUnit> = { day: 'days', week: 'weeks', month: 'months', year: 'years' };
const step = /([+-]) (\d+) (day|week|month|year)/g;
const moment = /^(.*) at (\d{2}):(\d{2})$/;
const MINUTE = 60_000;
const inText = /\{(today[^}]*)\}/g;

/**
 * The civil date (ISO) that `today - 3 months + 1 day` names, read from left to right; undefined for any other text.
 * Months keep the day of the month, or take the month's last day.
 */
export const relativeDate = (text: string, today: string): string | undefined => {
  const found = shape.exec(text);
  if (found === null) return undefined;
  let day = dayOf(today);
  for (const [, sign, amount, unit] of (found[1] ?? '').matchAll(step))
    day = add(day, { n: Number(amount), unit: units[unit ?? ''] ?? 'days' }, sign === '-' ? -1 : 1);
  return isoOf(day);
};

/** The instant that `today - 3 days at 09:30` names on Danish clocks, ISO 8601 with offset; undefined for any other text. */
export const relativeInstant = (text: string, today: string): string | undefined => {
  const [, words = '', hours, minutes] = moment.exec(text) ?? [];
  const date = relativeDate(words, today);
  if (date === undefined) return undefined;
  return isoInstantOf(instantAt({ day: dayOf(date), ms: (Number(hours) * 60 + Number(minutes)) * MINUTE }));
};

/** A copy of plain data in which every string that is a relative date, or a time on one, is what it names. */
export const withDates = (data: unknown, today: string): unknown => {
  if (typeof data === 'string') return relativeDate(data, today) ?? relativeInstant(data, today) ?? data;
  if (Array.isArray(data)) return data.map((entry) => withDates(entry, today));
  if (typeof data === 'object' && data !== null)
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withDates(value, today)]));
  return data;
};

/** A sentence with its `{today + 5 weeks}` written out; what names no date is left standing. */
export const sentenceWithDates = (text: string, today: string, format: (iso: string) => string): string =>
  text.replaceAll(inText, (whole, inner: string) => {
    const date = relativeDate(inner, today);
    return date === undefined ? whole : format(date);
  });
