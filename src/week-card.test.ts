import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fakeJudge } from '../test/support/fake-judge.ts';
import { fixtureShelf } from '../test/support/fixture-shelf.ts';
import { openTalk, type TalkingOffice, texts } from '../test/support/talk.ts';
import { createWeek } from './week-card.ts';

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk((...asked) => fakeJudge()(...asked), [], fixtureShelf('targets'));
});
afterEach(() => office.store.close());

const job = { municipality: 'testby', day: '2026-04-01' };
const week = (who: string, notes?: string[]) => {
  const { store, shelf, directory } = office.services;
  return createWeek({ store, shelf, directory, say: texts })(job, office.person(who), notes);
};

test('A lead is sent their week: without a button for what they have, and with the cases it names', async () => {
  await office.asked('C-1');
  const { view, cases, shown } = await week('lone', ['Overblikket skulle være kommet kl. 8.']);
  expect(view).toMatchObject({ view: 'week', notes: ['Overblikket skulle være kommet kl. 8.'] });
  expect(view?.actions.map(({ verb }) => verb)).toEqual(['show-targets']);
  expect(cases).toEqual(['C-1']);
  expect(shown).toEqual({ counts: { overdue: 0, soon: 0, undated: 0 }, worst: [], open: [] });
});

test('Somebody who leads no team any more is sent nothing', async () => {
  expect(await week('kirsten')).toEqual({
    cases: [],
    shown: { counts: { overdue: 0, soon: 0, undated: 0 }, worst: [], open: [] },
  });
});

test('Whoever stands in for a lead on that day is sent the lead’s', async () => {
  const mona = { ...office.person('mona'), substituteFor: [{ person: 'lone', from: '2026-03-30', to: '2026-04-05' }] };
  const { store, shelf, directory } = office.services;
  const made = createWeek({ store, shelf, directory, say: texts });
  expect((await made(job, mona)).view).toBeDefined();
  expect((await made({ ...job, day: '2026-04-06' }, mona)).view).toBeUndefined();
});
