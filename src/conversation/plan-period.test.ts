import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord, runningOffer } from '../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../test/support/talk.ts';
import { testbyShelf } from '../../test/support/testby.ts';
import { createJudge } from '../judge.ts';

/** The plan of the invented municipality holds for 2026. */
const LAST_DAY = '2026-12-31';
const ENDED = 'sluttede 31. december 2026';

let office: TalkingOffice;
beforeEach(async () => {
  const judge = createJudge(testbyShelf());
  office = await openTalk(judge);
  const guidance = { ...runningOffer, starts: '2026-11-02', ends: '2027-02-28', pricePerWeek: 2500 };
  await office.cases.add(caseRecord('testby', 'C-1', { citizen: { name: 'Torben Vindfelt' }, offers: [guidance] }));
});
afterEach(() => office.store.close());

/** Everything that can be asked of the rules, and the view that answers it. */
const questions: [string, string][] = [
  [
    'whether an offer can be extended',
    'Må jeg forlænge vejledning og opkvalificering for Torben Vindfelt til 31. marts 2027?',
  ],
  ['whether an offer can start', 'Må Torben Vindfelt starte i virksomhedspraktik fra 4. januar til 31. januar 2027?'],
  ['whether an offer can go on', 'Kan vejledning og opkvalificering for Torben Vindfelt fortsætte?'],
  ['what is due in a case', 'Hvilke frister er der for Torben Vindfelt?'],
  ['the next step in a case', 'Hvad er næste skridt for Torben Vindfelt?'],
  ['a rule', 'Hvad siger TST-03?'],
  ['what the rules say of something', 'Hvad siger reglerne om virksomhedspraktik?'],
  ['the colour of an offer', 'Hvilken farve har øvrig vejledning for kontanthjælp til 2.500 kr om ugen?'],
];

describe('An answer about', () => {
  test.each(questions)('%s says that the plan’s period has ended, from the day after its last', async (_what, text) => {
    office.setDay(LAST_DAY);
    expect(JSON.stringify(await office.say('kirsten', text))).not.toContain(ENDED);
    office.setDay('2027-01-01');
    const inTheBox = { notes: expect.arrayContaining([expect.stringContaining(ENDED)]) };
    expect(await office.say('kirsten', text)).toMatchObject(inTheBox);
  });

  test.each(questions)('%s before the first plan is none, and names its first day', async (_what, text) => {
    office.setDay('2025-12-31');
    const answer = JSON.stringify(await office.say('kirsten', text));
    expect(answer).toContain('Jeg kan ikke svare for den dato');
    expect(answer).toContain('1. januar 2026');
    expect(answer).not.toMatch(/TST-0|svarets nummer/i);
  });
});

test('A request that a lead decides on after the plan’s period says so, and a question back does not', async () => {
  office.setDay('2027-01-04');
  const start = 'Må Torben Vindfelt starte i øvrig vejledning fra 11. januar til 31. januar 2027 til 2.500 kr om ugen?';
  const card = await office.say('kirsten', start);
  const asked = JSON.stringify(await office.press('kirsten', card, 'request-approval'));
  expect(asked).toContain(ENDED);
  expect(JSON.stringify(await office.say('kirsten', 'Hvilken farve har Vandresporet?'))).not.toContain(ENDED);
});
