import type { Line, MessageView } from '../../cards/views.ts';
import type { CaseEvent } from '../../contract/case.ts';
import type { EventType } from '../../contract/vocabulary.ts';
import { formatWeekday } from '../../format/format.ts';
import { askButton, messageView } from './message-view.ts';
import type { Wording } from './wording.ts';

/** More lines than this nobody looks through to see whether one is there. */
const MOST = 8;

/** The events of a case, newest first, those of the kind that is asked about; where there is none of it, all. */
export const eventsThere = (
  { events, about, reading, of }: { events: readonly CaseEvent[]; about: string; reading: string[]; of?: EventType },
  caseId: string,
  { say, language }: Wording,
): MessageView => {
  const asked = of === undefined ? events : events.filter(({ type }) => type === of);
  const shown = asked.length > 0 ? asked : events;
  const none =
    of === undefined
      ? say('events.there-are.none')
      : say('events.there-are.none-of', { event: say(`events.type.${of}`) });
  const lines: Line[] = shown.slice(0, MOST).map(({ type, on }) => ({
    symbol: 'i',
    text: say('events.check.line', { event: say(`events.type.${type}`), date: formatWeekday(on, language) }),
  }));
  return messageView('i', say('events.there-are.title'), {
    about,
    paragraphs: [...reading, ...(asked.length === 0 ? [none] : []), say('events.there-are.instead')],
    lines,
    actions: [
      askButton(say('talk.ask.deadlines'), { intent: 'deadlines', caseId }),
      askButton(say('talk.ask.next-step'), { intent: 'next-step', caseId }),
    ],
  });
};
