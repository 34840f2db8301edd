import { afterEach, describe, expect, test } from '@jest/globals';
import { fixtureShelf } from '../../../test/support/fixture-shelf.ts';
import { caseRecord } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk, texts } from '../../../test/support/talk.ts';
import { groups } from '../../../test/support/testby-more.ts';
import { testbyShelf } from '../../../test/support/testby.ts';
import type { CatalogueItem } from '../../contract/case.ts';
import type { Language } from '../../contract/language.ts';
import type { Role } from '../../contract/vocabulary.ts';
import type { Turn } from '../assistant.ts';

const broen: CatalogueItem = { id: 'broen', name: 'Broen', kind: 'guidance', tiers: { '*': 'yellow' } };
const stien: CatalogueItem = { id: 'stien', name: 'Stien', kind: 'guidance', tiers: { '*': 'green' } };

let office: TalkingOffice;
afterEach(() => office.store.close());

const turn = (who: string, language: Language, type: Turn['conversation']['type'], role?: Role): Turn => {
  const person = office.person(who);
  return {
    person: role === undefined ? person : { ...person, roles: [{ role }] },
    language,
    conversation: { id: `${type}-${who}`, type },
    activityId: 'a-1',
    now: `${office.today()}T10:00:00Z`,
    today: office.today(),
  };
};
const welcome = async (
  who: string,
  language: Language = 'da',
  type: Turn['conversation']['type'] = 'personal',
  role?: Role,
) => (await office.assistant.welcome(turn(who, language, type, role))).view;
/** The questions in full: on the buttons where they have room, else above them. */
const asks = async (...whom: Parameters<typeof welcome>) => {
  const view = await welcome(...whom);
  const above = view.view === 'message' ? view.lines.map(({ text }) => text) : [];
  return above.length > 0 ? above : view.actions.map(({ title }) => title);
};

describe('the first words in a conversation', () => {
  test('offer a caseworker their own cases and an offer that somebody has to agree to', async () => {
    office = await openTalk(undefined, [stien, broen]);
    await office.cases.add(caseRecord('testby', 'TES-2026-00001', { citizen: { name: 'Mette Opdigtet' } }));
    expect(await asks('kirsten')).toEqual([
      'Må jeg forlænge vejledning og opkvalificering for Mette Opdigtet?',
      'Hvilke frister er der for Mette Opdigtet?',
      'Hvilken farve har Broen?',
    ]);
  });

  test('offer a caseworker without cases what the plan can be asked', async () => {
    office = await openTalk(undefined, [broen], testbyShelf(groups));
    expect(await asks('kirsten')).toEqual([
      'Hvilken farve har Broen?',
      'Hvad siger reglerne om virksomhedspraktik?',
      'Hvad kan du hjælpe med?',
    ]);
  });

  test('offer a lead what waits for them and how the plan is going', async () => {
    office = await openTalk(undefined, [broen], testbyShelf(groups));
    expect(await asks('lone')).toEqual([
      'Hvilke anmodninger venter på mig?',
      'Hvor mange borgere er der i hver gruppe?',
      'Hvad siger reglerne om virksomhedspraktik?',
    ]);
    office.services.shelf = fixtureShelf('targets');
    expect(await asks('lone')).toContain('Hvordan går det med målene?');
  });

  test.each<Language>(['da', 'en'])('have buttons that a phone shows whole, in %s', async (language) => {
    office = await openTalk(undefined, [broen], testbyShelf(groups));
    await office.cases.add(caseRecord('testby', 'TES-2026-00001', { citizen: { name: 'Mette-Marie Opdigtet' } }));
    for (const who of ['kirsten', 'lone', 'anders']) {
      const { actions } = await welcome(who, language);
      for (const { title } of actions) expect(title.length).toBeLessThanOrEqual(34);
      expect(new Set(actions.map(({ title }) => title)).size).toBe(3);
    }
  });

  test('offer an administrator nothing that they may not do', async () => {
    office = await openTalk(undefined, [broen], testbyShelf(groups));
    expect(await asks('lone', 'da', 'personal', 'admin')).not.toContain('Hvilke anmodninger venter på mig?');
  });

  test.each<Language>(['da', 'en'])('lead with each of their three questions to an answer, in %s', async (language) => {
    office = await openTalk(undefined, [broen], testbyShelf(groups));
    await office.cases.add(caseRecord('testby', 'TES-2026-00001'));
    for (const who of ['kirsten', 'lone', 'anders'])
      for (const type of ['personal', 'channel'] as const) {
        const view = await welcome(who, language, type);
        expect(view.actions).toHaveLength(3);
        for (const { title, verb, data } of view.actions) {
          const { view: answer, below } = await office.assistant.click(turn(who, language, type), { verb, data });
          const notUnderstood = ['not-understood', 'out-of-scope'].map((key) => texts(language)(`talk.${key}.title`));
          expect({ title, below, answer: answer.headline.title }).toEqual({
            title,
            below: true,
            answer: expect.anything(),
          });
          expect(notUnderstood).not.toContain(answer.headline.title);
        }
      }
  });

  test('name the plan, and where others read along neither a person nor a case', async () => {
    office = await openTalk(undefined, [broen]);
    await office.cases.add(caseRecord('testby', 'TES-2026-00001'));
    expect(JSON.stringify(await welcome('kirsten'))).toContain('Opdigtet plan');
    for (const type of ['channel', 'groupChat'] as const)
      expect(JSON.stringify(await welcome('kirsten', 'da', type))).not.toMatch(/kirsten|Mette|TES-/i);
  });

  test('work where the municipality has no rulebook', async () => {
    office = await openTalk();
    office.services.shelf = fixtureShelf('targets');
    const { person, ...rest } = turn('kirsten', 'da', 'personal');
    const { view } = await office.assistant.welcome({ ...rest, person: { ...person, municipality: 'elsewhere' } });
    expect(view.actions.map(({ title }) => title)).toEqual(['Hvad kan du hjælpe med?']);
  });
});
