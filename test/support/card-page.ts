import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { teamsHostConfig } from './teams-host-config.ts';

const renderer = join(import.meta.dirname, '../../node_modules/adaptivecards/dist/adaptivecards.js');
const showCard = join(import.meta.dirname, 'show-card.js');

const style = `
  body { margin: 0; background: #f5f5f5; }
  #frame { box-sizing: border-box; padding: 12px; }
  #card { background: #fff; border: 1px solid #e0e0e0; border-radius: 6px; overflow: hidden; }
  .ac-input, .ac-choiceSetInput-expanded, select, input, textarea { font: 14px "Segoe UI", system-ui, "DejaVu Sans", sans-serif; }
  input.ac-input, textarea.ac-input, select.ac-input { box-sizing: border-box; width: 100%; padding: 6px 8px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff; }
  .ac-choiceSetInput-expanded label { font: 14px "Segoe UI", system-ui, "DejaVu Sans", sans-serif; margin-left: 6px; }
  .ac-pushButton { font: 600 14px "Segoe UI", system-ui, "DejaVu Sans", sans-serif; padding: 6px 12px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff; color: #242424; white-space: normal; }
  .ac-pushButton, .ac-pushButton * { white-space: normal !important; }
  .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
  .ac-pushButton.style-destructive { background: #c50f1f; border-color: #c50f1f; color: #fff; }
  .ac-actionSet { flex-wrap: wrap; gap: 8px; }
  .ac-actionSet > div { width: 0 !important; flex: 0 0 0 !important; display: none; }
`;

/** A page of a given width with a card on it, rendered by Microsoft's own renderer. */
export const cardPage = async (browser: Browser, card: unknown, width: number): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width, height: 200 }, deviceScaleFactor: 2, locale: 'da-DK' });
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${style}</style><div id="frame"><div id="card"></div></div>`,
  );
  await page.addScriptTag({ path: renderer });
  await page.addScriptTag({ path: showCard });
  await page.evaluate(`showCard(${JSON.stringify({ card, hostConfig: teamsHostConfig })})`);
  return page;
};

/** By how many pixels the page, or anything on it, is wider than its window. */
export const overflowOf = async (page: Page): Promise<number> =>
  Number(
    await page.evaluate(`Math.max(
      document.documentElement.scrollWidth - window.innerWidth,
      ...[...document.querySelectorAll('#card *')].map((element) =>
        Math.ceil(element.getBoundingClientRect().right - document.getElementById('card').getBoundingClientRect().right)))`),
  );
