import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../contract/language.ts';
import { CardError } from './card-error.ts';
import { fillText, placeholdersOf, pluralForms, type Text, type TextValues } from './text.ts';

/** A text of the language it was made for, by its key `area.key`, with the values for its placeholders. */
export type Say = (key: string, values?: TextValues) => string;

type Texts = Map<string, Text>;

const fileSchema = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]));

const parsed = (file: string): unknown => {
  try {
    return load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA, filename: file });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new CardError('texts-unreadable', error.message);
  }
};

const readArea = (file: string, area: string, language: Language): [string, Text][] => {
  const read = fileSchema.safeParse(parsed(file) ?? {});
  if (!read.success)
    throw new CardError(
      'texts-unreadable',
      `${file}: ${read.error.issues[0]?.path.join('.')} must be a text, or a text for each of ${pluralForms(language).join(', ')}`,
    );
  return Object.entries(read.data).map(([key, text]) => [`${area}.${key}`, text]);
};

const readLanguage = (dir: string, language: Language): Texts => {
  const files = readdirSync(join(dir, language)).filter((name) => name.endsWith('.yaml'));
  return new Map(
    files.flatMap((name) => readArea(join(dir, language, name), name.slice(0, -'.yaml'.length), language)),
  );
};

const formsAreComplete = (text: Text, language: Language): boolean =>
  typeof text === 'string' || pluralForms(language).toSorted().join() === Object.keys(text).toSorted().join();

const sameNames = (a: Set<string>, b: Set<string>): boolean => a.size === b.size && [...a].every((name) => b.has(name));

const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));

/** Every plural form says what the others say; only the number itself may be written in words ("én oplysning"). */
const formsAgree = (text: Text): boolean => {
  const [first, ...others] = formsOf(text).map((form) => {
    const names = placeholdersOf(form);
    names.delete('count');
    return names;
  });
  return first === undefined || others.every((names) => sameNames(first, names));
};

/** Where the languages' texts do not match: keys, plural forms, placeholders. Each sentence names the key and the fix. */
const differences = (languages: Map<Language, Texts>): string[] => {
  const keys = new Set([...languages.values()].flatMap((texts) => [...texts.keys()]));
  return [...keys].toSorted().flatMap((key) => {
    const found = [...languages].map(([language, texts]) => ({ language, text: texts.get(key) }));
    const first = found.find(({ text }) => text !== undefined);
    return found.flatMap(({ language, text }) => {
      if (text === undefined) return [`${key} is missing in ${language}`];
      if (!formsAreComplete(text, language))
        return [`${key} in ${language} needs exactly the plural forms ${pluralForms(language).join(', ')}`];
      if (!formsAgree(text)) return [`${key} in ${language} has other placeholders in one plural form than in another`];
      if (first?.text !== undefined && (typeof text === 'string') !== (typeof first.text === 'string'))
        return [`${key} has plural forms in only one of ${language} and ${first.language}`];
      if (first?.text === undefined || sameNames(placeholdersOf(first.text), placeholdersOf(text))) return [];
      const names = (of: Text): string => [...placeholdersOf(of)].join(', ') || 'none';
      return [
        `${key} has the placeholders ${names(text)} in ${language} but ${names(first.text)} in ${first.language}`,
      ];
    });
  });
};

/**
 * The texts under `dir/<language>/<area>.yaml`, each known as `area.key`. All languages must have the same keys and
 * placeholders, so that nobody meets a hole in the middle of a talk: throws `texts-differ` with every difference.
 */
export const loadTexts = (dir: string): ((language: Language) => Say) => {
  const languages = new Map(LANGUAGES.map((language) => [language, readLanguage(dir, language)] as const));
  const wrong = differences(languages);
  if (wrong.length > 0) throw new CardError('texts-differ', `${dir}:\n${wrong.join('\n')}`);
  return (language) =>
    (key, values = {}) => {
      const text = languages.get(language)?.get(key);
      if (text === undefined) throw new CardError('text-unknown', `there is no text ${key}`);
      return fillText(text, key, values, language);
    };
};
