import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { TOO_DEAR } from '../../test/support/fake-judge.ts';
import { type Office, extendOffer, openOffice, runningOffer } from '../../test/support/office.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice(createSqliteStore(':memory:'));
});
afterEach(() => office.store.close());

const tooDear = { ...runningOffer, pricePerWeek: TOO_DEAR + 1 };

/** Asks for an exception in a new case whose offer is too dear, as Kirsten. */
const asked = async (caseId: string, why?: string) => {
  const decision = await office.decided(caseId, extendOffer, { offers: [tooDear] });
  const put = await office.requests.ask(office.person('kirsten'), decision, {
    exception: true,
    ...(why !== undefined && { why }),
  });
  if (put.outcome === 'refused') throw new Error(`asking was refused: ${put.why}`);
  return put.request;
};

test('An exception gathers an assessment for the rule that says no, and the approvals needed besides', async () => {
  const request = await asked('C-1', ' Hun er lige ved at være i mål. ');
  expect(request.why).toBe('Hun er lige ved at være i mål.');
  expect(request.needs).toEqual([
    { rule: 'RULE-9', form: 'assessment', roles: ['functional-lead'], exception: true },
    { rule: 'RULE-1', form: 'discussion', roles: ['functional-lead'] },
    { rule: 'RULE-2', form: 'assessment', roles: ['job-consultant'] },
  ]);
});

test('It is made only with a reason, which stands on the exception alone', async () => {
  const request = await asked('C-1');
  expect(await office.approve('lone', request)).toMatchObject({ why: 'exception-reason-missing' });
  expect(await office.approve('lone', request, { reason: '  ' })).toMatchObject({ why: 'exception-reason-missing' });
  const made = await office.approve('lone', request, { reason: 'Kun otte uger til eksamen' });
  expect(made).toMatchObject({ outcome: 'recorded', request: { state: 'open' } });
  await office.approve('jens', request);
  const item = await office.item('C-1');
  expect(item.requests[0]?.state).toBe('approved');
  expect(item.record.offers?.[0]?.ends).toBe('2026-05-31');
  expect(item.record.offers?.[0]?.signOffs?.map(({ rule, reason }) => [rule, reason])).toEqual([
    ['RULE-9', 'Kun otte uger til eksamen'],
    ['RULE-1', undefined],
    ['RULE-2', undefined],
  ]);
  const judged = office.judge(item.record, { ...extendOffer }, [], office.today());
  expect('outcome' in judged && judged.outcome).toBe('allowed');
});

test('Refused it leaves the no as it was', async () => {
  const request = await asked('C-1');
  expect(await office.decline('lone', request, 'Det er for dyrt')).toMatchObject({ request: { state: 'rejected' } });
  const item = await office.item('C-1');
  expect(item.record.offers?.[0]?.ends).toBe('2026-04-30');
});

test('Nobody gets one by asking for an approval, nor an approval by asking for an exception', async () => {
  const decision = await office.decided('C-1', extendOffer, { offers: [tooDear] });
  expect(await office.requests.ask(office.person('kirsten'), decision)).toMatchObject({ why: 'nothing-to-approve' });
  const other = await office.decided('C-2');
  const put = await office.requests.ask(office.person('kirsten'), other, { exception: true });
  expect(put).toMatchObject({ why: 'nothing-to-approve' });
});

test('Where no end was named it is for the latest the rules could allow', async () => {
  const decision = await office.decided('C-1', { kind: 'extend-offer', offerId: 'o1' }, { offers: [tooDear] });
  const put = await office.requests.ask(office.person('kirsten'), decision, { exception: true });
  expect(put.outcome === 'created' && put.request.question).toMatchObject({ until: '2026-05-31' });
});

test('When the rules no longer say no it asks for what they need now', async () => {
  await asked('C-1');
  await office.setPrice('C-1', 2000);
  await office.requests.tendCase('testby', 'C-1');
  const request = await office.request('C-1');
  expect(request).toMatchObject({ state: 'open', revision: 2 });
  expect(request.needs.map(({ rule, exception }) => [rule, exception])).toEqual([['RULE-1', undefined]]);
});

test('While the rules go on saying no for the same reasons it stays as it is', async () => {
  await asked('C-1');
  const before = await office.item('C-1');
  await office.requests.tendCase('testby', 'C-1');
  expect(await office.item('C-1')).toEqual(before);
});
