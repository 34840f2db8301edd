import type { CaseItem } from '../cases/case-item.ts';
import type { CaseEvent } from '../contract/case.ts';
import { formatWeekday } from '../format/format.ts';
import type { Answer, Talking } from './services.ts';
import type { Entities, EventStanding } from './understanding/understanding.ts';
import { caseLine, wordingOf } from './views/case-line.ts';
import { eventsThere } from './views/events-there.ts';
import { askButton, messageView } from './views/message-view.ts';

/** What stands in the case, newest first; a follow-up may stand at its offer alone. */
const eventsOf = ({ record }: CaseItem): CaseEvent[] => {
  const followUps = (record.offers ?? []).flatMap(({ followUps: held = [] }) =>
    held.map(({ on }) => ({ type: 'follow-up' as const, on })),
  );
  const all = [...(record.events ?? []), ...followUps];
  return [...new Map(all.toReversed().map((event) => [`${event.type} ${event.on}`, event])).values()].toSorted((a, b) =>
    a.on < b.on ? 1 : -1,
  );
};

const plannedDay = ({ date, until, period }: Entities): string | undefined => date ?? until ?? period?.from;

const whyNot = ({ say, turn }: Talking, entities: Entities, standing: 'planned' | 'off'): string => {
  const day = plannedDay(entities);
  return standing === 'planned' && day !== undefined && day >= turn.today
    ? say('events.not-held.planned-on', { date: formatWeekday(day, turn.language) })
    : say(`events.not-held.${standing}`);
};

/**
 * What is told of as planned, cancelled, denied or asked about is not recorded: the answer says so, and what can be.
 * A question is answered with what stands in the case.
 */
export const eventNotHeld = (
  talking: Talking,
  item: CaseItem,
  entities: Entities,
  { standing, reading }: { standing: EventStanding; reading: string[] },
): Answer => {
  const { say } = talking;
  const about = caseLine(talking, item);
  const talk = { lastIntent: 'record-event', caseId: item.id, asked: null, pending: null };
  if (standing === 'asked') {
    const told = {
      events: eventsOf(item),
      about,
      reading,
      ...(entities.event === undefined ? {} : { of: entities.event }),
    };
    return { view: eventsThere(told, item.id, wordingOf(talking)), talk };
  }
  const view = messageView('i', say(`events.not-held.${standing}-title`), {
    about,
    paragraphs: [...reading, whyNot(talking, entities, standing), say(`events.not-held.${standing}-instead`)],
    actions: [
      askButton(say('talk.ask.deadlines'), { intent: 'deadlines', caseId: item.id }),
      askButton(say('talk.ask.next-step'), { intent: 'next-step', caseId: item.id }),
    ],
  });
  return { view, talk: { ...talk, event: null } };
};
