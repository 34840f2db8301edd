import { eventAnswer, flagsOf } from '../event-answer.ts';
import { eventNotHeld } from '../event-not-held.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import { whichOfNamed } from '../resolve/which-of-named.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import type { Asked, EventDraft } from '../talk.ts';
import { messageView } from '../views/message-view.ts';
import { readingOf } from './common.ts';

const ownChatOnly = ({ say }: Talking): Answer => ({
  view: messageView('✕', say('events.own-chat.title'), { paragraphs: [say('events.own-chat.text')] }),
});

/** What was told before: the sentence answers what was asked of it, or puts it right without naming a case anew. */
const toldBefore = ({ talk }: Talking, { entities, picked }: Asked, caseId: string): EventDraft | undefined => {
  if (talk.lastIntent !== 'record-event' || talk.event?.caseId !== caseId) return undefined;
  const named = picked.caseId ?? entities.caseId ?? entities.citizen;
  return named === undefined || talk.asked?.startsWith('event.') === true ? talk.event : undefined;
};

const draftOf = (talking: Talking, asked: Asked, caseId: string): EventDraft => {
  const { entities } = asked;
  const told = toldBefore(talking, asked, caseId);
  const before =
    entities.event === undefined || told?.type === undefined || entities.event === told.type ? told : undefined;
  const type = entities.event ?? before?.type;
  const on = entities.noSuchDay === undefined ? (entities.date ?? before?.on) : undefined;
  return {
    id: talking.services.ids(),
    caseId,
    ...(type === undefined ? {} : { type }),
    ...(on === undefined ? {} : { on }),
    flags: { ...before?.flags, ...flagsOf(entities.set ?? {}) },
  };
};

/**
 * "Jeg har holdt samtalen i dag": shows what will be recorded and what it settles; only the button records it. What was
 * not held is not offered for recording, and which of two people it is about is asked.
 */
export const recordEvent: Handler = async (talking, asked) => {
  if (!talking.personal) return ownChatOnly(talking);
  const several = await whichOfNamed(talking, asked);
  if (several !== undefined) return several;
  const resolved = await resolveCase(talking, asked);
  if ('answer' in resolved) return resolved.answer;
  const { item } = resolved;
  const { standing, noSuchDay } = asked.entities;
  const reading = readingOf(talking, asked, resolved);
  if (standing !== undefined) return eventNotHeld(talking, item, asked.entities, { standing, reading });
  const noDay = noSuchDay === undefined ? [] : [talking.say('events.form.no-such-day', { day: noSuchDay })];
  return eventAnswer(talking, item, draftOf(talking, asked, item.id), [...reading, ...noDay]);
};
