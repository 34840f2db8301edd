import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

const project = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');

const versions = z.record(z.string(), z.string());
const { dependencies, devDependencies, scripts } = z
  .object({ dependencies: versions, devDependencies: versions, scripts: versions })
  .parse(JSON.parse(read('package.json')));

/** Packages that a file imports, requires or resolves, without the path within them. */
const packagesIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:\bfrom\s*|\bimport\s*|\bimport\(\s*|\brequire\(\s*|(?<!Promise)\.resolve\(\s*)'((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^'\n]*)?'/g,
    ),
  ]
    .flatMap(([, name]) => name ?? [])
    .filter((name) => !name.startsWith('.') && !builtinModules.includes(name));

const importedBy = (files: readonly string[]): Set<string> =>
  new Set(files.flatMap((file) => packagesIn(read(file)).filter((name) => !name.startsWith('node:'))));

const files = globSync('{src,test,manifest,language,infra}/**/*.{ts,js}', { cwd: project })
  // It holds imports that nobody may write.
  .filter((file) => file !== 'test/house/arrows.test.ts');
/** What runs where Makker runs; `npm start` with its Playground is for the machine of whoever tries it out. */
const served = files.filter((file) => file.startsWith('src/') && !/\.test\.ts$|^src\/cli\/playground\//.test(file));

/** Rows of a table of docs/dependencies.md: the package, and why it is there. */
const reasons = new Map(
  [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` +\| (.+?) +\|/gm)].map(([, name = '', why = '']) => [
    name,
    why,
  ]),
);

describe('each dependency', () => {
  test('is pinned, and has its reason in docs/dependencies.md', () => {
    const all = { ...dependencies, ...devDependencies };
    expect([...reasons.keys()].toSorted()).toEqual(Object.keys(all).toSorted());
    for (const why of reasons.values()) expect(why.length).toBeGreaterThan(20);
    for (const version of Object.values(all)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('of the running Makker is imported by it, or wanted by one that is', () => {
    const imported = importedBy(served);
    const idle = Object.keys(dependencies).filter((name) => !imported.has(name));
    const wanted = z.object({ peerDependencies: versions.default({}) });
    const peers = Object.keys(dependencies).flatMap((name) =>
      Object.keys(wanted.parse(JSON.parse(read(`node_modules/${name}/package.json`))).peerDependencies),
    );
    expect(idle.filter((name) => !peers.includes(name))).toEqual([]);
    expect([...imported].filter((name) => !(name in dependencies))).toEqual([]);
  });

  test('of development is imported, run by a script, or the types of another', () => {
    const imported = importedBy(files);
    const commands = Object.values(scripts).join('\n');
    const named = (name: string): boolean => {
      const typed = /^@types\/(.+)$/.exec(name)?.[1];
      if (typed !== undefined) return typed === 'node' || imported.has(typed);
      const { bin = {} } = z
        .object({ bin: z.union([z.string(), versions]).optional() })
        .parse(JSON.parse(read(`node_modules/${name}/package.json`)));
      const programs = typeof bin === 'string' ? [name] : Object.keys(bin);
      return programs.some((program) => new RegExp(`\\b${program}\\b`).test(commands));
    };
    // The type-aware half of oxlint, which looks for it by itself.
    const known = ['oxlint-tsgolint'];
    const idle = Object.keys(devDependencies).filter((name) => !imported.has(name) && !named(name));
    expect(idle.filter((name) => !known.includes(name))).toEqual([]);
    expect([...imported].filter((name) => !(name in dependencies || name in devDependencies))).toEqual([]);
  });
});
