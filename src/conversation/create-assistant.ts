import type { Told } from '../access/access-log.ts';
import { catalogueOf } from '../cases/judge.ts';
import { maskCpr } from '../privacy/cpr.ts';
import { answerText } from './answer-text.ts';
import type { Assistant, Reply, Turn } from './assistant.ts';
import { answerClick } from './clicks/answer-click.ts';
import { recordingOnce, withheldOf } from './details.ts';
import { welcome } from './intents/welcome.ts';
import { cardOfCase, searchCases } from './search-cases.ts';
import type { Answer, Services, Talking } from './services.ts';
import { showingOf } from './showing-of.ts';
import { suggestionsAfter } from './suggestions.ts';
import { moveOn, recall, remember } from './talk-memory.ts';

/** The verbs that ask for something besides: the card they stand on keeps its place in the talk. */
const beside = new Set(['show-rule', 'ask', 'ask-again', 'ask-exception', 'check-minutes', 'record-open', 'ask-open']);

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
  ): Promise<{ talking: Talking; answered: Answer; reply: Reply; keep: () => Promise<void> }> => {
    const { talking, stored } = await open(turn, text);
    const answered = await answer(talking);
    const { talk } = answered;
    const keep = async (): Promise<void> => {
      if (talk !== undefined) await remember(services, moveOn(talking.talk, talk), stored);
    };
    const reply = { view: answered.view, ...(await withheldOf(talking, answered, answer)) };
    return { talking, answered, reply, keep };
  };

  const withSuggestions = async (talking: Talking, answered: Answer, reply: Reply): Promise<Reply> => {
    const suggestions = await suggestionsAfter(talking, answered);
    return suggestions.length === 0 ? reply : { ...reply, suggestions };
  };

  /** Whatever a person is shown goes through here: of whom it tells is kept before they see it. */
  const shownTo = <T>(turn: Turn, compose: () => Promise<Told<T>>): Promise<T> =>
    services.access.answering(showingOf(turn), compose);

  return {
    say: (turn, text) =>
      shownTo(turn, async () => {
        const { talking, answered, reply, keep } = await talkAbout(turn, maskCpr(text), answerText);
        const { lastIntent, caseId } = answered.talk ?? {};
        const answer = await withSuggestions(talking, answered, reply);
        return { answer, how: lastIntent ?? 'message', about: caseId, notFound: answered.notFound, keep };
      }),
    click: (turn, click) =>
      shownTo(turn, async () => {
        const { talking, answered, reply, keep } = await talkAbout(turn, '', (asked) => answerClick(asked, click));
        const about = answered.talk?.caseId;
        // Only a message of its own can carry suggestions.
        const answer = beside.has(click.verb)
          ? await withSuggestions(talking, answered, { ...reply, below: true })
          : reply;
        return { answer, how: click.verb, about, notFound: answered.notFound, keep };
      }),
    welcome: (turn) =>
      shownTo(turn, async () => {
        const { reply, keep } = await talkAbout(turn, '', welcome);
        return { answer: reply, how: 'welcome', keep };
      }),
    search: (turn, search) =>
      shownTo(turn, async () => ({ answer: await searchCases((await open(turn, '')).talking, search), how: 'search' })),
    caseCard: (turn, caseId) =>
      shownTo(turn, async () => ({ answer: await cardOfCase((await open(turn, '')).talking, caseId), how: 'search' })),
  };
};
