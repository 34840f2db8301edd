import { expect, test } from '@jest/globals';
import { auditIntact } from '../../../src/cases/audit.ts';
import type { Bench } from '../bench.ts';
import type { Seen } from '../card.ts';
import type { Inputs, Phone } from '../phone.ts';
import { open, request, requested, words } from '../scenes.ts';
import { METTE, RIKKES, TENANT, TORBEN } from '../town.ts';
import { eventually, type World } from '../world.ts';

const ASK = 'hvad skal på sparringsmødet?';
const WRITE = words('agenda.button.minutes');
const CHECK = words('agenda.minutes.button.check');
const RECORD = words('agenda.minutes.button.record');

/** What was marked is shown on a card below the filled-in one, which stays as it is. */
const check = async (phone: Phone, inputs: Inputs): Promise<Seen> => {
  const before = new Set(phone.screen().map(({ messageId }) => messageId));
  await phone.send(phone.click(CHECK, inputs));
  return eventually('the minutes are shown', () => phone.screen().find(({ messageId }) => !before.has(messageId)));
};

/** Bo's minutes of what Ane has asked for, marked and shown. */
const checked = async (world: World, inputs: Inputs): Promise<Seen> => {
  const bo = world.phone('bo');
  await bo.say(ASK);
  await bo.press(WRITE);
  return check(bo, inputs);
};

/** The sparring meeting: its agenda, and its minutes as sign-offs. */
export const meeting = (bench: Bench): void => {
  test('its agenda has what is asked for and what must be decided soon, each with what it needs', async () => {
    const { world } = bench;
    await requested(world);
    const { text } = await world.phone('ane').say(ASK);
    expect(text).toContain(`${METTE} · Mette`);
    expect(text).toContain(words('agenda.asked-by', { name: 'Ane Brogaard' }));
    expect(text).toContain('2. juni 2023');
    expect(text).toMatch(/Drøftelse med .*funktionslederen.* mangler\. Kan gives af: .*Bo Lindskov/);
    expect(text).toMatch(/REB-35 · .+, linje 73/);
    // Nobody has asked for Torben's yet, and a fact is missing.
    expect(text).toContain(`${TORBEN} · Torben Egelykke`);
    expect(text).toContain(words('agenda.not-asked', { name: 'Ane Brogaard' }));
    expect(text).toContain('Mangler for et fuldt svar: ');
  });

  test('its agenda is each team’s own, and case numbers where others read along', async () => {
    const { world } = bench;
    await open(world, 'ane');
    const team = await world.phone('ane').say(ASK, {
      conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', tenantId: TENANT },
    });
    expect(team.text).toContain(METTE);
    expect(team.text).not.toMatch(/Mette|Torben|Stien|Ane/);
    expect((await world.phone('hans').say(ASK)).text).not.toContain(METTE);
    expect((await world.phone('ida').say(ASK)).text).toContain(words('agenda.may-not-see'));
  });

  test('its agenda is asked for in the midst of a talk, for a team and a day, and the talk can go on', async () => {
    const { world } = bench;
    const ane = world.phone('ane');
    await ane.say('Må jeg forlænge Torbens forløb til udgangen af august?');
    const { text } = await ane.say('dagsorden til sparring i team nord på torsdag');
    expect(text).toContain(words('agenda.for-meeting', { date: 'torsdag den 11. maj 2023' }));
    expect(text).toContain(METTE);
    expect((await ane.say('og hvilke frister er der?')).text).toContain(TORBEN);
  });

  test('its minutes are shown first, then each discussion is one sign-off, and the other sign-offs wait', async () => {
    const { world } = bench;
    await requested(world);
    const card = await checked(world, { outcome1: 'approved' });
    expect(card.text).toContain(METTE);
    expect(card.text).toContain('REB-35');
    expect((await world.request(METTE)).needs.some(({ given }) => given)).toBe(false);
    const done = await world.phone('bo').press(RECORD);
    expect(done.text).toContain(words('agenda.minutes.done.title'));
    await world.quiet();
    const { state, needs } = await world.request(METTE);
    expect(state).toBe('open');
    expect(needs.map(({ form, given }) => [form, given?.by])).toEqual(
      expect.arrayContaining([
        ['discussion', 'bo'],
        ['discussion', 'bo'],
        ['agreement', undefined],
      ]),
    );
    // The agreement is given on the request, and that settles it.
    await world.phone('bo').press(words('request.button.approve'));
    const { record, audit } = await world.item(METTE);
    expect(record.offers?.[0]?.ends).toBe('2023-08-31');
    expect(audit.filter(({ what }) => what === 'sign-off-given')).toHaveLength(3);
    expect(auditIntact(audit)).toBe(true);
  });

  test('its minutes tell what could not be recorded, and nothing is recorded twice', async () => {
    const { world } = bench;
    await requested(world);
    await request(world, 'ane', `Må jeg forlænge forløbet i ${RIKKES[0]} til udgangen af august?`);
    const inputs = { outcome1: 'approved', outcome2: 'declined', reason2: 'Der er en plads i en virksomhed' };
    const card = await checked(world, inputs);
    expect(card.text).toContain('Der er en plads i en virksomhed');
    await world.change(METTE, (record) => ({
      ...record,
      offers: (record.offers ?? []).map((offer) => ({ ...offer, pricePerWeek: 2500 })),
    }));
    const bo = world.phone('bo');
    const click = bo.click(RECORD);
    const [first] = await Promise.all([bo.deliver(click), bo.deliver(click)]);
    expect(first.text).toContain(words('agenda.minutes.done.some', { done: 1, all: 2 }));
    expect(first.text).toContain(words('request.refused.stale'));
    await bo.deliver(click);
    await world.quiet();
    const rejected = await world.item(RIKKES[0]);
    expect(rejected.audit.filter(({ what }) => what === 'request-rejected')).toHaveLength(1);
    expect(await world.request(RIKKES[0])).toMatchObject({
      state: 'rejected',
      ended: { by: 'bo', reason: 'Der er en plads i en virksomhed' },
    });
    const mette = await world.request(METTE);
    expect(mette).toMatchObject({ state: 'open', revision: 2 });
    expect(mette.needs.some(({ given }) => given)).toBe(false);
  });

  test('its minutes survive a restart between showing and recording', async () => {
    const { world } = bench;
    await requested(world);
    await checked(world, { outcome1: 'approved' });
    await world.restart();
    await world.phone('bo').press(RECORD);
    expect((await world.request(METTE)).needs.filter(({ given }) => given?.by === 'bo')).toHaveLength(2);
  });

  test('its minutes are nobody’s who may not give the discussion, whatever the card says', async () => {
    const { world } = bench;
    await requested(world);
    const { id } = await world.request(METTE);
    const made = { request1: id, revision1: 1, outcome1: 'approved' };
    for (const who of ['ane', 'frida', 'gerda', 'hans'] as const) {
      const phone = world.phone(who);
      await phone.say('hej');
      expect((await phone.forge('write-minutes', { from: 0 })).text).toContain(words('agenda.minutes.none'));
      await phone.send({
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'no-message-of-ours',
        value: { action: { type: 'Action.Execute', verb: 'check-minutes', data: made }, trigger: 'manual' },
      });
      const told = await eventually('an answer', () =>
        phone.screen().find(({ text }) => text.includes(words('agenda.minutes.check.none'))),
      );
      expect(told.buttons).toEqual([]);
    }
    expect((await world.request(METTE)).needs.some(({ given }) => given)).toBe(false);
  });
};
