import { formatNumber, localeOf } from '../format/format.ts';
import type { Language } from '../contract/language.ts';
import { CardError } from './card-error.ts';

/** Values for a text's placeholders. Numbers are written the language's way; give a year or an id as a string. */
export type TextValues = Record<string, string | number>;

/** One text as its file has it: a sentence, or a sentence for each plural form. */
export type Text = string | Record<string, string>;

const placeholder = /\{([a-zA-Z]\w*)\}/g;

/** The names a text's placeholders have, over all its plural forms; `count` is one of a plural's. */
export const placeholdersOf = (text: Text): Set<string> => {
  const names = new Set(typeof text === 'string' ? [] : ['count']);
  for (const form of typeof text === 'string' ? [text] : Object.values(text))
    for (const match of form.matchAll(placeholder)) if (match[1] !== undefined) names.add(match[1]);
  return names;
};

const plurals = { da: new Intl.PluralRules(localeOf('da')), en: new Intl.PluralRules(localeOf('en')) };

/** The plural forms a language needs a text in; Danish and English: `one` and `other`. */
export const pluralForms = (language: Language): string[] => plurals[language].resolvedOptions().pluralCategories;

const formFor = (text: Text, key: string, values: TextValues, language: Language): string => {
  if (typeof text === 'string') return text;
  const { count } = values;
  if (typeof count !== 'number')
    throw new CardError('text-value-missing', `text ${key} has plural forms and needs the number count`);
  return text[plurals[language].select(count)] ?? text['other'] ?? '';
};

/** The text with its values put in, once: a value that looks like a placeholder stays as it is. */
export const fillText = (text: Text, key: string, values: TextValues, language: Language): string =>
  formFor(text, key, values, language).replace(placeholder, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined)
      throw new CardError(
        'text-value-missing',
        `text ${key} needs {${name}}; given: ${Object.keys(values).join(', ') || 'nothing'}`,
      );
    return typeof value === 'number' ? formatNumber(value, language) : value;
  });
