import type { TalkChange } from './services.ts';

/** A talk in which no question has been asked and no case is spoken of. */
export const nothingSettled = {
  lastIntent: null,
  caseId: null,
  offerId: null,
  offer: null,
  decisionId: null,
  asked: null,
  pending: null,
  supposed: null,
  stated: null,
} satisfies TalkChange;
