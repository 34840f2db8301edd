import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readShelf } from '../../src/rulebook-files.ts';
import { disagreements } from '../../src/rulebook/check/disagreements.ts';
import { readScenarios } from '../../src/rulebook/check/scenario.ts';

const here = new URL('.', import.meta.url);
const shelf = readShelf(new URL('../../rulebooks', here).pathname);
const files = readdirSync(here).filter((file) => file.endsWith('.jsonl'));
const scenarios = files.map((file) => ({ file, lines: readScenarios(readFileSync(new URL(file, here), 'utf8')) }));

test('no two scenarios share an id', () => {
  const ids = scenarios.flatMap(({ lines }) => lines.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

describe.each(scenarios)('$file', ({ lines }) => {
  test.each(lines.map((scenario) => [scenario.id, scenario.why, scenario] as const))(
    '%s: %s',
    (_id, _why, scenario) => {
      expect(disagreements(shelf, scenario)).toEqual([]);
    },
  );
});
