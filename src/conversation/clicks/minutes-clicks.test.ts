import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { askedFor, dear, openMeeting } from '../../../test/support/meeting.ts';
import type { TalkingOffice } from '../../../test/support/talk.ts';
import type { MessageView, View } from '../../cards/views.ts';
import { createAssistant } from '../create-assistant.ts';

let office: TalkingOffice;
beforeEach(async () => {
  office = await openMeeting();
});
afterEach(() => office.store.close());

const message = (view: View): MessageView => {
  if (view.view !== 'message') throw new Error(`a ${view.view}: ${view.headline.title}`);
  return view;
};
const lines = (view: View) => message(view).lines.map(({ text }) => text);
const form = async (who = 'lone') => {
  const agenda = await office.say(who, 'hvad skal på sparringsmødet?');
  return message(await office.press(who, agenda, 'write-minutes'));
};
/** What is filled in on the card, seen before it is recorded. */
const check = async (filled: Record<string, string>, who = 'lone') =>
  message(await office.press(who, await form(who), 'check-minutes', filled));
const record = (view: View, who = 'lone') => office.press(who, view, 'record-minutes');

describe('Minutes of a meeting', () => {
  test('list the requests that wait for a discussion of the writer’s, each with its outcome and a reason', async () => {
    await askedFor(office, 'C-1');
    await askedFor(office, 'C-2');
    const { inputs } = await form();
    expect(inputs.map(({ id, label }) => [id, label])).toEqual([
      ['outcome1', expect.stringMatching(/^C-1 .*\(TST-03\)$/)],
      ['reason1', 'Begrundelse i C-1, hvis I siger nej'],
      ['outcome2', expect.stringMatching(/^C-2 .*\(TST-03\)$/)],
      ['reason2', 'Begrundelse i C-2, hvis I siger nej'],
    ]);
    expect(inputs[0]).toMatchObject({ value: 'open' });
  });

  test('show what will be recorded, and record nothing before the click', async () => {
    await askedFor(office, 'C-1', dear);
    await askedFor(office, 'C-2');
    await askedFor(office, 'C-3');
    const view = await check({
      outcome1: 'approved',
      outcome2: 'declined',
      reason2: 'Der er en plads i en virksomhed',
    });
    expect(view.headline.title).toBe('Bliver de her 2 punkter registreret rigtigt?');
    expect(view.lines).toMatchObject([
      {
        text: expect.stringMatching(/^C-1 .*: drøftet, ja \(TST-03\)\.$/),
        place: expect.stringContaining('Vurdering fra jobkonsulenten'),
      },
      {
        text: expect.stringMatching(/^C-2 .*: drøftet, nej \(TST-03\)\. Begrundelse: Der er en plads i en virksomhed$/),
        place: 'Dermed er anmodningen afvist.',
      },
    ]);
    for (const id of ['C-1', 'C-2']) expect((await office.request(id)).needs.some(({ given }) => given)).toBe(false);
  });

  test('are recorded as one sign-off each: the discussion, by the writer, today, and nothing else', async () => {
    await askedFor(office, 'C-1', dear);
    await askedFor(office, 'C-2');
    await askedFor(office, 'C-3');
    const view = await record(
      await check({ outcome1: 'approved', outcome2: 'declined', reason2: 'Nej tak', outcome3: 'approved' }),
    );
    expect(view.headline.title).toBe('Referatet er registreret');
    expect(lines(view)).toEqual([
      expect.stringMatching(
        /^C-1 .*: drøftelsen er registreret\. Anmodningen venter stadig på: Vurdering fra jobkonsulenten\.$/,
      ),
      expect.stringMatching(/^C-2 .*: jeres nej er registreret, og anmodningen er afvist\.$/),
      expect.stringMatching(/^C-3 .*: drøftelsen er registreret, og anmodningen er godkendt\.$/),
    ]);
    const given = { rule: 'TST-03', by: 'lone', role: 'functional-lead', on: '2026-04-01' };
    expect(await office.request('C-1')).toMatchObject({
      state: 'open',
      needs: [{ form: 'discussion', given: { ...given, answer: 'approved' } }, { form: 'assessment' }],
    });
    expect(await office.request('C-2')).toMatchObject({
      state: 'rejected',
      ended: { by: 'lone', reason: 'Nej tak' },
      needs: [{ given: { ...given, answer: 'declined', reason: 'Nej tak' } }],
    });
    const { audit, record: kept } = await office.item('C-3');
    expect(kept.offers?.[0]?.ends).toBe('2026-05-31');
    expect(audit.map(({ what, by }) => `${what} by ${by}`).slice(-2)).toEqual([
      'sign-off-given by lone',
      'request-approved by lone',
    ]);
  });

  test('are recorded once, however often the click comes', async () => {
    await askedFor(office, 'C-1', dear);
    const checked = await check({ outcome1: 'approved' });
    await Promise.all([record(checked), record(checked)]);
    const before = await office.item('C-1');
    expect((await record(checked)).headline.title).toBe('Referatet er registreret');
    expect(await office.item('C-1')).toEqual(before);
    expect(before.audit.filter(({ what }) => what === 'sign-off-given')).toHaveLength(1);
  });

  test('go on page by page', async () => {
    for (const number of [1, 2, 3, 4, 5, 6]) await askedFor(office, `C-${number}`);
    const first = await form();
    expect(first.paragraphs).toContain('Der er 1 punkt til på næste side.');
    const second = message(await office.press('lone', first, 'write-minutes'));
    expect(second.inputs.map(({ label }) => label).join()).toMatch(/^C-6/);
    const checked = await office.press('lone', second, 'check-minutes', { outcome1: 'approved' });
    await record(checked);
    expect((await office.request('C-6')).state).toBe('approved');
    expect((await office.request('C-1')).state).toBe('open');
  });
});

describe('Minutes that are not filled in right are not shown for recording', () => {
  test.each([
    ['nothing is marked', {}, 'Du har ikke markeret noget som drøftet.'],
    ['a no has no reason', { outcome1: 'declined', reason1: ' ' }, 'Skriv en begrundelse, når I siger nej: C-1.'],
    [
      'a reason is too long',
      { outcome1: 'declined', reason1: 'x'.repeat(4001) },
      'Begrundelsen er for lang. Skriv højst 4.000 tegn: C-1.',
    ],
  ])('when %s', async (_what, filled: Record<string, string>, said) => {
    await askedFor(office, 'C-1');
    const view = await check(filled);
    expect(view.paragraphs[0]).toBe(said);
    expect(view.actions).toEqual([]);
  });
});

describe('An item that cannot be recorded', () => {
  test('because somebody else was first is told, and the others are recorded', async () => {
    const { id } = await askedFor(office, 'C-1', dear);
    await askedFor(office, 'C-2');
    const checked = await check({ outcome1: 'approved', outcome2: 'approved' });
    await office.approve('lars', await office.request('C-1'));
    const view = message(await record(checked));
    expect(view.headline.title).toBe('1 af 2 punkter er registreret');
    expect(lines(view)).toEqual([
      'C-1: ikke registreret. En anden har allerede svaret på det, du kan give. Dit klik ændrede ikke noget.',
      expect.stringContaining('C-2'),
    ]);
    expect((await office.request('C-1')).needs[0]?.given?.by).toBe('lars');
    expect(id).toBe((await office.request('C-1')).id);
    const shown = await office.press('lone', view, 'ask');
    expect(shown).toMatchObject({ view: 'request' });
  });

  test('because the facts have changed is told, and the request has its new revision', async () => {
    await askedFor(office, 'C-1');
    const checked = await check({ outcome1: 'approved' });
    await office.setPrice('C-1', 2500);
    const view = message(await record(checked));
    expect(view.headline.title).toBe('Der blev ikke registreret noget');
    expect(lines(view)[0]).toContain('C-1: ikke registreret. Sagen er ændret');
    expect(await office.request('C-1')).toMatchObject({ revision: 2, state: 'open' });
    // Marked anew it can be recorded.
    await record(await check({ outcome1: 'approved' }));
    expect((await office.request('C-1')).state).toBe('approved');
  });

  test('because the store does not answer is told, and clicking again does only what is left', async () => {
    await askedFor(office, 'C-1');
    await askedFor(office, 'C-2');
    const checked = await check({ outcome1: 'approved', outcome2: 'approved' });
    const problems: string[] = [];
    const { services } = office;
    const failing = createAssistant({
      ...services,
      log: { problem: (code) => problems.push(code) },
      requests: {
        ...services.requests,
        answer: (person, click) =>
          click.requestId.includes('C-2')
            ? Promise.reject(new Error('no disk'))
            : services.requests.answer(person, click),
      },
    });
    const button = checked.actions[0];
    const turn = {
      person: office.person('lone'),
      language: 'da' as const,
      conversation: { id: 'personal-lone', type: 'personal' as const },
      activityId: 'a-1',
      now: '2026-04-01T10:00:00Z',
      today: '2026-04-01',
    };
    const { view } = await failing.click(turn, { verb: 'record-minutes', data: button?.data });
    expect(view.headline.title).toBe('1 af 2 punkter er registreret');
    expect(lines(view)[1]).toBe('C-2: ikke registreret. Det lykkedes ikke at gemme lige nu.');
    expect(problems).toEqual(['minutes-not-recorded']);
    const before = await office.item('C-1');
    const again = await office.press('lone', view, 'record-minutes');
    expect(again.headline.title).toBe('Referatet er registreret');
    expect(await office.item('C-1')).toEqual(before);
    expect((await office.request('C-2')).state).toBe('approved');
  });

  test('is left out when it is checked, with why', async () => {
    await askedFor(office, 'C-1');
    await askedFor(office, 'C-2');
    await askedFor(office, 'C-3');
    const filled = await form();
    await office.approve('lars', await office.request('C-1'));
    await office.setPrice('C-2', 2500);
    await office.approve('lars', await office.request('C-2'));
    const marked = { outcome1: 'approved', outcome2: 'approved', outcome3: 'approved' };
    const view = await office.press('lone', filled, 'check-minutes', marked);
    expect(view.headline.title).toBe('Bliver det her registreret rigtigt?');
    expect(lines(view)).toEqual([
      expect.stringMatching(/^C-3/),
      expect.stringContaining('C-1: Der er ikke længere en drøftelse at registrere.'),
      expect.stringContaining('C-2: Anmodningen er ændret, siden referatet blev vist.'),
    ]);
  });
});

describe('Who writes minutes', () => {
  test('not the one who asked, nor anybody whose role cannot give the discussion', async () => {
    const request = await askedFor(office, 'C-1');
    for (const who of ['kirsten', 'mona', 'jens', 'anders']) {
      expect((await office.say(who, 'hvad skal på sparringsmødet?')).actions.map(({ verb }) => verb)).not.toContain(
        'write-minutes',
      );
      const none = await office.click(who, { verb: 'write-minutes', data: { from: 0 } });
      expect(none.headline.title).toBe('Der er ikke noget, du kan skrive referat af');
      const made = { request1: request.id, revision1: 1, outcome1: 'approved' };
      const forged = await office.click(who, { verb: 'check-minutes', data: made });
      expect(forged.headline.title).toBe('Der er ikke noget at registrere');
      expect(forged.actions).toEqual([]);
    }
    expect((await office.request('C-1')).needs[0]?.given).toBeUndefined();
  });

  test('a case one may not see is answered like one that does not exist', async () => {
    const request = await askedFor(office, 'C-1');
    const answer = async (requestId: string) => {
      const data = { request1: requestId, revision1: 1, outcome1: 'approved' };
      return JSON.stringify(await office.click('anders', { verb: 'check-minutes', data }));
    };
    expect((await answer(request.id)).replaceAll('C-1', 'C-9')).toBe(await answer(request.id.replace('C-1', 'C-9')));
  });

  test('everybody in their own chat', async () => {
    await askedFor(office, 'C-1');
    const checked = await check({ outcome1: 'approved' });
    for (const verb of ['write-minutes', 'check-minutes', 'record-minutes']) {
      const data = { from: 0, ...checked.actions[0]?.data };
      expect((await office.click('lone', { verb, data }, 'groupChat')).headline.title).toBe(
        'Det klarer vi i vores egen chat',
      );
    }
    expect((await office.request('C-1')).state).toBe('open');
  });

  test('by their own check: another’s, or one gone on from, records nothing', async () => {
    await askedFor(office, 'C-1');
    const checked = await check({ outcome1: 'approved' });
    await check({ outcome1: 'declined', reason1: 'Nej' });
    for (const who of ['lone', 'lars'])
      expect((await record(checked, who)).headline.title).toBe('Dit klik ændrede ikke noget');
    expect((await office.request('C-1')).state).toBe('open');
  });
});
