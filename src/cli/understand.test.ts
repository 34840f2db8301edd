import { describe, expect, test } from '@jest/globals';
import { understandCommand } from './understand.ts';

const run = async (args: string[], input = '') => {
  const out: string[] = [];
  const err: string[] = [];
  const status = await understandCommand({
    args,
    input: async () => input,
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  });
  return { status, out: out.join('\n'), err: err.join('\n') };
};

const SENTENCE = 'Må jeg forlænge Mettes mentor til d. 31/8 for 2.200 kr om ugen?';

describe('makker understand', () => {
  test('prints a line of JSON a sentence, and one that cannot be read does not stop the others', async () => {
    const { out, status } = await run(['--today', '2026-04-01'], `${SENTENCE}\n{"text": 3}\nhej`);
    const lines = out.split('\n').map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ id: 1, intent: 'extend-offer', entities: { citizen: 'Mette', price: 2200 } });
    expect(lines[1]).toMatchObject({ id: 2, error: { path: 'text' } });
    expect(lines[2]).toMatchObject({ id: 3, intent: 'greeting' });
    expect(status).toBe(0);
  });

  test('--explain tells in words what came out, the slots, the scores with their cues, and the margin', async () => {
    const { out } = await run(['--today', '2026-04-01', '--explain', SENTENCE]);
    const lines = out.split('\n').map((line) => line.replaceAll(/ +/g, ' '));
    expect(lines[0]).toMatch(/^understood extend-offer, confidence /);
    expect(lines).toContain('slots citizen Mette');
    expect(lines).toContain(' until 2026-08-31');
    expect(lines.find((line) => line.startsWith('scores'))).toMatch(/^scores [\d.]+ extend-offer [+-][\d.]+ \S/);
    expect(lines.find((line) => line.startsWith('margin'))).toMatch(/^margin [\d.]+$/);
  });

  test('--explain says when nothing was understood, and repeats no CPR number', async () => {
    expect((await run(['--today', '2026-04-01', '--explain', 'xyzzy'])).out).toContain('nothing, so help is shown');
    const { out } = await run(['--today', '2026-04-01', '--explain', 'hvem er 010190-1234?']);
    expect(out).toContain('CPR number');
    expect(out).not.toContain('1234');
  });

  test('refuses a day that is none', async () => {
    expect(await run(['--today', '32. maj', 'hej'])).toMatchObject({ status: 2, out: '' });
  });
});
