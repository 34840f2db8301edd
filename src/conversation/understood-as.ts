import { folded } from '../cases/name-keys.ts';
import type { Talking } from './services.ts';
import type { Intent } from './understanding/intents.ts';
import { understand } from './understanding/understand.ts';

/** Whether a sentence that is offered to somebody would be understood as it is meant, without any talk before it. */
export const understoodAs = (
  { turn, catalogue }: Pick<Talking, 'turn' | 'catalogue'>,
  text: string,
  meant: { intent: Intent; caseId?: string },
): boolean => {
  const { intent, entities, needsClarification } = understand(text, {
    today: turn.today,
    language: turn.language,
    offerNames: catalogue.map(({ name }) => name),
  });
  const sameCase = meant.caseId === undefined || folded(entities.caseId ?? '') === folded(meant.caseId);
  return intent === meant.intent && sameCase && !needsClarification;
};
