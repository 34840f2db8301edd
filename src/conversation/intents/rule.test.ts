import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk();
});
afterEach(() => office.store.close());

test('A rule asked for by its id is shown with its place in the source and the numbers it reads', async () => {
  const view = await office.say('kirsten', 'Hvad siger TST-03?');
  expect(view).toMatchObject({ headline: { title: 'TST-03' }, paragraphs: ['Gule tilbud drøftes.'] });
  expect(JSON.stringify(view)).toContain('TST-03 · Opdigtet plan, Vejledning, linje 20');
  expect(JSON.stringify(view)).toContain('linje 20');
});

test('Several rules on the same are listed, each with its button', async () => {
  const view = await office.say('kirsten', 'Hvad siger reglerne om virksomhedspraktik?');
  expect(view.headline.title).toBe('Det siger reglerne – 2 regler handler om det');
  const shown = await office.press('kirsten', view, 'show-rule', {}, 'TST-02');
  expect(shown.headline.title).toBe('TST-02');
});

test('A rule that does not exist is said not to', async () => {
  const view = await office.say('kirsten', 'Hvad siger TST-99?');
  expect(view.headline.title).toBe('Jeg kender ingen regel, der hedder TST-99');
  const gone = await office.click('kirsten', { verb: 'show-rule', data: { rule: 'TST-99' } });
  expect(gone.headline.title).toBe('Den regel gælder ikke længere');
});
