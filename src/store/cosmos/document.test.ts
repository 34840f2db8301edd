import { describe, expect, test } from '@jest/globals';
import { documentId, documentOf, partitionOf, storedOf } from './document.ts';

describe('The id of a document', () => {
  test.each(['S-1', 'a/b\\c?d#e', '..', 'a=2Fb', 'Åse Sørensen', '100 %', '😀'])(
    'for %j holds only characters the service takes, and can be turned back',
    (key) => {
      const id = documentId('case', key);
      expect(id).toMatch(/^case~[\w~!*'()=-]+$/);
      expect(decodeURIComponent(id.slice('case~'.length).replaceAll('=', '%'))).toBe(key);
    },
  );

  test('stays readable for ordinary ids', () => {
    expect(documentId('team', 'team-nord')).toBe('team~team-nord');
  });
});

describe('The partition', () => {
  test('of a case and of the small kinds is the municipality', () => {
    expect(partitionOf('case', 'testby', 'testby~S-1')).toBe('testby');
    expect(partitionOf('directory', 'directory', 'tenant~object')).toBe('directory');
  });

  test('of what grows with a case beside it is the municipality with the case', () => {
    expect(partitionOf('receipt', 'testby', 'testby~S-1~u1')).toBe('testby~S-1');
    expect(partitionOf('receipt-facts', 'testby', 'testby~S~1~u1')).toBe('testby~S~1');
    expect(partitionOf('history', 'testby', 'testby~S-1~000001')).toBe('testby~S-1');
    expect(partitionOf('past-request', 'testby', 'testby~S-1~r1')).toBe('testby~S-1');
  });

  test("is never another municipality's, whatever the decision id says", () => {
    expect(partitionOf('receipt', 'testby', 'naboby~S-1~u1')).toBe('testby');
  });
});

test('A matter stored before matters had an agenda is read as one whose agenda is still to be worked out', () => {
  const record = {
    id: 'M-1',
    municipality: 'testby',
    team: 'nord',
    kind: 'complaint',
    receivedAt: '2026-03-01T09:00Z',
  };
  const top = { id: 'M-1', municipality: 'testby', team: 'nord' };
  const item = { ...top, takenBy: [], record, agenda: [], taken: [] };
  expect(storedOf('matter', { item: record, _etag: '1' })).toEqual({ item, etag: '1' });
  expect(storedOf('matter', { item, _etag: '1' })).toEqual({ item, etag: '1' });
});

test('A talk ends by itself when its day and the next are over, and what is kept for longer never does', () => {
  const days = 86_400;
  const { ttl = 0 } = documentOf('talk', { id: 't', municipality: 'testby', on: '2026-01-01' });
  expect(ttl).toBeGreaterThan(2 * days);
  expect(documentOf('purge', { id: 'last', municipality: 'testby', on: '2026-01-01' })).not.toHaveProperty('ttl');
});
