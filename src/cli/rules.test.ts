import { describe, expect, test } from '@jest/globals';
import { readRulebookFiles } from '../rulebook-files.ts';
import { readYaml } from '../rulebook/read.ts';
import { registerSchema } from '../rulebook/register.ts';
import { rulesCommand } from './rules.ts';

const run = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const input = async () => '';
  const status = await rulesCommand({
    args,
    input,
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  });
  return { status, out, err };
};

/** Some entry of some plan here. */
const [version] = readRulebookFiles(new URL('../../rulebooks', import.meta.url).pathname).versions;
const register = version?.register && readYaml(version.register.path, version.register.text, registerSchema).data;
const entry = register?.[0] ?? { id: '', quote: '', section: '', line: 0 };

describe('makker rules', () => {
  test('lists every entry with what has become of it and its line', async () => {
    const { status, out } = await run();
    expect(status).toBe(0);
    expect(out.find((line) => line.startsWith(`${entry.id} `))).toMatch(
      new RegExp(`^${entry.id} {2}(evaluated|reminder|target|not-evaluated) {2}line ${entry.line} {2}`),
    );
  });

  test('shows an entry with its place in the source and the words there, however its id is written', async () => {
    const { status, out } = await run(entry.id.toLowerCase());
    expect(status).toBe(0);
    expect(out[0]).toBe(entry.id);
    expect(out.join('\n')).toContain(`, ${entry.section}, line ${entry.line}\n  there: »${entry.quote}«`);
    expect(out.join('\n')).toContain(`  implemented in: ${version?.path}`);
  });

  test('an entry there is none of is refused with those there are', async () => {
    const { status, err } = await run('XXX-01');
    expect(status).toBe(1);
    expect(err.join()).toContain(`there is no rule XXX-01; allowed: `);
  });

  test('more than one, or an option there is none of, is wrong usage', async () => {
    expect((await run(entry.id, entry.id)).status).toBe(2);
    expect((await run('--all')).status).toBe(2);
  });
});
