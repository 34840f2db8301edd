import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord, type Office, openOffice } from '../test/support/office.ts';
import { texts } from '../test/support/talk.ts';
import { quarterlyInterview } from '../test/support/testby-more.ts';
import { testbyShelf } from '../test/support/testby.ts';
import type { DigestJob } from './agenda/digest-job.ts';
import { plainText } from './cards/plain-text.ts';
import { sizeOf } from './cards/payload.ts';
import { createCards } from './cards/render.ts';
import { takeEntry } from './cases/take-entry.ts';
import { createDigestCards } from './digest-card.ts';
import { createJudge } from './judge.ts';
import type { Message } from './outbox/messenger.ts';
import type { DigestCards } from './outbox/digest-source.ts';
import { createDirectory } from './people/directory.ts';
import type { TeamItem } from './store/items.ts';
import { createSqliteStore } from './store/sqlite/sqlite-store.ts';

const shelf = testbyShelf(quarterlyInterview);
const judge = createJudge(shelf);
const cards = createCards(join(import.meta.dirname, '../cards'));
const team: TeamItem = { id: 'nord', municipality: 'testby', name: 'Team Nord', leads: [] };

let office: Office;
let now: string;
let shownPeople: string[];
let digests: DigestCards;
beforeEach(async () => {
  now = '2026-04-01T05:30:00Z';
  shownPeople = [];
  office = await openOffice(createSqliteStore(':memory:'), 'testby', judge);
  const { store } = office;
  const personal = async () => ({
    cases: ['TES-1'],
    shown: { counts: { overdue: 0, soon: 0, undated: 0 }, worst: [], open: [] },
  });
  digests = createDigestCards({
    cards,
    say: texts,
    services: { store, shelf, judge, directory: createDirectory({ store }) },
    access: { shown: async ({ person }) => void shownPeople.push(person) },
    clock: { now: () => Date.parse(now) },
    personal: {
      own: async (job, person, notes) => ({
        ...(await personal()),
        view: {
          view: 'message',
          headline: { symbol: 'i', title: person.name, tone: 'default' },
          paragraphs: notes,
          lines: [],
          inputs: [],
          actions: [],
        },
      }),
      week: personal,
    },
  });
});
afterEach(() => office.store.close());

const addCases = async (count: number, prefix = 'TES-2026-') => {
  for (let number = 1; number <= count; number += 1)
    await office.cases.add(
      caseRecord('testby', `${prefix}${number}`, { benefit: { type: 'kontanthjaelp', since: '2025-12-10' } }),
    );
};
const job = (more: Partial<DigestJob> = {}): DigestJob => ({
  id: '2026-04-01~team~nord',
  municipality: 'testby',
  day: '2026-04-01',
  what: 'team',
  to: { team: 'nord' },
  plannedAt: '2026-04-01T05:30:00Z',
  state: 'waiting',
  attempts: 0,
  ...more,
});
const textOf = (message: Message | undefined) => (message === undefined ? undefined : plainText(message.card));

describe("a team's card", () => {
  test('is one line on a quiet day, or nothing where the team wants none', async () => {
    const posted = await digests.post(job(), { team });
    expect(textOf(posted.message)).toBe(
      '✓ Intet er over tiden eller forfalder snart i Team Nord. God arbejdslyst!\n  onsdag den 1. april 2026',
    );
    const silent = await digests.post(job(), { team: { ...team, quietDay: 'nothing' } });
    expect(silent).toEqual({ shown: { counts: { overdue: 0, soon: 0, undated: 0 }, worst: [], open: [] } });
  });

  test('has the worst ten, says how many there are besides, and stays small however many there are', async () => {
    await addCases(3);
    const few = await digests.post(job(), { team });
    await addCases(200, 'TES-2026-ET-LANGT-NUMMER-');
    const many = await digests.post(job(), { team });
    expect(many.shown.worst).toHaveLength(10);
    expect(textOf(many.message)).toContain('203 punkter er over tiden i Team Nord');
    expect(textOf(many.message)).toContain('Og 193 til under »Vis alle«.');
    expect(sizeOf(few.message?.card)).toBeLessThan(12 * 1024);
    expect(sizeOf(many.message?.card)).toBeLessThan(40 * 1024);
    expect(textOf(many.message)).not.toContain('Mette');
  });

  test('says that it is late from half an hour on', async () => {
    await addCases(1);
    now = '2026-04-01T06:00:00Z';
    expect(textOf((await digests.post(job(), { team })).message)).not.toContain('skulle være kommet');
    now = '2026-04-01T06:01:00Z';
    expect(textOf((await digests.post(job(), { team })).message)).toContain('Overblikket skulle være kommet kl. 7.30.');
  });

  test('holds its figures against the day before and the week before', async () => {
    await addCases(2);
    const past = (day: string, overdue: number): DigestJob =>
      job({
        id: `${day}~team~nord`,
        day,
        state: 'sent',
        shown: { counts: { overdue, soon: 0, undated: 0 }, worst: [], open: ['x'] },
      });
    for (const one of [past('2026-03-25', 5), past('2026-03-31', 1)]) await office.store.create('digest', one);
    const text = textOf((await digests.post(job(), { team })).message);
    expect(text).toContain('✕ 2 over tiden\n  1 mere end i går og 3 færre end for en uge siden');
    expect(text).toContain(
      'ons. 25.3  ████████████████ 5\ntirs. 31.3 ███░░░░░░░░░░░░░ 1\nons. 1.4   ██████░░░░░░░░░░ 2'
        .replaceAll('3  █', '3\u00A0 █')
        .replace('1.4   ', '1.4\u00A0\u00A0 '),
    );
    expect(text).toContain('Siden i går: 1 punkt er klaret eller faldet væk, 2 er kommet til.');
  });

  test('shows, once edited, what was taken and done since, and asks about the rest', async () => {
    await addCases(2);
    const { shown } = await digests.post(job(), { team });
    await office.cases.change('testby', 'TES-2026-2', (item) => {
      const taken = takeEntry(item, { rule: 'TST-11', due: '2026-03-10' }, 'mona', '2026-04-01T06:00:00Z');
      return 'item' in taken ? { item: taken.item, result: 'taken' } : { refused: 'not' };
    });
    await office.cases.change('testby', 'TES-2026-1', (item) => ({
      item: { ...item, record: { ...item.record, events: [{ type: 'interview', on: '2026-03-31' }] } },
      result: 'held',
    }));
    const text = textOf(await digests.edit(job({ shown, state: 'sent', sentAt: now }), { team }));
    expect(text).toContain('✓ Samtale · TST-11\n  Klaret eller faldet væk i dag · TES-2026-1 · kirsten Opdigtet');
    expect(text).toContain('( Samtale · TES-2026-2 · kirsten Opdigtet )');
    expect(text).toContain('mona Opdigtet har taget det');
    expect(text).toContain('1 punkt er over tiden');
  });

  test('stays as it is from the day after', async () => {
    now = '2026-04-02T05:30:00Z';
    expect(await digests.edit(job({ state: 'sent' }), { team })).toBeUndefined();
  });
});

describe("a person's card", () => {
  const own = job({ what: 'own', to: { person: 'kirsten' }, id: '2026-04-01~own~kirsten' });

  test('is kept as shown to them, and says that it is late', async () => {
    now = '2026-04-01T07:00:00Z';
    const { message } = await digests.post(own, { person: office.person('kirsten') });
    expect(textOf(message)).toBe('i kirsten Opdigtet\n\nOverblikket skulle være kommet kl. 7.30.');
    expect(shownPeople).toEqual(['kirsten']);
  });

  test('is not sent, and not kept as shown, where there is nothing to say', async () => {
    const week = { ...own, what: 'week' as const };
    expect(await digests.post(week, { person: office.person('lone') })).not.toHaveProperty('message');
    expect(shownPeople).toEqual([]);
  });
});
