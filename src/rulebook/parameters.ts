import type { Language } from '../contract/language.ts';
import type { Shown } from './judgement.ts';
import { dayOf, isoOf } from './calendar.ts';
import { parseDuration, parseHours } from './language/duration.ts';
import type { Problems } from './language/problems.ts';
import type { ParameterValue } from './language/scope.ts';
import type { RuleInfo } from './rulebook.ts';
import type { RulebookSource } from './schema.ts';
import { shownText } from './shown-text.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

type Dated = RulebookSource['parameters'][string];

/** The entry in force on a civil date: the last that has begun. */
const inForce = (entries: Dated, on: string): Dated[number] | undefined =>
  entries
    .filter(({ from }) => from <= on)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);

/** The parameters as they stand on a civil date; "3 months", "24 hours" and the like become durations. */
export const effectiveParameters = (
  data: RulebookSource,
  on: string,
  problems: Problems,
): Map<string, ParameterValue> => {
  const parameters = new Map<string, ParameterValue>();
  for (const [name, entries] of Object.entries(data.parameters)) {
    const entry = inForce(entries, on);
    for (const [nth, { from }] of entries.entries())
      if (entries.findIndex((other) => other.from === from) < nth)
        problems.add(['parameters', name, nth, 'from'], `${name} already has a value from ${from}; a day has one`);
    if (entry === undefined) {
      problems.add(
        ['parameters', name],
        `${name} has no value on ${on}; its first entry must begin on ${data.validFrom}`,
      );
      continue;
    }
    const { value } = entry;
    if (typeof value === 'string' && ISO_DATE.test(value) && isoOf(dayOf(value)) !== value)
      problems.add(['parameters', name, entries.indexOf(entry), 'value'], `${value} is no day of the calendar`);
    parameters.set(name, typeof value === 'string' ? (parseDuration(value) ?? parseHours(value) ?? value) : value);
  }
  return parameters;
};

/** The civil dates on which a parameter changes inside the version, the first day of the version included. */
export const parameterDates = (data: RulebookSource): string[] => {
  const dates = Object.values(data.parameters).flatMap((entries) => entries.map(({ from }) => from));
  return [...new Set([data.validFrom, ...dates.filter((date) => date > data.validFrom)])].toSorted();
};

/** A parameter as `makker rules` and a rule's card show it; lists are the rulebook's own groupings and have no card. */
export const formatParameter = (data: RulebookSource, name: string, on: string): RuleInfo['parameters'] => {
  const entry = inForce(data.parameters[name] ?? [], on);
  if (entry === undefined) return [];
  const { value, unit, reference } = entry;
  const written = (language: Language) => {
    if (Array.isArray(value)) return value.join(', ');
    const text = shownText(shownOf(value, unit), language, String);
    return unit === 'kr' ? `${text} kr.` : text;
  };
  return [{ name, value: { da: written('da'), en: written('en') }, list: Array.isArray(value), reference }];
};

const shownOf = (value: number | string | boolean, unit: string | undefined): Shown => {
  if (typeof value === 'number')
    return unit === 'hours' || unit === 'months' || unit === 'years'
      ? { as: 'duration', value: { n: value, unit } }
      : { as: 'number', value };
  const duration = typeof value === 'string' ? (parseDuration(value) ?? parseHours(value)) : undefined;
  return duration === undefined ? { as: 'word', value: String(value) } : { as: 'duration', value: duration };
};
