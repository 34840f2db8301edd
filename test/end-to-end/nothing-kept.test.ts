import { readdir, readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createBench } from './bench.ts';
import { ANSWER, QUESTION, REJECT, english, open, request, words } from './scenes.ts';
import { METTE } from './town.ts';

/** One number in the ways it is typed; its last four digits are in nothing else here, but by chance inside a hash. */
const WRITTEN = ['230971-8642', '2309718642', '230971 8642', '23.09.71-8642', '23 09 1971 8642', '230971–8642'];
const DIGITS = /(?<![a-z0-9])(?:\d{6})?8642(?![a-z0-9])/i;

describe('A CPR number that somebody types', () => {
  let folder = '';
  const bench = createBench(async () => {
    folder = await mkdtemp(join(tmpdir(), 'makker-nothing-kept-'));
    return {
      env: { STORE_PATH: join(folder, 'makker.db') },
      remove: () => rm(folder, { recursive: true }),
    };
  });

  /** Every byte that is kept: the database with all its items, its journal, the key. */
  const kept = async (): Promise<string[]> => {
    const names = await readdir(folder);
    return Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
  };

  test.each(WRITTEN)('%s is in no stored item, no log line, and nothing that is sent', async (cpr) => {
    const { world } = bench;
    await open(world, 'bo');
    const ane = world.phone('ane');
    const sentences = [
      cpr,
      `Hvilke frister er der for ${cpr}?`,
      `Må jeg forlænge forløbet for Mette ${cpr} til udgangen af august?`,
      `vis sagen ${METTE}, borgeren er ${cpr}`,
      `jeg har holdt samtale med ${cpr} i går`,
      `skriv et journalnotat om ${cpr}`,
      `hvilke tilbud har vi hos ${cpr}`,
      `hvad siger reglerne om ${cpr}`,
      `hvad er Mettes cpr, er det ${cpr}?`,
      `skriv på engelsk ${cpr}`,
      `answer in Danish ${cpr}`,
    ];
    for (const sentence of sentences) {
      const { text } = await ane.say(sentence);
      expect(text).toMatch(/CPR/);
    }
    await ane.say(`Hvilke frister er der for ${cpr}?`, {
      conversation: { id: '19:team', conversationType: 'channel', tenantId: 'tenant-1' },
    });
    await ane.say(QUESTION.replace('Mettes', 'Torbens'));
    await ane.deliver(ane.click(ANSWER, { 'question.likelyJobOrEducation': cpr }));
    await request(world);
    await world.phone('bo').press(REJECT, { reason: `Se ${cpr}` });
    await world.quiet();
    await ane.forge('choose', { pending: cpr, caseId: cpr });

    const files = await kept();
    expect(files.some((content) => content.includes(METTE))).toBe(true);
    for (const content of files) expect(DIGITS.exec(content)?.[0]).toBeUndefined();
    expect(world.log.filter((line) => DIGITS.test(line))).toEqual([]);
    expect(world.responses.filter((body) => DIGITS.test(body))).toEqual([]);
    expect(world.connector.calls.filter(({ body }) => DIGITS.test(JSON.stringify(body)))).toEqual([]);
  });

  test('is answered with a word on why', async () => {
    const { text } = await bench.world.phone('ane').say(WRITTEN[0] ?? '');
    expect(text).toContain(words('talk.no-cpr'));
    const switched = await bench.world.phone('ane').say(`skriv på engelsk ${WRITTEN[0]}`);
    expect(switched.text).toContain(english('talk.no-cpr'));
  });
});
