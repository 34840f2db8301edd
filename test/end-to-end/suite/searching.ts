import { expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Bench } from '../bench.ts';
import { readCard } from '../card.ts';
import { problems, words } from '../scenes.ts';
import { ASTA, BIRGIT, CPR, METTE, NIELS, RIKKES, SOFUS, TENANT, TORBEN, type Who } from '../town.ts';

/** Where two people write with each other; Teams calls it personal as well. */
const betweenTwo = {
  conversation: { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal', tenantId: TENANT },
};

const attachment = z.object({ content: z.record(z.string(), z.unknown()) });
const hit = attachment.extend({
  preview: z.object({
    content: z.object({
      title: z.string(),
      text: z.string(),
      tap: z.object({ type: z.literal('invoke'), value: z.unknown() }),
    }),
  }),
});
const found = z.object({ composeExtension: z.object({ type: z.literal('result'), attachments: z.array(hit) }) });
const picked = z.object({
  composeExtension: z.object({ type: z.literal('result'), attachments: z.tuple([attachment]) }),
});
const told = z.object({ composeExtension: z.object({ type: z.literal('message'), text: z.string() }) });
/** The search among one's own cases from the box where a message is written. */
export const searching = (bench: Bench): void => {
  const query = (text: unknown, more: Record<string, unknown> = {}) => ({
    type: 'invoke',
    name: 'composeExtension/query',
    value: { commandId: 'findCase', parameters: [{ name: 'text', value: text }], ...more },
    ...betweenTwo,
  });
  const search = (who: Who, text: unknown, more?: Record<string, unknown>): Promise<unknown> =>
    bench.world.phone(who).send(query(text, more));
  const hits = async (who: Who, text: string, more?: Record<string, unknown>): Promise<string[]> =>
    found.parse(await search(who, text, more)).composeExtension.attachments.map(({ preview }) => preview.content.title);
  const said = async (who: Who, text: unknown): Promise<string> =>
    told.parse(await search(who, text)).composeExtension.text;
  const pick = (who: Who, value: unknown): Promise<unknown> =>
    bench.world.phone(who).send({ type: 'invoke', name: 'composeExtension/selectItem', value, ...betweenTwo });

  test('a search finds the own cases by a piece of the number, the name as far as it is typed, or with a slip', async () => {
    expect(await hits('ane', METTE)).toEqual([METTE]);
    expect(await hits('ane', '00102')).toEqual([TORBEN]);
    expect(await hits('ane', 'met')).toEqual([METTE]);
    expect((await hits('ane', 'rikke')).toSorted()).toEqual([...RIKKES]);
    expect(await hits('ane', 'Rikke Havgaard')).toEqual([RIKKES[1]]);
    expect(await hits('ane', 'torbem')).toEqual([TORBEN]);
    const all = [METTE, TORBEN, ...RIKKES, SOFUS].toSorted();
    expect((await hits('ane', '')).toSorted()).toEqual(all);
    const first = await bench.world.phone('ane').send({
      ...query(''),
      value: { commandId: 'findCase', parameters: [{ name: 'initialRun', value: 'true' }] },
    });
    expect(found.parse(first).composeExtension.attachments).toHaveLength(all.length);
  });

  test('what a search finds comes in parts, none of it twice', async () => {
    const part = (skip: number) => hits('ane', '', { queryOptions: { skip, count: 2 } });
    const parts = [await part(0), await part(2), await part(4)];
    expect(parts.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(new Set(parts.flat()).size).toBe(5);
    expect(await part(6)).toEqual([]);
    expect(await hits('ane', '', { queryOptions: { skip: 0, count: 100_000 } })).toHaveLength(5);
  });

  test('a case that is not the own one is found by nobody, whatever they know of it', async () => {
    for (const text of [BIRGIT, 'Birgit', 'Overmark', ASTA, 'Asta', NIELS, 'Niels', 'Nobody'])
      expect({ text, said: await said('ane', text) }).toEqual({ text, said: words('search.none') });
    expect(await hits('bo', '')).toEqual([NIELS]);
    expect(await hits('hans', 'birgit')).toEqual([BIRGIT]);
    for (const who of ['ida', 'olga', 'dorthe'] as const)
      expect({ who, said: await said(who, '') }).toEqual({ who, said: words('search.none-at-all') });
    for (const caseId of [BIRGIT, ASTA, 'REB-2023-09999', ''])
      expect(told.parse(await pick('ane', { caseId })).composeExtension.text).toBe(words('search.gone'));
  });

  test('what is put into the message names the case by its number alone', async () => {
    const { world } = bench;
    const [first] = found.parse(await search('ane', 'mette')).composeExtension.attachments;
    expect(first?.preview.content.text).toContain('Mette Vinterby');
    const inserted = picked.parse(await pick('ane', first?.preview.content.tap.value)).composeExtension.attachments[0];
    for (const content of [inserted.content, first?.content ?? {}]) {
      expect(readCard(content).text).toContain(METTE);
      expect(readCard(content).buttons).toEqual([]);
      expect(JSON.stringify(content)).not.toMatch(/Mette|Vinterby|kontanthj|autis/i);
    }
    // Sends nothing by itself, and does not take the chat it came from for the searcher's own.
    expect(world.connector.calls).toEqual([]);
    expect((await world.running.store.read('person', 'rebild', 'ane'))?.item.address).toBeUndefined();
  });

  test('a stranger, another tenant and a name in the activity find nothing', async () => {
    const { world } = bench;
    const pretended = [
      { from: { id: '29:ane', aadObjectId: 'object-nobody' } },
      { from: { id: '29:ane' } },
      { conversation: { ...betweenTwo.conversation, tenantId: 'tenant-2' } },
      { channelData: { tenant: { id: 'tenant-2' } } },
      { from: { id: '29:x', name: 'Ane Brogaard', aadObjectId: 'object-ida' } },
    ];
    for (const one of pretended) {
      const answer = JSON.stringify(await world.phone('ane').send({ ...query('mette'), ...one }));
      expect(answer).toContain('"type":"message"');
      expect(answer).not.toMatch(/Mette|REB-/);
      const taken = JSON.stringify(
        await world
          .phone('ane')
          .send({ ...query(''), name: 'composeExtension/selectItem', value: { caseId: METTE }, ...one }),
      );
      expect(taken).toContain('"type":"message"');
      expect(taken).not.toContain(METTE);
    }
  });

  test('a search that is endless or malformed is answered in words, and changes nothing', async () => {
    const { world } = bench;
    const before = await world.item(METTE);
    expect(await said('ane', 'm'.repeat(100_000))).toBe(words('search.too-long', { max: 100 }));
    for (const text of ['%', '_', '*', '"', "' or 1=1", '<b>', '${x}', '{{x}}', '\u0000', '💥', '   ....   '])
      expect({ text, kind: JSON.stringify(await search('ane', text)).slice(0, 28) }).toEqual({
        text,
        kind: expect.stringMatching(/^\{"composeExtension":\{"type/),
      });
    const malformed: unknown[] = [
      undefined,
      null,
      '',
      'findCase',
      7,
      [],
      {},
      { commandId: 'another' },
      { commandId: 'findCase', parameters: 'text' },
      { commandId: 'findCase', parameters: Array.from({ length: 5000 }, () => ({ name: 'text', value: 'm' })) },
      { commandId: 'findCase', parameters: [{ name: 'text', value: { toString: 'm' } }] },
      { commandId: 'findCase', parameters: [{ name: 'text', value: ['mette'] }] },
      { commandId: 'findCase', parameters: [], queryOptions: { skip: -1, count: 5 } },
      { commandId: 'findCase', parameters: [], queryOptions: { skip: 1e12, count: 5 } },
      { commandId: 'findCase', parameters: [], queryOptions: { skip: 0, count: 'all' } },
      JSON.parse('{"__proto__": {"commandId": "findCase"}}'),
    ];
    for (const value of malformed) {
      const answer = await world.phone('ane').send({ ...query(''), value });
      expect(told.parse(answer).composeExtension.text).toBe(words('search.malformed'));
    }
    for (const value of [
      undefined,
      null,
      {},
      [],
      METTE,
      { caseId: 5 },
      { caseId: { $ne: '' } },
      { caseId: 'x'.repeat(5000) },
    ])
      expect(told.parse(await pick('ane', value)).composeExtension.text).toBe(words('search.gone'));
    expect(await world.item(METTE)).toEqual(before);
    expect(new Set(problems(world))).toEqual(new Set(['search-malformed']));
  });

  test('what is searched for stands in no line of the log and in no answer', async () => {
    const { world } = bench;
    for (const text of ['Mette Vinterby', 'Kasper Nordentoft', CPR, `${CPR} Mette`, 'q'.repeat(500)])
      await search('ane', text);
    await pick('ane', { caseId: 'Kasper Nordentoft' });
    expect(world.log.join('')).not.toMatch(/Vinterby|Nordentoft|qqq/);
    expect(`${world.log.join('')}${world.responses.join('')}`).not.toContain(CPR);
    expect(world.responses.join('')).not.toContain('Nordentoft');
  });
};
