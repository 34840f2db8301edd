import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fakeJudge } from '../../test/support/fake-judge.ts';
import { type Office, openOffice, runningOffer } from '../../test/support/office.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice(createSqliteStore(':memory:'));
});
afterEach(() => office.store.close());

const dear = { ...runningOffer, pricePerWeek: 4000 };

/** The offer is taken out of the record, as an import may do. */
const withoutOffer = (caseId: string) =>
  office.cases.change('testby', caseId, (item) => ({
    item: { ...item, record: { ...item.record, offers: [] } },
    result: undefined,
  }));

describe('A request about an offer that is there no more', () => {
  test('ends at the next click, with a notice to who asked', async () => {
    const { request } = await office.asked('C-1');
    await withoutOffer('C-1');
    const click = await office.approve('lone', request);
    expect(click).toMatchObject({ outcome: 'refused', why: 'stale', request: { state: 'overtaken' } });
    expect((await office.item('C-1')).outbox.at(-1)).toMatchObject({ to: { person: 'kirsten' }, what: 'post' });
  });

  test('ends with the daily run', async () => {
    await office.asked('C-1');
    await office.asked('C-2');
    await withoutOffer('C-1');
    expect(await office.requests.tendAll('testby')).toBe(1);
    expect((await office.request('C-1')).state).toBe('overtaken');
    expect((await office.request('C-2')).state).toBe('open');
  });

  test('cannot be asked for again on the old answer', async () => {
    const { request } = await office.asked('C-1');
    await withoutOffer('C-1');
    const again = await office.requests.ask(office.person('kirsten'), request.decisionId);
    expect(again).toEqual({ outcome: 'refused', why: 'changed' });
  });
});

describe('The end of a request by itself', () => {
  test('its last day still counts; a click the day after ends it visibly', async () => {
    const first = await office.asked('C-1');
    const second = await office.asked('C-2');
    office.setDay('2026-04-15');
    expect(await office.approve('lone', first.request)).toMatchObject({ outcome: 'recorded' });
    office.setDay('2026-04-16');
    const late = await office.approve('lone', second.request);
    expect(late).toMatchObject({ outcome: 'refused', why: 'ended', request: { state: 'expired' } });
    expect((await office.item('C-2')).outbox.at(-1)).toMatchObject({ to: { person: 'kirsten' }, what: 'post' });
  });

  test('the daily run ends what has run out, and nothing else', async () => {
    await office.asked('C-1');
    office.setDay('2026-04-05');
    await office.asked('C-2');
    office.setDay('2026-04-16');
    await office.requests.tendAll('testby');
    expect((await office.request('C-1')).state).toBe('expired');
    expect((await office.request('C-2')).state).toBe('open');
    expect(await office.requests.tendAll('testby')).toBe(0);
  });

  test('the daily run ends the others where one case cannot be changed, and says which', async () => {
    await office.asked('C-1');
    await office.asked('C-2');
    office.setDay('2026-04-16');
    const { store } = office;
    const failing = await openOffice({
      ...store,
      replace: async (kind, item, etag) => {
        if (item.id === 'C-1') throw new Error('the disk is full');
        return store.replace(kind, item, etag);
      },
    });
    failing.setDay('2026-04-16');
    await expect(failing.requests.tendAll('testby')).rejects.toMatchObject({
      errors: [{ message: 'the requests of C-1 could not be looked after' }],
    });
    expect((await office.request('C-1')).state).toBe('open');
    expect((await office.request('C-2')).state).toBe('expired');
  });

  test('the asker takes it back; nobody else can', async () => {
    const { request } = await office.asked('C-1');
    const name = { municipality: 'testby', requestId: request.id };
    expect(await office.requests.withdraw(office.person('mona'), name)).toMatchObject({ why: 'not-asker' });
    const kirsten = office.person('kirsten');
    expect(await office.requests.withdraw(kirsten, name)).toMatchObject({ request: { state: 'withdrawn' } });
    expect(await office.requests.withdraw(kirsten, name)).toMatchObject({ outcome: 'already' });
    expect(await office.approve('lone', request)).toMatchObject({ why: 'ended' });
  });

  test('after it the same can be asked again', async () => {
    const { request } = await office.asked('C-1');
    office.setDay('2026-04-16');
    const again = await office.requests.ask(office.person('kirsten'), request.decisionId);
    expect(again).toMatchObject({ outcome: 'created', request: { id: 'testby~C-1~r2' } });
    expect((await office.item('C-1')).requests.map(({ state }) => state)).toEqual(['expired', 'open']);
  });
});

describe('Facts that change under an open request', () => {
  test('make a new revision at once: what was signed falls, and the leads see what changed', async () => {
    const { request } = await office.asked('C-1', undefined, { offers: [dear] });
    await office.approve('jens', request);
    await office.setPrice('C-1', 4500);
    await office.requests.tendCase('testby', 'C-1');
    const after = await office.request('C-1');
    expect(after).toMatchObject({ state: 'open', revision: 2, changed: ['offer.pricePerWeek'] });
    expect(after.needs.every(({ given }) => given === undefined)).toBe(true);
    expect(after.decisionId).not.toBe(request.decisionId);
  });

  test('end it where the rules say no now', async () => {
    await office.asked('C-1');
    await office.setPrice('C-1', 9000);
    await office.requests.tendCase('testby', 'C-1');
    expect((await office.request('C-1')).state).toBe('overtaken');
  });

  test('that no rule reads change nothing', async () => {
    await office.asked('C-1');
    const before = await office.item('C-1');
    await office.requests.tendCase('testby', 'C-1');
    expect(await office.item('C-1')).toEqual(before);
  });
});

describe('A request nobody has answered', () => {
  const remindersIn = async (caseId: string) =>
    (await office.item(caseId)).outbox.filter(({ card }) => card.reminder === true);

  test('reminds those it waits for once, two working days before the last one and not before eight', async () => {
    await office.asked('C-1');
    office.setDay('2026-04-12');
    await office.requests.tendAll('testby');
    expect(await remindersIn('C-1')).toEqual([]);
    office.setTime('2026-04-12T22:10:00Z');
    await office.requests.tendAll('testby');
    await office.requests.tendAll('testby');
    const rows = await remindersIn('C-1');
    expect(rows.map(({ to }) => to)).toEqual([{ person: 'lars' }, { person: 'lone' }]);
    expect(rows.map(({ sendAt }) => sendAt)).toEqual(['2026-04-13T06:00:00.000Z', '2026-04-13T06:00:00.000Z']);
    expect((await office.request('C-1')).remindedOn).toBe('2026-04-13');
  });

  test('reminds nobody of it any more once it is answered', async () => {
    const { request } = await office.asked('C-1');
    office.setDay('2026-04-13');
    await office.requests.tendAll('testby');
    await office.approve('lone', request);
    expect(await remindersIn('C-1')).toEqual([]);
  });

  test('that was put shortly before its last day needs no reminder', async () => {
    const soon = await openOffice(
      createSqliteStore(':memory:'),
      'testby',
      fakeJudge({ requestExpiresOn: '2026-04-07' }),
    );
    soon.setDay('2026-04-01');
    await soon.asked('C-1');
    for (const day of ['2026-04-01', '2026-04-02', '2026-04-07']) {
      soon.setDay(day);
      await soon.requests.tendAll('testby');
    }
    expect((await soon.request('C-1')).remindedOn).toBeUndefined();
    await soon.store.close();
  });

  test('goes to a substitute on the first day they stand in', async () => {
    await office.asked('C-1');
    const stored = await office.store.read('person', 'testby', 'anders');
    if (stored === undefined) throw new Error('Anders is there');
    const substituteFor = [{ person: 'lone', from: '2026-04-07', to: '2026-04-10' }];
    await office.store.replace('person', { ...stored.item, substituteFor }, stored.etag);
    const cardsFor = async (who: string) =>
      (await office.item('C-1')).outbox.filter(({ to }) => 'person' in to && to.person === who).length;
    office.setDay('2026-04-06');
    await office.requests.tendAll('testby');
    expect(await cardsFor('anders')).toBe(0);
    office.setDay('2026-04-07');
    await office.requests.tendAll('testby');
    await office.requests.tendAll('testby');
    expect(await cardsFor('anders')).toBe(1);
    expect(await office.approve('anders', await office.request('C-1'))).toMatchObject({
      request: { state: 'approved' },
    });
  });

  test('and a substitute whose days are over signs nothing', async () => {
    const { request } = await office.asked('C-1');
    const stored = await office.store.read('person', 'testby', 'anders');
    if (stored === undefined) throw new Error('Anders is there');
    const substituteFor = [{ person: 'lone', from: '2026-03-01', to: '2026-03-31' }];
    await office.store.replace('person', { ...stored.item, substituteFor }, stored.etag);
    expect(await office.approve('anders', request)).toMatchObject({ outcome: 'refused' });
  });
});
