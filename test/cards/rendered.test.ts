import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { withoutUnseen } from '../../src/cards/literal.ts';
import { createCards } from '../../src/cards/render.ts';
import { launchBrowser } from '../support/browser.ts';
import { cardPage, overflowOf } from '../support/card-page.ts';
import { sampleViews } from '../support/sample-views.ts';

const cards = createCards(join(import.meta.dirname, '../../cards'));
const pictures = join(import.meta.dirname, '../browser/screenshots');

let browser: Browser;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

describe.each([
  ['a phone', 360],
  ['a desktop', 700],
])('on %s', (_, width) => {
  test.each(Object.entries(sampleViews))('the card %s fits', async (name, view) => {
    const page = await cardPage(browser, cards.render(view, 'da').card, width);
    await page.screenshot({ path: join(pictures, `card-${name}-${width}.png`), fullPage: true });
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(withoutUnseen(await page.locator('#card').innerText())).toContain(view.headline.title);
    await page.close();
  });
});
