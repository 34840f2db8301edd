import { closingDaysBy } from '../agenda/closing-days.ts';
import { digestOf } from '../agenda/digest.ts';
import { freshAgenda } from '../agenda/fresh-agenda.ts';
import { digestsBefore } from '../agenda/read-digest.ts';
import { plainText } from '../cards/plain-text.ts';
import { createCards } from '../cards/render.ts';
import { loadTexts } from '../cards/texts.ts';
import { digestShown } from '../conversation/digest/present-digest.ts';
import { digestView } from '../conversation/views/digest-view.ts';
import { CHANNEL_LANGUAGE } from '../digest-card.ts';
import { createJudge, createJudgeMatter } from '../judge.ts';
import { createDirectory } from '../people/directory.ts';
import type { Shelf } from '../rulebook/shelf.ts';
import type { TeamItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';

const cardsDir = new URL('../../cards', import.meta.url).pathname;

/** The digests of teams as text, in the language of their channels. */
export const createDigestText = (store: Store, shelf: Shelf) => {
  const cards = createCards(cardsDir);
  const say = loadTexts(`${cardsDir}/texts`)(CHANNEL_LANGUAGE);
  const judge = createJudge(shelf);
  const judgeMatter = createJudgeMatter(shelf);
  const services = { store, shelf, judge, directory: createDirectory({ store }) };

  /** A team's digest of any day, by the rules of that day and all that the store has of the team. */
  return async (team: TeamItem, day: string): Promise<{ text: string } | { refused: string }> => {
    const { municipality, id } = team;
    const found = shelf.on(municipality, day);
    if ('notBefore' in found)
      return {
        refused: `the first rulebook of ${municipality} is valid from ${found.notBefore}; on ${day} there is none`,
      };
    const agenda = await freshAgenda({ store, judge, judgeMatter }, team, day);
    const before = await digestsBefore({ store, closingDaysOf: closingDaysBy(shelf) }, municipality, { team: id }, day);
    const wording = { say, language: CHANNEL_LANGUAGE, today: day };
    const shown = await digestShown(services, team, digestOf(agenda, day, before), undefined, wording);
    return { text: plainText(cards.render(digestView(shown, wording), CHANNEL_LANGUAGE).card) };
  };
};
