import type { Handler, Talking } from '../services.ts';
import { explainUnderstanding } from '../understanding/understand.ts';
import { askButton, messageView } from '../views/message-view.ts';

/** What is asked for besides the work, the weightiest first, and the text that answers it. */
const topics: readonly (readonly [tag: string, text: string])[] = [
  ['out:personal-data', 'personal-data'],
  ['out:instructions', 'instructions'],
  ['out:diagnosis', 'diagnosis'],
  ['out:legal', 'legal'],
  ['out:insult', 'insult'],
  ['out:staff', 'staff'],
  ['out:office', 'office'],
  ['out:write-else', 'write-else'],
  ['cpr', 'cpr'],
];

const topicOf = ({ text, turn }: Talking): string => {
  const { tags } = explainUnderstanding(text, { today: turn.today, language: turn.language });
  return topics.find(([tag]) => tags.includes(tag))?.[1] ?? 'else';
};

/**
 * Something that is not about the work Makker knows, or an order to pass by the rules: a short word on where it belongs.
 * Nothing is looked up, whoever is named.
 */
export const outOfScope: Handler = async (talking) => {
  const { say } = talking;
  const topic = topicOf(talking);
  const title = topic === 'insult' ? say('outside.insult-title') : say('talk.out-of-scope.title');
  return {
    view: messageView('i', title, {
      paragraphs: [say(`outside.${topic}`)],
      actions: [askButton(say('outside.button.help'), { text: say('outside.ask.help') })],
    }),
  };
};
