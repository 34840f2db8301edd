import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { caseRecord } from '../test/support/office.ts';
import { openTalk, type TalkingOffice } from '../test/support/talk.ts';
import { quarterlyInterview } from '../test/support/testby-more.ts';
import { testbyShelf } from '../test/support/testby.ts';
import { digestId, type DigestJob } from './agenda/digest-job.ts';
import type { View } from './cards/views.ts';
import type { DueEntry } from './rulebook/judgement.ts';
import { createDigestCards } from './digest-card.ts';
import { createOwnList } from './own-list-card.ts';

/** Wednesday 1 April 2026. */
const TODAY = '2026-04-01';

const NOTHING = { counts: { overdue: 0, soon: 0, undated: 0 }, worst: [], open: [] };

const interview = (on: string): DueEntry => ({
  rule: 'TST-11',
  name: { da: 'Samtale', en: 'Interview' },
  due: on,
  dueSoonFrom: '2026-03-25',
  status: on < TODAY ? 'overdue' : 'due-soon',
  undated: false,
});

/** Of the cases by their number's end: the day on which the interview is due. */
const dueIn = new Map([
  ['C-1', '2026-03-20'],
  ['C-2', '2026-04-02'],
]);

let office: TalkingOffice;
beforeEach(async () => {
  const judged = ({ id }: { id: string }) => {
    const on = dueIn.get(id);
    return { deadlines: on === undefined ? [] : [interview(on)] };
  };
  office = await openTalk(judged, [], testbyShelf(quarterlyInterview));
});
afterEach(() => office.store.close());

const job = (person: string, more: Partial<DigestJob> = {}): DigestJob => ({
  id: digestId(TODAY, 'own', { person }),
  municipality: 'testby',
  day: TODAY,
  what: 'own',
  to: { person },
  plannedAt: `${TODAY}T05:30:00.000Z`,
  state: 'waiting',
  attempts: 0,
  ...more,
});

const listOf = async (who: string, language?: 'en') => {
  const make = createOwnList(office.services);
  const person = { ...office.person(who), ...(language !== undefined && { language }) };
  const { view, ...rest } = await make(job(who), person, []);
  if (view?.view !== 'message') throw new Error('no list');
  return { view, ...rest };
};

const pressAll = (who: string, view: View): Promise<View> => office.press(who, view, 'ask', {}, 'Vis alle');

test('A morning list greets, has what is most pressing of one’s own, and names the cases it is kept for', async () => {
  await office.cases.add(caseRecord('testby', 'C-1'));
  await office.cases.add(caseRecord('testby', 'C-2'));
  await office.cases.add(caseRecord('testby', 'C-3', { caseworker: 'mona' }));
  const { view, cases, shown } = await listOf('kirsten');
  expect(view.headline).toMatchObject({
    title: 'God morgen, kirsten: 1 over tiden og 1 forfalder snart',
    about: 'Din liste · onsdag den 1. april 2026',
    tone: 'attention',
  });
  expect(view.lines[0]).toMatchObject({
    text: 'C-1 · Mette Opdigtet: Samtale',
    date: 'senest 20. marts 2026',
    left: '12 dage over tiden',
  });
  expect(cases).toEqual(['C-1', 'C-2']);
  expect(shown.counts).toEqual({ overdue: 1, soon: 1, undated: 0 });
  expect((await pressAll('kirsten', view)).headline.title).toBe('1 over tiden og 1 forfalder snart');
  expect((await listOf('kirsten', 'en')).view.headline.title).toBe('Good morning, kirsten: 1 overdue and 1 due soon');
});

test('A list says what was handled since the last one, and which days had none', async () => {
  await office.cases.add(caseRecord('testby', 'C-1'));
  const earlier = {
    day: '2026-03-30',
    id: digestId('2026-03-30', 'own', { person: 'kirsten' }),
    state: 'sent',
  } as const;
  const shown = { counts: { overdue: 3, soon: 0, undated: 0 }, worst: [], open: ['a', 'b', 'c'] };
  await office.store.create('digest', job('kirsten', { ...earlier, shown }));
  const { view } = await listOf('kirsten');
  expect(view.paragraphs).toContain('Klaret siden mandag den 30. marts 2026: 3. Godt gået.');
  expect(view.notes).toEqual(['Der kom ingen liste tirsdag den 31. marts 2026.']);
});

test('On a quiet day it is one line, and can be stopped', async () => {
  const { view } = await listOf('anders');
  expect(view).toMatchObject({ headline: { tone: 'good' }, lines: [], paragraphs: [] });
  expect(view.actions.map(({ title }) => title)).toEqual(['Hvad haster i teamet?', 'Stop morgenlisten']);
  const stopped = await office.press('anders', view, 'ask', {}, 'Stop');
  expect(stopped.headline.title).not.toContain('forstod');
});

test('Whoever is asked for an approval is told how many wait, and where to see them', async () => {
  await office.store.close();
  office = await openTalk(() => ({
    outcome: 'needs-approval',
    approvals: [{ rule: 'RULE-1', form: 'agreement', roles: ['functional-lead'], status: 'open' }],
  }));
  await office.asked('C-9');
  const { view } = await listOf('lone');
  expect(view.paragraphs).toContain('1 anmodning venter på dig.');
  const waiting = await office.press('lone', view, 'ask', {}, 'Hvad venter');
  expect(waiting.headline.title).toContain('1');
});

test('Somebody who has left gets none', async () => {
  const gone = { ...office.person('kirsten'), to: '2026-03-31' };
  expect(await createOwnList(office.services)(job('kirsten'), gone, [])).not.toHaveProperty('view');
});

test('Nor does somebody who has no role any more in which one sees cases', async () => {
  await office.cases.add(caseRecord('testby', 'C-1'));
  const without = { ...office.person('kirsten'), roles: [{ role: 'admin' }] } as const;
  const { view, cases } = await createOwnList(office.services)(
    job('kirsten'),
    { ...without, roles: [...without.roles] },
    [],
  );
  expect([view, cases]).toEqual([undefined, []]);
});

test('That somebody is shown its cases is kept before it leaves, the same act however often it is tried', async () => {
  await office.cases.add(caseRecord('testby', 'C-1'));
  const kept: unknown[] = [];
  const { services } = office;
  const digestCards = createDigestCards({
    cards: { render: () => ({ card: { kept: kept.length }, summary: '' }) },
    say: services.say,
    services,
    access: { shown: async (showing, how, cases) => void kept.push([showing.person, showing.act, how, cases]) },
    clock: { now: () => Date.parse(`${TODAY}T05:30:05Z`) },
    personal: { own: createOwnList(services), week: async () => ({ cases: [], shown: NOTHING }) },
  });
  const reader = { person: office.person('kirsten') };
  for (const kind of ['first', 'again']) {
    const { message } = await digestCards.post(job('kirsten'), reader);
    expect({ kind, message }).toEqual({ kind, message: { card: { kept: kept.length }, summary: '' } });
  }
  const act = ['kirsten', job('kirsten').id, 'digest', ['C-1']];
  expect(kept).toEqual([act, act]);
});
