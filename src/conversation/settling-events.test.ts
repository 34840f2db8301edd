import { expect, test } from '@jest/globals';
import { caseRecord, runningOffer } from '../../test/support/office.ts';
import { testbyShelf } from '../../test/support/testby.ts';
import { createJudge } from '../judge.ts';
import { settlingEvents } from './settling-events.ts';

const rule = (id: string, deadline: string) => `
  - id: ${id}
    statement: { da: Det gøres., en: It is done. }
    source: { section: Frister, line: 31 }
    deadline:
      name: { da: Frist, en: Deadline }
      ${deadline.trim()}
`;
const event = (type: string, more = '') =>
  `{ exists: events, where: { all: [{ fact: its.type, is: ${type} }, { fact: its.on, onOrAfter: 2026-03-01 }${more}] } }`;
const judge = createJudge(
  testbyShelf(
    [
      rule('TST-61', `when: true\n      due: 2026-03-10\n      met: ${event('contact')}`),
      rule('TST-62', `when: true\n      due: 2026-03-10`),
      rule(
        'TST-63',
        `when: true\n      undated: true\n      met: ${event('interview', ', { fact: its.vacanciesTold, is: true }')}`,
      ),
      rule(
        'TST-64',
        `each: offers\n      when: true\n      due: 2026-03-10\n      met: { recorded: offer.followUps.on }`,
      ),
    ].join(''),
  ),
);
const bench = { judge, catalogue: [], today: '2026-04-01' };
const record = caseRecord('testby', 'C-1', { offers: [runningOffer] });

test('An entry is settled by the event that its rule asks for', () => {
  expect(settlingEvents(bench, record, { rule: 'TST-61' })).toEqual(['contact']);
});

test('An event on a day that does not count settles nothing', () => {
  expect(settlingEvents(bench, record, { rule: 'TST-61' }, '2026-02-28')).toEqual([]);
});

test('What no event changes has none', () => {
  expect(settlingEvents(bench, record, { rule: 'TST-62' })).toEqual([]);
});

test('An event counts that settles it only with what it brought', () => {
  expect(settlingEvents(bench, record, { rule: 'TST-63' })).toEqual(['interview']);
});

test('The follow-up of an offer settles the entry of that offer', () => {
  expect(settlingEvents(bench, record, { rule: 'TST-64', offerId: 'o1' })).toEqual(['follow-up']);
});
