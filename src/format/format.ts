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
const instantFormat = {
  da: new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Copenhagen' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Copenhagen' }),
};
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
/** An ISO instant as date and time of day in Europe/Copenhagen. */
export const formatInstant = (iso: string, language: Language): string =>
  instantFormat[language].format(Date.parse(iso));
/** A time of day, `HH:MM`, as "8.00" / "8:00". */
export const formatTimeOfDay = (at: string, language: Language): string =>
  at.replace(/^0/, '').replace(':', language === 'da' ? '.' : ':');
/** A number as "2.200" / "2,200". */
export const formatNumber = (value: number, language: Language): string => numbers[language].format(value);
/** "a, b og c" / "a, b and c". */
export const formatList = (items: string[], language: Language, type: 'and' | 'or' = 'and'): string =>
  lists[language][type].format(items);
export const localeOf = (language: Language): string => locales[language];
