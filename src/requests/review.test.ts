import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Office, extendOffer, openOffice, runningOffer } from '../../test/support/office.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice(createSqliteStore(':memory:'));
});
afterEach(() => office.store.close());

describe('Facts that change while a request is open', () => {
  test('make a new revision: the click is refused, what was signed falls, the cards follow', async () => {
    const { request } = await office.asked('C-1', extendOffer, { offers: [{ ...runningOffer, pricePerWeek: 4000 }] });
    await office.approve('jens', request);
    await office.setPrice('C-1', 4200);
    const click = await office.approve('lone', request);
    expect(click).toMatchObject({
      outcome: 'refused',
      why: 'stale',
      request: { state: 'open', revision: 2, changed: ['offer.pricePerWeek'] },
    });
    const item = await office.item('C-1');
    expect(item.record.offers?.[0]).not.toHaveProperty('signOffs');
    expect(item.requests[0]?.needs.every(({ given }) => given === undefined)).toBe(true);
    expect(item.requests[0]?.decisionId).not.toBe(request.decisionId);
    expect(await office.receipts.read('testby', item.requests[0]?.decisionId ?? '')).toMatchObject({
      facts: { reads: { 'offer.pricePerWeek': 4200 } },
    });

    expect(await office.approve('lone', request)).toMatchObject({ why: 'stale' });
    const now = await office.request('C-1');
    await office.approve('jens', now);
    expect(await office.approve('lone', now)).toMatchObject({ outcome: 'recorded', request: { state: 'approved' } });
  });

  test('that want one more sign-off bring their signer a card', async () => {
    const { request } = await office.asked('C-1');
    await office.setPrice('C-1', 4000);
    await office.approve('lone', request);
    const { outbox } = await office.item('C-1');
    expect(outbox.filter(({ what }) => what === 'post').map(({ to }) => to)).toEqual([
      { person: 'lars' },
      { person: 'lone' },
      { person: 'jens' },
    ]);
  });

  test('so that the rules say no end the request: it cannot be approved', async () => {
    const { request } = await office.asked('C-1');
    await office.setPrice('C-1', 6000);
    const click = await office.approve('lone', request);
    expect(click).toMatchObject({ outcome: 'refused', why: 'stale', request: { state: 'overtaken' } });
    expect((await office.item('C-1')).record.offers?.[0]?.ends).toBe('2026-04-30');
  });

  test('a day that passes is no change of facts', async () => {
    const { request } = await office.asked('C-1');
    office.setDay('2026-04-10');
    expect(await office.approve('lone', request)).toMatchObject({ outcome: 'recorded' });
  });
});
