import { afterEach, describe, expect, test } from '@jest/globals';
import { caseRecord, runningOffer } from '../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../test/support/talk.ts';
import type { View } from '../cards/views.ts';
import type { Case, CatalogueItem } from '../contract/case.ts';

let office: TalkingOffice;
afterEach(() => office.store.close());

const mentor: CatalogueItem = { id: 'vejen', name: 'Vejen Frem', kind: 'guidance', tiers: { '*': 'green' } };
const open = async (records: [string, Partial<Case>][], ...setup: Parameters<typeof openTalk>) => {
  office = await openTalk(...setup);
  for (const [id, record] of records) await office.cases.add(caseRecord('testby', id, record));
  return office;
};
const named = (name: string): Partial<Case> => ({ citizen: { name } });
const titles = (view: View) => view.actions.map(({ title }) => title);
const everything = (view: View) => JSON.stringify(view);
const needsLead = () => ({
  outcome: 'needs-approval' as const,
  approvals: [
    { rule: 'RULE-1', form: 'discussion' as const, roles: ['functional-lead' as const], status: 'open' as const },
  ],
});

describe('A question on a case', () => {
  test('is answered by the case number, with the date it was read as', async () => {
    await open([['TST-2026-00417', named('Mette Opdigtet')]]);
    const view = await office.say('kirsten', 'Må jeg forlænge tilbuddet i TST-2026-00417 til 31. maj 2026?');
    expect(view).toMatchObject({ view: 'decision', reading: 'Jeg læser det som søndag den 31. maj 2026.' });
    expect(view.headline.about).toContain('TST-2026-00417 · Mette Opdigtet');
    expect(view.headline.about).toContain('til 31. maj 2026');
  });

  test('is answered by the citizen’s name, genitive and all', async () => {
    await open([
      ['C-1', named('Mette Opdigtet')],
      ['C-2', named('Torben Vindfelt')],
    ]);
    const view = await office.say('kirsten', 'Hvilke frister er der for Torben Vindfelt?');
    expect(view).toMatchObject({ view: 'deadlines', headline: { about: 'C-2 · Torben Vindfelt' } });
  });

  test('is carried on in the talk just before, and says so', async () => {
    await open([['C-1', named('Torben Vindfelt')]]);
    await office.say('kirsten', 'Hvilke frister er der for Torben Vindfelt?');
    const view = await office.say('kirsten', 'Må jeg forlænge det til 31. maj?');
    expect(view).toMatchObject({ view: 'decision' });
    expect(everything(view)).toContain('Det handler om C-1 · Torben Vindfelt.');
  });

  test('leaves a receipt', async () => {
    await open([['C-1', named('Torben Vindfelt')]], needsLead);
    const view = await office.say('kirsten', 'Må jeg forlænge tilbuddet for Torben Vindfelt til 31. maj?');
    const decisionId = view.actions[0]?.data['decisionId'];
    const read = await office.receipts.read('testby', String(decisionId));
    expect(read?.facts?.question).toEqual({ kind: 'extend-offer', offerId: 'o1', until: '2026-05-31' });
  });

  test('on a case of another team is answered as if the case did not exist', async () => {
    await open([['TST-2026-00001', { ...named('Torben Vindfelt'), team: 'syd', caseworker: 'anders' }]]);
    const hidden = await office.say('kirsten', 'Hvilke frister er der i TST-2026-00001?');
    const absent = await office.say('kirsten', 'Hvilke frister er der i TST-2026-00002?');
    expect(everything(hidden)).toBe(everything(absent).replaceAll('00002', '00001'));
    const byName = await office.say('kirsten', 'Hvilke frister er der for Torben Vindfelt?');
    expect(byName.headline).toMatchObject({ title: 'Jeg kan ikke finde borgeren', about: 'Torben Vindfelt' });
  });

  test('before the first rulebook says from when it can be answered', async () => {
    await open([['C-1', named('Torben Vindfelt')]], () => ({ notBefore: '2026-07-01' }));
    const view = await office.say('kirsten', 'Må jeg forlænge tilbuddet for Torben Vindfelt til 31. maj?');
    expect(view.headline.title).toBe('Jeg kan ikke svare for den dato');
    expect(everything(view)).toContain('gælder fra 1. juli 2026');
  });
});

describe('Several candidates', () => {
  test('are offered with buttons, and the choice goes on with the question', async () => {
    await open([
      ['C-1', named('Mette Vindfelt')],
      ['C-2', named('Mette Tornhøj')],
    ]);
    const choice = await office.say('kirsten', 'Må jeg forlænge tilbuddet for Mette til 31. maj?');
    expect(titles(choice).toSorted()).toEqual(['C-1 · Mette Vindfelt', 'C-2 · Mette Tornhøj']);
    const view = await office.press('kirsten', choice, 'choose', {}, 'Tornhøj');
    expect(view.headline.about).toContain('C-2 · Mette Tornhøj');
    expect(view.headline.about).toContain('til 31. maj 2026');
  });

  test('among the offers of a case are told apart by name and dates', async () => {
    const second = { ...runningOffer, id: 'o2', starts: '2026-03-01' };
    await open([['C-1', { ...named('Torben Vindfelt'), offers: [runningOffer, second] }]]);
    const choice = await office.say('kirsten', 'Må jeg forlænge tilbuddet for Torben Vindfelt til 31. maj?');
    expect(titles(choice)).toEqual([
      'vejledning og opkvalificering (o1), 2. februar 2026 – 30. april 2026',
      'vejledning og opkvalificering (o2), 1. marts 2026 – 30. april 2026',
    ]);
    const view = await office.press('kirsten', choice, 'choose', {}, 'o2');
    expect(view).toMatchObject({ view: 'decision' });
  });

  test('are not chosen by an old button once the talk has moved on', async () => {
    await open([
      ['C-1', named('Mette Vindfelt')],
      ['C-2', named('Mette Tornhøj')],
    ]);
    const choice = await office.say('kirsten', 'Må jeg forlænge tilbuddet for Mette til 31. maj?');
    await office.press('kirsten', choice, 'choose', {}, 'Tornhøj');
    const late = await office.press('kirsten', choice, 'choose', {}, 'Vindfelt');
    expect(everything(late)).toContain('er vi gået videre fra');
  });
});

describe('A start', () => {
  test('of a kind the catalogue has asks which entry, and takes the one chosen', async () => {
    await open([['C-1', named('Torben Vindfelt')]], undefined, [mentor]);
    const choice = await office.say('kirsten', 'Må jeg starte vejledning for Torben Vindfelt fra 4. maj i 8 uger?');
    expect(titles(choice)).toEqual(['Vejen Frem', 'Et, der ikke står i kataloget']);
    const view = await office.press('kirsten', choice, 'choose', {}, 'Vejen');
    expect(view.headline.about).toContain('Vejen Frem fra 4. maj 2026');
    expect(everything(view)).toContain('fra mandag den 4. maj 2026 til søndag den 28. juni 2026');
  });

  test('without a date says that today was assumed, asks for it, and sends no request before', async () => {
    await open([['C-1', named('Torben Vindfelt')]], needsLead);
    const view = await office.say('kirsten', 'Må jeg starte virksomhedspraktik for Torben Vindfelt?');
    expect(everything(view)).toContain('Du har ikke skrevet en startdato');
    expect(view.actions.map(({ verb }) => verb)).not.toContain('request-approval');
    const dated = await office.press('kirsten', view, 'answer-facts', { 'offer.starts': '2026-05-04' });
    expect(dated.headline.about).toContain('fra 4. maj 2026');
    expect(dated.actions[0]?.verb).toBe('request-approval');
  });

  test('without a date stays without a request, wherever the talk has gone since', async () => {
    await open([['TST-2026-00417', named('Torben Vindfelt')]], (record, question) =>
      question.kind === 'start-offer' && record.citizen.attendableHours === undefined
        ? { outcome: 'needs-info', missing: ['citizen.attendableHours'] }
        : needsLead(),
    );
    const view = await office.say('kirsten', 'Må jeg starte virksomhedspraktik i TST-2026-00417?');
    await office.say('kirsten', 'Hvilke frister er der i TST-2026-00417?');
    const later = await office.press('kirsten', view, 'answer-facts', { 'citizen.attendableHours': '12' });
    expect(later.actions.map(({ verb }) => verb)).not.toContain('request-approval');
    const [button] = later.actions;
    const made = await office.click('kirsten', { verb: 'request-approval', data: button?.data });
    expect(everything(made)).toContain('startdato, ingen har valgt');
    expect((await office.item('TST-2026-00417')).requests).toEqual([]);
  });
});

test('A citizen’s name is never in the title, which the notification shows', async () => {
  await open([
    ['TST-2026-00417', { ...named('Torben Vindfelt'), offers: [runningOffer, { ...runningOffer, id: 'o2' }] }],
  ]);
  for (const text of [
    'Vis TST-2026-00417',
    'Må jeg forlænge tilbuddet i TST-2026-00417?',
    'Må jeg forlænge løntilskuddet i TST-2026-00417?',
  ]) {
    const { headline } = await office.say('kirsten', text);
    expect(headline.title).not.toContain('Torben');
    expect(headline.about).toBe('TST-2026-00417 · Torben Vindfelt');
  }
});

describe('Where others read along', () => {
  test('the answer has no name, no facts and no buttons', async () => {
    await open([['TST-2026-00417', named('Mette Vindfelt')]], needsLead);
    const view = await office.say('kirsten', 'Må jeg forlænge tilbuddet for Mette Vindfelt til 31. maj?', 'channel');
    expect(everything(view)).toContain('TST-2026-00417');
    expect(everything(view)).not.toContain('Mette');
    expect(view.actions).toEqual([]);
  });

  test('the offers of a case are not listed to choose from', async () => {
    const offers = [runningOffer, { ...runningOffer, id: 'o2', kind: 'internship' as const }];
    await open([['TST-2026-00417', { ...named('Mette Vindfelt'), offers }]]);
    const view = await office.say('kirsten', 'Må jeg forlænge tilbuddet i TST-2026-00417?', 'channel');
    expect(view.headline).toMatchObject({ title: 'Hvilket tilbud gælder det?', about: 'TST-2026-00417' });
    expect(everything(view)).not.toContain('praktik');
    expect(view.actions).toEqual([]);
  });

  test('the examples and the case overview speak of numbers', async () => {
    await open([['TST-2026-00417', named('Mette Vindfelt')]]);
    expect(everything(await office.say('kirsten', 'hvad kan du?', 'groupChat'))).not.toContain('Mette');
    const shown = await office.say('kirsten', 'Vis TST-2026-00417', 'groupChat');
    expect(everything(shown)).not.toContain('Mette');
    expect(everything(shown)).not.toContain('Kontanthjælp');
  });
});

describe('What is not answered', () => {
  test('gets examples from the asker’s own cases that work when pressed', async () => {
    await open([['TST-2026-00417', named('Mette Vindfelt')]]);
    const view = await office.say('kirsten', 'blå elefanter');
    expect(titles(view)).toContain('Må jeg forlænge vejledning og opkvalificering for Mette Vindfelt?');
    const asked = await office.press('kirsten', view, 'ask', {}, 'Må jeg forlænge');
    expect(asked).toMatchObject({ view: 'decision' });
  });

  test('a CPR number stands for nobody: not for the case spoken of before, and not for the only one there is', async () => {
    await open([['C-1', named('Torben Vindfelt')]]);
    const ask = () => office.say('kirsten', 'Må jeg forlænge forløbet for borger 320190-1234 til 31. maj?');
    expect((await ask()).headline.title).toBe('Hvilken sag gælder det?');
    await office.say('kirsten', 'Hvilke frister er der for Torben Vindfelt?');
    expect((await ask()).headline.title).toBe('Hvilken sag gælder det?');
    const deadlines = await office.say('kirsten', 'Hvilke frister er der for 320190-1234?');
    expect(deadlines.headline.title).toBe('Hvilken sag gælder det?');
  });

  test('a CPR number is pointed out, and is not repeated', async () => {
    await open([['C-1', named('Torben Vindfelt')]]);
    const view = await office.say('kirsten', 'Hvilke frister er der for 311299-9999?');
    expect(everything(view)).toContain('CPR-nummer');
    expect(everything(view)).not.toContain('311299');
  });
});

describe('An extension', () => {
  test('that would end before the offer does is questioned, not judged', async () => {
    await open([['C-1', named('Torben Vindfelt')]]);
    const view = await office.say('kirsten', 'Må jeg forlænge tilbuddet for Torben Vindfelt til 15. april 2026?');
    expect(view).toMatchObject({ view: 'message', headline: { title: 'En forlængelse skal gå længere frem' } });
  });

  test('by a number of weeks is counted from the day after the offer ends, and shown', async () => {
    await open([['C-1', named('Torben Vindfelt')]]);
    const view = await office.say('kirsten', 'Må jeg forlænge tilbuddet for Torben Vindfelt med 4 uger?');
    expect(everything(view)).toContain('Jeg læser det som torsdag den 28. maj 2026.');
  });

  test('of an offer the case does not have shows which it has', async () => {
    await open([['C-1', named('Torben Vindfelt')]]);
    const view = await office.say('kirsten', 'Må jeg forlænge løntilskuddet for Torben Vindfelt til 31. maj?');
    expect(view.headline).toMatchObject({
      title: 'Jeg kan ikke se løntilskud i sagen. Den har:',
      about: 'C-1 · Torben Vindfelt',
    });
  });
});

test('Facts of the citizen in a sentence are not recorded, and the answer says so', async () => {
  await open([['C-1', named('Torben Vindfelt')]]);
  const view = await office.say(
    'kirsten',
    'Må jeg forlænge tilbuddet for Torben Vindfelt til 31. maj? Han har en autismediagnose',
  );
  expect(everything(view)).toContain('Jeg har ikke ændret noget i sagen');
  expect((await office.item('C-1')).record.citizen).toEqual({ name: 'Torben Vindfelt' });
});

test('A talk is forgotten the next day', async () => {
  await open([
    ['C-1', named('Torben Vindfelt')],
    ['C-2', named('Mette Tornhøj')],
  ]);
  await office.say('kirsten', 'Hvilke frister er der for Torben Vindfelt?');
  office.setDay('2026-04-02');
  const view = await office.say('kirsten', 'Hvad er næste skridt?');
  expect(view.headline.title).toBe('Hvilken sag gælder det?');
});

test('A turn in English is answered in English', async () => {
  await open([['C-1', named('Torben Vindfelt')]]);
  const view = await office.say(
    'kirsten',
    'Can I extend the offer for Torben Vindfelt until 31 May?',
    'personal',
    'en',
  );
  expect(view.headline.title).toBe('Yes, the offer can be extended');
  expect(everything(view)).toContain('I read that as Sunday');
});
