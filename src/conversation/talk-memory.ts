import { createHash } from 'node:crypto';
import type { Stored } from '../store/port.ts';
import { ofOneCase } from './nothing-settled.ts';
import type { Turn } from './assistant.ts';
import type { Services, TalkChange } from './services.ts';
import type { Talk } from './talk.ts';

/** The id of a person's talk in a conversation; conversation ids hold characters that not every store takes. */
export const talkId = (turn: Turn): string =>
  createHash('sha256').update(`${turn.conversation.id}~${turn.person.id}`).digest('base64url');

/** The talk as this turn finds it: what was settled earlier the same civil day, else nothing. */
export const recall = async (services: Services, turn: Turn): Promise<{ talk: Talk; stored?: Stored<Talk> }> => {
  const id = talkId(turn);
  const { municipality } = turn.person;
  const stored = await services.store.read('talk', municipality, id);
  const fresh: Talk = { id, municipality, on: turn.today };
  if (stored === undefined) return { talk: fresh };
  return { talk: stored.item.on === turn.today ? stored.item : fresh, stored };
};

/** The talk with a change put in: a field given replaces, `null` forgets, a new case forgets what the last one settled. */
export const moveOn = (talk: Talk, change: TalkChange): Talk => {
  const elsewhere = typeof change.caseId === 'string' && change.caseId !== talk.caseId;
  const before = talk.caseId === undefined ? {} : { caseBefore: talk.caseId };
  // An answer that asks nothing leaves nothing to answer.
  const settled = typeof change.lastIntent === 'string' ? { asked: null } : {};
  const fields = { ...talk, ...(elsewhere ? { ...ofOneCase, ...before } : {}), ...settled, ...change };
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return { ...Object.fromEntries(kept), id: talk.id, municipality: talk.municipality, on: talk.on };
};

/**
 * Keeps the talk. If another message of the same person was quicker, theirs stands: a talk is a convenience, what it
 * settled is shown on each card, and no decision rests on it.
 */
export const remember = async (services: Services, talk: Talk, stored?: Stored<Talk>): Promise<void> => {
  if (stored === undefined) await services.store.create('talk', talk);
  else await services.store.replace('talk', talk, stored.etag);
};
