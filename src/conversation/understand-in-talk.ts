import type { Talking } from './services.ts';
import type { Talk } from './talk.ts';
import { understand } from './understanding/understand.ts';
import type { UnderstandContext, Understanding } from './understanding/understanding.ts';

/** What the talk has settled, as the understanding takes it. */
const contextOf = ({ lastIntent, caseId, offerId, offer, asked }: Talk): UnderstandContext => ({
  ...(lastIntent === undefined ? {} : { lastIntent }),
  ...(caseId === undefined ? {} : { caseId }),
  ...(offerId === undefined ? {} : { offerId }),
  ...(offer === undefined ? {} : { offer }),
  ...(asked === undefined ? {} : { asked }),
});

/** The sentence as it is read after the talk so far. */
export const understandInTalk = ({ turn, catalogue, text, talk }: Talking): Understanding =>
  understand(text, {
    today: turn.today,
    language: turn.language,
    context: contextOf(talk),
    offerNames: catalogue.map(({ name }) => name),
  });

/**
 * The sentence as it is read after a question about an offer: there the facts that it states are read out of it, which
 * may as well be said after a question about deadlines or the next step.
 */
export const understandAsStated = (talking: Talking): Understanding =>
  understandInTalk({ ...talking, talk: { ...talking.talk, lastIntent: 'extend-offer' } });
