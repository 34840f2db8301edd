import { LANGUAGES } from '../../contract/language.ts';
import type { Handler } from '../services.ts';
import { askButton, messageView } from '../views/message-view.ts';

/**
 * "Skriv på engelsk": from now on everything this person reads from Makker is in that language, and only theirs. It is
 * done at once – nothing but the reader's own wish depends on it – and the answer says how to go back.
 */
export const language: Handler = async ({ services, turn, say }, { entities }) => {
  const wanted = entities.language;
  if (wanted === undefined) {
    const actions = LANGUAGES.map((each) => {
      const sentence = services.say(each)('language.wish');
      return askButton(sentence, { text: sentence });
    });
    return { view: messageView('?', say('language.which'), { paragraphs: [say('language.which-text')], actions }) };
  }
  await services.directory.speak(turn.person.municipality, turn.person.id, wanted);
  const inWanted = services.say(wanted);
  const back = LANGUAGES.filter((each) => each !== wanted).map((each) => services.say(each)('language.wish'));
  const view = messageView('✓', inWanted(wanted === turn.language ? 'language.same' : 'language.changed'), {
    tone: 'good',
    paragraphs: [inWanted('language.only-yours'), ...back.map((wish) => inWanted('language.back', { wish }))],
    actions: back.map((wish) => askButton(wish, { text: wish })),
  });
  return { view: { ...view, language: wanted } };
};
