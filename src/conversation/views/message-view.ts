import type { Intent } from '../understanding/intents.ts';
import type { CardAction, Headline, MessageView, Tone } from '../../cards/views.ts';

type Parts = Partial<Pick<MessageView, 'notes' | 'paragraphs' | 'lines' | 'inputs' | 'actions'>> & {
  tone?: Tone;
  about?: string;
};

/** A short text with what it needs besides; what is not given is empty. */
export const messageView = (symbol: string, title: string, parts: Parts = {}): MessageView => {
  const headline: Headline = { symbol, title, tone: parts.tone ?? 'default' };
  return {
    view: 'message',
    headline: parts.about === undefined ? headline : { ...headline, about: parts.about },
    ...(parts.notes === undefined || parts.notes.length === 0 ? {} : { notes: parts.notes }),
    paragraphs: parts.paragraphs ?? [],
    lines: parts.lines ?? [],
    inputs: parts.inputs ?? [],
    actions: parts.actions ?? [],
  };
};

/** A button that asks something: a sentence as if it had been typed, or a question about a case by ids. */
export const askButton = (
  title: string,
  data: { text: string } | { intent: Intent; caseId: string; offerId?: string },
): CardAction => ({ title, verb: 'ask', data: { ...data }, checksInputs: false });
