import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fakeJudge } from '../../test/support/fake-judge.ts';
import { type Office, caseRecord, extendOffer, openOffice, runningOffer } from '../../test/support/office.ts';
import type { AgendaEntry } from '../agenda/entry.ts';
import type { CaseItem } from '../cases/case-item.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { extensionsToDiscuss, firstDecidedFirst, requestsToDiscuss } from './to-discuss.ts';

const TODAY = '2026-04-01';
const UNTIL = '2026-04-29';
const judge = fakeJudge({ requestExpiresOn: '2026-04-20', ownCaseworkerMay: ['RULE-1'] });
const bench = { judge, catalogue: [] };

let office: Office;
beforeEach(async () => {
  office = await openOffice(createSqliteStore(':memory:'), 'testby', judge);
});
afterEach(() => office.store.close());

describe('An open request', () => {
  test('has to be discussed by its last day, under the rules that say so', async () => {
    const { request } = await office.asked('C-1', extendOffer, { offers: [{ ...runningOffer, pricePerWeek: 4000 }] });
    const [found, ...more] = requestsToDiscuss(await office.item('C-1'), TODAY, bench);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ request: { id: request.id }, by: '2026-04-20', missing: [], moved: false });
    // The job consultant's assessment is none.
    expect(found?.discussions.map(({ rule }) => rule)).toEqual(['RULE-1']);
    expect(found?.ownCaseworkerMay).toEqual(['RULE-1']);
  });

  test('has not once it has been discussed, has ended, or its last day has passed', async () => {
    const { request } = await office.asked('C-1', extendOffer, { offers: [{ ...runningOffer, pricePerWeek: 4000 }] });
    expect(requestsToDiscuss(await office.item('C-1'), '2026-04-21', bench)).toEqual([]);
    await office.approve('lone', request);
    expect((await office.request('C-1')).state).toBe('open');
    expect(requestsToDiscuss(await office.item('C-1'), TODAY, bench)).toEqual([]);
    const other = await office.asked('C-2');
    await office.decline('lone', other.request, 'Nej');
    expect(requestsToDiscuss(await office.item('C-2'), TODAY, bench)).toEqual([]);
  });

  test('says that the case has moved on when the rules would not want its sign-offs any more', async () => {
    await office.asked('C-1');
    await office.setPrice('C-1', 9000);
    expect(requestsToDiscuss(await office.item('C-1'), TODAY, bench)).toMatchObject([{ moved: true }]);
  });
});

describe('An extension nobody has asked approval for', () => {
  const withEntry = async (more: Partial<AgendaEntry> = {}): Promise<CaseItem> => {
    await office.cases.add(caseRecord('testby', 'C-1'));
    const entry = {
      rule: 'RULE-9',
      name: { da: 'Frist', en: 'Deadline' },
      due: '2026-04-20',
      met: false,
      offerId: 'o1',
    };
    return { ...(await office.item('C-1')), agenda: [{ ...entry, ...more }] };
  };

  test('has to be discussed when its offer has something due within the weeks asked about', async () => {
    expect(extensionsToDiscuss(await withEntry(), TODAY, UNTIL, bench)).toMatchObject([
      {
        question: { kind: 'extend-offer', offerId: 'o1', until: '2026-05-31' },
        discussions: [{ rule: 'RULE-1', form: 'discussion', roles: ['functional-lead'] }],
        by: '2026-04-20',
        moved: false,
      },
    ]);
  });

  test.each([
    ['its entry is met', { met: true }],
    ['its entry is due later', { due: '2026-04-30' }],
    ['the entry is of another offer', { offerId: 'o9' }],
  ])('has not when %s', async (_why, entry) => {
    expect(extensionsToDiscuss(await withEntry(entry), TODAY, UNTIL, bench)).toEqual([]);
  });

  test('has not when it could be decided later, or no longer', async () => {
    const item = await withEntry();
    expect(extensionsToDiscuss(item, TODAY, '2026-04-20', bench)).toHaveLength(1);
    expect(
      extensionsToDiscuss(
        { ...item, agenda: item.agenda.map((entry) => ({ ...entry, due: TODAY })) },
        TODAY,
        '2026-04-19',
        bench,
      ),
    ).toEqual([]);
    expect(extensionsToDiscuss(item, '2026-04-21', UNTIL, bench)).toEqual([]);
  });

  test('has not when the rules say no, the case is closed or a request is open already', async () => {
    const item = await withEntry();
    const dear = { ...item.record, offers: [{ ...runningOffer, pricePerWeek: 9000 }] };
    expect(extensionsToDiscuss({ ...item, record: dear }, TODAY, UNTIL, bench)).toEqual([]);
    expect(extensionsToDiscuss({ ...item, status: 'closed' }, TODAY, UNTIL, bench)).toEqual([]);
    await office.asked('C-2');
    const asked = { ...(await office.item('C-2')), agenda: item.agenda };
    expect(extensionsToDiscuss(asked, TODAY, UNTIL, bench)).toEqual([]);
  });

  test('tells what is missing, and no end date while it is', async () => {
    const asking: typeof judge = (...asked) => ({ ...judge(...asked), outcome: 'needs-info', missing: ['offer.goal'] });
    const [found] = extensionsToDiscuss(await withEntry(), TODAY, UNTIL, { ...bench, judge: asking });
    expect(found).toMatchObject({ missing: ['offer.goal'], question: { kind: 'extend-offer', offerId: 'o1' } });
    expect(found?.question).not.toHaveProperty('until');
  });
});

test('What has to be decided first stands first, what has no last day last', async () => {
  await office.asked('C-1');
  const [one] = requestsToDiscuss(await office.item('C-1'), TODAY, bench);
  if (one === undefined) throw new Error('there is nothing to discuss');
  const { by: _, ...undated } = one;
  const order = firstDecidedFirst([undated, { ...one, by: '2026-05-01' }, { ...one, by: '2026-04-01' }]);
  expect(order.map(({ by }) => by)).toEqual(['2026-04-01', '2026-05-01', undefined]);
});

describe('Minutes of a discussion', () => {
  const dear = { offers: [{ ...runningOffer, pricePerWeek: 4000 }] };

  test('sign the discussion and nothing else, once', async () => {
    const { request } = await office.asked('C-1', extendOffer, dear);
    expect(await office.approve('jens', request, { form: 'discussion' })).toMatchObject({ why: 'not-entitled' });
    const signed = await office.approve('lone', request, { form: 'discussion' });
    expect(signed).toMatchObject({ outcome: 'recorded', request: { state: 'open' } });
    expect(await office.approve('lone', request, { form: 'discussion' })).toMatchObject({ outcome: 'already' });
    expect((await office.request('C-1')).needs.map(({ form, given }) => [form, given?.by])).toEqual([
      ['discussion', 'lone'],
      ['assessment', undefined],
    ]);
  });

  test('leave what else the same person may give for their click on the request', async () => {
    const both: typeof judge = (...asked) => {
      const answer = judge(...asked);
      if ('notBefore' in answer) return answer;
      return {
        ...answer,
        approvals: answer.approvals.map((approval) => ({ ...approval, roles: ['functional-lead'] })),
      };
    };
    await office.store.close();
    office = await openOffice(createSqliteStore(':memory:'), 'testby', both);
    const { request } = await office.asked('C-1', extendOffer, dear);
    await office.approve('lone', request, { form: 'discussion' });
    expect(await office.request('C-1')).toMatchObject({ state: 'open' });
    expect(await office.approve('lone', request)).toMatchObject({
      outcome: 'recorded',
      request: { state: 'approved' },
    });
  });
});
