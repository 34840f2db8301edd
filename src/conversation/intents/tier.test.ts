import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { caseRecord } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk(undefined, [
    { id: 'vejen', name: 'Vejen Frem', kind: 'guidance', tiers: { kontanthjaelp: 'green', sygedagpenge: 'red' } },
  ]);
  await office.cases.add(caseRecord('testby', 'C-1', { citizen: { name: 'Torben Vindfelt' } }));
});
afterEach(() => office.store.close());

const answer = async (text: string, where?: 'channel') =>
  JSON.stringify(await office.say('kirsten', text, where)).replaceAll('\u00a0', ' ');

test('The colour of an offer for a group is told in words', async () => {
  expect(await answer('Hvilken farve har Vejen Frem for sygedagpenge?')).toContain('Vejen Frem: Rød – Sygedagpenge');
});

test('Where the colour turns on the price, the limit is told; at a price, the colour', async () => {
  expect(await answer('Hvilken farve har Vejen Frem for kontanthjælp?')).toContain('grænsen er 2.000 kr. om ugen');
  const dear = await answer('Hvilken farve har Vejen Frem for kontanthjælp til 2.500 kr om ugen?');
  expect(dear).toContain('Vejen Frem: Gul – Kontanthjælp');
  expect(dear).toContain('TST-03');
});

test('Without a group it is told for all of them, those alike together', async () => {
  const all = await answer('Hvilken farve har Vejen Frem?');
  expect(all).toContain('Rød – Sygedagpenge');
  expect(all).toContain('Ingen farve i reglerne eller kataloget – A-dagpenge');
});

test('The group of the case in talk is used and named, but not where others read along', async () => {
  await office.say('kirsten', 'Hvilke frister er der for Torben Vindfelt?');
  expect(await answer('Hvilken farve har Vejen Frem?')).toContain('Det handler om C-1 · Torben Vindfelt.');
  await office.say('kirsten', 'Hvilke frister er der i C-1?', 'channel');
  expect(await answer('Hvilken farve har Vejen Frem?', 'channel')).not.toContain('C-1');
});
