import type { Say } from '../cards/texts.ts';
import type { MessageView } from '../cards/views.ts';

type Notice = 'unknown' | 'arrived' | 'slow-message' | 'slow-click' | 'failed' | 'bad-click' | 'too-long';

const looks: Record<Notice, { symbol: string; tone: MessageView['headline']['tone']; title: string; text: string }> = {
  unknown: { symbol: '?', tone: 'warning', title: 'unknown-title', text: 'unknown-text' },
  arrived: { symbol: 'i', tone: 'default', title: 'arrived-title', text: 'arrived-text' },
  'slow-message': { symbol: '…', tone: 'default', title: 'slow-title', text: 'slow-message' },
  'slow-click': { symbol: '…', tone: 'default', title: 'slow-title', text: 'slow-click' },
  failed: { symbol: '!', tone: 'attention', title: 'failed-title', text: 'failed-text' },
  'bad-click': { symbol: '!', tone: 'warning', title: 'bad-click-title', text: 'bad-click-text' },
  'too-long': { symbol: '!', tone: 'warning', title: 'too-long-title', text: 'too-long-text' },
};

/** What Makker says of itself, without the conversation: a refusal, a delay, a failure. */
export function notice(name: Notice, say: Say, values: Record<string, string | number> = {}): MessageView {
  const { symbol, tone, title, text } = looks[name];
  return {
    view: 'message',
    headline: { symbol, title: say(`teams.${title}`), tone },
    paragraphs: [say(`teams.${text}`, values)],
    lines: [],
    inputs: [],
    actions: [],
  };
}
