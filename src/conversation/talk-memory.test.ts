import { describe, expect, test } from '@jest/globals';
import { moveOn } from './talk-memory.ts';

const talk = { id: 't', municipality: 'testby', on: '2026-04-01', caseId: 'C-1', offerId: 'o1', decisionId: 'd1' };

describe('What a talk has settled', () => {
  test('stays until something else is said', () => {
    expect(moveOn(talk, { lastIntent: 'case', caseId: 'C-1' })).toEqual({ ...talk, lastIntent: 'case' });
  });

  test('of one case is forgotten with the next, whose offers may have the same ids', () => {
    expect(moveOn(talk, { caseId: 'C-2' })).toEqual({
      id: 't',
      municipality: 'testby',
      on: '2026-04-01',
      caseId: 'C-2',
      caseBefore: 'C-1',
    });
    expect(moveOn(talk, { caseId: 'C-2', offerId: 'o7' })).toMatchObject({ offerId: 'o7' });
  });

  test('of what was asked for is forgotten with an answer that asks for nothing', () => {
    const asking = { ...talk, asked: 'offer.pricePerWeek' };
    expect(moveOn(asking, { lastIntent: 'rule' })).not.toHaveProperty('asked');
    expect(moveOn(asking, {})).toMatchObject({ asked: 'offer.pricePerWeek' });
    expect(moveOn(asking, { lastIntent: 'case', asked: 'caseId' })).toMatchObject({ asked: 'caseId' });
  });

  test('is forgotten on request, and its identity never', () => {
    expect(moveOn(talk, { offerId: null, decisionId: null })).not.toHaveProperty('offerId');
    expect(moveOn(talk, {})).toMatchObject({ id: 't', municipality: 'testby', on: '2026-04-01' });
  });
});
