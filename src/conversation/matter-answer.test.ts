import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type TalkingOffice, openTalk } from '../../test/support/talk.ts';
import { enquiries } from '../../test/support/testby-more.ts';
import { testbyShelf } from '../../test/support/testby.ts';
import type { MessageView } from '../cards/views.ts';
import { type MatterItem, matterItem } from '../cases/matter-item.ts';
import type { Matter } from '../contract/case.ts';

/** Wednesday 1 April 2026, before Easter. */
const matter = (id: string, more: Partial<Matter> = {}): MatterItem => {
  const usual = { municipality: 'testby', team: 'nord', kind: 'company-enquiry' } as const;
  return matterItem({ id, ...usual, receivedAt: '2026-03-31T07:15:00Z', ...more }, { agenda: [], taken: [] });
};

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk(undefined, [], testbyShelf(enquiries));
});
afterEach(() => office.store.close());

const ask = async (text: string, who = 'kirsten', where?: 'channel', language?: 'en'): Promise<MessageView> => {
  const view = await office.say(who, text, where, language);
  if (view.view !== 'message') throw new Error(`a ${view.view}`);
  return view;
};

describe('When a matter must be answered', () => {
  test('is told with its kind, its course in Danish time, and its clock with the place in the plan', async () => {
    await office.store.create('matter', matter('TST-M-2026-0003'));
    const view = await ask('Hvornår skal TST-M-2026-0003 være besvaret?');
    expect(view.headline).toMatchObject({
      title: 'Henvendelsen skal snart være besvaret',
      about: 'TST-M-2026-0003 · henvendelse fra en virksomhed',
      tone: 'warning',
    });
    expect(view.lines.map(({ text }) => text)).toEqual([
      'Modtaget 31. marts 2026 kl. 09.15',
      'Ikke besvaret endnu',
      'Svar til virksomheden: senest 1. april 2026 kl. 09.15 (i dag)',
    ]);
    expect(view.lines.at(-1)?.place).toBe('TST-30 · Opdigtet plan, linje 50');
  });

  test('is told in English, and however the number is written', async () => {
    await office.store.create('matter', matter('TST-M-2026-0003'));
    const view = await ask('when must tst-m-2026-0003 be answered?', 'kirsten', undefined, 'en');
    expect(view.lines.map(({ text }) => text).join('\n')).toContain('by 1 April 2026 at 09:15 (today)');
  });

  test('is told as the end of a day where it runs out at midnight, and the days are counted to that day', async () => {
    // Received on Sunday: the hours run through the next working day.
    await office.store.create('matter', matter('TST-M-2026-0008', { receivedAt: '2026-03-22T10:00:00Z' }));
    office.setDay('2026-03-23');
    const clock = async (where?: 'en') =>
      (await ask('frist for TST-M-2026-0008?', 'kirsten', undefined, where)).lines.at(-1)?.text;
    expect(await clock()).toBe('Svar til virksomheden: inden udgangen af 23. marts 2026 (i dag)');
    expect(await clock('en')).toBe('Answer to the company: by the end of 23 March 2026 (today)');
    office.setDay('2026-03-22');
    expect(await clock()).toContain('(om 1 dag)');
  });

  test('and that it has been, or that the deadline has passed', async () => {
    await office.store.create('matter', matter('TST-M-2026-0004', { answeredAt: '2026-03-31T08:00:00Z' }));
    await office.store.create('matter', matter('TST-M-2026-0005', { receivedAt: '2026-03-26T08:00:00Z' }));
    expect((await ask('frist for TST-M-2026-0004?')).headline).toMatchObject({ symbol: '✓' });
    expect((await ask('vis TST-M-2026-0005')).headline.title).toBe('Fristen for svar er overskredet');
  });

  test('of a kind that the plan has no clock for is not known: the plan is silent', async () => {
    await office.store.create('matter', matter('K-2026-0041', { kind: 'complaint' }));
    const view = await ask('hvad er fristen for K-2026-0041?');
    expect(view.headline).toMatchObject({ title: 'Planen sætter ingen frist for svar', about: 'K-2026-0041 · klage' });
    expect(view.paragraphs).toEqual([
      'Der står ingen frist for den slags henvendelser i Opdigtet plan. Lovens frister gælder som ellers.',
    ]);
  });

  test('is told as long as the plan is the last known one, and the card says so', async () => {
    await office.store.create('matter', matter('TST-M-2027-0001', { receivedAt: '2027-01-04T08:00:00Z' }));
    office.setDay('2027-01-04');
    expect(JSON.stringify(await ask('frist for TST-M-2027-0001'))).toContain('sluttede 31. december 2026');
  });
});

test('A matter one may not see, one that has not come yet and one that does not exist are answered alike', async () => {
  await office.store.create('matter', matter('TST-M-2026-0003'));
  await office.store.create('matter', matter('TST-M-2026-0006', { receivedAt: '2026-04-02T08:00:00Z' }));
  await office.store.create('matter', matter('TST-M-2026-0007', { municipality: 'anderby' }));
  const answer = async (who: string, number: string): Promise<string> =>
    JSON.stringify(await ask(`frist for ${number}`, who)).replaceAll(number, '(number)');
  const absent = await answer('kirsten', 'TST-M-2026-0009');
  expect(await answer('anders', 'TST-M-2026-0003')).toBe(absent);
  expect(await answer('kirsten', 'TST-M-2026-0006')).toBe(absent);
  expect(await answer('kirsten', 'TST-M-2026-0007')).toBe(absent);
  expect(await answer('kirsten', 'TST-M-2026-0003')).not.toBe(absent);
});

test('Where others read along a matter is its number and how it stands', async () => {
  await office.store.create('matter', matter('TST-M-2026-0003'));
  const view = await ask('frist for TST-M-2026-0003', 'kirsten', 'channel');
  expect(view.headline).toMatchObject({ about: 'TST-M-2026-0003', title: 'Henvendelsen skal snart være besvaret' });
  expect(view.lines).toEqual([]);
});
