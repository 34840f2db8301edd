import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { TOO_DEAR, fakeJudge } from '../../test/support/fake-judge.ts';
import { type Office, extendOffer, openOffice, runningOffer } from '../../test/support/office.ts';
import type { Case, Offer } from '../contract/case.ts';
import type { PersonItem } from '../store/items.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';

let office: Office;
const said: Parameters<typeof fakeJudge>[0] = {};
beforeEach(async () => {
  delete said.requestExpiresOn;
  delete said.ownCaseworkerMay;
  // As the rules do: what the case's own caseworker has signed counts for nothing.
  office = await openOffice(createSqliteStore(':memory:'), 'testby', (record, ...asked) =>
    fakeJudge(said)({ ...record, offers: (record.offers ?? []).map((offer) => byOthers(offer, record)) }, ...asked),
  );
});
afterEach(() => office.store.close());

const byOthers = (offer: Offer, { caseworker }: Case): Offer => ({
  ...offer,
  signOffs: (offer.signOffs ?? []).filter(({ by, rule }) => by !== caseworker || said.ownCaseworkerMay?.includes(rule)),
});

const dear = { ...runningOffer, pricePerWeek: 4000 };
const tooDear = { ...runningOffer, pricePerWeek: TOO_DEAR + 1 };

const change = (caseId: string, how: (record: Case) => Case) =>
  office.cases.change('testby', caseId, (item) => ({ item: { ...item, record: how(item.record) }, result: undefined }));
const setPerson = async (id: string, more: Partial<PersonItem>) => {
  const stored = await office.store.read('person', 'testby', id);
  if (stored === undefined) throw new Error(`${id} is there`);
  await office.store.replace('person', { ...stored.item, ...more }, stored.etag);
};
const asExpected = async (caseId: string) => {
  const { record } = await office.item(caseId);
  const judged = office.judge(record, extendOffer, [], office.today());
  return 'outcome' in judged ? judged.approvals.map(({ rule }) => rule) : [];
};

describe('What is signed in an open request', () => {
  test('counts for no other answer before the request is approved', async () => {
    const { request } = await office.asked('C-1', extendOffer, { offers: [dear] });
    await office.approve('lone', request);
    expect(await asExpected('C-1')).toEqual(['RULE-1', 'RULE-2']);
  });

  test('and not for another request: of one question there is one at most', async () => {
    const decision = await office.decided('C-1', extendOffer, { offers: [tooDear] });
    await office.requests.ask(office.person('kirsten'), decision, { exception: true });
    await office.approve('lone', await office.request('C-1'), { reason: 'Eksamen' });
    await change('C-1', (record) => ({ ...record, offers: [dear] }));
    const judged = office.judge((await office.item('C-1')).record, extendOffer, [], office.today());
    if ('notBefore' in judged) throw new Error('a rulebook is in force');
    const { id } = await office.receipts.record(judged, office.person('mona'));
    const again = await office.requests.ask(office.person('mona'), id);
    expect(again).toMatchObject({ outcome: 'already-open', request: { id: 'testby~C-1~r1', revision: 2 } });
    expect((await office.item('C-1')).requests).toHaveLength(1);
  });

  test('falls when whoever signed has become the case’s own caseworker', async () => {
    const { request } = await office.asked('C-1', extendOffer, { offers: [dear] });
    await office.approve('jens', request);
    await change('C-1', (record) => ({ ...record, caseworker: 'jens' }));
    await setPerson('mona', { roles: [{ role: 'functional-lead' }] });
    expect(await office.approve('lone', request)).toMatchObject({ why: 'stale', request: { revision: 2 } });
    expect((await office.request('C-1')).needs.every(({ given }) => given === undefined)).toBe(true);
  });

  test('leaves what is signed besides to whoever may sign it since', async () => {
    const { request } = await office.asked('C-1', extendOffer, { offers: [dear] });
    await office.approve('lone', request);
    const substituteFor = [{ person: 'jens', from: '2026-04-01', to: '2026-04-30' }];
    await setPerson('lone', { substituteFor });
    // The old card delivered again signs no more than it said.
    expect(await office.approve('lone', request, { signs: ['RULE-1'] })).toMatchObject({ outcome: 'already' });
    const signed = await office.approve('lone', request, { signs: ['RULE-2'] });
    expect(signed).toMatchObject({ outcome: 'recorded', request: { state: 'approved' } });
  });
});

describe('An open request', () => {
  test('follows the last day that the rules name, and is reminded of again', async () => {
    said.requestExpiresOn = '2026-04-20';
    await office.asked('C-1');
    office.setDay('2026-04-16');
    await office.requests.tendAll('testby');
    said.requestExpiresOn = '2026-04-30';
    await office.requests.tendAll('testby');
    const later = await office.request('C-1');
    expect(later).toMatchObject({ expiresOn: '2026-04-30', revision: 2 });
    expect(later.remindedOn).toBeUndefined();
    office.setDay('2026-04-28');
    await office.requests.tendAll('testby');
    const { outbox, requests } = await office.item('C-1');
    expect(requests[0]?.remindedOn).toBe('2026-04-28');
    // What was to remind of the state before has not gone out, and does not any more.
    expect(outbox.filter(({ card }) => card.reminder === true).map(({ to }) => to)).toEqual([
      { person: 'lars' },
      { person: 'lone' },
    ]);
  });

  test('cannot be approved when the rules have come to name a day that has passed', async () => {
    said.requestExpiresOn = '2026-04-20';
    const { request } = await office.asked('C-1');
    office.setDay('2026-04-10');
    said.requestExpiresOn = '2026-04-03';
    expect(await office.approve('lone', request)).toMatchObject({
      why: 'ended',
      request: { state: 'expired', expiresOn: '2026-04-03' },
    });
  });

  test.each([
    [
      'the offer was stopped',
      (record: Case): Case => ({ ...record, offers: [{ ...runningOffer, status: 'stopped' }] }),
    ],
    ['the offer has ended', (record: Case): Case => ({ ...record, offers: [{ ...runningOffer, status: 'ended' }] })],
    ['the case was closed', (record: Case): Case => ({ ...record, status: 'closed' })],
  ])('is overtaken when %s', async (_what, how) => {
    const { request } = await office.asked('C-1');
    await change('C-1', how);
    expect(await office.approve('lone', request)).toMatchObject({ why: 'stale', request: { state: 'overtaken' } });
    expect((await office.item('C-1')).record.offers?.[0]?.ends).toBe('2026-04-30');
  });

  test('that another one has overtaken ends with it', async () => {
    await office.asked('C-1');
    const longer = { ...extendOffer, until: '2026-06-30' };
    const judged = office.judge((await office.item('C-1')).record, longer, [], office.today());
    if ('notBefore' in judged) throw new Error('a rulebook is in force');
    const { id } = await office.receipts.record(judged, office.person('kirsten'));
    const put = await office.requests.ask(office.person('kirsten'), id);
    if (put.outcome === 'refused') throw new Error(put.why);
    await office.approve('lone', put.request);
    expect((await office.item('C-1')).requests.map(({ state }) => state)).toEqual(['overtaken', 'approved']);
  });

  test('tells whoever asked of its end, unless they ended it or have left', async () => {
    const news = async (caseId: string) =>
      (await office.item(caseId)).outbox.filter(({ card }) => card.face === 'asker').length;
    const first = await office.asked('C-1');
    const second = await office.asked('C-2');
    await office.requests.withdraw(office.person('kirsten'), { municipality: 'testby', requestId: first.request.id });
    expect(await news('C-1')).toBe(0);
    await setPerson('kirsten', { to: '2026-03-31' });
    await office.approve('lone', second.request);
    expect(await news('C-2')).toBe(0);
  });

  test('goes to a lead who had its card as somebody who asks', async () => {
    await office.asked('C-1');
    const decision = (await office.request('C-1')).decisionId;
    const place = { conversationId: 'chat-mona', activityId: 'a1' };
    await office.requests.ask(office.person('mona'), decision, { place });
    await setPerson('mona', { roles: [{ role: 'functional-lead' }] });
    await office.requests.tendAll('testby');
    const rows = (await office.item('C-1')).outbox.filter(({ to }) => 'person' in to && to.person === 'mona');
    expect(rows.map(({ card }) => card.face)).toEqual(['lead']);
  });
});

test('A refused exception refuses no approval that was asked for besides', async () => {
  const decision = await office.decided('C-1', extendOffer, { offers: [tooDear] });
  await office.requests.ask(office.person('kirsten'), decision, { exception: true });
  await office.decline('lone', await office.request('C-1'), 'For dyrt');
  const { record } = await office.item('C-1');
  expect(record.offers?.[0]?.signOffs?.map(({ rule, answer }) => [rule, answer])).toEqual([['RULE-9', 'declined']]);
});

test('A reason that nobody can read is none', async () => {
  const { request } = await office.asked('C-1');
  for (const reason of ['', '  ', '\u200b', ' – '])
    expect(await office.decline('lone', request, reason)).toMatchObject({ why: 'reason-missing' });
});

test('Whose sign-off the case’s own caseworker may give is told from the answer with the exceptions made', async () => {
  said.ownCaseworkerMay = ['RULE-2'];
  await setPerson('kirsten', {
    roles: [
      { role: 'caseworker', team: 'nord' },
      { role: 'job-consultant', team: 'nord' },
    ],
  });
  const decision = await office.decided('C-1', extendOffer, { offers: [tooDear] });
  await office.requests.ask(office.person('mona'), decision, { exception: true });
  const half = await office.approve('kirsten', await office.request('C-1'));
  expect(half).toMatchObject({ outcome: 'recorded' });
  expect((await office.request('C-1')).needs.map(({ given }) => given?.by)).toEqual([undefined, undefined, 'kirsten']);
});
