import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { readShelf } from '../../src/rulebook-files.ts';

const project = new URL('../../', import.meta.url).pathname;
const rulebooks = join(project, 'rulebooks');

const filesBelow = (folder: string): string[] =>
  readdirSync(join(project, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
const source = filesBelow('src').map((path) => ({ path, text: readFileSync(join(project, path), 'utf8') }));

/** Where a pattern stands in src: "file:line what stands there". */
const found = (pattern: RegExp, among = source): string[] =>
  among.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const match = pattern.exec(line);
      return match === null ? [] : [`${path}:${index + 1} ${match[0]}`];
    }),
  );

const escaped = (words: readonly string[]): string => words.map((word) => RegExp.escape(word)).join('|');

/** Everything the municipalities call their own: read from their rulebooks and demos, so that new ones are covered. */
const shelf = readShelf(rulebooks);
const loaded = shelf.municipalities().flatMap((municipality) => {
  const on = shelf.on(municipality, '9999-12-31');
  return 'rulebook' in on ? [on.rulebook] : [];
});
const demoOutline = z.object({ catalogue: z.array(z.object({ id: z.string() })).default([]) });
const demos = filesBelow('rulebooks').filter((path) => path.endsWith('demo.yaml'));
const catalogueIds = demos.flatMap((path) =>
  demoOutline.parse(parse(readFileSync(join(project, path), 'utf8'))).catalogue.map(({ id }) => id),
);

describe('src knows no municipality', () => {
  test('there are rulebooks, rules and catalogue entries to look for', () => {
    expect(loaded.map(({ municipality }) => municipality)).toContain('rebild');
    expect(catalogueIds.length).toBeGreaterThan(3);
  });

  test('by name', () => {
    const names = loaded.flatMap(({ municipality, name }) => [municipality, name.da.replace(/ Kommune$/, '')]);
    expect(found(new RegExp(`\\b(?:${escaped(names)})`, 'iu'))).toEqual([]);
  });

  test('by its rules’ ids or anything shaped like them', () => {
    const prefixes = [...new Set(loaded.flatMap(({ rules }) => rules.map(({ id }) => id.replace(/-\d+$/, ''))))];
    expect(prefixes.length).toBeGreaterThan(0);
    expect(found(new RegExp(`\\b(?:${escaped(prefixes)})-\\d{1,3}\\b`, 'i'))).toEqual([]);
  });

  test('by what its catalogue calls an offer', () => {
    expect(found(new RegExp(`['"\`](?:${escaped(catalogueIds)})['"\`]`))).toEqual([]);
  });
});

describe('each file', () => {
  const written = source.filter(({ path }) => /\.(ts|js)$/.test(path));

  test('stays below 400 lines', () => {
    expect(written.filter(({ text }) => text.split('\n').length > 400).map(({ path }) => path)).toEqual([]);
  });

  test('but the clock leaves the machine’s time alone', () => {
    const others = written.filter(({ path }) => path !== 'src/clock.ts' && !path.endsWith('.test.ts'));
    expect(found(/\bnew Date\(|\bDate\.now\(|\bperformance\.now\(/, others)).toEqual([]);
    expect(found(/\bDate\.now\(/, written).some((place) => place.startsWith('src/clock.ts'))).toBe(true);
  });

  test('names no place outside the project and no machine’s own', () => {
    expect(found(/(?<![\w.])\/(?:home|root|work|Users|tmp)\/\w/)).toEqual([]);
  });

  test('switches off no check', () => {
    const switches = ['@ts-ignore', '@ts-expect-error', '@ts-nocheck', 'eslint-disable', 'oxlint-disable'];
    expect(found(new RegExp(escaped(switches)))).toEqual([]);
    expect(found(/\b(?:test|describe|it)\.(?:skip|only|todo)\b/)).toEqual([]);
  });
});
