import { readingChoice } from '../resolve/choices.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import type { Intent } from '../understanding/intents.ts';
import { messageView } from '../views/message-view.ts';
import { examples } from './examples.ts';
import { abilities } from './abilities.ts';

const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** What Makker can do for this person in this municipality, with examples they could ask now. */
const whatICanDo = async (talking: Talking, symbol: string, title: string): Promise<Answer> => ({
  view: messageView(symbol, title, {
    paragraphs: [talking.say('talk.help.try')],
    lines: abilities(talking),
    actions: await examples(talking),
  }),
});

/** "Hvad kan du?" */
export const help: Handler = (talking) => whatICanDo(talking, 'i', talking.say('talk.help.title'));

/** "Hej" */
export const greeting: Handler = (talking) =>
  whatICanDo(talking, 'i', talking.say('talk.greeting', { name: firstName(talking.turn.person.name) }));

/** "Tak" */
export const thanks: Handler = async ({ say }) => ({ view: messageView('✓', say('talk.thanks')) });

/** Not understood: the readings that come near, or help where nothing does. */
export const notUnderstood = (
  talking: Talking,
  asked: Asked,
  readings: readonly Intent[],
): Promise<Answer> | Answer => {
  const near = readings.filter((intent) => intent !== 'help' && intent !== 'out-of-scope');
  if (near.length > 0) return readingChoice(talking, asked, near.length > 1 ? near : [...near, 'help']);
  return whatICanDo(talking, '?', talking.say('talk.not-understood.title'));
};
