import type { Language } from '../contract/language.ts';
import { formatDate, formatNumber } from '../format/format.ts';
import { isoOf, type DurationUnit } from './calendar.ts';
import type { Shown } from './judgement.ts';

const unitWords: Record<Language, Record<DurationUnit | 'hours', [one: string, other: string]>> = {
  da: {
    hours: ['time', 'timer'],
    days: ['dag', 'dage'],
    weeks: ['uge', 'uger'],
    months: ['måned', 'måneder'],
    years: ['år', 'år'],
  },
  en: {
    hours: ['hour', 'hours'],
    days: ['day', 'days'],
    weeks: ['week', 'weeks'],
    months: ['month', 'months'],
    years: ['year', 'years'],
  },
};

/** What stands for a person's id in a text. */
export type NameOf = (person: string) => string;

/** A value as a text shows it in a language: "19. maj 2023", "2.200", "3 måneder". */
export const shownText = (shown: Shown, language: Language, nameOf: NameOf): string => {
  switch (shown.as) {
    case 'date':
      return formatDate(isoOf(shown.value), language);
    case 'number':
      return formatNumber(shown.value, language);
    case 'duration': {
      const [one, other] = unitWords[language][shown.value.unit];
      return `${shown.value.n} ${shown.value.n === 1 ? one : other}`;
    }
    case 'person':
      return nameOf(shown.value);
    case 'word':
      return shown.value;
  }
};
