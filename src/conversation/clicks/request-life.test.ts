import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { TOO_DEAR, fakeJudge } from '../../../test/support/fake-judge.ts';
import { caseRecord, runningOffer } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';
import type { View } from '../../cards/views.ts';

const CASE = 'TST-2026-00417';
const ASK = `Må jeg forlænge tilbuddet i ${CASE} til 31. maj?`;
const everything = (view: View) => JSON.stringify(view);
const verbs = (view: View) => view.actions.map(({ verb }) => verb);
const refreshOf = (view: View) => ('refresh' in view ? view.refresh : undefined);

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk((...asked) => fakeJudge()(...asked));
});
afterEach(() => office.store.close());

const add = (pricePerWeek: number, caseId = CASE) =>
  office.cases.add(caseRecord('testby', caseId, { offers: [{ ...runningOffer, pricePerWeek }] }));
const put = async () => office.press('kirsten', await office.say('kirsten', ASK), 'request-approval');
const status = async (who: string) => office.say(who, `Hvad er status på anmodningen i ${CASE}?`);

describe('Withdrawing', () => {
  test('is a button on the asker’s own card, and of nobody else’s', async () => {
    await add(2000);
    const card = await put();
    expect(verbs(await status('lone'))).toEqual(['approve', 'reject']);
    const after = await office.press('kirsten', card, 'withdraw');
    expect(after.headline.title).toBe('Trukket tilbage');
    expect(everything(after)).toContain('Trukket tilbage af kirsten Opdigtet');
    expect((await office.request(CASE)).state).toBe('withdrawn');
  });

  test('by a forged click of somebody else changes nothing', async () => {
    await add(2000);
    await put();
    const { id } = await office.request(CASE);
    for (const who of ['mona', 'lone'])
      expect(everything(await office.click(who, { verb: 'withdraw', data: { requestId: id } }))).toContain(
        'Kun den, der har sendt anmodningen, kan trække den tilbage.',
      );
    const stranger = await office.click('anders', { verb: 'withdraw', data: { requestId: id } });
    expect(everything(stranger)).not.toContain('Mette');
    expect((await office.request(CASE)).state).toBe('open');
  });

  test('in words shows the request with the button, and takes nothing back', async () => {
    await add(2000);
    await put();
    const card = await office.say('kirsten', 'Træk anmodningen tilbage');
    expect(everything(card)).toContain('Er det den her, du vil trække tilbage?');
    expect((await office.request(CASE)).state).toBe('open');
    await office.press('kirsten', card, 'withdraw');
    expect((await office.request(CASE)).state).toBe('withdrawn');
  });

  test('asks which of several is meant, whosever case it is in', async () => {
    await add(2000);
    await add(2000, 'TST-2026-00500');
    const other = await office.say('mona', ASK);
    await office.press('mona', other, 'request-approval');
    const second = await office.say('mona', 'Må jeg forlænge tilbuddet i TST-2026-00500 til 31. maj?');
    await office.press('mona', second, 'request-approval');
    await office.say('mona', 'Hej');
    await office.store.remove('talk', 'testby', (await talkIds())[0] ?? '');
    const which = await office.say('mona', 'Træk min anmodning tilbage');
    expect(which.headline.title).toBe('Hvilken anmodning vil du trække tilbage?');
    const picked = await office.press('mona', which, 'ask', {}, CASE);
    expect(verbs(picked)).toEqual(['withdraw']);
  });

  test('of what is not there says so', async () => {
    await add(2000);
    const view = await office.say('kirsten', 'Træk anmodningen tilbage');
    expect(view.headline.title).toBe('Der er ikke noget at trække tilbage');
  });
});

const talkIds = async () => (await office.store.list('talk', 'testby', { limit: 10 })).items.map(({ item }) => item.id);

describe('A no', () => {
  beforeEach(() => add(TOO_DEAR + 1));

  test('can be put to those who may make an exception: shown first, then sent with the asker’s words', async () => {
    const no = await office.say('kirsten', ASK);
    expect(verbs(no)).toContain('ask-exception');
    const form = await office.press('kirsten', no, 'ask-exception');
    expect(everything(form)).toContain('Konkret, individuel vurdering fra funktionslederen');
    expect((await office.item(CASE)).requests).toEqual([]);
    const card = await office.press('kirsten', form, 'request-exception', { why: 'Hun er lige ved at være i mål' });
    expect(card.headline.title).toBe('Anmodningen er sendt og venter på svar');
    const leads = await status('lone');
    expect(leads.headline.title).toBe('Anmodning om individuel vurdering');
    expect(everything(leads)).toContain('Hun er lige ved at være i mål');
    expect(leads.actions.map(({ title }) => title)).toEqual(['Gør en undtagelse', 'Afvis']);
  });

  test('is not lifted without a reason', async () => {
    const form = await office.press('kirsten', await office.say('kirsten', ASK), 'ask-exception');
    await office.press('kirsten', form, 'request-exception');
    const card = await status('lone');
    const refused = await office.press('lone', card, 'approve', { reason: ' ' });
    expect(everything(refused)).toContain('Skriv en begrundelse for undtagelsen');
    expect((await office.request(CASE)).needs.every(({ given }) => given === undefined)).toBe(true);
    const made = await office.press('lone', refused, 'approve', { reason: 'Eksamen er om otte uger' });
    expect(everything(made)).toContain('bekræftet af lone Opdigtet');
  });

  test('by somebody whose role does not let them ask is not put', async () => {
    const no = await office.say('kirsten', ASK);
    const { data } = no.actions.find(({ verb }) => verb === 'ask-exception') ?? {};
    for (const verb of ['ask-exception', 'request-exception'])
      expect((await office.click('anders', { verb, data })).view).toBe('message');
    expect((await office.item(CASE)).requests).toEqual([]);
  });
});

describe('A card of a request', () => {
  test('offers whoever asked to ask again once it has run out', async () => {
    await add(2000);
    await put();
    office.setDay('2026-04-16');
    await office.requests.tendAll('testby');
    const card = await status('kirsten');
    expect(card.headline.title).toBe('Udløbet uden svar');
    expect(verbs(await status('lone'))).toEqual([]);
    const again = await office.press('kirsten', card, 'ask-again');
    expect(verbs(again)).toContain('request-approval');
  });

  test('is refreshed for its reader while it is open, with the request as it stands', async () => {
    await add(2000);
    await put();
    const card = await status('lone');
    expect(refreshOf(card)).toMatchObject({ verb: 'show-request', userIds: ['29:lone'] });
    await office.approve('lars', await office.request(CASE));
    const { verb = '', data } = refreshOf(card) ?? {};
    const now = await office.click('lone', { verb, data });
    expect(now.headline.title).toBe('Godkendt');
    expect(refreshOf(now)).toBeUndefined();
  });

  test('where others read along shows each of those concerned their own part, and no name', async () => {
    await add(2000);
    await put();
    const shared = await office.say('kirsten', `Hvad er status på anmodningen i ${CASE}?`, 'channel');
    const { verb = '', data, userIds } = refreshOf(shared) ?? {};
    expect(userIds).toEqual(['29:kirsten', '29:lars', '29:lone']);
    const own = async (who: string) => everything(await office.click(who, { verb, data }, 'channel'));
    expect(await own('lone')).toContain('Den venter på dig');
    expect(await own('kirsten')).toContain('Du har selv sendt den');
    for (const who of ['lone', 'kirsten', 'mona']) expect(await own(who)).not.toContain('Mette');
    expect(await own('anders')).not.toContain(CASE);
  });
});
