import { expect, test } from '@jest/globals';
import { caseRecord } from '../../../test/support/office.ts';
import { judgeSaying } from '../../../test/support/talk.ts';
import type { Question } from '../../contract/question.ts';
import type { Judgement } from '../../rulebook/judgement.ts';
import { settlingFacts } from './settling-facts.ts';

/** RULE-1 wants two bidders, RULE-2 that paid work was considered. */
const judge = judgeSaying((_, question) => {
  const offer = question.kind === 'start-offer' ? question.offer : undefined;
  const bidders = new Set(offer?.bids?.map(({ provider }) => provider)).size;
  const open = [
    ...(bidders < 2 ? ['RULE-1'] : []),
    ...(offer?.assessment?.paidWorkConsidered === true ? [] : ['RULE-2']),
  ];
  const findings: Judgement['findings'] = open.map((rule) => ({
    rule,
    effect: 'requires',
    text: { text: { da: 'Gør det først.', en: 'Do that first.' }, values: {} },
    source: { document: 'Opdigtet plan', section: 'Principper', line: 1 },
    reads: [],
  }));
  return { outcome: open.length > 0 ? 'not-yet' : 'allowed', findings };
});
const judged = (question: Question): Judgement => {
  const judgement = judge(caseRecord('testby', 'C-1'), question, [], '2026-04-01');
  if ('notBefore' in judgement) throw new Error('no rulebook is in force');
  return judgement;
};
const offer = { id: 'o2', kind: 'guidance' as const, starts: '2026-05-04' };

test('What a "not yet" requires can be said to be done on the card: the rules tell by which facts', () => {
  expect(settlingFacts(judge, judged({ kind: 'start-offer', offer }))).toEqual([
    'offer.assessment.paidWorkConsidered',
    'offer.bids.first',
    'offer.bids.second',
  ]);
});

test('What is done already is not asked for again', () => {
  const bids = [{ provider: 'Nord' }, { provider: 'Syd' }];
  expect(settlingFacts(judge, judged({ kind: 'start-offer', offer: { ...offer, bids } }))).toEqual([
    'offer.assessment.paidWorkConsidered',
  ]);
  const done = { ...offer, bids, assessment: { paidWorkConsidered: true } };
  expect(settlingFacts(judge, judged({ kind: 'start-offer', offer: done }))).toEqual([]);
});
