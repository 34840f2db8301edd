import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createAccessLog } from '../../src/access/access-log.ts';
import { watchReads } from '../../src/access/watch-reads.ts';
import type { Turn } from '../../src/conversation/assistant.ts';
import { createAssistant } from '../../src/conversation/create-assistant.ts';
import { openMeeting } from '../support/meeting.ts';
import { caseRecord } from '../support/office.ts';
import type { TalkingOffice } from '../support/talk.ts';

let office: TalkingOffice;
let turns: number;
beforeEach(async () => {
  office = await openMeeting();
  turns = 0;
  await office.cases.add(caseRecord('testby', 'TST-2026-00001', { citizen: { name: 'Mette Vindfelt' } }));
  await office.cases.add(caseRecord('testby', 'TST-2026-00002', { citizen: { name: 'Torben Vindfelt' } }));
});
afterEach(() => office.store.close());

/** Each turn has an activity of its own. */
const turn = (more: Partial<Turn> = {}): Turn => ({
  person: office.person('kirsten'),
  language: 'da',
  conversation: { id: 'chat-kirsten', type: 'personal' },
  activityId: `activity-${(turns += 1)}`,
  now: '2026-04-01T10:00:00Z',
  today: '2026-04-01',
  ...more,
});
const channel: Pick<Turn, 'conversation'> = { conversation: { id: 'channel-nord', type: 'channel' } };
const logged = async (): Promise<string[]> => {
  const { items } = await office.store.list('access', 'testby', { limit: 100 });
  return items.map(({ item: { caseId, person, how } }) => `${person} ${how} ${caseId}`).toSorted();
};

describe('Who was shown what of whom is kept:', () => {
  test('an answer about a case, by what was asked', async () => {
    await office.assistant.say(turn(), 'Hvilke frister er der for Mette Vindfelt?');
    expect(await logged()).toEqual(['kirsten deadlines TST-2026-00001']);
    const { items } = await office.store.list('access', 'testby', { limit: 1, begins: 'TST-2026-00001~' });
    expect(items[0]?.item).toMatchObject({ municipality: 'testby', at: '2026-04-01T10:00:00Z' });
  });

  test('a click, by its verb', async () => {
    const { view } = await office.assistant.say(turn(), 'Må jeg forlænge tilbuddet for Mette Vindfelt til 31. maj?');
    const action = view.actions.find(({ verb }) => verb === 'request-approval') ?? view.actions[0];
    if (action === undefined) throw new Error('there is something to click');
    await office.assistant.click(turn(), { verb: action.verb, data: action.data, messageId: 'm-1' });
    expect(await logged()).toEqual(['kirsten extend-offer TST-2026-00001', `kirsten ${action.verb} TST-2026-00001`]);
  });

  test('a list, for those that stand on it and not for all that were looked through', async () => {
    for (const number of [3, 4, 5, 6, 7]) await office.cases.add(caseRecord('testby', `TST-2026-0000${number}`));
    await office.assistant.say(turn(), 'hvad skal på sparringsmødet?');
    const first = await logged();
    expect(first).not.toContain('kirsten agenda TST-2026-00007');
    expect(first).toContain('kirsten agenda TST-2026-00001');
  });

  test('a search, for each hit', async () => {
    const search = { text: 'vind', skip: 0, count: 1 };
    const hits = await office.assistant.search(turn(channel), search);
    expect(await logged()).toEqual(hits.map(({ caseId }) => `kirsten search ${caseId}`));
    expect(hits).toHaveLength(1);
  });

  test('what is put in a channel, and what goes to the own chat of it', async () => {
    await office.assistant.say(
      turn({ ...channel, ownChat: 'chat-kirsten' }),
      'Hvilke frister er der for TST-2026-00002?',
    );
    await office.assistant.caseCard(turn(channel), 'TST-2026-00001');
    expect(await logged()).toEqual(['kirsten deadlines TST-2026-00002', 'kirsten search TST-2026-00001']);
  });

  test('nobody, where an answer is about the rules', async () => {
    await office.assistant.say(turn(), 'Hvad siger TST-03?');
    expect(await logged()).toEqual([]);
  });

  test('nobody, where there is nothing that the asker may see', async () => {
    const syd = { team: 'syd', caseworker: 'anders', citizen: { name: 'Usynlige Syd' } };
    await office.cases.add(caseRecord('testby', 'TST-2026-00003', syd));
    for (const who of ['TST-2026-00003', 'tst-2026-00003', 'Usynlige Syd'])
      for (const where of [{}, { ...channel, ownChat: 'chat-kirsten' }]) {
        const { view } = await office.assistant.say(turn(where), `Hvilke frister er der for ${who}?`);
        expect(JSON.stringify(view)).toContain('Jeg kan ikke finde');
      }
    expect(await logged()).toEqual([]);
  });

  test('once for an activity that is delivered again', async () => {
    const again = turn();
    await office.assistant.say(again, 'Hvilke frister er der for Mette Vindfelt?');
    await office.assistant.say({ ...again, now: '2026-04-01T10:05:00Z' }, 'Hvilke frister er der for Mette Vindfelt?');
    expect(await logged()).toEqual(['kirsten deadlines TST-2026-00001']);
  });

  test('a case that an activity tells of only when it is delivered again is kept too', async () => {
    const log = createAccessLog({ store: office.store, watch: watchReads(office.store).watch });
    const act = {
      municipality: 'testby',
      person: 'kirsten',
      at: '2026-04-01T10:00:00Z',
      today: '2026-04-01',
      act: 'a',
    };
    await log.shown(act, 'agenda', ['TST-2026-00001']);
    await log.shown(act, 'agenda', ['TST-2026-00001', 'TST-2026-00002']);
    expect(await logged()).toEqual(['kirsten agenda TST-2026-00001', 'kirsten agenda TST-2026-00002']);
  });

  test('two activities that have no id are two', async () => {
    await office.assistant.say(turn({ activityId: '' }), 'Hvilke frister er der for Mette Vindfelt?');
    await office.assistant.say(
      turn({ activityId: '', now: '2026-04-01T10:05:00Z' }),
      'Hvilke frister er der for Mette Vindfelt?',
    );
    expect(await logged()).toHaveLength(2);
  });

  test('or the answer is not given', async () => {
    const broken = new Error('disk full');
    const { store, watch } = watchReads(office.store);
    const refusing = { ...store, createTogether: () => Promise.reject(broken) };
    const access = createAccessLog({ store: refusing, watch });
    const assistant = createAssistant({
      ...office.services,
      store,
      access,
      cases: { ...office.cases, read: (...of) => store.read('case', ...of) },
    });
    await expect(assistant.say(turn(), 'Hvilke frister er der for Mette Vindfelt?')).rejects.toBe(broken);
    await expect(assistant.search(turn(channel), { text: '', skip: 0, count: 5 })).rejects.toBe(broken);
    expect((await assistant.say(turn(), 'Hvad siger TST-03?')).view).toMatchObject({ view: 'message' });
  });
});

describe('What is read after a turn has ended', () => {
  test('is no part of it', async () => {
    const { store, watch } = watchReads(office.store);
    let later = (): Promise<unknown> => Promise.resolve();
    const { read } = await watch(async () => {
      await store.read('case', 'testby', 'TST-2026-00001');
      later = () => store.read('case', 'testby', 'TST-2026-00002');
    });
    await later();
    expect(read.map(({ id }) => id)).toEqual(['TST-2026-00001']);
  });
});
