import { join } from 'node:path';
import type { Language } from '../contract/language.ts';
import { cardData } from './card-data.ts';
import { CardError } from './card-error.ts';
import { steps } from './limits.ts';
import { lintCard } from './lint.ts';
import { literal } from './literal.ts';
import { isPayload, largestCard, sizeOf, type Payload } from './payload.ts';
import { loadTemplates } from './templates.ts';
import { loadTexts } from './texts.ts';
import type { View } from './views.ts';

/** A checked card, and the line that stands for it in notifications: the answer only, as lock screens show it. */
export interface RenderedCard {
  card: Payload;
  summary: string;
}

export interface Cards {
  /** Throws `card-unsound` with every finding when the card must not leave: a mistake of ours. */
  render(view: View, language: Language): RenderedCard;
}

const longestSummary = 200;

/** No template can leave `refresh` out, and empty it would be refused. */
const withRefresh = (card: unknown, view: View, title: string): unknown => {
  const refresh = 'refresh' in view ? view.refresh : undefined;
  if (refresh === undefined || !isPayload(card)) return card;
  const { verb, data, userIds } = refresh;
  return { ...card, refresh: { action: { type: 'Action.Execute', title, verb, data: { ...data } }, userIds } };
};

/** Renders views with the templates in `dir` and the texts in `dir/texts`, which may be read already. */
export const createCards = (dir: string, texts = loadTexts(join(dir, 'texts'))): Cards => {
  const templates = loadTemplates(dir);
  return {
    render(view, readers) {
      const language = (view.view === 'message' ? view.language : undefined) ?? readers;
      const say = texts(language);
      const expand = templates[view.view];
      let card: unknown;
      let size = 0;
      for (const limits of steps) {
        card = withRefresh(expand(cardData(view, language, say, limits)), view, say('cards.refresh'));
        size = sizeOf(card);
        if (size <= largestCard) break;
      }
      const findings = lintCard(card, size);
      if (findings.length > 0 || !isPayload(card))
        throw new CardError(
          'card-unsound',
          `the ${view.view} card: ${findings.map(({ path, message }) => `${path} ${message}`).join('; ')}`,
        );
      return { card, summary: literal(view.headline.title, longestSummary) };
    },
  };
};
