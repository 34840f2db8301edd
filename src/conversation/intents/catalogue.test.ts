import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { View } from '../../cards/views.ts';
import { caseItem } from '../../cases/case-item.ts';
import type { CatalogueItem } from '../../contract/case.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';
import { caseRecord } from '../../../test/support/office.ts';
import { testbyShelf } from '../../../test/support/testby.ts';

const entry = (id: string, name: string, more: Partial<CatalogueItem> = {}): CatalogueItem => ({
  id,
  name,
  kind: 'guidance',
  tiers: {},
  ...more,
});
const catalogue = [
  entry('vejen', 'Vejen Frem', {
    provider: 'Kursushuset Bakken',
    tiers: { kontanthjaelp: 'green', sygedagpenge: 'red' },
  }),
  entry('krop', 'Ro på Kroppen', { provider: 'Sundhedshuset Engen', tiers: { sygedagpenge: 'yellow' } }),
  entry('skov', 'Skovsporet', { provider: 'Kursushuset Bakken', tiers: { '*': 'red' } }),
  entry('m-ude', 'Følgesvenden', { kind: 'external-mentor' }),
  entry('m-inde', 'Husets Mentor', { kind: 'internal-mentor' }),
];

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk(undefined, catalogue);
});
afterEach(() => office.store.close());

const ask = (text: string, who = 'kirsten') => office.say(who, text);
const names = (view: View): string[] =>
  view.view === 'message' ? view.lines.map(({ text }) => text.replaceAll('\u00a0', ' ')) : [view.view];
const words = (view: View): string => JSON.stringify(view).replaceAll('\u00a0', ' ');

describe('the catalogue is listed', () => {
  test('by colour and group, with the colour for the group that was asked about', async () => {
    const red = await ask('Hvilke røde tilbud har vi til sygemeldte?');
    expect(red.headline).toMatchObject({ title: '2 røde tilbud', about: 'Sygedagpenge' });
    expect(names(red)).toEqual(['Skovsporet: Rød', 'Vejen Frem: Rød']);
  });

  test('where the colour turns on the price, with both of them', async () => {
    expect(names(await ask('Hvilke gule tilbud har vi til kontanthjælp?'))).toEqual([
      'Vejen Frem: Grøn op til 2.000 kr. om ugen, derover gul',
    ]);
  });

  test('for the citizen that is named, whose benefit tells the colours', async () => {
    const record = caseRecord('testby', 'C-1', {
      citizen: { name: 'Fatuma Vindfelt' },
      benefit: { type: 'sygedagpenge', since: '2026-01-01' },
    });
    await office.store.create('case', caseItem(record, { requests: [], agenda: [], outbox: [], audit: [] }));
    const red = await ask('Hvilke røde tilbud kan jeg vælge mellem til Fatuma?');
    expect(words(red)).toContain('Det handler om C-1 · Fatuma Vindfelt.');
    expect(names(red)).toEqual(['Skovsporet: Rød', 'Vejen Frem: Rød']);
  });

  test('by kind, and "mentor" is both kinds of it', async () => {
    expect(names(await ask('Vis alle mentorforløb'))).toEqual(['Følgesvenden', 'Husets Mentor']);
    expect(names(await ask('hvilke eksterne mentorer ligger i kataloget?'))).toEqual(['Følgesvenden']);
  });

  test('by provider', async () => {
    const bakken = await ask('Hvilke tilbud har vi hos Kursushuset Bakken?');
    expect(names(bakken).map((name) => name.split(':')[0])).toEqual(['Skovsporet', 'Vejen Frem']);
  });

  test('by name, also with a slip of the keyboard', async () => {
    const [only, ...others] = names(await ask('Står Skovspoert i kataloget?'));
    expect(only).toContain('Skovsporet');
    expect(others).toEqual([]);
  });

  test('what does not exist is not made up', async () => {
    const none = await ask('Hvilke grønne tilbud har vi til sygemeldte?');
    expect(none.headline.title).toBe('Der er ingen grønne tilbud, der passer');
    expect(names(await office.press('kirsten', none, 'ask'))).toHaveLength(5);
  });

  test('without prices, which it does not hold', async () => {
    expect(words(await ask('Hvad koster Skovsporet?'))).toContain('Prisen står ikke i kataloget');
  });

  test('in the language of the reader', async () => {
    const red = await office.say('kirsten', 'Which red offers do we have for sick-listed citizens?', 'personal', 'en');
    expect(red.headline).toMatchObject({ title: '2 red offers', about: 'Sickness benefit (sygedagpenge)' });
    const yellow = await office.say('kirsten', 'list yellow offers for kontanthjælp', 'personal', 'en');
    expect(names(yellow)).toEqual(['Vejen Frem: Green up to DKK 2,000 a week, yellow above that']);
  });
});

test('More than a card holds is leafed through, whatever was asked for', async () => {
  for (const number of Array.from({ length: 18 }, (_, at) => at + 10))
    await office.store.create('catalogue', {
      ...entry(`e-${number}`, `Forløb ${number}`, { provider: 'Sundhedshuset Engen', tiers: { '*': 'red' } }),
      municipality: 'testby',
    });
  const first = await ask('Vis alle røde tilbud fra Sundhedshuset Engen');
  expect(first.headline.title).toBe('18 røde tilbud');
  expect(words(first)).toContain('Viser nr. 1–8 af 18.');
  const second = await office.press('kirsten', first, 'show-catalogue', {}, 'Vis flere');
  expect(names(second)).toHaveLength(8);
  const third = await office.press('kirsten', second, 'show-catalogue', {}, 'Vis flere');
  expect(words(third)).toContain('Viser nr. 17–18 af 18.');
  expect(third.actions.map(({ title }) => title)).toEqual(['Vis de forrige']);
  expect(await office.press('kirsten', second, 'show-catalogue', {}, 'Vis de forrige')).toEqual(first);
});

test('A plan without colours says so and lists what there is', async () => {
  const plain = testbyShelf().on('testby', office.today());
  if (!('rulebook' in plain)) throw new Error('Testby has a rulebook');
  const { tier: _, ...rulebook } = plain.rulebook;
  office.services.shelf = { on: () => ({ rulebook }) };
  const green = await ask('Hvilke grønne tilbud har vi til sygemeldte?');
  expect(green.headline.title).toBe('5 tilbud i kataloget');
  expect(words(green)).toContain('Opdigtet plan deler ikke tilbud op i farver');
  expect(names(green)).toContain('Skovsporet');
});

test('A card with a page nobody was shown begins at the beginning; one with broken data changes nothing', async () => {
  const far = await office.click('kirsten', { verb: 'show-catalogue', data: { from: 800 } });
  expect(names(far)).toHaveLength(5);
  const broken = await office.click('kirsten', { verb: 'show-catalogue', data: { from: 0, kinds: 'nonsense' } });
  expect(broken.headline.title).toBe('Dit klik ændrede ikke noget');
});
