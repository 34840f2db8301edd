import type { MessageView, RequestView } from '../../cards/views.ts';

/** How a request ended, in one line: for the asker, whose cards show the rest. */
export const endedNotice = ({ headline, ending }: RequestView): MessageView => ({
  view: 'message',
  headline,
  paragraphs: ending === undefined ? [] : [ending],
  lines: [],
  inputs: [],
  actions: [],
});
