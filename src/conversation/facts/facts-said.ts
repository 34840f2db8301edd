import type { Say } from '../../cards/texts.ts';
import { foldedWords } from '../../cases/name-keys.ts';
import type { Facts, FactValue } from '../../cases/record-facts.ts';
import type { LastQuestion } from '../intents/common.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { choicesOf } from './card-input.ts';
import { factCalled } from './fact-called.ts';
import { factInput } from './fact-inputs.ts';
import { isPlainFor } from './plain-for.ts';

/** Facts by path as a sentence states them; `asked`: all of them were asked for, and it answers just that beyond doubt. `several`: it could answer more than one question. */
export type Said = { facts: Facts; asked: boolean } | 'several';

type Found = { path: string } | 'several' | undefined;

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
const typeOf = (path: string): string | undefined => factInput(path)?.fact.type;

const at = (path: string | undefined): Found => (path === undefined ? undefined : { path });
const one = (paths: string[]): Found => (paths.length > 1 ? 'several' : at(paths[0]));

/** What else a sentence may hold: then it is a question of its own, and no mere answer. */
const parts = new Set(['price', 'hours', 'date', 'until', 'set']);

/** The path a value is for: the fact asked for that has the name, else the one the question's answer can rest on. */
const pathFor = (name: string, { asked, question }: LastQuestion): Found =>
  one(asked.filter((path) => path === name || lastName(path) === name)) ?? at(factCalled(name, question));

const hoursFor = ({ asked, question }: LastQuestion): Found =>
  one(asked.filter((path) => ['hoursPerWeek', 'attendableHours'].includes(lastName(path)))) ??
  at(factCalled('hoursPerWeek', question));

/** A date is for the one date asked for; a date of birth for no other. */
const dateFor = ({ asked }: LastQuestion, born: boolean): Found => {
  if (born) return at('citizen.birthDate');
  return one(asked.filter((path) => typeOf(path) === 'date'));
};

/** A yes, a no or a number that names nothing answers only what is asked for alone of its kind. */
const isAmbiguous = (value: FactValue, { asked }: LastQuestion): boolean =>
  asked.filter((path) => typeOf(path) === typeof value).length > 1;

/** The facts that a sentence gives after an answer, each with its path; undefined when it gives none, or asks besides. */
export const factsSaid = (
  { entities, goingOn }: Understanding,
  last: LastQuestion,
  waitsFor: string | undefined,
): Said | undefined => {
  if (Object.keys(entities).some((part) => !parts.has(part))) return undefined;
  const answers = goingOn.answers && waitsFor !== undefined;
  if (!answers && !goingOn.named) return undefined;
  const { price, hours, set = {} } = entities;
  const date = entities.date ?? entities.until;
  const placed: [Found, FactValue][] = [
    ...Object.entries(set).map(([name, value]): [Found, FactValue] => [pathFor(name, last), value]),
    ...(price === undefined ? [] : [[pathFor('pricePerWeek', last), price] satisfies [Found, FactValue]]),
    ...(hours === undefined || 'attendableHours' in set ? [] : [[hoursFor(last), hours] satisfies [Found, FactValue]]),
    ...(date === undefined ? [] : [[dateFor(last, goingOn.born), date] satisfies [Found, FactValue]]),
  ];
  if (placed.length === 0) return undefined;
  const facts: Facts = {};
  for (const [found, value] of placed) {
    if (found === undefined) return undefined;
    if (found === 'several' || (!goingOn.named && isAmbiguous(value, last))) return answers ? 'several' : undefined;
    facts[found.path] = found.path === 'citizen.birthDate' ? (goingOn.birthDate ?? value) : value;
  }
  return {
    facts,
    asked:
      answers &&
      Object.keys(facts).every((path) => last.asked.includes(path) && isPlainFor(path, goingOn, last.question)),
  };
};

/** The choice of a fact asked for that is written out as the card has it: "Kvinde", "flygtning". */
export const labelSaid = (text: string, asked: string[], say: Say): Said | undefined => {
  const wanted = foldedWords(text).join(' ');
  const matching = asked.flatMap((path) => {
    const fact = factInput(path)?.fact;
    if (fact?.type !== 'choice') return [];
    return choicesOf(fact, say).flatMap(({ title, value }) =>
      foldedWords(title).join(' ') === wanted ? [[path, value] as const] : [],
    );
  });
  const [only] = matching;
  if (only === undefined) return undefined;
  return matching.length > 1 ? 'several' : { facts: { [only[0]]: only[1] }, asked: true };
};
