/** What can be wrong with cards and their texts. Each is a mistake of ours, never of the reader's. */
export type CardErrorCode =
  | 'texts-unreadable'
  | 'texts-differ'
  | 'text-unknown'
  | 'text-value-missing'
  | 'template-unreadable'
  | 'card-unsound';

/** A mistake in a text, a template or a view; `message` says where it is and what would be right. */
export class CardError extends Error {
  readonly code: CardErrorCode;
  constructor(code: CardErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CardError';
    this.code = code;
  }
}
