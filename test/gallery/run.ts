import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { civilDateAt } from '../../src/clock.ts';
import { launchBrowser } from '../support/browser.ts';
import { type CardPage, type Findings, openCardPage } from '../support/card-page.ts';
import { type ThemeName, themeNames } from '../support/teams-host-config.ts';
import { galleryCard, galleryViews } from './gallery-cards.ts';
import { indexPage, type Sheet } from './index-page.ts';
import { type Family, families } from './scenes.ts';

const docs = join(import.meta.dirname, '../../docs');
const pictures = join(docs, 'gallery');
const widths = [360, 700] as const;

/** The picture at the top of the README. */
const answerOfReadme = 'three must agree';

/** Every card is checked in every theme; of the sheets so many are kept that the repository stays small. */
const most: readonly Family[] = ['answers', 'requests', 'figures', 'lists'];
const isKept = (family: Family, language: string, theme: ThemeName, width: number): boolean => {
  if (language === 'en') return width === 360 && theme === 'light';
  return width === 360 ? theme !== 'contrast' || most.includes(family) : theme === 'light' && most.includes(family);
};

const versionOf = (name: string): string => {
  const { version } = createRequire(import.meta.url)(`${name}/package.json`);
  return String(version);
};

interface Picture {
  format: 'webp' | 'png';
  scale: number;
}

/** A picture of what stands in an element of the page, or of all of it. */
const photograph = async ({ page }: CardPage, path: string, element: string, { format, scale }: Picture) => {
  const clip = await page.evaluate<{ x: number; y: number; width: number; height: number }>(
    `(({ x, y, width, height }) => ({ x, y, width, height }))(document.querySelector('${element}').getBoundingClientRect())`,
  );
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format,
    ...(format === 'webp' && { quality: 15 }),
    captureBeyondViewport: true,
    clip: { ...clip, scale },
  });
  await session.detach();
  writeFileSync(path, Buffer.from(data, 'base64'));
};

rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
const browser = await launchBrowser();
const sheet = await openCardPage(browser);
await sheet.page.setViewportSize({ width: 1480, height: 800 });
const findings: Findings = [];
const sheets: Sheet[] = [];
let shown = 0;

for (const language of ['da', 'en'] as const) {
  const views = await galleryViews(language);
  const answer = views.find(({ name }) => name === answerOfReadme);
  if (language === 'da' && answer !== undefined) {
    await sheet.show([galleryCard(answer, language)], 'light', 480);
    await photograph(sheet, join(docs, 'answer-card.png'), '.card', { format: 'png', scale: 1.5 });
  }
  for (const family of families) {
    const cards = views.filter((one) => one.family === family).map((one) => galleryCard(one, language));
    for (const theme of themeNames)
      for (const width of widths) {
        await sheet.show(cards, theme, width);
        shown += cards.length;
        const wrong = [...(await sheet.cut()), ...(await sheet.inaccessible())];
        findings.push(...wrong.map((one) => `${language} ${theme} ${width}: ${one}`));
        if (!isKept(family, language, theme, width)) continue;
        const file = `${family}-${language}-${theme}-${width}.webp`;
        await photograph(sheet, join(pictures, file), '#sheet', { format: 'webp', scale: 1 });
        sheets.push({ family, language, theme, width, file, cards: cards.map(({ name }) => name) });
      }
  }
}
await browser.close();

const size = sheets.reduce((sum, { file }) => sum + statSync(join(pictures, file)).size, 0);
const made = {
  renderer: versionOf('adaptivecards'),
  axe: versionOf('axe-core'),
  on: civilDateAt(Date.now()),
  shown,
  findings: findings.length,
};
writeFileSync(join(docs, 'gallery.md'), indexPage(sheets, made));
console.log(
  `${shown} cards shown, ${sheets.length} sheets of ${Math.round(size / 1024)} KB, ${findings.length} findings`,
);
for (const finding of findings) console.log(finding);
process.exitCode = findings.length > 0 ? 1 : 0;
