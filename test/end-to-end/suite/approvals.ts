import { expect, test } from '@jest/globals';
import { auditIntact } from '../../../src/cases/audit.ts';
import type { Bench } from '../bench.ts';
import {
  APPROVE,
  ASK,
  LEADS,
  decidedBy,
  decisionsIn,
  open,
  postsTo,
  problems,
  request,
  requested,
  shownOf,
  words,
} from '../scenes.ts';
import { HERE, METTE } from '../town.ts';
import { eventually } from '../world.ts';

const WITHDRAW = words('request.button.withdraw');
const AGAIN = words('request.button.ask-again');
const EXCEPTION = words('decision.button.exception');
const SEND = words('request.exception.button');
const EXCEPT = words('request.button.except');
const DAY_MS = 24 * 3600 * 1000;
/** Longer than any course may last, so the plan says no. */
const TOO_LONG = 'Må jeg forlænge Mettes forløb til udgangen af marts 2024?';

/** What happens to a request besides being approved or refused. */
export const approvals = (bench: Bench): void => {
  test('from a no an exception is asked for, made with a reason, and carried out', async () => {
    const { world } = bench;
    await open(world, ...LEADS);
    const ane = world.phone('ane');
    const no = await ane.say(TOO_LONG);
    expect(no.text).toContain(words('decision.title.denied.extend-offer'));
    expect(no.buttons.map(({ title }) => title)).not.toContain(ASK);

    await ane.send(ane.click(EXCEPTION));
    await eventually('what would be asked is shown', () =>
      ane.screen().find(({ text }) => text.includes(words('request.exception.title'))),
    );
    expect((await world.item(METTE)).requests).toEqual([]);
    const sent = await ane.press(SEND, { why: 'Hun begynder på et kursus til april' });
    expect(sent.text).toContain(words('request.title.waiting'));
    await world.quiet();

    const card = world.phone('bo').withButton(EXCEPT);
    expect(card.text).toContain('Hun begynder på et kursus til april');
    expect(card.text).toContain(words('request.title.lead-exception'));
    const without = await world.phone('bo').press(EXCEPT);
    expect(without.text).toContain(words('request.refused.exception-reason-missing'));
    expect((await world.request(METTE)).state).toBe('open');
    const made = await world.phone('bo').press(EXCEPT, { reason: 'Et afbrudt forløb sætter hende tilbage' });
    expect(made.text).toContain(decidedBy('bo'));
    await world.quiet();
    const { record, audit } = await world.item(METTE);
    expect(record.offers?.[0]?.ends).toBe('2024-03-31');
    expect(auditIntact(audit)).toBe(true);
    for (const text of shownOf(world, await world.request(METTE), ['ane', ...LEADS]))
      expect(text).toContain('Et afbrudt forløb sætter hende tilbage');
    expect((await ane.say('Hvad siger reglerne om Mettes forløb til udgangen af marts 2024?')).text).not.toBe('');
    expect(problems(world)).toEqual([]);
  });

  test('whoever asked takes it back, and everybody’s card says so', async () => {
    const { world } = bench;
    await requested(world);
    const card = await world.phone('ane').press(WITHDRAW);
    expect(card.text).toContain(words('request.title.withdrawn'));
    await world.quiet();
    const shown = shownOf(world, await world.request(METTE), ['ane', ...LEADS]);
    expect(shown.length).toBeGreaterThanOrEqual(4);
    for (const text of shown) expect(text).toContain('Trukket tilbage af Ane Brogaard');
    const late = await world.phone('bo').forge('approve', { requestId: (await world.request(METTE)).id, revision: 1 });
    expect(late.text).toContain(words('request.refused.ended'));
    expect(await decisionsIn(world)).toEqual([]);
  });

  test('when a fact it rests on changes, its cards follow at once and what was signed falls', async () => {
    const { world } = bench;
    await requested(world);
    await world.phone('erik').press(APPROVE);
    await world.change(METTE, (record) => ({
      ...record,
      offers: (record.offers ?? []).map((offer) => ({ ...offer, pricePerWeek: 2150 })),
    }));
    await world.quiet();
    expect(await world.request(METTE)).toMatchObject({ state: 'open', revision: 2 });
    const card = world.phone('bo').withButton(APPROVE);
    expect(card.text).toContain('2.150');
    expect(card.text).not.toContain('bekræftet af Erik Tornhøj');
    expect((await world.phone('bo').press(APPROVE)).text).toContain(decidedBy('bo'));
  });

  test('when the rules have come to say no, it is over before anybody can approve it', async () => {
    const { world } = bench;
    await requested(world);
    const click = world.phone('bo').click(APPROVE);
    await world.change(METTE, (record) => ({
      ...record,
      offers: (record.offers ?? []).map((offer) => ({
        ...offer,
        followUps: [{ on: '2023-05-01', progress: false, asAgreed: false }],
      })),
    }));
    await world.quiet();
    const late = await world.phone('bo').deliver(click);
    expect(late.text).toContain(words('request.title.overtaken'));
    expect(await decisionsIn(world)).toEqual([]);
    expect((await world.item(METTE)).record.offers?.[0]?.ends).toBe('2023-07-02');
  });

  test('those it waits for are reminded once, and can answer on the reminder', async () => {
    const { world } = bench;
    await requested(world);
    const { expiresOn } = await world.request(METTE);
    const left = (Date.parse(expiresOn) - Date.parse('2023-05-10')) / DAY_MS;
    world.pass((left - 2) * DAY_MS);
    await world.restart();
    const reminder = words('request.reminder');
    await eventually('the reminders are out', () =>
      LEADS.every((who) => postsTo(world, who, reminder) === 1) ? true : undefined,
    );
    await world.restart();
    await world.quiet();
    for (const who of LEADS) expect(postsTo(world, who, reminder)).toBe(1);
    expect(world.phone('bo').withButton(APPROVE).text).toContain(reminder);
    await world.phone('bo').press(APPROVE);
    await world.quiet();
    const request = await world.request(METTE);
    expect(request.state).toBe('approved');
    for (const text of shownOf(world, request, [...LEADS])) expect(text).not.toContain(reminder);
  });

  test('not answered in time it says so on every card, and whoever asked can ask again', async () => {
    const { world } = bench;
    await requested(world);
    const { expiresOn } = await world.request(METTE);
    world.pass(Date.parse(expiresOn) - Date.parse('2023-05-10') + DAY_MS);
    await world.restart();
    const over = words('request.title.expired');
    await eventually('the asker is told', () => (postsTo(world, 'ane', over) === 1 ? true : undefined));
    await world.quiet();
    for (const text of shownOf(world, await world.request(METTE), ['ane', ...LEADS])) expect(text).toContain(over);
    const ane = world.phone('ane');
    expect(
      world
        .phone('bo')
        .screen()
        .some(({ buttons }) => buttons.some(({ title }) => title === AGAIN)),
    ).toBe(false);
    const before = ane.screen().length;
    await ane.send(ane.click(AGAIN));
    await eventually('the question is answered anew', () => (ane.screen().length > before ? true : undefined));
    expect(await decisionsIn(world)).toEqual([]);
  });

  test('a substitute signs for whoever is away, from the first to the last day and no longer', async () => {
    const { world } = bench;
    await open(world, ...LEADS, 'gerda');
    await request(world);
    const { store } = world.running;
    const stored = await store.read('person', HERE, 'gerda');
    if (stored === undefined) throw new Error('Gerda is there');
    const substituteFor = [{ person: 'bo', from: '2023-05-12', to: '2023-05-14' }];
    await store.replace('person', { ...stored.item, substituteFor }, stored.etag);
    const { id, revision } = await world.request(METTE);
    const click = () => world.phone('gerda').forge('approve', { requestId: id, revision });
    expect((await click()).text).toContain(words('request.refused.unknown'));
    world.pass(2 * DAY_MS);
    await world.restart();
    await eventually('the substitute has the card', () =>
      postsTo(world, 'gerda', words('request.title.lead')) === 1 ? true : undefined,
    );
    world.pass(3 * DAY_MS);
    expect((await click()).text).toContain(words('request.refused.unknown'));
    world.pass(-2 * DAY_MS);
    const done = await world.phone('gerda').press(APPROVE);
    expect(done.text).toContain('Gerda Holmstrup (stedfortræder for Bo Lindskov)');
    const { audit, requests } = await world.item(METTE);
    expect(requests[0]?.state).toBe('approved');
    const signings = audit.filter(({ what }) => what === 'sign-off-given');
    expect(signings.map(({ by, details }) => [by, details['inNameOf']])).toEqual(signings.map(() => ['gerda', 'bo']));
  });

  test('Teams refreshes an open card by itself: whoever looks sees it as it stands', async () => {
    const { world } = bench;
    await requested(world);
    const { id } = await world.request(METTE);
    const [first] = world
      .phone('dorthe')
      .screen()
      .filter(({ raw }) => 'refresh' in raw);
    expect(first?.raw['refresh']).toMatchObject({ userIds: ['29:dorthe'], action: { verb: 'show-request' } });
    await world.phone('bo').press(APPROVE);
    expect((await world.phone('dorthe').forge('show-request', { requestId: id })).text).toContain(decidedBy('bo'));
    expect((await world.phone('gerda').forge('show-request', { requestId: id })).text).not.toContain('Mette');
  });
};
