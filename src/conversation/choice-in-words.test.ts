import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord, runningOffer } from '../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../test/support/talk.ts';

const CASE = 'TST-2026-00417';

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk();
  const offers = ['o-2', 'o-3'].map((id) => ({ ...runningOffer, id }));
  await office.cases.add(caseRecord('testby', CASE, { offers }));
});
afterEach(() => office.store.close());

describe('Which offer is meant, answered in words', () => {
  test.each(['ikke o-3', 'o-3 eller o-2', 'den første', 'nej'])(
    '“%s” chooses none: it is asked again',
    async (text) => {
      await office.say('kirsten', `Må jeg forlænge tilbuddet i ${CASE} til 31. maj?`);
      const view = await office.say('kirsten', text);
      expect(view.view).toBe('message');
      expect(JSON.stringify(view.actions)).toContain('o-2');
      const chosen = await office.say('kirsten', 'o-3');
      expect(chosen).toMatchObject({ view: 'decision' });
      expect(chosen.headline.about).toContain('31. maj 2026');
    },
  );
});

describe('Which case is meant, answered in words', () => {
  test.each(['ikke Mette', 'ikke Mette Opdigtet', 'den sidste'])(
    '“%s” chooses none: it is asked again',
    async (text) => {
      await office.cases.add(caseRecord('testby', 'TST-2026-00418', { offers: [runningOffer] }));
      const asked = await office.say('kirsten', 'Må jeg forlænge tilbuddet til 31. maj?');
      expect(asked.headline.title).toBe('Hvilken sag gælder det?');
      const view = await office.say('kirsten', text);
      expect(view.headline.title).toBe('Hvilken sag gælder det?');
    },
  );
});
