import { expect, test } from '@jest/globals';
import type { Bench } from '../bench.ts';
import { english, open, postsTo, problems, words } from '../scenes.ts';
import { GROUPED, HERE, TENANT } from '../town.ts';
import { eventually } from '../world.ts';

const OBJECT = '00000000-aaaa-bbbb-cccc-000000000000';
const NOTE = words('notices.stranger-title');

/** Who is refused because nobody knows them, and that an administrator hears of it. */
export const strangers = (bench: Bench): void => {
  const writes = (object: string, of: Record<string, unknown> = {}) => {
    const name = 'Ny <b>Kollega</b> 300285-0000';
    return bench.world.phone('hans').say('hej', { from: { id: '29:new', name, aadObjectId: object }, ...of });
  };
  const noteOf = (title: string) =>
    eventually('Ida sees the note', () =>
      bench.world
        .phone('ida')
        .screen()
        .find(({ text }) => text.includes(title)),
    );

  test('is refused at once; the administrator gets one note, with what adds them', async () => {
    const { world } = bench;
    await open(world, 'ida');
    expect((await writes(OBJECT)).text).toContain(words('teams.unknown-title'));
    await writes(OBJECT);
    const note = await noteOf(NOTE);
    expect(note.text).toContain('Ny <b>Kollega</b>');
    expect(note.text).not.toContain('300285');
    const ids = { municipality: HERE, aadObjectId: OBJECT, tenantId: TENANT };
    expect(note.text).toContain(words('notices.stranger-command', ids));
    world.pass(60 * 60_000);
    await writes(OBJECT);
    await world.restart();
    await writes(OBJECT);
    expect(postsTo(world, 'ida', NOTE)).toBe(1);
    expect(postsTo(world, 'bo', NOTE)).toBe(0);
    expect(problems(world)).toEqual(Array.from({ length: 4 }, () => 'person-unknown'));
  });

  test('is told of when the administrator opens Makker, in the language they speak', async () => {
    const { world } = bench;
    await writes(OBJECT);
    await eventually('the note waits', async () => {
      const { items } = await world.running.store.list('notice', HERE, { limit: 10 });
      return items.find(({ item }) => item.sendAt === undefined);
    });
    const ida = await world.running.store.read('person', HERE, 'ida');
    if (ida === undefined) throw new Error('Ida is not there');
    await world.running.store.replace('person', { ...ida.item, language: 'en' }, ida.etag);
    await open(world, 'ida');
    expect((await noteOf(english('notices.stranger-title'))).text).toContain(OBJECT);
    expect((await world.running.store.list('notice', GROUPED, { limit: 10 })).items).toEqual([]);
  });

  test('who has left is told of by the name that is known, with the command that lets them in again', async () => {
    const { world } = bench;
    await open(world, 'ida');
    const hans = await world.running.store.read('person', HERE, 'hans');
    if (hans === undefined) throw new Error('Hans is not there');
    await world.running.store.replace('person', { ...hans.item, to: '2023-04-30' }, hans.etag);
    expect((await world.phone('hans').say('hej')).text).toContain(words('teams.unknown-title'));
    const note = await noteOf(words('notices.left-title'));
    expect(note.text).toContain('30. april 2023');
    expect(note.text).toContain(words('notices.left-command', { municipality: HERE, person: 'hans' }));
  });

  test('of another tenant is told of to nobody', async () => {
    const { world } = bench;
    const elsewhere = { id: 'chat-hans', conversationType: 'personal', tenantId: 'tenant-2' };
    await open(world, 'ida');
    expect((await writes(OBJECT, { conversation: elsewhere })).text).toContain(words('teams.unknown-title'));
    await world.restart();
    expect((await world.running.store.list('notice', HERE, { limit: 10 })).items).toEqual([]);
    expect(postsTo(world, 'ida', NOTE)).toBe(0);
  });
};
