import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../test/support/talk.ts';
import type { Language } from '../contract/language.ts';
import type { Suggestion, Turn } from './assistant.ts';
import { understand } from './understanding/understand.ts';

const CASE = 'TES-2026-00001';

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk(() => ({
    outcome: 'needs-approval',
    approvals: [{ rule: 'RULE-1', form: 'agreement', roles: ['functional-lead'], status: 'open' }],
  }));
  await office.cases.add(caseRecord('testby', CASE));
});
afterEach(() => office.store.close());

const turn = (who: string, type: Turn['conversation']['type'], language: Language): Turn => ({
  person: office.person(who),
  language,
  conversation: { id: `${type}-${who}`, type },
  activityId: 'a-1',
  now: `${office.today()}T10:00:00Z`,
  today: office.today(),
});
const after = async (text: string, language: Language = 'da', type: Turn['conversation']['type'] = 'personal') =>
  (await office.assistant.say(turn('kirsten', type, language), text)).suggestions ?? [];
const readings = (suggestions: Suggestion[], language: Language) =>
  suggestions.map(({ text }) => {
    const { intent, entities, needsClarification } = understand(text, { today: office.today(), language });
    return { intent, caseId: entities.caseId, needsClarification };
  });
const meant = (...intents: string[]) => intents.map((intent) => ({ intent, caseId: CASE, needsClarification: false }));

describe('what is suggested next', () => {
  test('fits what was just answered, and does not repeat it', async () => {
    expect(readings(await after(`Må jeg forlænge forløbet i ${CASE}?`), 'da')).toEqual(
      meant('deadlines', 'next-step', 'case'),
    );
    expect(readings(await after(`Hvilke frister er der i ${CASE}?`), 'da')).toEqual(meant('next-step', 'case'));
  });

  test('is as understandable in English', async () => {
    expect(readings(await after(`May I extend the offer in ${CASE}?`, 'en'), 'en')).toEqual(
      meant('deadlines', 'next-step', 'case'),
    );
  });

  test.each<Language>(['da', 'en'])(
    'has the status of a request once there is one, and three at most, in %s',
    async (language) => {
      const card = await office.say('kirsten', `Må jeg forlænge forløbet i ${CASE} til 31/5?`);
      await office.press('kirsten', card, 'request-approval');
      const question = language === 'da' ? `Må jeg forlænge forløbet i ${CASE}?` : `May I extend the offer in ${CASE}?`;
      expect(readings(await after(question, language), language)).toEqual(
        meant('deadlines', 'next-step', 'request-status'),
      );
    },
  );

  test('names no citizen, is for the own chat only, and is nothing where no case is spoken of', async () => {
    expect(JSON.stringify(await after('Hvilke frister er der for Mette?'))).not.toContain('Mette');
    expect(await after(`Hvilke frister er der i ${CASE}?`, 'da', 'channel')).toEqual([]);
    for (const text of [
      'hej',
      'tak',
      'hjælp',
      'Hvad siger reglerne om virksomhedspraktik?',
      'Hvilke frister er der i TES-2026-09999?',
    ])
      expect({ text, suggested: await after(text) }).toEqual({ text, suggested: [] });
  });

  test('leaves out what the card has a button for', async () => {
    const { view, suggestions = [] } = await office.assistant.say(turn('kirsten', 'personal', 'da'), `Vis sag ${CASE}`);
    const onCard = view.actions.map(({ data }) => data['intent']);
    for (const { intent } of readings(suggestions, 'da')) expect(onCard).not.toContain(intent);
  });

  test('is left out where the number of the case would not be read as one', async () => {
    await office.cases.add(caseRecord('testby', 'AND-17', { citizen: { name: 'Tove Opdigtet' } }));
    for (const { text } of await after('Hvilke frister er der for Tove?'))
      expect(understand(text, { today: office.today(), language: 'da' }).entities.caseId).toBe('AND-17');
  });
});
