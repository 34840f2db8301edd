import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const installed = '/usr/bin/chromium';
/** Nothing but the page: no first-run page, no updates, no other traffic of the browser's own. */
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium: the machine's own where there is one, else the one that comes with the packages. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: existsSync(installed) ? installed : await sparticuz.executablePath(),
    args,
  });
