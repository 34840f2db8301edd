import { describe, expect, test } from '@jest/globals';
import type { Change } from './change.ts';
import { summary, table } from './table.ts';
import { addToTally, byWeight, emptyTally } from './tally.ts';

const change = (caseId: string, rules: string[], rest: Partial<Change> = {}): Change => ({
  ...{ caseId, question: 'start-offer', offerId: 'o1', part: 'answer', rules, before: 'allowed', after: 'not-yet' },
  ...rest,
});
const toNo = { turn: 'to a no', after: 'denied' } as const;
const deadline = { part: 'deadline' } as const;

describe('a tally', () => {
  test('counts a case once, whatever changes in it', () => {
    const tally = emptyTally();
    addToTally(tally, 10, [change('S-1', ['A'], toNo), change('S-1', ['A'], toNo), change('S-1', ['A'], deadline)]);
    addToTally(tally, 5, [change('S-2', ['A', 'B'])]);
    expect(tally).toMatchObject({ open: 15, cases: 2, toNo: 1, fromNo: 0 });
    expect(byWeight(tally)).toMatchObject([
      { rule: 'A', cases: 2, toNo: 1, otherAnswers: 1, deadlines: 1, all: 4 },
      { rule: 'B', cases: 1, toNo: 0, otherAnswers: 1, deadlines: 0, all: 1 },
    ]);
    expect(summary(tally)).toBe('15 open cases; something changes for 2: 1 get a no, 0 no longer get one');
  });

  test('names first the rules that say no to most, then those that no longer do, then by cases', () => {
    const tally = emptyTally();
    addToTally(tally, 5, [
      ...['S-1', 'S-2', 'S-3'].map((id) => change(id, ['many'])),
      ...['S-4', 'S-5'].map((id) => change(id, ['yes'], { turn: 'from a no' })),
      change('S-6', ['no'], toNo),
    ]);
    expect(byWeight(tally).map(({ rule }) => rule)).toEqual(['no', 'yes', 'many']);
  });

  test('keeps twenty changes a rule and counts the rest, so that it does not grow with the cases', () => {
    const tally = emptyTally();
    for (let nth = 0; nth < 5000; nth += 1) addToTally(tally, 1, [change(`S-${nth}`, ['A'])]);
    expect(byWeight(tally)).toMatchObject([{ all: 5000, changes: { length: 20 } }]);
  });

  test('shows first what turns to a no, however late it comes, then what turns from one', () => {
    const tally = emptyTally();
    for (let nth = 0; nth < 30; nth += 1) addToTally(tally, 1, [change(`S-${nth}`, ['A'])]);
    addToTally(tally, 2, [change('S-yes', ['A'], { turn: 'from a no' }), change('S-no', ['A'], toNo)]);
    const [sum] = byWeight(tally);
    expect(sum?.changes.map(({ caseId }) => caseId).slice(0, 4)).toEqual(['S-no', 'S-yes', 'S-0', 'S-1']);
  });
});

test('a table lets no character of a case id move the cursor', () => {
  const tally = emptyTally();
  addToTally(tally, 1, [change('S\u001B[2J\r1', ['A'])]);
  expect(table(tally, new Map()).join('\n')).toContain('S\uFFFD[2J\uFFFD1');
});
