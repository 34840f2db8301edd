import { factInWords } from '../facts/fact-called.ts';
import type { Answer, Talking } from '../services.ts';
import { takeFacts } from '../take-facts.ts';
import { wordingOf } from '../views/case-line.ts';
import type { ClickData } from './click-data.ts';
import { clickRefusal } from './refusals.ts';

/**
 * "Gem i sagen": records the facts that were stated and shown. They stay in the talk, so that a click delivered twice is
 * answered as the first.
 */
export const recordStated = async (talking: Talking, { draft }: ClickData<'record-stated'>): Promise<Answer> => {
  const { stated } = talking.talk;
  if (stated === undefined || stated.id !== draft) return clickRefusal(talking, 'old-choice');
  const { decisionId, facts } = stated;
  const wording = wordingOf(talking);
  const said = [
    talking.say('talk.stated.recorded'),
    ...Object.entries(facts).map(([path, value]) => factInWords(path, value, wording)),
  ];
  const answer = await takeFacts(talking, { decisionId, given: { facts }, onlyAsked: false, said });
  return answer.talk === undefined ? answer : { ...answer, talk: { ...answer.talk, stated } };
};
