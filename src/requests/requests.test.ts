import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fakeJudge } from '../../test/support/fake-judge.ts';
import { type Office, extendOffer, openOffice, runningOffer } from '../../test/support/office.ts';
import { auditIntact } from '../cases/audit.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { ApprovalRequest } from './request.ts';
import type { Click } from './weigh.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice(createSqliteStore(':memory:'));
});
afterEach(() => office.store.close());

const approve = (request: ApprovalRequest, more: Partial<Click> = {}) => ({
  municipality: office.municipality,
  requestId: request.id,
  revision: request.revision,
  answer: 'approved' as const,
  ...more,
});
const decline = (request: ApprovalRequest, reason?: string) => ({
  ...approve(request),
  answer: 'declined' as const,
  ...(reason !== undefined && { reason }),
});
const answer = (who: string, click: ReturnType<typeof approve> | ReturnType<typeof decline>) =>
  office.requests.answer(office.person(who), click);

const startOffer = {
  kind: 'start-offer',
  offer: { id: 'o2', kind: 'guidance', starts: '2026-05-04', ends: '2026-07-31', pricePerWeek: 4000 },
} as const;

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

  test('leaves the card of somebody the bot cannot reach yet waiting, and says who it is', async () => {
    const { address: _, ...lone } = office.person('lone');
    const stored = await office.store.read('person', 'testby', 'lone');
    await office.store.replace('person', lone, stored?.etag ?? '');
    const { unreachable, item } = await office.asked('C-1');
    expect(unreachable.map(({ id }) => id)).toEqual(['lone']);
    expect(item.outbox.map(({ sendAt }) => sendAt !== undefined)).toEqual([true, false]);
  });

  test('a second time while it is open finds the request that is there, and the new card follows it', async () => {
    const decision = await office.decided('C-1');
    const place = (activityId: string) => ({ conversationId: 'chat-kirsten', activityId });
    await office.requests.ask(office.person('kirsten'), decision, place('a1'));
    const again = await office.requests.ask(office.person('kirsten'), decision, place('a2'));
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
    expect(asked).toEqual({ outcome: 'refused', why: 'stale' });
  });

  test('is refused where the rules want no approval', async () => {
    const decision = await office.decided('C-1', { kind: 'deadlines' });
    const asked = await office.requests.ask(office.person('kirsten'), decision);
    expect(asked).toEqual({ outcome: 'refused', why: 'nothing-to-approve' });
  });
});

describe('Approving', () => {
  test('extends the offer, keeps the sign-off for that end, and tells everybody', async () => {
    const decision = await office.decided('C-1');
    const place = { conversationId: 'chat-kirsten', activityId: 'a1' };
    const asked = await office.requests.ask(office.person('kirsten'), decision, place);
    if (asked.outcome === 'refused') throw new Error(asked.why);
    const answered = await answer('lone', approve(asked.request));
    expect(answered).toMatchObject({ outcome: 'recorded', request: { state: 'approved', ended: { by: 'lone' } } });

    const item = await office.item('C-1');
    expect(item.record.offers).toEqual([
      {
        ...runningOffer,
        ends: '2026-05-31',
        signOffs: [
          {
            rule: 'RULE-1',
            by: 'lone',
            role: 'functional-lead',
            on: '2026-04-01',
            answer: 'approved',
            forEnd: '2026-05-31',
          },
        ],
      },
    ]);
    expect(item.pendingFor).toEqual([]);
    expect(item.expiresOn).toBeUndefined();
    const after = item.outbox.slice(2).map(({ to, what, card, activityId }) => [to, what, card.face, activityId]);
    expect(after).toEqual([
      [{ person: 'kirsten' }, 'post', 'asker', undefined],
      [{ person: 'kirsten' }, 'edit', 'asker', 'a1'],
    ]);
    expect(item.audit.map(({ what, by }) => [what, by])).toEqual([
      ['case-added', 'makker'],
      ['request-opened', 'kirsten'],
      ['sign-off-given', 'lone'],
      ['request-approved', 'lone'],
    ]);
    expect(auditIntact(item.audit)).toBe(true);
  });

  test('plans the offer once every sign-off is there, in whatever order they come', async () => {
    const { request } = await office.asked('C-1', startOffer);
    const first = await answer('jens', approve(request));
    expect(first).toMatchObject({ outcome: 'recorded', request: { state: 'open' } });
    const half = await office.item('C-1');
    expect(half.record.offers).toHaveLength(1);
    expect(half.pendingFor).toEqual(['functional-lead', 'functional-lead@nord']);

    expect(await answer('lars', approve(request))).toMatchObject({
      outcome: 'recorded',
      request: { state: 'approved' },
    });
    const planned = (await office.item('C-1')).record.offers?.find(({ id }) => id === 'o2');
    expect(planned).toMatchObject({ status: 'planned', starts: '2026-05-04' });
    expect(planned?.signOffs?.map(({ rule, by }) => `${rule} ${by}`).toSorted()).toEqual([
      'RULE-1 lars',
      'RULE-2 jens',
    ]);
  });

  test('a lead’s remark is no exception from the plan, so it is kept with the request only', async () => {
    const { request } = await office.asked('C-1');
    await answer('lone', approve(request, { reason: 'Fint' }));
    const item = await office.item('C-1');
    expect(item.requests[0]?.ended?.reason).toBe('Fint');
    expect(item.record.offers?.[0]?.signOffs?.[0]).not.toHaveProperty('reason');
  });

  test('a second click of the same kind gets the final state', async () => {
    const { request } = await office.asked('C-1');
    await answer('lone', approve(request));
    const again = await answer('lone', approve(request));
    expect(again).toMatchObject({ outcome: 'already', request: { state: 'approved', ended: { by: 'lone' } } });
    expect((await office.item('C-1')).audit).toHaveLength(4);
  });

  test('somebody else’s late click is told that it is decided, and by whom', async () => {
    const { request } = await office.asked('C-1');
    await answer('lone', approve(request));
    const late = await answer('lars', decline(request, 'Nej'));
    expect(late).toMatchObject({ outcome: 'refused', why: 'ended', request: { ended: { by: 'lone' } } });
  });
});

describe('Declining', () => {
  test('needs a reason', async () => {
    const { request } = await office.asked('C-1');
    for (const reason of [undefined, '', '  '])
      expect(await answer('lone', decline(request, reason))).toMatchObject({
        outcome: 'refused',
        why: 'reason-missing',
      });
    expect((await office.request('C-1')).state).toBe('open');
  });

  test('ends the request, leaves the offer’s end alone and keeps the refusal where the rules read it', async () => {
    const { request } = await office.asked('C-1');
    await answer('lone', decline(request, 'Der er ingen progression'));
    const item = await office.item('C-1');
    expect(item.requests[0]).toMatchObject({ state: 'rejected', ended: { reason: 'Der er ingen progression' } });
    expect(item.record.offers?.[0]).toMatchObject({
      ends: '2026-04-30',
      signOffs: [{ answer: 'declined', reason: 'Der er ingen progression', forEnd: '2026-05-31' }],
    });
  });

  test('lets go of what others had approved: half an approval counts for nothing', async () => {
    const { request } = await office.asked('C-1', extendOffer, { offers: [{ ...runningOffer, pricePerWeek: 4000 }] });
    await answer('jens', approve(request));
    expect((await office.item('C-1')).record.offers?.[0]?.signOffs).toHaveLength(1);
    await answer('lone', decline(request, 'For dyrt'));
    expect((await office.item('C-1')).record.offers?.[0]?.signOffs?.map(({ by }) => by)).toEqual(['lone']);
  });
});

describe('Who may answer', () => {
  test.each([
    ['the asker', 'kirsten', 'own-request'],
    ['a colleague without the role', 'mona', 'not-entitled'],
    ['a caseworker of another team', 'anders', 'unknown'],
  ])('%s may not', async (_, who, why) => {
    const { request } = await office.asked('C-1');
    expect(await answer(who, approve(request))).toMatchObject({ outcome: 'refused', why });
    expect((await office.request('C-1')).state).toBe('open');
  });

  test('a lead of another municipality does not even learn that the request exists', async () => {
    const { request } = await office.asked('C-1');
    const elsewhere = await openOffice(office.store, 'anderby');
    const lead = elsewhere.person('lone');
    for (const municipality of ['testby', 'anderby'])
      expect(await office.requests.answer(lead, { ...approve(request), municipality })).toEqual({
        outcome: 'refused',
        why: 'unknown',
      });
  });

  test('a role taken away after the card was sent counts no more', async () => {
    const { request } = await office.asked('C-1');
    const stored = await office.store.read('person', 'testby', 'lone');
    await office.store.replace('person', { ...office.person('lone'), roles: [] }, stored?.etag ?? '');
    expect(await answer('lone', approve(request))).toEqual({ outcome: 'refused', why: 'unknown' });
  });

  test('the lead’s substitute may, in the days of the substitution', async () => {
    const { request } = await office.asked('C-1');
    const stored = await office.store.read('person', 'testby', 'mona');
    const substituteFor = [{ person: 'lone', from: '2026-04-02', to: '2026-04-10' }];
    await office.store.replace('person', { ...office.person('mona'), substituteFor }, stored?.etag ?? '');
    expect(await answer('mona', approve(request))).toMatchObject({ why: 'not-entitled' });
    office.setDay('2026-04-02');
    expect(await answer('mona', approve(request))).toMatchObject({
      outcome: 'recorded',
      request: { state: 'approved' },
    });
    expect((await office.item('C-1')).record.offers?.[0]?.signOffs?.[0]).toMatchObject({
      by: 'mona',
      role: 'functional-lead',
    });
  });
});

describe('Facts that change while a request is open', () => {
  test('make a new revision: the click is refused, what was signed falls, the cards follow', async () => {
    const { request } = await office.asked('C-1', extendOffer, { offers: [{ ...runningOffer, pricePerWeek: 4000 }] });
    await answer('jens', approve(request));
    await office.setPrice('C-1', 4200);
    const click = await answer('lone', approve(request));
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

    expect(await answer('lone', approve(request))).toMatchObject({ why: 'stale' });
    const now = await office.request('C-1');
    await answer('jens', approve(now));
    expect(await answer('lone', approve(now))).toMatchObject({ outcome: 'recorded', request: { state: 'approved' } });
  });

  test('that want one more sign-off bring their signer a card', async () => {
    const { request } = await office.asked('C-1');
    await office.setPrice('C-1', 4000);
    await answer('lone', approve(request));
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
    const click = await answer('lone', approve(request));
    expect(click).toMatchObject({ outcome: 'refused', why: 'stale', request: { state: 'overtaken' } });
    expect((await office.item('C-1')).record.offers?.[0]?.ends).toBe('2026-04-30');
  });

  test('a day that passes is no change of facts', async () => {
    const { request } = await office.asked('C-1');
    office.setDay('2026-04-10');
    expect(await answer('lone', approve(request))).toMatchObject({ outcome: 'recorded' });
  });
});

describe('The end of a request by itself', () => {
  test('its last day still counts; a click the day after ends it visibly', async () => {
    const first = await office.asked('C-1');
    const second = await office.asked('C-2');
    office.setDay('2026-04-15');
    expect(await answer('lone', approve(first.request))).toMatchObject({ outcome: 'recorded' });
    office.setDay('2026-04-16');
    const late = await answer('lone', approve(second.request));
    expect(late).toMatchObject({ outcome: 'refused', why: 'ended', request: { state: 'expired' } });
    expect((await office.item('C-2')).outbox.at(-1)).toMatchObject({ to: { person: 'kirsten' }, what: 'post' });
  });

  test('the daily run ends what has run out, and nothing else', async () => {
    await office.asked('C-1');
    office.setDay('2026-04-05');
    await office.asked('C-2');
    office.setDay('2026-04-16');
    expect(await office.requests.expireDue('testby', '2026-04-16')).toBe(1);
    expect((await office.request('C-1')).state).toBe('expired');
    expect((await office.request('C-2')).state).toBe('open');
    expect(await office.requests.expireDue('testby', '2026-04-16')).toBe(0);
  });

  test('the asker takes it back; nobody else can', async () => {
    const { request } = await office.asked('C-1');
    const name = { municipality: 'testby', requestId: request.id };
    expect(await office.requests.withdraw(office.person('mona'), name)).toMatchObject({ why: 'not-entitled' });
    const kirsten = office.person('kirsten');
    expect(await office.requests.withdraw(kirsten, name)).toMatchObject({ request: { state: 'withdrawn' } });
    expect(await office.requests.withdraw(kirsten, name)).toMatchObject({ outcome: 'already' });
    expect(await answer('lone', approve(request))).toMatchObject({ why: 'ended' });
  });

  test('after it the same can be asked again', async () => {
    const { request } = await office.asked('C-1');
    office.setDay('2026-04-16');
    const again = await office.requests.ask(office.person('kirsten'), request.decisionId);
    expect(again).toMatchObject({ outcome: 'created', request: { id: 'testby~C-1~r2' } });
    expect((await office.item('C-1')).requests.map(({ state }) => state)).toEqual(['expired', 'open']);
  });
});
