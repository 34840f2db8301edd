import { answerAsked } from './answer-asked.ts';
import { answerInWords } from './answer-in-words.ts';
import { digestSetup } from './digest-setup/digest-setup.ts';
import { goOn } from './go-on.ts';
import { notUnderstood } from './intents/small-talk.ts';
import type { Answer, Talking } from './services.ts';
import type { Asked, Talk } from './talk.ts';
import type { Intent } from './understanding/intents.ts';
import { understandInTalk } from './understand-in-talk.ts';
import type { Understanding } from './understanding/understanding.ts';
import { weekAsked } from './week-asked.ts';
import { withNote } from './views/with-note.ts';

/** A typed answer to a choice goes on with the question that waits; a new question of its own leaves it behind. */
const askedNow = ({ intent, entities, containsCpr }: Understanding, { pending, asked }: Talk): Asked => {
  const slot =
    asked === 'caseId' ? (entities.caseId ?? entities.citizen) : asked === 'offerId' ? entities.offerId : undefined;
  if (pending === undefined || pending.intent !== intent || slot === undefined)
    return { intent, entities, picked: {}, ...(containsCpr ? { byCpr: true } : {}) };
  return { intent, entities: { ...pending.entities, ...entities }, picked: pending.picked };
};

/** Only whom it is about is open, and that is asked by itself. */
const asksWhichOne = ({ intent, readings = [], entities }: Understanding): boolean =>
  intent === 'record-event' && readings.every((one) => one === intent) && entities.people !== undefined;

/** What is due at all, or in a case that nothing names: it is read only, so the likelier one is answered. */
const asksWhatIsDue = ({ intent, readings = [], entities }: Understanding, { caseId }: Talk): boolean =>
  (entities.caseId ?? entities.citizen) === undefined &&
  (intent === 'overdue' || caseId === undefined) &&
  readings.length > 0 &&
  readings.every((one) => one === 'overdue' || one === 'deadlines');

const decisions: ReadonlySet<Intent> = new Set([
  'start-offer',
  'extend-offer',
  'continue-offer',
  'deadlines',
  'next-step',
]);
const slots: ReadonlySet<string> = new Set(['caseId', 'offerId', 'catalogueItem']);

/** The choice that waits, where what is said chooses none: "ikke Karl", "o-2 eller o-3", "den første", "nej". */
const choiceLeftOpen = ({ goingOn }: Understanding, { pending, asked }: Talk): Asked | undefined => {
  if (pending === undefined || !goingOn.carried || asked === undefined || !slots.has(asked)) return undefined;
  if (goingOn.chooses && !goingOn.onlyYesOrNo) return undefined;
  const { id: _, ...waiting } = pending;
  return waiting;
};

const answer = async (talking: Talking, understood: Understanding): Promise<Answer> => {
  const inWords = await answerInWords(talking, understood);
  if (inWords !== undefined) return inWords;
  const open = choiceLeftOpen(understood, talking.talk);
  if (open !== undefined) {
    const again = await answerAsked(talking, open);
    return { ...again, view: withNote(again.view, talking.say('talk.choose.again')) };
  }
  // Yes or no to a question that asked nothing: what is meant is asked, and the question not answered anew.
  const { intent, goingOn } = understood;
  if (goingOn.onlyYesOrNo && decisions.has(intent) && talking.talk.pending === undefined)
    return notUnderstood(talking, { intent, entities: {}, picked: {} }, []);
  const asked = await goOn(talking, askedNow(understood, talking.talk), understood);
  if (!understood.needsClarification || asksWhichOne(understood)) return answerAsked(talking, asked);
  if (asksWhatIsDue(understood, talking.talk)) return answerAsked(talking, { ...asked, intent: 'overdue' });
  return notUnderstood(talking, asked, understood.readings ?? []);
};

/** Answers what somebody has typed. What is not understood for certain is asked about, never acted on. */
export const answerText = async (talking: Talking): Promise<Answer> => {
  const { say } = talking;
  const ofDigests = (await digestSetup(talking)) ?? weekAsked(talking);
  if (ofDigests !== undefined) return ofDigests;
  const understood = understandInTalk(talking);
  const answered = await answer(talking, understood);
  if (!understood.containsCpr) return answered;
  const { view } = answered;
  const { services } = talking;
  // Whoever has just changed the language reads all of the answer in the new one.
  const words = view.view === 'message' && view.language !== undefined ? services.say(view.language) : say;
  return { ...answered, view: withNote(view, words('talk.no-cpr')) };
};
