import { afterEach, describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';
import { caseItem } from '../../cases/case-item.ts';
import type { Case } from '../../contract/case.ts';

let office: TalkingOffice;
afterEach(() => office.store.close());

const add = async (id: string, name: string, more: Partial<Case> = {}) => {
  const record = caseRecord('testby', id, { citizen: { name }, ...more });
  await office.store.create('case', caseItem(record, { requests: [], agenda: [], outbox: [], audit: [] }));
};
const elsewhere = { team: 'syd', caseworker: 'anders' };
const many = async (count: number, name: (n: number) => string, more: Partial<Case> = {}) => {
  for (let n = 0; n < count; n++) await add(`B-${String(n).padStart(4, '0')}`, name(n), more);
};
const ask = (who: string) => office.say('kirsten', `Hvilke frister er der for ${who}?`);

describe('Namesakes in a large municipality', () => {
  test('are all found behind hundreds of others whose names only begin alike', async () => {
    office = await openTalk();
    await many(301, () => 'Meta Fjernholt', elsewhere);
    await add('A-1', 'Mette Vindfelt');
    await add('Z-1', 'Mette Vindfelt', { caseworker: 'mona' });
    const view = await ask('Mette');
    expect(view.actions.map(({ title }) => title)).toEqual(['A-1 · Mette Vindfelt', 'Z-1 · Mette Vindfelt']);
  });

  test('are not guessed at when there are more than can be read: the case number is needed', async () => {
    office = await openTalk();
    await many(301, () => 'Mette Fjernholt', elsewhere);
    const view = await ask('Mette');
    expect(view).toMatchObject({ view: 'message', headline: { title: 'Hvilken sag gælder det?' }, actions: [] });
    expect(JSON.stringify(view)).toContain('Skriv sagsnummeret');
  });

  test('are one’s own where there are more than can be read', async () => {
    office = await openTalk();
    await add('A-1', 'Mette Vindfelt');
    await many(301, () => 'Mette Fjernholt', elsewhere);
    expect((await ask('Mette')).headline.about).toBe('A-1 · Mette Vindfelt');
  });

  test('are told apart by a rarer word of the name', async () => {
    office = await openTalk();
    await add('A-1', 'Mette Vindfelt');
    await many(301, () => 'Mette Fjernholt', elsewhere);
    expect((await ask('Mette Vindfelt')).headline.about).toBe('A-1 · Mette Vindfelt');
  });

  test('more than fifty are no choice: the surname or the case number is asked for', async () => {
    office = await openTalk();
    await many(51, (n) => `Mette Vindfelt${String.fromCharCode(97 + (n % 26))}`);
    const view = await ask('Mette');
    expect(view).toMatchObject({ view: 'message', inputs: [], actions: [] });
    expect(JSON.stringify(view)).toContain('51 at vælge imellem. Skriv efternavnet eller sagsnummeret');
    await add('Z-1', 'Mette Tornhøj');
    expect((await ask('Mette Tornhøj')).headline.about).toBe('Z-1 · Mette Tornhøj');
  });
});

test.each([
  ['a short name in the genitive', 'Bo Å', 'Bos'],
  ['a slip in the fourth letter', 'Torben Vindfelt', 'Torpen Vindfelt'],
  ['a slip in the third letter', 'Torben Vindfelt', 'vis sagen for Todben'],
  ['a slip in the second letter beside a surname', 'Torben Vindfelt', 'Trben Vindfelt'],
  ['a slip at the beginning of each word', 'Torben Vindfelt', 'Trben Vidfelt'],
  ['a slip in the second letter of one of their own cases', 'Torben Vindfelt', 'vis sagen for Trben', 'kirsten'],
  ['a middle name left out', 'Torben Åge Vindfelt', 'Torben Vindfelt'],
  ['the surname first', 'Torben Vindfelt', 'Vindfelt Torben'],
  ['an initial', 'Torben Åge Vindfelt', 'Torben V.'],
  ['another spelling and the genitive', 'Søren Ægirsen', 'Soeren Aegirsens'],
])('%s finds the case', async (_, name, asked, caseworker = 'mona') => {
  office = await openTalk();
  await add('A-1', name, { caseworker });
  expect((await ask(asked)).headline.about).toBe(`A-1 · ${name}`);
});

test('Whom somebody may not see is not found by name, and counts among no namesakes', async () => {
  office = await openTalk();
  await add('A-1', 'Mette Vindfelt', elsewhere);
  expect(JSON.stringify(await ask('Mette Vindfelt'))).not.toContain('A-1');
  await add('A-2', 'Mette Vindfelt');
  expect((await ask('Mette Vindfelt')).headline.about).toBe('A-2 · Mette Vindfelt');
});

test('a closed case stands behind an open one, and is found when it is the only one', async () => {
  office = await openTalk();
  await add('A-1', 'Mette Vindfelt', { status: 'closed' });
  expect((await ask('Mette Vindfelt')).headline.about).toBe('A-1 · Mette Vindfelt');
  await add('A-2', 'Mette Vindfelt');
  expect((await ask('Mette Vindfelt')).headline.about).toBe('A-2 · Mette Vindfelt');
});
