import type { MessageView, RequestView } from '../../cards/views.ts';

/** How a request ended, with what the asker can do now: their cards show the rest. */
export const endedNotice = ({ headline, ending, needs, actions }: RequestView): MessageView => ({
  view: 'message',
  headline,
  paragraphs: ending === undefined ? [] : [ending],
  // With who gave what, and why.
  lines: needs,
  inputs: [],
  actions,
});
