import { afterEach, describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';
import { orderOfMeans, quarterlyInterview } from '../../../test/support/testby-more.ts';
import { testbyShelf } from '../../../test/support/testby.ts';
import type { DecisionView, View } from '../../cards/views.ts';
import type { Case } from '../../contract/case.ts';
import { createJudge } from '../../judge.ts';

let office: TalkingOffice;
afterEach(() => office.store.close());

const open = async (rules: string, record: Partial<Case> = {}): Promise<void> => {
  const shelf = testbyShelf(rules);
  office = await openTalk(createJudge(shelf), [], shelf);
  await office.cases.add(caseRecord('testby', 'C-1', { citizen: { name: 'Torben Vindfelt' }, ...record }));
};

const decision = (view: View): DecisionView => {
  if (view.view !== 'decision') throw new Error(`a ${view.view}: ${view.headline.title}`);
  return view;
};
const ask = async (
  text = 'Hvad er næste skridt for Torben Vindfelt?',
  where: 'channel' | 'personal' = 'personal',
  language: 'da' | 'en' = 'da',
) => decision(await office.say('kirsten', text, where, language));

describe('The next step in a case', () => {
  test('is the plan’s order, numbered, each step with its place in the plan', async () => {
    await open(orderOfMeans);
    const view = await ask();
    expect(view.headline).toMatchObject({
      title: 'Næste skridt efter planen',
      about: 'C-1 · Torben Vindfelt – næste skridt',
    });
    expect(view.steps).toEqual([
      { symbol: '1', text: 'Først: et job.', place: 'TST-10 · Opdigtet plan, linje 30' },
      { symbol: '2', text: 'Dernæst: praktik.', place: 'TST-10 · Opdigtet plan, linje 30' },
    ]);
    expect(view.ways).toEqual([]);
    expect(view.actions.map(({ title }) => title)).toEqual(['Vis TST-10', 'Frister i sagen']);
  });

  test('names what has passed first, and what runs', async () => {
    await open(`${orderOfMeans}${quarterlyInterview}`);
    const view = await ask();
    expect(view.headline).toMatchObject({
      tone: 'attention',
      title: 'Næste skridt efter planen – og 1 frist er overskredet',
    });
    expect(view.dates).toMatchObject([{ label: 'Samtale', date: '1. september 2025', tone: 'attention' }]);
    expect(view.running).toEqual([
      { symbol: '▶', text: 'vejledning og opkvalificering, 2. februar 2026 – 30. april 2026' },
    ]);
  });

  test('says that nothing runs where nothing does', async () => {
    await open(orderOfMeans, { offers: [] });
    expect((await ask()).running).toEqual([{ symbol: '○', text: 'Ingen tilbud i sagen er i gang.' }]);
  });

  test('says that the plan is silent where it gives no order', async () => {
    await open(quarterlyInterview);
    const view = await ask();
    expect(view.headline.title).toBe('Planen giver ingen rækkefølge her – men 1 frist er overskredet');
    expect(view.findings.map(({ text }) => text)).toEqual([
      'Ingen regel i kommunens plan handler om det her. Loven gælder som ellers.',
    ]);
    expect(view.steps).toEqual([]);
  });

  test('leaves a receipt', async () => {
    await open(orderOfMeans);
    const { reference = '' } = await ask();
    const read = await office.receipts.read('testby', reference.slice(reference.lastIndexOf(' ') + 1));
    expect(read?.facts?.question).toEqual({ kind: 'next-step' });
  });

  test('is asked for in English by the case number', async () => {
    await open(orderOfMeans);
    await office.cases.add(caseRecord('testby', 'TST-2026-00001'));
    const found = await ask('what should I do next in TST-2026-00001?', 'personal', 'en');
    expect(found.headline.title).toBe("Next step in the plan's order");
    expect(found.steps?.map(({ text }) => text)).toEqual(['First: a job.', 'Then: an internship.']);
  });

  test('is no more than the case number where others read along', async () => {
    await open(`${orderOfMeans}${quarterlyInterview}`);
    await office.cases.add(caseRecord('testby', 'TST-2026-00001', { citizen: { name: 'Torben Vindfelt' } }));
    const view = await ask('hvad er næste skridt i TST-2026-00001?', 'channel');
    expect(view.headline.about).toBe('TST-2026-00001 – næste skridt');
    expect(view.headline.title).toContain('1 frist er overskredet');
    expect(JSON.stringify(view)).not.toMatch(/Vindfelt|Først: et job|Samtale|o1/);
  });
});
