import { mayWith, seenCase } from './access.ts';
import type { Suggestion } from './assistant.ts';
import type { Answer, Talking } from './services.ts';
import { understoodAs } from './understood-as.ts';

/** More would be a menu. */
const MOST = 3;
const FITTING = ['deadlines', 'next-step', 'request-status', 'case'] as const;

/** What the card asks by its own buttons. */
const onCard = ({ view }: Answer): unknown[] =>
  view.actions.flatMap(({ verb, data }) => (verb === 'ask' ? [data['intent']] : []));

/**
 * What fits to be asked after an answer about a case, as sentences like typed ones: neither what was just answered nor
 * what the card has a button for. They name the case by its number, so that each can be read by itself.
 */
export const suggestionsAfter = async (talking: Talking, answered: Answer): Promise<Suggestion[]> => {
  const { say, personal } = talking;
  const { caseId, lastIntent, pending } = answered.talk ?? {};
  const waits = pending !== undefined && pending !== null;
  if (!personal || typeof caseId !== 'string' || waits) return [];
  const item = (await seenCase(talking, caseId))?.item;
  if (item === undefined || !mayWith(talking, 'ask-about-case', item)) return [];
  const offered = onCard(answered);
  return FITTING.filter((intent) => intent !== lastIntent && !offered.includes(intent))
    .filter((intent) => intent !== 'request-status' || item.requests.length > 0)
    .map((intent) => ({
      intent,
      title: say(`suggest.${intent}.title`),
      text: say(`suggest.${intent}.text`, { case: item.id }),
    }))
    .filter(({ intent, text }) => understoodAs(talking, text, { intent, caseId: item.id }))
    .slice(0, MOST)
    .map(({ title, text }) => ({ title, text }));
};
