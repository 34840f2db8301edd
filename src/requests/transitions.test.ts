import { describe, expect, test } from '@jest/globals';
import { caseRecord, extendOffer, runningOffer, staffOf } from '../../test/support/office.ts';
import { auditIntact } from '../cases/audit.ts';
import { type CaseItem, caseItem } from '../cases/case-item.ts';
import type { ApprovalRequest } from './request.ts';
import { posts } from './rows.ts';
import { type Answer, answered, closed, opened, revised } from './transitions.ts';

const at = '2026-04-01T10:00:00.000Z';
const staff = staffOf('testby');
const named = (...ids: string[]) => staff.filter(({ id }) => ids.includes(id));
/** Has not opened the bot yet. */
const lone = { id: 'lone', name: 'Lone Opdigtet', municipality: 'testby', roles: [] };
const [asker] = named('kirsten');
const moment = { at, today: '2026-04-01', ...(asker && { asker }) };

const emptyCase = (): CaseItem =>
  caseItem(caseRecord('testby', 'C-1'), { requests: [], agenda: [], outbox: [], audit: [] });

const opening = (overrides: Partial<ApprovalRequest> = {}) =>
  opened(
    emptyCase(),
    {
      question: extendOffer,
      decisionId: 'testby~C-1~d1',
      factsHash: 'h1',
      askedBy: 'kirsten',
      askedAt: at,
      expiresOn: '2026-04-15',
      needs: [
        { rule: 'RULE-1', form: 'discussion', roles: ['functional-lead'] },
        { rule: 'RULE-2', form: 'assessment', roles: ['job-consultant'] },
      ],
      cards: [],
      ...overrides,
    },
    named('lone', 'jens'),
  );

const approval = (by: string, ...rules: string[]): Answer => ({
  by,
  answer: 'approved',
  signs: rules.map((rule) => ({ rule, as: { role: 'functional-lead' } })),
  key: `key-${by}`,
});

const signers = ({ record }: CaseItem) => record.offers?.[0]?.signOffs?.map(({ by }) => by) ?? [];

describe('A request', () => {
  test('stays open while a sign-off is missing, and the offer keeps its end', () => {
    const { item, request } = opening();
    const half = answered(item, request, approval('lone', 'RULE-1'), moment);
    expect(half.request.state).toBe('open');
    expect(half.request.needs.map(({ given }) => given?.by)).toEqual(['lone', undefined]);
    expect(half.item.record.offers?.[0]?.ends).toBe('2026-04-30');
    expect(signers(half.item)).toEqual([]);
  });

  test('is approved by one person who may give every sign-off', () => {
    const { item, request } = opening();
    const whole = answered(item, request, approval('lone', 'RULE-1', 'RULE-2'), moment);
    expect(whole.request.state).toBe('approved');
    expect(whole.item.record.offers?.[0]?.ends).toBe('2026-05-31');
    expect(signers(whole.item)).toEqual(['lone', 'lone']);
  });

  test.each(['withdrawn', 'expired', 'overtaken'] as const)('%s leaves no half approval in the record', (state) => {
    const { item, request } = opening();
    const half = answered(item, request, approval('lone', 'RULE-1'), moment);
    const end = closed(half.item, half.request, state, moment);
    expect(end.item.record.offers).toEqual([runningOffer]);
    expect(end.request.needs[0]?.given?.by).toBe('lone');
    expect(end.request.ended?.by).toBe(state === 'withdrawn' ? 'kirsten' : undefined);
  });

  test('leaves older sign-offs of the offer alone when its own fall', () => {
    const older = {
      rule: 'RULE-1',
      by: 'lars',
      role: 'functional-lead',
      on: '2026-02-01',
      answer: 'approved',
    } as const;
    const { item, request } = opening();
    const before = { ...item, record: { ...item.record, offers: [{ ...runningOffer, signOffs: [older] }] } };
    const half = answered(before, request, approval('lone', 'RULE-1'), moment);
    expect(signers(half.item)).toEqual(['lars']);
    expect(signers(closed(half.item, half.request, 'expired', moment).item)).toEqual(['lars']);
  });

  test('a new revision takes back what was signed and names what changed', () => {
    const { item, request } = opening();
    const half = answered(item, request, approval('lone', 'RULE-1'), moment);
    const pin = {
      decisionId: 'testby~C-1~d2',
      factsHash: 'h2',
      needs: request.needs,
      expiresOn: '2026-04-15',
      changed: ['offer.pricePerWeek'],
    };
    const next = revised(half.item, half.request, pin, named('lone', 'jens'), at);
    expect(next.request).toMatchObject({ revision: 2, decisionId: 'testby~C-1~d2', changed: ['offer.pricePerWeek'] });
    expect(next.request.needs.every(({ given }) => given === undefined)).toBe(true);
    expect(signers(next.item)).toEqual([]);
  });

  test('every posted card follows each step, and no row takes the place of another', () => {
    const card = { conversationId: 'chat-lone', activityId: 'a1', person: 'lone', face: 'lead' } as const;
    const { item, request } = opening({ cards: [card] });
    const half = answered(item, request, approval('lone', 'RULE-1'), moment);
    const whole = answered(half.item, half.request, approval('jens', 'RULE-2'), moment);
    const edited = whole.item.outbox.filter(({ what }) => what === 'edit');
    expect(edited.map(({ activityId, to }) => [activityId, to])).toEqual([
      ['a1', { person: 'lone' }],
      ['a1', { person: 'lone' }],
    ]);
    expect(new Set(whole.item.outbox.map(({ id }) => id)).size).toBe(whole.item.outbox.length);
  });

  test('a card that waits for somebody’s first contact is not sent once there is nothing left to decide', () => {
    const { item, request } = opening();
    // The relay found no address and took the time of the next try away.
    const outbox = posts(request, [lone], 'lead', at).map(({ sendAt: _sendAt, ...row }) => row);
    const waiting = { ...item, outbox };
    const end = closed(waiting, request, 'expired', moment);
    expect(end.item.outbox.map(({ to, card }) => [to, card.face])).toEqual([[{ person: 'kirsten' }, 'asker']]);
  });

  test('its history is chained and holds neither reasons nor values', () => {
    const { item, request } = opening();
    const answer: Answer = { ...approval('lone', 'RULE-1'), answer: 'declined', reason: 'Borgeren er syg' };
    const { item: end } = answered(item, request, answer, moment);
    expect(end.audit.map(({ what }) => what)).toEqual(['request-opened', 'sign-off-declined', 'request-rejected']);
    expect(auditIntact(end.audit)).toBe(true);
    expect(JSON.stringify(end.audit)).not.toContain('syg');
  });
});
