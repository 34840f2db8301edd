import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fakeJudge } from '../../test/support/fake-judge.ts';
import { type Office, extendOffer, openOffice } from '../../test/support/office.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice(createSqliteStore(':memory:'));
});
afterEach(() => office.store.close());

describe('Asking for approval', () => {
  test('sends a card to everybody who may sign, and to nobody else', async () => {
    const { outcome, item, request, asked, unreachable } = await office.asked('C-1');
    expect(outcome).toBe('created');
    expect(asked.map(({ id }) => id)).toEqual(['lars', 'lone']);
    expect(unreachable).toEqual([]);
    expect(request.id).toBe('testby~C-1~r1');
    expect(item.outbox.map(({ to, what, card }) => ({ to, what, face: card.face }))).toEqual([
      { to: { person: 'lars' }, what: 'post', face: 'lead' },
      { to: { person: 'lone' }, what: 'post', face: 'lead' },
    ]);
    expect((await office.item('C-1')).pendingFor).toEqual(['functional-lead', 'functional-lead@nord']);
  });

  test('puts a card on its way to somebody the bot cannot reach yet as well, and says who it is', async () => {
    const { address: _, ...lone } = office.person('lone');
    const stored = await office.store.read('person', 'testby', 'lone');
    await office.store.replace('person', lone, stored?.etag ?? '');
    const { unreachable, item } = await office.asked('C-1');
    expect(unreachable.map(({ id }) => id)).toEqual(['lone']);
    expect(item.outbox.map(({ sendAt }) => sendAt !== undefined)).toEqual([true, true]);
  });

  test('a second time while it is open finds the request that is there, and the new card follows it', async () => {
    const decision = await office.decided('C-1');
    const place = (activityId: string) => ({ conversationId: 'chat-kirsten', activityId });
    await office.requests.ask(office.person('kirsten'), decision, { place: place('a1') });
    const again = await office.requests.ask(office.person('kirsten'), decision, { place: place('a2') });
    expect(again.outcome).toBe('already-open');
    const { requests, outbox } = await office.item('C-1');
    expect(requests.map(({ cards }) => cards.map(({ activityId }) => activityId))).toEqual([['a1', 'a2']]);
    expect(outbox).toHaveLength(2);
  });

  test('keeps the end date that "as long as possible" was judged for', async () => {
    const { request } = await office.asked('C-1', { kind: 'extend-offer', offerId: 'o1' });
    expect(request.question).toEqual(extendOffer);
  });

  test('stays open for Makker’s assumed 14 days, or until the date the rulebook names', async () => {
    expect((await office.asked('C-1')).request.expiresOn).toBe('2026-04-15');
    const store = createSqliteStore(':memory:');
    const strict = await openOffice(store, 'testby', fakeJudge({ requestExpiresOn: '2026-04-07' }));
    expect((await strict.asked('C-1')).request.expiresOn).toBe('2026-04-07');
    await store.close();
  });

  test.each([
    ['a decision nobody made', 'lone', 'testby~C-1~zz', 'unknown'],
    ['an id that is none', 'kirsten', 'C-1', 'unknown'],
  ])('is refused for %s', async (_, who, decision, why) => {
    await office.decided('C-1');
    expect(await office.requests.ask(office.person(who), decision)).toEqual({ outcome: 'refused', why });
  });

  test('is refused as unknown to a caseworker of another team', async () => {
    const decision = await office.decided('C-1');
    const asked = await office.requests.ask(office.person('anders'), decision);
    expect(asked).toEqual({ outcome: 'refused', why: 'unknown' });
  });

  test('is refused where the facts have changed since the answer', async () => {
    const decision = await office.decided('C-1');
    await office.setPrice('C-1', 2100);
    const asked = await office.requests.ask(office.person('kirsten'), decision);
    expect(asked).toEqual({ outcome: 'refused', why: 'changed' });
  });

  test('is refused where the rules want no approval', async () => {
    const decision = await office.decided('C-1', { kind: 'deadlines' });
    const asked = await office.requests.ask(office.person('kirsten'), decision);
    expect(asked).toEqual({ outcome: 'refused', why: 'nothing-to-approve' });
  });
});
