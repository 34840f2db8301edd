/** What the talk so far has settled; kept per conversation and person, for one working day. */
export interface Talk {
  /** `conversation~person`, folded to characters every store takes. */
  id: string;
  municipality: string;
  /** Civil date on which it was last used. */
  on: string;
  lastIntent?: string;
  caseId?: string;
  offerId?: string;
  offer?: string;
  /** The newest decision in this talk. */
  decisionId?: string;
  /** The fact path or slot that was asked for last. */
  asked?: string;
}
