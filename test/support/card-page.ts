import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type ThemeName, teamsTheme } from './teams-host-config.ts';

const packaged = createRequire(import.meta.url);
const scripts = [
  packaged.resolve('adaptivecards/dist/adaptivecards.js'),
  packaged.resolve('axe-core/axe.min.js'),
  join(import.meta.dirname, 'show-card.js'),
];

/** A card and what it is called by in findings. */
export interface NamedCard {
  name: string;
  card: unknown;
}

/** What is wrong, each beginning with the card's name. */
export type Findings = string[];

/** A page on which cards are shown by Microsoft's own renderer, as many at once as one likes. */
export interface CardPage {
  page: Page;
  show(cards: NamedCard[], theme: ThemeName, width: number): Promise<void>;
  /** The cards that are wider than their frames, or have something on them that is. */
  cut(): Promise<Findings>;
  /** What axe calls serious or critical, and symbols and bars that are too pale. */
  inaccessible(): Promise<Findings>;
  textOf(name: string): Promise<string>;
}

/** Runs in the page. */
const runAxe = `axe.run('#sheet', { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const element = document.querySelector(target.at(-1));
      const card = element.closest('.frame')?.dataset.name ?? 'the page';
      return [card, element.textContent.slice(0, 40), id, failureSummary].join(' · ');
    })))`;

export const openCardPage = async (browser: Browser): Promise<CardPage> => {
  const page = await browser.newPage({ viewport: { width: 360, height: 400 }, locale: 'da-DK' });
  await page.setContent(
    '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Cards</title><style id="theme"></style></head><body><main id="sheet"></main></body></html>',
  );
  for (const path of scripts) await page.addScriptTag({ content: readFileSync(path, 'utf8') });
  return {
    page,
    show: async (cards, theme, width) => {
      const { hostConfig, style } = teamsTheme(theme);
      await page.evaluate(`document.getElementById('theme').textContent = ${JSON.stringify(style)}`);
      await page.evaluate(`showCards(${JSON.stringify({ cards, hostConfig, width })})`);
    },
    cut: async () =>
      page.evaluate<Findings>(`[...document.querySelectorAll('.frame')].flatMap((frame) => {
        const { right } = frame.querySelector('.card').getBoundingClientRect();
        const widest = Math.max(...[...frame.querySelectorAll('.card *')].map((one) => one.getBoundingClientRect().right));
        const over = Math.ceil(widest - right);
        return over > 0 ? [frame.dataset.name + ': ' + over + ' pixels too wide'] : [];
      })`),
    inaccessible: async () => [
      ...(await page.evaluate<Findings>(runAxe)),
      ...(await page.evaluate<Findings>('paleDrawings()')),
    ],
    textOf: async (name) => page.locator(`[data-name="${name}"] .card`).innerText(),
  };
};
