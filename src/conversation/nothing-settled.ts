import type { TalkChange } from './services.ts';

/** What belongs to one case: offer ids repeat from case to case, and a question on one is not one on the other. */
export const ofOneCase = {
  offerId: null,
  offer: null,
  decisionId: null,
  asked: null,
  pending: null,
  supposed: null,
  stated: null,
} satisfies TalkChange;

/** A talk in which no question has been asked and no case is spoken of. */
export const nothingSettled = { lastIntent: null, caseId: null, ...ofOneCase } satisfies TalkChange;
