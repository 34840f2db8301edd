import type { Say } from '../cards/texts.ts';
import type { View } from '../cards/views.ts';
import type { Language } from '../contract/language.ts';
import type { Turn } from '../conversation/assistant.ts';
import { maskCpr } from '../privacy/cpr.ts';
import { cardOf } from './delivery.ts';
import { inTime } from './in-time.ts';
import type { Incoming } from './incoming.ts';
import { CARD_TYPE } from './message-activity.ts';
import type { BotParts } from './parts.ts';
import { placeOf } from './place.ts';
import { LONGEST_SEARCH, readPick, readSearch } from './search-query.ts';
import { languageOf, turnOf } from './turn.ts';
import { identified } from './visitor.ts';

const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';
const LONGEST_LINE = 200;

/** What Teams shows for a search or puts into the message: cards, or a sentence. */
interface SearchAnswer {
  composeExtension:
    | { type: 'result'; attachmentLayout: 'list'; attachments: Record<string, unknown>[] }
    | { type: 'message'; text: string };
}

const sentence = (text: string): SearchAnswer => ({ composeExtension: { type: 'message', text } });
const result = (attachments: Record<string, unknown>[]): SearchAnswer => ({
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments },
});

/** A line of the list; Teams reads markup in it. */
const line = (text: string): string => maskCpr(text.slice(0, LONGEST_LINE)).replace(/[<>&\p{Cc}]/gu, ' ');

/**
 * The search among one's own cases from the box where a message is written. The list is the searcher's alone; what
 * goes into the message names the case by its number. What is typed may be a name, so no line of the log has it.
 */
export function createSearch(parts: BotParts): {
  query(activity: Incoming): Promise<SearchAnswer>;
  pick(activity: Incoming): Promise<SearchAnswer>;
} {
  const { assistant, say, log, answerWithinMs } = parts;

  const cardAttachment = (view: View, language: Language) => {
    const message = cardOf(parts, { view, language });
    if (message === undefined) throw new Error('the card of a case cannot be made');
    return { contentType: CARD_TYPE, content: message.card };
  };

  /**
   * Answers in time, whatever happens. Whoever searches may be in a chat with somebody else: it is not where they can
   * be reached, and others may read what is put there.
   */
  const answered = async (
    activity: Incoming,
    work: (turn: Turn, say: Say) => Promise<SearchAnswer>,
  ): Promise<SearchAnswer> => {
    let language = languageOf(undefined);
    const answering = async (): Promise<SearchAnswer> => {
      try {
        const person = await identified(parts, activity);
        language = languageOf(person);
        if (person === undefined) return sentence(say(language)('teams.unknown-text'));
        const conversation = { id: placeOf(activity).id, type: 'channel' as const };
        return await work({ ...turnOf(parts, activity, person), conversation }, say(language));
      } catch (err) {
        const reference = parts.ids();
        log.problem('turn-failed', { err, reference });
        return sentence(say(language)('teams.failed-text', { reference }));
      }
    };
    const ended = await inTime(answering(), answerWithinMs);
    if (ended !== 'late') return ended.value;
    log.problem('answer-slow', { type: activity.type, withinMs: answerWithinMs });
    return sentence(say(language)('search.slow'));
  };

  return {
    query: (activity) =>
      answered(activity, async (turn, words) => {
        const search = readSearch(activity.value);
        if (search === 'malformed') {
          log.problem('search-malformed');
          return sentence(words('search.malformed'));
        }
        if (search === 'too-long') return sentence(words('search.too-long', { max: LONGEST_SEARCH }));
        const hits = await assistant.search(turn, search);
        if (hits.length === 0 && search.skip === 0)
          return sentence(words(search.text === '' ? 'search.none-at-all' : 'search.none'));
        return result(
          hits.map(({ caseId, about, view }) => ({
            ...cardAttachment(view, turn.language),
            preview: {
              contentType: THUMBNAIL,
              content: { title: line(caseId), text: line(about), tap: { type: 'invoke', value: { caseId } } },
            },
          })),
        );
      }),
    pick: (activity) =>
      answered(activity, async (turn, words) => {
        const caseId = readPick(activity.value);
        if (caseId === undefined) log.problem('search-malformed');
        const view = caseId === undefined ? undefined : await assistant.caseCard(turn, caseId);
        return view === undefined ? sentence(words('search.gone')) : result([cardAttachment(view, turn.language)]);
      }),
  };
}
