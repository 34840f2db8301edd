import { catalogueOf } from '../cases/judge.ts';
import { answerText } from './answer-text.ts';
import type { Assistant, Reply, Turn } from './assistant.ts';
import { answerClick } from './clicks/answer-click.ts';
import type { Answer, Services, Talking } from './services.ts';
import { moveOn, recall, remember } from './talk-memory.ts';

/** The verbs that ask for something besides: the card they stand on keeps its place in the talk. */
const beside = new Set(['show-rule', 'ask']);

/** The assistant: finds what the talk has settled, answers, and keeps what was settled now. */
export const createAssistant = (services: Services): Assistant => {
  const talkAbout = async (
    turn: Turn,
    text: string,
    answer: (talking: Talking) => Promise<Answer>,
  ): Promise<Answer['view']> => {
    const [{ talk, stored }, catalogue] = await Promise.all([
      recall(services, turn),
      catalogueOf(services.store, turn.person.municipality),
    ]);
    const say = services.say(turn.language);
    const personal = turn.conversation.type === 'personal';
    const answered = await answer({ services, turn, say, talk, catalogue, text, personal });
    if (answered.talk !== undefined) await remember(services, moveOn(talk, answered.talk), stored);
    return answered.view;
  };

  return {
    say: async (turn, text): Promise<Reply> => ({ view: await talkAbout(turn, text, answerText) }),
    click: async (turn, click): Promise<Reply> => {
      const view = await talkAbout(turn, '', (talking) => answerClick(talking, click));
      return beside.has(click.verb) ? { view, below: true } : { view };
    },
  };
};
