import { readFileSync, readdirSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Shown } from './scenes.ts';
import { galleryCard, galleryViews } from './gallery-cards.ts';

const root = join(import.meta.dirname, '../..');
const languages = ['da', 'en'] as const;
const views = new Map<string, Shown[]>();
/** The functions that make views and were called: their names. */
const called = new Set<string>();

const session = new Session();
beforeAll(async () => {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  for (const language of languages) views.set(language, await galleryViews(language));
  const { result } = await session.post('Profiler.takePreciseCoverage');
  for (const { url, functions } of result)
    for (const { functionName, ranges } of functions)
      if (url.includes('/src/') && (ranges[0]?.count ?? 0) > 0) called.add(functionName);
});
afterAll(() => session.disconnect());

test.each(languages)('every template has a card in the gallery, in %s', (language) => {
  const templates = readdirSync(join(root, 'cards'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'));
  const shown = new Set<string>(views.get(language)?.map(({ view }) => view.view));
  expect(templates.filter((template) => !shown.has(template))).toEqual([]);
});

test.each(languages)(
  'every card of the gallery may leave, and no two of a family have the same name, in %s',
  (language) => {
    const all = views.get(language) ?? [];
    for (const one of all) expect(() => galleryCard(one, language)).not.toThrow();
    const names = all.map(({ family, name }) => `${family}: ${name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  },
);

test('every function that makes a view has made one for the gallery', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(root, 'src', file), 'utf8'));
  const makers = sources.flatMap((text) => [...text.matchAll(/const (\w+View) = \(/g)].map(([, name]) => name ?? ''));
  expect(makers.length).toBeGreaterThan(15);
  expect(makers.filter((name) => !called.has(name))).toEqual([]);
});

test('the gallery in the repository shows these cards and no others', () => {
  const listed = readFileSync(join(root, 'docs/gallery.md'), 'utf8').match(/(?<=^- )[^[].*$/gm);
  const danish = views.get('da') ?? [];
  expect(listed?.toSorted()).toEqual(danish.map(({ name }) => name).toSorted());
});

test('every outcome a question can have is shown', () => {
  const tones = new Set(
    [...views.values()].flat().flatMap(({ view }) => (view.view === 'decision' ? [view.headline.symbol] : [])),
  );
  expect([...tones].toSorted()).toEqual(expect.arrayContaining(['!', '?', '✓', '✕', '◔']));
});
