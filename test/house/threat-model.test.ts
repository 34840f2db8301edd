import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const project = join(import.meta.dirname, '../..');
const page = readFileSync(join(project, 'docs/threat-model.md'), 'utf8');
const named = [...page.matchAll(/`([\w./-]+\.ts)` › (.+?)(?= · | \|)/g)].map(([, file = '', name = '']) => ({
  file,
  name,
}));

test('the threat model names a test for each threat', () => {
  const threats = page.split('\n').filter((line) => /^\| (?!-|tries to)/.test(line));
  expect(threats.length).toBeGreaterThan(20);
  expect(threats.filter((line) => !line.includes('` › '))).toEqual([]);
});

test.each(named)('$file › $name is there', ({ file, name }) => {
  expect(existsSync(join(project, file))).toBe(true);
  const text = readFileSync(join(project, file), 'utf8');
  expect([`'${name}'`, `\`${name}\``].some((written) => text.includes(written))).toBe(true);
});
