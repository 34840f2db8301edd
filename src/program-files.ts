import { join } from 'node:path';
import { type Cards, createCards } from './cards/render.ts';
import { loadTexts, type Say } from './cards/texts.ts';
import type { Language } from './contract/language.ts';
import { readSchedules } from './retention-files.ts';
import type { Schedule } from './retention/schedule.ts';
import type { Shelf } from './rulebook/shelf.ts';
import { readShelf } from './rulebook-files.ts';

const root = join(import.meta.dirname, '..');

/** What Makker reads from files when it starts: the rules, how long what is kept, the cards and their words. */
export interface ProgramFiles {
  shelf: Shelf;
  scheduleOf: (municipality: string) => Schedule;
  cards: Cards;
  say: (language: Language) => Say;
}

/** Reads them, with the rulebooks of a folder. Throws when a rulebook, a schedule, a card or a text cannot be used. */
export const readProgramFiles = (rulebooks = join(root, 'rulebooks')): ProgramFiles => {
  const cards = join(root, 'cards');
  const shelf = readShelf(rulebooks);
  const say = loadTexts(join(cards, 'texts'));
  return {
    shelf,
    scheduleOf: readSchedules(rulebooks, shelf.municipalities()),
    cards: createCards(cards, say),
    say,
  };
};
