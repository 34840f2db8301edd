import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { withoutUnseen } from '../../src/cards/literal.ts';
import { createCards } from '../../src/cards/render.ts';
import { launchBrowser } from '../support/browser.ts';
import { type CardPage, openCardPage } from '../support/card-page.ts';
import { sampleViews } from '../support/sample-views.ts';

const cards = createCards(join(import.meta.dirname, '../../cards'));
const named = Object.entries(sampleViews).map(([name, view]) => ({ name, card: cards.render(view, 'da').card }));

let browser: Browser;
let sheet: CardPage;
beforeAll(async () => {
  browser = await launchBrowser();
  sheet = await openCardPage(browser);
});
afterAll(async () => browser.close());

describe.each([
  ['a phone', 360],
  ['a desktop', 700],
])('on %s', (_, width) => {
  test('every card fits, and its headline is on it', async () => {
    await sheet.show(named, 'light', width);
    expect(await sheet.cut()).toEqual([]);
    for (const [name, view] of Object.entries(sampleViews))
      expect(withoutUnseen(await sheet.textOf(name))).toContain(view.headline.title);
  });
});

test.each(['light', 'dark', 'contrast'] as const)('the most used cards can be read by all in %s', async (theme) => {
  const used = new Set(['needsApproval', 'needsInfo', 'denied', 'openRequest', 'endedRequest', 'digestCard']);
  await sheet.show(
    named.filter(({ name }) => used.has(name)),
    theme,
    360,
  );
  expect(await sheet.inaccessible()).toEqual([]);
});
