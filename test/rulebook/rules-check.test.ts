import { expect, test } from '@jest/globals';
import { CORE_SCHEMA, load } from 'js-yaml';
import { parse } from 'yaml';
import { checkRules } from '../../src/cli/rules-check.ts';
import { readRulebookFiles } from '../../src/rulebook-files.ts';

const root = new URL('../../', import.meta.url);
const rulebooks = new URL('rulebooks', root).pathname;

test('every entry of every plan is accounted for, and every proof of the rulebooks holds', async () => {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  const status = await checkRules(io, rulebooks, new URL('test/scenarios/', root));
  expect(err).toEqual([]);
  expect(out).toContain('420 of 420 entries are accounted for, none twice, each with document, section and line.');
  expect(status).toBe(0);
}, 60_000);

test('the parser that is fast and the one that knows places read the same', () => {
  const { versions, common } = readRulebookFiles(rulebooks);
  for (const { text } of [...versions, common]) expect(load(text, { schema: CORE_SCHEMA })).toEqual(parse(text));
});
