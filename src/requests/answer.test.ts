import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Office, extendOffer, openOffice, runningOffer } from '../../test/support/office.ts';
import { auditIntact } from '../cases/audit.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice(createSqliteStore(':memory:'));
});
afterEach(() => office.store.close());

const startOffer = {
  kind: 'start-offer',
  offer: { id: 'o2', kind: 'guidance', starts: '2026-05-04', ends: '2026-07-31', pricePerWeek: 4000 },
} as const;

describe('Approving', () => {
  test('extends the offer, keeps the sign-off for that end, and tells everybody', async () => {
    const decision = await office.decided('C-1');
    const place = { conversationId: 'chat-kirsten', activityId: 'a1' };
    const asked = await office.requests.ask(office.person('kirsten'), decision, { place });
    if (asked.outcome === 'refused') throw new Error(asked.why);
    const answered = await office.approve('lone', asked.request);
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
    const first = await office.approve('jens', request);
    expect(first).toMatchObject({ outcome: 'recorded', request: { state: 'open' } });
    const half = await office.item('C-1');
    expect(half.record.offers).toHaveLength(1);
    expect(half.pendingFor).toEqual(['functional-lead', 'functional-lead@nord']);

    expect(await office.approve('lars', request)).toMatchObject({
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
    await office.approve('lone', request, { reason: 'Fint' });
    const item = await office.item('C-1');
    expect(item.requests[0]?.needs[0]?.remark).toBe('Fint');
    expect(item.record.offers?.[0]?.signOffs?.[0]).not.toHaveProperty('reason');
  });

  test('a second click of the same kind gets the final state', async () => {
    const { request } = await office.asked('C-1');
    await office.approve('lone', request);
    const again = await office.approve('lone', request);
    expect(again).toMatchObject({ outcome: 'already', request: { state: 'approved', ended: { by: 'lone' } } });
    expect((await office.item('C-1')).audit).toHaveLength(4);
  });

  test('somebody else’s late click is told that it is decided, and by whom', async () => {
    const { request } = await office.asked('C-1');
    await office.approve('lone', request);
    const late = await office.decline('lars', request, 'Nej');
    expect(late).toMatchObject({ outcome: 'refused', why: 'ended', request: { ended: { by: 'lone' } } });
  });
});

describe('Declining', () => {
  test('what somebody else has approved meanwhile is refused: nobody is told that they have answered who has not', async () => {
    const { request } = await office.asked('C-1', extendOffer, { offers: [{ ...runningOffer, pricePerWeek: 4000 }] });
    await office.approve('lone', request);
    const late = await office.decline('lars', request, 'For dyrt');
    expect(late).toMatchObject({ outcome: 'refused', why: 'answered-by-other', request: { state: 'open' } });
    expect(await office.approve('lars', request)).toMatchObject({ why: 'answered-by-other' });
    expect((await office.request('C-1')).clicks).toHaveLength(1);
    // Who approved it, on the other hand, has answered, whatever they click now.
    expect(await office.decline('lone', request, 'Alligevel ikke')).toMatchObject({ outcome: 'already' });
  });

  test('needs a reason', async () => {
    const { request } = await office.asked('C-1');
    for (const reason of [undefined, '', '  '])
      expect(await office.decline('lone', request, reason)).toMatchObject({
        outcome: 'refused',
        why: 'reason-missing',
      });
    expect((await office.request('C-1')).state).toBe('open');
  });

  test('ends the request, leaves the offer’s end alone and keeps the refusal where the rules read it', async () => {
    const { request } = await office.asked('C-1');
    await office.decline('lone', request, 'Der er ingen progression');
    const item = await office.item('C-1');
    expect(item.requests[0]).toMatchObject({ state: 'rejected', ended: { reason: 'Der er ingen progression' } });
    expect(item.record.offers?.[0]).toMatchObject({
      ends: '2026-04-30',
      signOffs: [{ answer: 'declined', reason: 'Der er ingen progression', forEnd: '2026-05-31' }],
    });
  });

  test('lets go of what others had approved: half an approval counts for nothing', async () => {
    const { request } = await office.asked('C-1', extendOffer, { offers: [{ ...runningOffer, pricePerWeek: 4000 }] });
    await office.approve('jens', request);
    expect((await office.item('C-1')).record.offers?.[0]?.signOffs).toBeUndefined();
    await office.decline('lone', request, 'For dyrt');
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
    expect(await office.approve(who, request)).toMatchObject({ outcome: 'refused', why });
    expect((await office.request('C-1')).state).toBe('open');
  });

  test('a lead of another municipality does not even learn that the request exists', async () => {
    const { request } = await office.asked('C-1');
    const elsewhere = await openOffice(office.store, 'anderby');
    const lead = elsewhere.person('lone');
    for (const municipality of ['testby', 'anderby'])
      expect(
        await office.requests.answer(lead, {
          municipality,
          requestId: request.id,
          revision: 1,
          answer: 'approved',
        }),
      ).toEqual({
        outcome: 'refused',
        why: 'unknown',
      });
  });

  test('a role taken away after the card was sent counts no more', async () => {
    const { request } = await office.asked('C-1');
    const stored = await office.store.read('person', 'testby', 'lone');
    await office.store.replace('person', { ...office.person('lone'), roles: [] }, stored?.etag ?? '');
    expect(await office.approve('lone', request)).toEqual({ outcome: 'refused', why: 'unknown' });
  });

  test('the lead’s substitute may, in the days of the substitution', async () => {
    const { request } = await office.asked('C-1');
    const stored = await office.store.read('person', 'testby', 'mona');
    const substituteFor = [{ person: 'lone', from: '2026-04-02', to: '2026-04-10' }];
    await office.store.replace('person', { ...office.person('mona'), substituteFor }, stored?.etag ?? '');
    expect(await office.approve('mona', request)).toMatchObject({ why: 'not-entitled' });
    office.setDay('2026-04-02');
    expect(await office.approve('mona', request)).toMatchObject({
      outcome: 'recorded',
      request: { state: 'approved' },
    });
    expect((await office.item('C-1')).record.offers?.[0]?.signOffs?.[0]).toMatchObject({
      by: 'mona',
      role: 'functional-lead',
    });
  });
});
