import type { Answer, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import { caseChoice, tooManyNamed } from './choices.ts';
import { casesNamed } from './find-named.ts';
import { unknownCitizen } from './unknown.ts';

/**
 * Which case, where more than one person is named: the cases of all of them are asked about, and none is guessed. Beside
 * a citizen another name only counts where it is a full one that a case has: else it is a colleague's.
 */
export const whichOfNamed = async (talking: Talking, asked: Asked): Promise<Answer | undefined> => {
  const { people: [first, ...others] = [], ...entities } = asked.entities;
  if (first === undefined || (asked.picked.caseId ?? entities.caseId) !== undefined) return undefined;
  const { citizen } = entities;
  const named = [first, ...others].filter((name) => citizen === undefined || name.includes(' '));
  const found = await Promise.all(named.map((name) => casesNamed(talking, name)));
  const waiting: Asked = { ...asked, entities };
  if (citizen === undefined && found.includes('too-many')) return tooManyNamed(talking, waiting);
  const cases = found.filter((one) => one !== 'too-many');
  if (citizen !== undefined && cases.filter(({ length }) => length > 0).length < 2) return undefined;
  const all = [...new Map(cases.flat().map((one) => [one.id, one])).values()];
  return all.length === 0 ? unknownCitizen(talking, waiting, first) : caseChoice(talking, waiting, all);
};
