import type { MessageView, RequestView } from '../../cards/views.ts';

/** How a request ended, in one line, with what the asker can do now: their cards show the rest. */
export const endedNotice = ({ headline, ending, actions }: RequestView): MessageView => ({
  view: 'message',
  headline,
  paragraphs: ending === undefined ? [] : [ending],
  lines: [],
  inputs: [],
  actions,
});
