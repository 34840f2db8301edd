import { afterEach, describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';
import { groups } from '../../../test/support/testby-more.ts';
import { testbyShelf } from '../../../test/support/testby.ts';
import type { SegmentsView, View } from '../../cards/views.ts';
import type { Case } from '../../contract/case.ts';

let office: TalkingOffice;
afterEach(() => office.store.close());

const open = async (rules = groups): Promise<void> => {
  office = await openTalk(undefined, [], testbyShelf(rules));
  await office.store.create('team', { id: 'nord', municipality: 'testby', name: 'Team Nordby', leads: [] });
  await office.store.create('team', { id: 'syd', municipality: 'testby', name: 'Team Sydby', leads: [] });
};

let numbered = 0;
const add = async (count: number, record: Partial<Case> = {}): Promise<void> => {
  for (let nth = 0; nth < count; nth += 1)
    await office.cases.add(caseRecord('testby', `C-${(numbered += 1)}`, { caseworker: 'mona', ...record }));
};
const fresh: Partial<Case> = { benefit: { type: 'kontanthjaelp', since: '2026-03-15' } };
const ready: Partial<Case> = { readiness: { category: 'jobparat', since: '2025-08-01' } };

const segments = (view: View): SegmentsView => {
  if (view.view !== 'segments') throw new Error(`a ${view.view}: ${view.headline.title}`);
  return view;
};
const ask = async (who: string, text: string, where?: 'channel') => segments(await office.say(who, text, where));
const counts = ({ rows }: SegmentsView) => rows.map(({ name, count }) => `${name}: ${count}`);

describe('How many citizens are in the plan’s groups', () => {
  test('is told to a caseworker for their team, closed cases left out', async () => {
    await open();
    await add(12, fresh);
    await add(6, ready);
    await add(1, { ...fresh, status: 'closed' });
    await add(5, { ...fresh, team: 'syd' });
    const view = await ask('kirsten', 'segmentrapport');
    expect(counts(view)).toEqual(['nye borgere: 12 borgere', 'jobklare: 6 borgere']);
    expect(view.headline).toMatchObject({
      title: 'Planens grupper – 18 åbne sager',
      about: 'Team: Team Nordby · 1. april 2026',
    });
    expect(view.rows.map(({ bar }) => bar?.filled.length)).toEqual([16, 8]);
    expect(view.rows[0]).toMatchObject({
      statement: 'Nye borgere har fået ydelse siden marts 2026.',
      place: 'TST-20 · Opdigtet plan, linje 40',
    });
  });

  test('is told to a lead for the municipality, or for the team they name', async () => {
    await open();
    await add(6, fresh);
    await add(7, { ...fresh, team: 'syd' });
    const all = await ask('lars', 'hvor mange er i hver gruppe?');
    expect(counts(all)[0]).toBe('nye borgere: 13 borgere');
    expect(all.headline.about).toBe('Testby Kommune · 1. april 2026');
    expect(counts(await ask('lars', 'segmentrapport for team sydby'))[0]).toBe('nye borgere: 7 borgere');
    for (const said of ['i teamet Sydby', 'i Sydbysteamet', 'i Sydby-teamet'])
      expect((await ask('lars', `hvor mange er i hver gruppe ${said}?`)).headline.about).toContain('Team: Team Sydby');
  });

  test('is not told of another team, nor to roles without a say in it', async () => {
    await open();
    const other = await office.say('kirsten', 'segmentrapport for team sydby');
    expect(other).toMatchObject({ view: 'message', paragraphs: ['Du kan spørge om Team Nordby.'] });
    const none = await office.say('kirsten', 'segmentrapport for team vestby');
    expect(JSON.stringify(none).replaceAll('vestby', 'sydby')).toBe(JSON.stringify(other));
    expect((await office.say('jens', 'segmentrapport')).headline.title).toContain('Din rolle giver ikke adgang');
  });

  test('names no number below five, and then no whole it could be worked out from', async () => {
    await open();
    await add(9, fresh);
    await add(4, ready);
    const view = await ask('kirsten', 'segmentrapport');
    expect(counts(view)).toEqual(['nye borgere: 9 borgere', 'jobklare: under 5 borgere']);
    expect(view.rows[1]?.bar).toBeUndefined();
    expect(view.headline.title).toBe('Planens grupper');
    expect(JSON.stringify(view)).not.toMatch(/\b(?:4|13) /);
  });

  test('tells of citizens in none of the groups, and in more than one', async () => {
    await open();
    await add(6, { ...fresh, ...ready });
    await add(7);
    expect((await ask('kirsten', 'segmentrapport')).notes).toEqual([
      'En borger kan være i flere af grupperne.',
      '7 borgere er ikke i nogen af grupperne.',
    ]);
  });

  test('is told as it is of one’s own cases, but not where others read along', async () => {
    await open();
    await add(2, { ...fresh, caseworker: 'kirsten' });
    await add(8, fresh);
    expect(counts(await ask('kirsten', 'hvor mange af mine borgere er i hver gruppe?'))[0]).toBe(
      'nye borgere: 2 borgere',
    );
    const aloud = await ask('kirsten', 'hvor mange af mine borgere er i hver gruppe?', 'channel');
    expect(counts(aloud)[0]).toBe('nye borgere: under 5 borgere');
  });

  test('of one group is the answer, and of one benefit only that is counted', async () => {
    await open();
    await add(6, fresh);
    await add(5, { benefit: { type: 'sygedagpenge', since: '2026-03-20' } });
    const view = await ask('kirsten', 'segmentrapport over nye borgere på kontanthjælp');
    expect(view.headline.title).toBe('Der er 6 borgere i gruppen »nye borgere«');
    expect(view.notes).toContain('Kun borgere, hvor ydelsen er Kontanthjælp.');
  });

  test('on another day is not known: the cases stand as they do today', async () => {
    await open();
    expect((await ask('kirsten', 'segmentrapport pr. 1. marts')).notes).toContain(
      'Jeg kan kun tælle, som sagerne står i dag.',
    );
  });

  test('is nothing where the plan has no groups', async () => {
    await open('');
    const view = await office.say('kirsten', 'segmentrapport');
    expect(view).toMatchObject({ view: 'message', headline: { title: 'Planen deler ikke borgerne i grupper' } });
  });
});

describe('A case', () => {
  test('shows the plan’s groups its citizen is in, with their places', async () => {
    await open();
    await office.cases.add(caseRecord('testby', 'TST-2026-00001', { ...fresh, ...ready }));
    const view = await office.say('kirsten', 'vis TST-2026-00001');
    expect(view).toMatchObject({
      view: 'message',
      lines: expect.arrayContaining([
        { symbol: 'i', text: 'Gruppe: nye borgere', place: 'TST-20 · Opdigtet plan, linje 40' },
        { symbol: 'i', text: 'Gruppe: jobklare', place: 'TST-21 · Opdigtet plan, linje 41' },
      ]),
    });
    expect(JSON.stringify(await office.say('kirsten', 'vis TST-2026-00001', 'channel'))).not.toContain('Gruppe');
  });

  test('shows none where the plan has none', async () => {
    await open('');
    await office.cases.add(caseRecord('testby', 'TST-2026-00001', { ...fresh, ...ready }));
    expect(JSON.stringify(await office.say('kirsten', 'vis TST-2026-00001'))).not.toContain('Gruppe');
  });
});
