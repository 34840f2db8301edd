import { join } from 'node:path';
import { createCards } from '../../../src/cards/render.ts';
import { loadTexts } from '../../../src/cards/texts.ts';
import { presentDigest } from '../../../src/conversation/digest/present-digest.ts';
import { digestView } from '../../../src/conversation/views/digest-view.ts';
import type { Message } from '../../../src/outbox/messenger.ts';
import { createDirectory } from '../../../src/people/directory.ts';
import type { Store } from '../../../src/store/port.ts';
import { HERE, judge, rulebooks, TEAM, TODAY } from './town.ts';

const cardsDir = join(import.meta.dirname, '../../../cards');
const cards = createCards(cardsDir);
const say = loadTexts(join(cardsDir, 'texts'));

/** Reads the measured team's digest and makes its card. */
export type CardMaker = () => Promise<Message>;

export const createCardMaker = (store: Store): CardMaker => {
  const services = { store, judge, shelf: rulebooks, directory: createDirectory({ store }) };
  const team = { id: TEAM, municipality: HERE, name: 'Team Målt', leads: [] };
  const wording = { say: say('da'), language: 'da' as const, today: TODAY };
  return async () => {
    const shown = await presentDigest(services, team, { id: 'measured', day: TODAY }, wording);
    return cards.render(digestView(shown, wording), 'da');
  };
};
