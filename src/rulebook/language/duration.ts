import type { Duration, DurationUnit } from '../calendar.ts';

const shape = /^(\d{1,4}) (day|week|month|year)s?$/;
const units: Record<string, DurationUnit> = { day: 'days', week: 'weeks', month: 'months', year: 'years' };

/** Reads "3 months", "1 week", "14 days", "5 years"; anything else is undefined. */
export const parseDuration = (text: string): Duration | undefined => {
  const match = shape.exec(text);
  const unit = units[match?.[2] ?? ''];
  return match?.[1] === undefined || unit === undefined ? undefined : { n: Number(match[1]), unit };
};

/** What a duration looks like, for error messages. */
export const durationShape = '"N days", "N weeks", "N months" or "N years"';

/** A length of time that clocks measure, not calendars: days a rule skips do not count. */
export interface Hours {
  n: number;
  unit: 'hours';
}

/** Reads "24 hours", "1 hour"; anything else is undefined. */
export const parseHours = (text: string): Hours | undefined => {
  const match = /^(\d{1,4}) hours?$/.exec(text);
  return match?.[1] === undefined ? undefined : { n: Number(match[1]), unit: 'hours' };
};
