import type { Language } from '../../../contract/language.ts';
import { actions } from './actions.ts';
import { asking } from './asking.ts';
import { benefits } from './benefits.ts';
import { duties } from './duties.ts';
import { events } from './events.ts';
import { facts } from './facts.ts';
import { misc } from './misc.ts';
import { offers } from './offers.ts';
import { talk } from './talk.ts';
import { phrasesOf } from './words.ts';

const tables = [offers, benefits, asking, actions, duties, events, talk, facts, misc];
/** A phrase of the other language counts when its words are long enough to be mistaken for nothing else. */
const plainForeign = (phrase: string): boolean => phrase.split(' ').every((word) => word.replace('~', '').length >= 5);

/** Every concept with its phrases, for sentences in a language: its own words, and the unmistakable ones of the other. */
export const vocabularyOf = (language: Language): [string, string[]][] => [
  ...tables.flatMap((table) => phrasesOf(table[language])),
  ...tables
    .flatMap((table) => phrasesOf(table[language === 'da' ? 'en' : 'da']))
    .map(([concept, phrases]): [string, string[]] => [concept, phrases.filter(plainForeign)]),
];
