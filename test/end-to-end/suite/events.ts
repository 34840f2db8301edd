import { expect, test } from '@jest/globals';
import { auditIntact } from '../../../src/cases/audit.ts';
import type { Bench } from '../bench.ts';
import { APPROVE, decidedBy, problems, requested, words } from '../scenes.ts';
import { CPR, METTE } from '../town.ts';

const RECORD = words('events.button.record');
const HELD = `jeg har holdt samtale i ${METTE} i går`;

/** What has happened in a case, and the note for its file. */
export const events = (bench: Bench): void => {
  test('what happened is recorded by the click alone, once, however often it is delivered', async () => {
    const { world } = bench;
    const ane = world.phone('ane');
    const shown = await ane.say(HELD);
    expect(shown.text).toContain('tirsdag den 9. maj 2023');
    expect((await world.item(METTE)).record.events).toBeUndefined();
    const click = ane.click(RECORD);
    const answers = [...(await Promise.all([ane.deliver(click), ane.deliver(click)])), await ane.deliver(click)];
    for (const { text } of answers) expect(text).toContain(words('events.done.title'));
    const { record, audit } = await world.item(METTE);
    expect(record.events).toEqual([{ type: 'interview', on: '2023-05-09' }]);
    expect(audit.filter(({ what }) => what === 'event-recorded')).toMatchObject([{ by: 'ane' }]);
    expect(auditIntact(audit)).toBe(true);
    expect(problems(world)).toEqual([]);
  });

  test('two colleagues who tell of the same talk record it once', async () => {
    const { world } = bench;
    const both = (['ane', 'frida'] as const).map((who) => world.phone(who));
    for (const phone of both) await phone.say(HELD);
    await Promise.all(both.map((phone) => phone.press(RECORD)));
    expect((await world.item(METTE)).record.events).toHaveLength(1);
  });

  test('another’s click, or one in a chat where others read along, records nothing', async () => {
    const { world } = bench;
    const ane = world.phone('ane');
    await ane.say(HELD);
    const { verb, data } = ane.withButton(RECORD).buttons.find(({ title }) => title === RECORD) ?? {};
    await world.phone('frida').forge(String(verb), data);
    await world.phone('hans').forge(String(verb), data);
    const elsewhere = { conversation: { id: 'group-1', conversationType: 'groupChat', tenantId: 'tenant-1' } };
    await ane.deliver({ ...ane.click(RECORD), ...elsewhere });
    expect((await world.item(METTE)).record.events).toBeUndefined();
  });

  test('the note tells the answer, who approved it and that it decides nothing towards the citizen', async () => {
    const { world } = bench;
    await requested(world);
    await world.phone('bo').press(APPROVE);
    await world.quiet();
    const { text } = await world.phone('ane').say('lav et journalnotat om svaret');
    expect(text).toContain('Mette Vinterby');
    expect(text).toContain(decidedBy('bo'));
    expect(text).toContain('REB-32');
    expect(text).toContain(words('note.guidance'));
    expect(text).not.toContain(CPR);
    expect(problems(world)).toEqual([]);
  });
};
