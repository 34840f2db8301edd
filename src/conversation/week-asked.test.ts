import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fakeJudge } from '../../test/support/fake-judge.ts';
import { fixtureShelf } from '../../test/support/fixture-shelf.ts';
import { caseRecord } from '../../test/support/office.ts';
import { openTalk, type TalkingOffice } from '../../test/support/talk.ts';
import { HELD_OUT, heldOut } from '../../test/understanding/held-out.ts';
import type { View } from '../cards/views.ts';
import { readWish } from './digest-setup/read-wish.ts';
import { asksForWeek } from './week-asked.ts';

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk((...asked) => fakeJudge()(...asked), [], fixtureShelf('targets'));
});
afterEach(() => office.store.close());

const everything = (view: View): string => JSON.stringify(view);

describe('The week’s overview is asked for', () => {
  test.each([
    'ugens overblik',
    'Vis ugens overblik!',
    'Hej Makker, kan du vise mig ugens overblik for mit team?',
    'send mig ugeoverblikket, tak',
    'Hvordan går ugen i mit team?',
    'hvordan gik ugen',
    'weekly overview',
    'Please show me the week’s overview',
    'Can I see the weekly overview for my team?',
    'How’s the week going?',
  ])('by “%s”', (text) => expect(asksForWeek(text)).toBe(true));

  test.each([
    'send mig ugens overblik mandag kl. 8',
    'stop ugens overblik',
    'vis overblikket',
    'hvordan går det med Mette',
    'hvad haster i ugen',
    'ugens overblik for TST-2026-00001',
    'hvordan går ugen for Mette',
    '',
  ])('but not by “%s”', (text) => expect(asksForWeek(text)).toBe(false));

  test('and by none of the sentences that caseworkers write about cases', () => {
    const sentences = HELD_OUT.flatMap(heldOut).map(({ text }) => text);
    expect(sentences.filter(asksForWeek)).toEqual([]);
  });
});

describe('The week’s overview', () => {
  test('tells a lead of their team, of what waits and of what ran out, without a citizen’s name', async () => {
    await office.asked('C-1');
    await office.asked('C-2');
    await office.cases.add(caseRecord('testby', 'C-3'));
    office.setDay('2026-04-13');
    const view = await office.say('lone', 'ugens overblik');
    expect(view).toMatchObject({ view: 'week', headline: { about: 'nord · mandag den 13. april 2026' } });
    expect(everything(view)).toContain('2 anmodninger venter på svar, den ældste i 5 arbejdsdage');
    expect(everything(view)).toContain('Ældst: C-1, spurgt af kirsten Opdigtet · Venter på funktionslederen (2)');
    expect(everything(view)).not.toContain('Mette');
    expect(everything(view)).toContain('Planens mål for hele kommunen');
    office.setDay('2026-05-20');
    await office.requests.tendAll('testby');
    const later = everything(await office.say('lone', 'How was the week?', 'personal', 'en'));
    expect(later).toContain('2 requests were not decided in time in the last 7 days');
    expect(later).toMatch(/C-[12] ran out on .* unanswered/);
  });

  test('has a button that has it sent every Monday, until it is', async () => {
    const view = await office.say('lone', 'vis ugens overblik');
    const { text } = view.actions.find(({ verb }) => verb === 'ask')?.data ?? {};
    expect(readWish(String(text))).toEqual({ of: 'week', do: 'send', at: '08:00', weekday: 1 });
    const english = await office.say('lone', 'weekly overview', 'personal', 'en');
    expect(readWish(String(english.actions[0]?.data['text']))).toEqual({
      of: 'week',
      do: 'send',
      at: '08:00',
      weekday: 1,
    });
    const stored = await office.store.read('person', 'testby', 'lone');
    if (stored === undefined) throw new Error('Lone works here');
    await office.store.replace('person', { ...stored.item, weekAt: { weekday: 1, at: '08:00' } }, stored.etag);
    expect((await office.say('lone', 'vis ugens overblik')).actions.map(({ verb }) => verb)).toEqual(['show-targets']);
  });

  test('is not shown to somebody who leads no team; they hear who can see it', async () => {
    const view = await office.say('kirsten', 'ugens overblik');
    expect(view.headline.title).toBe('Ugens overblik er for dem, der leder et team');
    expect(everything(view)).toContain('Det kan lars Opdigtet og lone Opdigtet se.');
  });

  test('is told in the own chat only', async () => {
    await office.asked('C-1');
    const view = await office.say('lone', 'ugens overblik', 'channel');
    expect(view.headline.title).toBe('Ugens overblik viser jeg i vores egen chat');
    expect(everything(view)).not.toContain('C-1');
  });
});
