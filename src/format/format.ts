import type { Language } from '../contract/language.ts';

const locales: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };
const longDate = {
  da: new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};
const weekdayDate = {
  da: new Intl.DateTimeFormat('da-DK', { dateStyle: 'full', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }),
};
const shortDay = {
  da: new Intl.DateTimeFormat('da-DK', { weekday: 'short', day: 'numeric', month: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'numeric', timeZone: 'UTC' }),
};
const dayOfWeek = {
  da: new Intl.DateTimeFormat('da-DK', { weekday: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }),
};
const instantFormat = {
  da: new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Copenhagen' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Copenhagen' }),
};
const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Copenhagen' });
const numbers = {
  da: new Intl.NumberFormat('da-DK', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
};
const lists = {
  da: {
    and: new Intl.ListFormat('da', { type: 'conjunction' }),
    or: new Intl.ListFormat('da', { type: 'disjunction' }),
  },
  en: {
    and: new Intl.ListFormat('en', { type: 'conjunction' }),
    or: new Intl.ListFormat('en', { type: 'disjunction' }),
  },
};

/** A civil date (ISO) as "19. maj 2023" / "19 May 2023". */
export const formatDate = (iso: string, language: Language): string => longDate[language].format(Date.parse(iso));
/** A civil date (ISO) as "fredag den 19. maj 2023" / "Friday 19 May 2023". */
export const formatWeekday = (iso: string, language: Language): string => weekdayDate[language].format(Date.parse(iso));
/** A civil date (ISO) as "fre. 19.5" / "Fri 19/5". */
export const formatShortDay = (iso: string, language: Language): string =>
  shortDay[language].format(Date.parse(iso)).replace(',', '');
/** The day of the week of a civil date (ISO): "fredag" / "Friday". */
export const formatDayOfWeek = (iso: string, language: Language): string => dayOfWeek[language].format(Date.parse(iso));
/** An ISO instant as date and time of day in Europe/Copenhagen. */
export const formatInstant = (iso: string, language: Language): string =>
  instantFormat[language].format(Date.parse(iso));
/** The time of day of an ISO instant in Europe/Copenhagen, as "8.00" / "8:00". */
export const formatTime = (iso: string, language: Language): string =>
  formatTimeOfDay(timeOfDay.format(Date.parse(iso)), language);
/** A time of day, `HH:MM`, as "8.00" / "8:00". */
export const formatTimeOfDay = (at: string, language: Language): string =>
  at.replace(/^0/, '').replace(':', language === 'da' ? '.' : ':');
/** A number as "2.200" / "2,200". */
export const formatNumber = (value: number, language: Language): string => numbers[language].format(value);
/** "a, b og c" / "a, b and c". */
export const formatList = (items: string[], language: Language, type: 'and' | 'or' = 'and'): string =>
  lists[language][type].format(items);
export const localeOf = (language: Language): string => locales[language];
