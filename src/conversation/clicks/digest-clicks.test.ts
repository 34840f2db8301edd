import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';
import { testbyShelf } from '../../../test/support/testby.ts';
import { enquiries } from '../../../test/support/testby-more.ts';
import type { DigestJob } from '../../agenda/digest-job.ts';
import type { DigestView, View } from '../../cards/views.ts';
import { createMatters } from '../../cases/matter-store.ts';
import type { Case } from '../../contract/case.ts';
import { createJudge, createJudgeMatter } from '../../judge.ts';
import type { Turn } from '../assistant.ts';

const deadline = (id: string, name: string, benefit: string, events: string[], openName = '') => `
  - id: ${id}
    statement: { da: Det gøres inden tre måneder., en: It is done within three months. }
    source: { section: Sygemeldte, line: 31 }
    deadline:
      name: { da: ${name}, en: ${name} }${openName && `\n      openName: { da: ${openName}, en: ${openName} }`}
      when: { fact: benefit.type, is: ${benefit} }
      due: { date: $benefit.since, plus: 3 months }
      met: ${events.length === 0 ? 'false' : `{ exists: events, where: { fact: its.type, in: [${events.join(', ')}] } }`}
`;
const shelf = testbyShelf(
  [
    deadline('TST-51', 'Samtale med den sygemeldte', 'sygedagpenge', ['interview'], 'Samtale'),
    deadline('TST-52', 'Kontakt', 'a-dagpenge', ['interview', 'contact']),
    deadline('TST-53', 'Tilbud', 'kontanthjaelp', []),
    deadline('TST-54', 'Dansk', 'integrationsydelse', ['danish-offered'], 'Undervisning'),
    enquiries,
  ].join(''),
);
const judge = createJudge(shelf);
const JOB = '2026-04-01~team~nord';
const YESTERDAY = '2026-03-31~team~nord';

let office: TalkingOffice;
const addCase = (id: string, type: Case['benefit']['type'], more: Partial<Case> = {}) =>
  office.cases.add(caseRecord('testby', id, { benefit: { type, since: '2025-12-10' }, offers: [], ...more }));
const postedDigest = (day: string, worst: string[]): DigestJob => ({
  id: `${day}~team~nord`,
  municipality: 'testby',
  day,
  what: 'team',
  to: { team: 'nord' },
  plannedAt: `${day}T05:30:00Z`,
  state: 'sent',
  attempts: 0,
  sentAt: `${day}T05:30:00Z`,
  card: { conversationId: 'channel', activityId: 'posted' },
  shown: {
    counts: { overdue: worst.length, soon: 0, undated: 0 },
    worst: worst.map((id) => ({ about: 'case', id, rule: 'TST-51', due: '2026-03-10' })),
    open: [],
  },
});

beforeEach(async () => {
  office = await openTalk((...asked) => judge(...asked), [], shelf);
  await office.store.create('team', { id: 'nord', municipality: 'testby', name: 'Team Nord', leads: [] });
  await addCase('TES-1', 'sygedagpenge');
  await addCase('TES-2', 'sygedagpenge', { caseworker: 'mona' });
  await office.store.create('digest', postedDigest('2026-04-01', ['TES-1', 'TES-2']));
});
afterEach(() => office.store.close());

const press = (who: string, verb: string, inputs: object = {}, digest = JOB) =>
  office.click(who, { verb, data: { digest, ...inputs } }, 'channel');
const entry = (id: string, rule = 'TST-51', due = '2026-03-10') => ({ entry: `case~${id}~${rule}~~${due}` });
const digestIn = (view: View): DigestView => {
  if (view.view !== 'digest') throw new Error(`no overview but ${JSON.stringify(view)}`);
  return view;
};
const rowOf = (view: View, id: string) => digestIn(view).rows.find(({ about }) => about.includes(id));
const noteOf = (view: View) => digestIn(view).inputsTitle ?? digestIn(view).notes[0];
const toRecord = async (view: View, who = 'kirsten', inputs: object = {}) => {
  const action = view.actions.find(({ verb }) => verb === 'digest-record');
  if (action === undefined) throw new Error(`nothing to record on ${JSON.stringify(view)}`);
  return office.click(who, { verb: action.verb, data: { ...action.data, ...inputs } }, 'channel');
};
const eventsOf = async (id: string) => (await office.item(id)).record.events ?? [];
/** What the own chat gets of a click where others read along. */
const withheld = async (verb: string, inputs: object) => {
  const turn: Turn = {
    person: office.person('kirsten'),
    language: 'da',
    conversation: { id: 'channel-all', type: 'channel' },
    activityId: 'a-9',
    ownChat: 'chat-kirsten',
    now: '2026-04-01T10:00:00Z',
    today: '2026-04-01',
  };
  return (await office.assistant.click(turn, { verb, data: { digest: JOB, ...inputs } })).withheld?.details;
};

describe('an overview in the channel', () => {
  test('names case, caseworker and what to do, but no citizen, and nothing that tells of their health', async () => {
    const view = await press('kirsten', 'digest-show');
    expect(view.headline.title).toBe('2 punkter er over tiden i Team Nord');
    expect(rowOf(view, 'TES-1')).toEqual({
      symbol: '✕',
      tone: 'attention',
      what: 'Samtale',
      left: '22 dage over tiden',
      about: 'TES-1 · kirsten Opdigtet',
      todo: 'Næste skridt: hold en samtale',
      rule: 'TST-51',
    });
    expect(JSON.stringify(view)).not.toMatch(/Mette|sygemeldt/i);
  });

  test('is not for somebody of another team', async () => {
    const view = await press('anders', 'digest-take', entry('TES-1'));
    expect(view.headline.title).toBe('Det kan du ikke her');
    expect((await office.item('TES-1')).taken).toBeUndefined();
  });

  test('of another day says which, and shows how it stands today', async () => {
    await office.store.create('digest', {
      ...postedDigest('2026-03-31', ['TES-7']),
      shown: { counts: { overdue: 1, soon: 0, undated: 0 }, worst: [], open: ['gone'] },
    });
    const view = digestIn(await press('kirsten', 'digest-show', {}, YESTERDAY));
    expect(view.notes).toEqual(['Kortet er fra tirsdag den 31. marts 2026. Her står, hvordan det ser ud i dag.']);
    expect(view.rows).toHaveLength(2);
    expect(view.since).toBe('Siden i går: 1 punkt er klaret eller faldet væk, 2 er kommet til.');
  });
});

describe('"Læg det tilbage"', () => {
  const verbs = (view: View) => view.actions.map(({ verb }) => verb);

  test('is there once something is taken, and lets somebody else take it', async () => {
    expect(verbs(await press('kirsten', 'digest-show'))).not.toContain('digest-let-go');
    expect(verbs(await press('kirsten', 'digest-take', entry('TES-1')))).toContain('digest-let-go');
    for (let delivered = 0; delivered < 2; delivered += 1) {
      const view = await press('kirsten', 'digest-let-go', entry('TES-1'));
      expect(noteOf(view)).toBe('Punktet i TES-1 er lagt tilbage, så en anden kan tage det.');
    }
    await press('mona', 'digest-take', entry('TES-1'));
    expect((await office.item('TES-1')).taken).toMatchObject([{ by: 'mona' }]);
  });

  test('is for whoever has taken it', async () => {
    await press('kirsten', 'digest-take', entry('TES-1'));
    const view = await press('mona', 'digest-let-go', entry('TES-1'));
    expect(noteOf(view)).toBe('kirsten Opdigtet har allerede taget punktet i TES-1.');
    expect((await office.item('TES-1')).taken).toMatchObject([{ by: 'kirsten' }]);
  });
});

describe('"Jeg tager det"', () => {
  test('says who sees to it, for everybody else too, and twice is once', async () => {
    await press('mona', 'digest-take', entry('TES-1'));
    const view = await press('mona', 'digest-take', entry('TES-1'));
    expect(noteOf(view)).toBe('Du har taget punktet i TES-1.');
    expect(rowOf(view, 'TES-1')?.taken).toBe('mona Opdigtet har taget det');
    expect((await office.item('TES-1')).takenBy).toEqual(['mona']);
    expect((await office.store.read('digest', 'testby', JOB))?.item.sendAt).toBe('2026-04-01T10:00:00Z');
    expect(noteOf(await press('kirsten', 'digest-take', entry('TES-1')))).toBe(
      'mona Opdigtet har allerede taget punktet i TES-1.',
    );
  });

  test('asks for an entry, and takes none that is not open or another team’s', async () => {
    await addCase('TES-9', 'sygedagpenge', { team: 'syd' });
    expect(noteOf(await press('kirsten', 'digest-take'))).toBe('Vælg først et punkt på listen.');
    for (const gone of [entry('TES-1', 'TST-52'), entry('TES-9'), entry('TES-404')])
      expect(noteOf(await press('kirsten', 'digest-take', gone))).toContain('er ikke åbent længere');
    expect((await office.item('TES-9')).taken).toBeUndefined();
  });
});

describe('"Markér som klaret"', () => {
  test('shows what will be recorded, and records it once however often the click comes', async () => {
    const check = await press('kirsten', 'digest-done', { ...entry('TES-1'), on: '2026-03-30' });
    expect(check.headline).toMatchObject({ title: 'Skal jeg registrere det?', about: 'TES-1' });
    expect(JSON.stringify(check)).toContain('Samtale med borgeren, mandag den 30. marts 2026');
    expect(await eventsOf('TES-1')).toEqual([]);
    const done = await toRecord(check);
    expect(await toRecord(check)).toEqual(done);
    expect(noteOf(done)).toBe('Registreret i TES-1: Samtale med borgeren, mandag den 30. marts 2026.');
    expect(rowOf(done, 'TES-1')).toMatchObject({ symbol: '✓', left: 'Klaret eller faldet væk i dag' });
    expect(done.headline.title).toBe('1 punkt er over tiden i Team Nord');
    expect(await eventsOf('TES-1')).toEqual([{ type: 'interview', on: '2026-03-30' }]);
    expect((await office.store.read('digest', 'testby', JOB))?.item.sendAt).toBe('2026-04-01T10:00:00Z');
  });

  test('asks which of several events it was', async () => {
    await addCase('TES-3', 'a-dagpenge');
    const check = await press('kirsten', 'digest-done', { ...entry('TES-3', 'TST-52'), on: '2026-04-01' });
    expect(check.view === 'message' && check.inputs).toMatchObject([
      { id: 'type', choices: [{ value: 'interview' }, { value: 'contact' }] },
    ]);
    expect(await toRecord(check)).toEqual(check);
    await toRecord(check, 'kirsten', { type: 'contact' });
    expect(await eventsOf('TES-3')).toEqual([{ type: 'contact', on: '2026-04-01' }]);
  });

  test.each([
    ['no day', {}, 'Vælg den dag, det skete. Så viser jeg, hvad der bliver registreret.'],
    ['a day to come', { on: '2026-04-02' }, /den dag er ikke kommet endnu/],
  ])('takes %s back to the overview', async (_, inputs, says) => {
    const view = await press('kirsten', 'digest-done', { ...entry('TES-1'), ...inputs });
    expect(noteOf(view)).toMatch(says);
    // What was chosen stays chosen.
    expect(digestIn(view).inputs[0]).toMatchObject({ id: 'entry', value: entry('TES-1').entry });
  });

  test('says so where no event settles it', async () => {
    await addCase('TES-4', 'kontanthjaelp');
    const view = await press('kirsten', 'digest-done', { ...entry('TES-4', 'TST-53'), on: '2026-04-01' });
    expect(noteOf(view)).toContain('bliver ikke klaret af en hændelse');
  });

  test('goes on in the own chat where the event itself tells of the citizen', async () => {
    await addCase('TES-5', 'integrationsydelse');
    const chosen = { ...entry('TES-5', 'TST-54'), on: '2026-04-01' };
    const here = await press('kirsten', 'digest-done', chosen);
    expect(noteOf(here)).toBe('Til TES-5 skal jeg spørge om noget, som kun hører hjemme i din egen chat.');
    expect(JSON.stringify(here)).not.toContain('Dansk');
    expect((await withheld('digest-done', chosen))?.headline).toMatchObject({
      title: 'Skal jeg registrere det?',
      about: 'TES-5 · Mette Opdigtet',
    });
  });

  test('records of an enquiry that it was answered', async () => {
    const clock = { now: () => Date.parse('2026-04-01T10:00:00Z') };
    const matters = createMatters({ store: office.store, judge: createJudgeMatter(shelf), clock });
    const matter = { id: 'K-1', municipality: 'testby', team: 'nord', kind: 'company-enquiry' } as const;
    await matters.add({ ...matter, receivedAt: '2026-03-30T09:00:00+02:00' });
    const list = await press('kirsten', 'digest-all', { by: 'rule', from: 0 });
    expect(JSON.stringify(list)).toContain('henvendelse K-1');
    const due = (await matters.read('testby', 'K-1'))?.item.agenda[0]?.due ?? '';
    const chosen = { entry: `matter~K-1~TST-30~~${due}` };
    expect(noteOf(await press('kirsten', 'digest-done', { ...chosen, on: '2026-03-29' }))).toContain('ikke modtaget');
    const done = await toRecord(await press('kirsten', 'digest-done', { ...chosen, on: '2026-03-31' }));
    expect(noteOf(done)).toBe('Registreret: K-1 blev besvaret tirsdag den 31. marts 2026.');
    expect((await matters.read('testby', 'K-1'))?.item.record.answeredAt).toMatch(/^2026-03-31/);
  });
});

test('"Spørg om det" answers in the own chat, and the channel hears only that', async () => {
  const here = await press('kirsten', 'digest-ask', entry('TES-1'));
  expect(noteOf(here)).toBe('Du har spurgt om TES-1.');
  expect((await withheld('digest-ask', entry('TES-1')))?.headline).toMatchObject({ title: '1 frist er overskredet' });
});

describe('"Vis alle"', () => {
  test('groups by caseworker or by rule, a page at a time', async () => {
    for (let number = 10; number < 40; number += 1) await addCase(`TES-${number}`, 'a-dagpenge');
    const list = digestIn(await press('kirsten', 'digest-all', { by: 'caseworker', from: 0 }));
    expect(list.groups.map(({ title, lines }) => [title, lines.length])).toEqual([['kirsten Opdigtet (31)', 25]]);
    expect(list.notes).toEqual(['Viser nr. 1–25 af 32.']);
    expect(list.actions.map(({ title }) => title)).toEqual(['Næste', 'Tilbage til overblikket']);
    const next = digestIn(await press('kirsten', 'digest-all', { by: 'caseworker', from: 25 }));
    expect(next.groups.map(({ title, lines }) => [title, lines.length])).toEqual([
      ['kirsten Opdigtet (31)', 6],
      ['mona Opdigtet (1)', 1],
    ]);
    const byRule = digestIn(await press('kirsten', 'digest-all', { by: 'rule', from: 0 }));
    expect(byRule.groups[0]).toMatchObject({ title: 'Kontakt · TST-52 (30)' });
    expect(byRule.groups[0]?.lines[0]).toMatchObject({
      label: 'TES-10 · kirsten Opdigtet',
      date: '22 dage over tiden',
    });
  });
});
