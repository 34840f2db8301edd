import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';

const screenshots = join(import.meta.dirname, 'screenshots');

/** A person's chat with the bot in a Playground's page. */
export interface ChatPage {
  page: Page;
  say(text: string): Promise<void>;
  /** Goes to the team's channel; what is said there to the bot begins with its name. */
  toChannel(): Promise<void>;
  sayInChannel(text: string): Promise<void>;
  /** The newest card that shows this text. */
  card(text: string | RegExp): Locator;
  screenshot(name: string): Promise<void>;
  /** The card alone, scrolled into view. */
  cardScreenshot(card: Locator, name: string): Promise<void>;
}

/**
 * Opens a Playground's page, which is what makes its person reachable, and waits until the bot has been told.
 * Nothing but the Playground is loaded: its fonts live elsewhere, and the test needs no network.
 */
export const openChat = async (browser: Browser, url: string): Promise<ChatPage> => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1700 }, locale: 'da-DK' });
  await page.route(
    (address) => address.host !== new URL(url).host,
    (route) => route.abort(),
  );
  await page.goto(url);
  await page.getByText('conversationUpdate 200').waitFor();
  await mkdir(screenshots, { recursive: true });
  const box = page.locator('[role=textbox][data-lexical-editor=true]').first();
  return {
    page,
    say: async (text) => {
      await box.click();
      await box.pressSequentially(text);
      await box.press('Enter');
    },
    toChannel: () => page.getByText('General', { exact: true }).first().click(),
    sayInChannel: async (text) => {
      await box.click();
      await box.pressSequentially('@');
      await page.locator('#typeahead-menu').getByText('Makker').click();
      await box.pressSequentially(` ${text}`);
      await page.getByRole('button', { name: 'Post' }).click();
    },
    card: (text) => page.locator('.ac-preview-panel').filter({ hasText: text }).last(),
    screenshot: async (name) => {
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
    },
    cardScreenshot: async (card, name) => {
      await card.scrollIntoViewIfNeeded();
      await card.screenshot({ path: join(screenshots, `${name}.png`) });
    },
  };
};
