import { describe, expect, test } from '@jest/globals';
import { caseItem } from '../../test/store/builders.ts';
import { edit, post, request } from '../../test/teams/relay-stage.ts';
import type { OutboxRow } from '../outbox/row.ts';
import { withoutRow } from './drop-row.ts';

const who = { by: 'runa', at: '2023-06-01T10:00:00.000Z', reason: 'left' };
const card = post('lone').card;
const without = (row: OutboxRow) =>
  withoutRow({ ...caseItem('testby', 'C-1', { requests: [request()] }), outbox: [row, post('lars')] }, row.id, who);

describe('a message that is taken away', () => {
  test('is gone, as the history tells, and no other is', () => {
    const item = without(post('lone'));
    expect(item?.outbox.map(({ id }) => id)).toEqual(['post~lars']);
    expect(item?.audit.at(-1)).toMatchObject({ by: 'runa', what: 'message-dropped', details: { person: 'lone' } });
  });

  test.each([
    ['the card that asks for a decision', post('lone'), ['lone']],
    ['a reminder', post('lone', { card: { ...card, reminder: true } }), undefined],
    ['the news for who asked', post('lone', { card: { ...card, face: 'asker' } }), undefined],
    ['an edit', edit('lone', 'a1'), undefined],
  ])('and was %s leaves nobody out of the request who need not be', (_what, row, cardless) => {
    expect(without(row)?.requests[0]?.cardless).toEqual(cardless);
  });

  test('and is not there changes nothing', () => {
    expect(withoutRow(caseItem('testby', 'C-1'), 'x', who)).toBeUndefined();
  });
});
