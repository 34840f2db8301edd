import { answerAsked } from '../answer-asked.ts';
import { matterAnswer } from '../matter-answer.ts';
import type { Answer, Talking } from '../services.ts';
import { takeOpen } from '../take-open.ts';
import { wordingOf } from '../views/case-line.ts';
import { nameOf } from '../views/request-facts.ts';
import type { ClickData } from './click-data.ts';
import { atDigest, digestAnew, withEntry } from './digest-place.ts';

/** "Jeg tager det", "Læg det tilbage": the person sees to the chosen entry from now on, or does so no more. */
export const takeOnDigest = (
  talking: Talking,
  data: ClickData<'digest-take'>,
  way: 'take' | 'let-go',
): Promise<Answer> =>
  atDigest(talking, data.digest, (place) =>
    withEntry(talking, place, data.entry, async (key) => {
      const { services, say } = talking;
      const taken = await takeOpen(talking, key, way);
      const about = { case: key.id };
      const said = async (): Promise<string> => {
        switch (taken.outcome) {
          case 'taken':
            return say(`digest.said.${way === 'take' ? 'took' : 'let-go'}`, about);
          case 'others': {
            const staff = await services.directory.staff(place.team.municipality);
            return say('digest.said.taken', { ...about, name: nameOf(taken.by, staff, wordingOf(talking)) });
          }
          case 'gone':
            return say('digest.said.not-open', about);
          case 'may-not':
          case 'busy':
            return say(`digest.said.${taken.outcome}`, about);
        }
      };
      return digestAnew(talking, place, await said());
    }),
  );

/** "Spørg om det": what there is to say of the case or the enquiry is for the own chat. */
export const askOnDigest = (talking: Talking, data: ClickData<'digest-ask'>): Promise<Answer> =>
  atDigest(talking, data.digest, (place) =>
    withEntry(talking, place, data.entry, async (key) => {
      if (!talking.personal) {
        const { view } = await digestAnew(talking, place, talking.say('digest.said.asked', { case: key.id }));
        return { view, withheld: true };
      }
      const asked =
        key.about === 'case'
          ? await answerAsked(talking, { intent: 'deadlines', entities: {}, picked: { caseId: key.id } })
          : await matterAnswer(talking, key.id);
      return asked ?? digestAnew(talking, place, talking.say('digest.said.not-open', { case: key.id }));
    }),
  );
