import { catalogueOf } from '../cases/judge.ts';
import { maskCpr } from '../privacy/cpr.ts';
import { answerText } from './answer-text.ts';
import type { Assistant, Reply, Turn } from './assistant.ts';
import { answerClick } from './clicks/answer-click.ts';
import { recordingOnce, withheldOf } from './details.ts';
import { welcome } from './intents/welcome.ts';
import { cardOfCase, searchCases } from './search-cases.ts';
import type { Answer, Services, Talking } from './services.ts';
import { suggestionsAfter } from './suggestions.ts';
import { moveOn, recall, remember } from './talk-memory.ts';

/** The verbs that ask for something besides: the card they stand on keeps its place in the talk. */
const beside = new Set(['show-rule', 'ask', 'ask-again', 'check-minutes']);

/** The assistant: finds what the talk has settled, answers, and keeps what was settled now. */
export const createAssistant = (services: Services): Assistant => {
  const open = async (turn: Turn, text: string) => {
    const [{ talk, stored }, catalogue] = await Promise.all([
      recall(services, turn),
      catalogueOf(services.store, turn.person.municipality),
    ]);
    const say = services.say(turn.language);
    const personal = turn.conversation.type === 'personal';
    // Only where others read along is a question answered twice, in short and in full.
    const used = personal ? services : recordingOnce(services);
    const talking: Talking = { services: used, turn, say, talk, catalogue, text, personal };
    return { talking, stored };
  };

  const talkAbout = async (
    turn: Turn,
    text: string,
    answer: (talking: Talking) => Promise<Answer>,
  ): Promise<{ talking: Talking; answered: Answer; reply: Reply }> => {
    const { talking, stored } = await open(turn, text);
    const answered = await answer(talking);
    if (answered.talk !== undefined) await remember(services, moveOn(talking.talk, answered.talk), stored);
    return { talking, answered, reply: { view: answered.view, ...(await withheldOf(talking, answered, answer)) } };
  };

  const withSuggestions = async (talking: Talking, answered: Answer, reply: Reply): Promise<Reply> => {
    const suggestions = await suggestionsAfter(talking, answered);
    return suggestions.length === 0 ? reply : { ...reply, suggestions };
  };

  return {
    say: async (turn, text) => {
      const { talking, answered, reply } = await talkAbout(turn, maskCpr(text), answerText);
      return withSuggestions(talking, answered, reply);
    },
    click: async (turn, click) => {
      const { talking, answered, reply } = await talkAbout(turn, '', (asked) => answerClick(asked, click));
      // Only a message of its own can carry suggestions.
      return beside.has(click.verb) ? withSuggestions(talking, answered, { ...reply, below: true }) : reply;
    },
    welcome: async (turn) => (await talkAbout(turn, '', welcome)).reply,
    search: async (turn, search) => searchCases((await open(turn, '')).talking, search),
    caseCard: async (turn, caseId) => cardOfCase((await open(turn, '')).talking, caseId),
  };
};
