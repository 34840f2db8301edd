import type { Answer, Handler, Talking } from '../services.ts';
import { messageView } from '../views/message-view.ts';
import { examples } from './examples.ts';

const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** What Makker can do, below whatever was said first, with examples from the asker's own cases. */
const whatICanDo = async (talking: Talking, symbol: string, title: string, first: string[]): Promise<Answer> => ({
  view: messageView(symbol, title, {
    paragraphs: [...first, talking.say('talk.help.text'), talking.say('talk.help.try')],
    actions: await examples(talking),
  }),
});

/** "Hvad kan du?" */
export const help: Handler = (talking) => whatICanDo(talking, 'i', talking.say('talk.help.title'), []);

/** "Hej" */
export const greeting: Handler = (talking) =>
  whatICanDo(talking, 'i', talking.say('talk.greeting', { name: firstName(talking.turn.person.name) }), []);

/** "Tak" */
export const thanks: Handler = async ({ say }) => ({ view: messageView('✓', say('talk.thanks')) });

/** Something that is not about the work Makker knows, or an order to pass by the rules. */
export const outOfScope: Handler = (talking) =>
  whatICanDo(talking, 'i', talking.say('talk.out-of-scope.title'), [talking.say('talk.out-of-scope.text')]);

/** Understood, but not built yet. */
export const notYet: Handler = (talking) =>
  whatICanDo(talking, 'i', talking.say('talk.not-yet.title'), [talking.say('talk.not-yet.text')]);

/** "Hvad nu hvis …": the way around it is named. */
export const whatIf: Handler = async ({ say }) => ({
  view: messageView('i', say('talk.not-yet.title'), { paragraphs: [say('talk.what-if')] }),
});

/** Not understood. */
export const notUnderstood = (talking: Talking): Promise<Answer> =>
  whatICanDo(talking, '?', talking.say('talk.not-understood.title'), []);
