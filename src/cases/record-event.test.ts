import { describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../test/support/office.ts';
import type { CaseEvent } from '../contract/case.ts';
import type { CaseItem } from './case-item.ts';
import { caseItem } from './case-item.ts';
import { eventClicked, recordEvent, withoutEvent } from './record-event.ts';

const itemWith = (events: CaseEvent[] = []): CaseItem =>
  caseItem(caseRecord('testby', 'C-1', { events }), { requests: [], agenda: [], outbox: [], audit: [] });
const interview: CaseEvent = { type: 'interview', on: '2026-03-30' };
const recording = { by: 'kirsten', at: '2026-04-01T10:00:00Z', today: '2026-04-01', click: 'd1' };
const recorded = (item: CaseItem, event: CaseEvent, click = 'd1'): CaseItem => {
  const result = recordEvent(item, event, { ...recording, click });
  if ('refused' in result) throw new Error('it has happened');
  return result.item;
};

describe('Recording what happened in a case', () => {
  test('puts the event at the end, and tells the history who did and by which click', () => {
    const item = recorded(itemWith([{ type: 'contact', on: '2026-03-01' }]), interview);
    expect(item.record.events).toEqual([{ type: 'contact', on: '2026-03-01' }, interview]);
    expect(item.audit).toMatchObject([
      { by: 'kirsten', what: 'event-recorded', details: { event: 'interview', on: '2026-03-30', click: 'd1' } },
    ]);
  });

  test('changes nothing the second time, whichever click it is', () => {
    const once = recorded(itemWith(), interview);
    expect(recorded(once, interview)).toBe(once);
    expect(recorded(once, interview, 'd2')).toBe(once);
    expect(eventClicked(once, 'd1')).toBe(true);
    expect(eventClicked(once, 'd2')).toBe(false);
  });

  test('puts what is newly told to the event of that day, and keeps what was known of it', () => {
    const known = itemWith([{ ...interview, by: 'mona', repatriationInfo: true }]);
    expect(recorded(known, { ...interview, vacanciesTold: true }).record.events).toEqual([
      { ...interview, by: 'mona', repatriationInfo: true, vacanciesTold: true },
    ]);
    expect(recorded(known, interview)).toBe(known);
  });

  test('never undoes, by a late second delivery, what a later click has put right', () => {
    const first = recorded(itemWith(), { ...interview, vacanciesTold: true });
    const right = recorded(first, { ...interview, vacanciesTold: false }, 'd2');
    expect(recorded(right, { ...interview, vacanciesTold: true })).toBe(right);
  });

  test('puts a follow-up to the offer that was followed up, one a day', () => {
    const followUp: CaseEvent = { type: 'follow-up', on: '2026-03-30' };
    const shown = (item: CaseItem, click: string, more: { progress?: boolean; asAgreed?: boolean }): CaseItem => {
      const result = recordEvent(item, followUp, { ...recording, click }, { offerId: 'o1', ...more });
      if ('refused' in result) throw new Error('it has happened');
      return result.item;
    };
    const once = shown(itemWith(), 'd1', { progress: true });
    expect(once.record.offers?.[0]?.followUps).toEqual([{ on: '2026-03-30', progress: true }]);
    expect(shown(once, 'd1', { progress: false })).toBe(once);
    const { record } = shown(once, 'd2', { asAgreed: false });
    expect(record.offers?.[0]?.followUps).toEqual([{ on: '2026-03-30', progress: true, asAgreed: false }]);
    expect(record.events).toHaveLength(1);
  });

  test('takes today, and refuses a day that has not come', () => {
    expect(recorded(itemWith(), { type: 'contact', on: '2026-04-01' }).record.events).toHaveLength(1);
    expect(recordEvent(itemWith(), { type: 'contact', on: '2026-04-02' }, recording)).toEqual({ refused: 'future' });
  });

  test('the case without the event is the case before it', () => {
    const before = itemWith([{ type: 'contact', on: '2026-03-30' }]);
    expect(withoutEvent(recorded(before, interview).record, interview)).toEqual(before.record);
  });
});
