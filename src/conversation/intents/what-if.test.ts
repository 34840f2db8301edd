import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';
import type { View } from '../../cards/views.ts';
import type { Case } from '../../contract/case.ts';
import type { Question } from '../../contract/question.ts';

const ASK = 'Må jeg forlænge tilbuddet i TST-2026-00417 til 31. maj?';
const everything = (view: View) => JSON.stringify(view);
const verbs = (view: View) => view.actions.map(({ verb }) => verb);

/** Dear offers need the functional lead; with autism nothing does; the day and the end asked about are told. */
const judge = (record: Case, question: Question, _: unknown, today: string) => {
  const offer = question.kind === 'start-offer' ? question.offer : record.offers?.[0];
  const until = question.kind === 'extend-offer' ? question.until : offer?.starts;
  const told = { text: { da: `${today} ${until}`, en: '' }, values: {} };
  const source = { document: 'Opdigtet plan', section: 'Principper', line: 1 };
  const findings = [{ rule: 'RULE-1', effect: 'permits' as const, text: told, source, reads: [] }];
  const dear = (offer?.pricePerWeek ?? 0) > 1900 && record.citizen.diagnosedAutism !== true;
  const approval = { rule: 'RULE-1', form: 'discussion' as const, roles: ['functional-lead' as const] };
  return dear
    ? { findings, outcome: 'needs-approval' as const, approvals: [{ ...approval, status: 'open' as const }] }
    : { findings };
};

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk(judge);
  await office.cases.add(caseRecord('testby', 'TST-2026-00417'));
});
afterEach(() => office.store.close());

const say = (text: string) => office.say('kirsten', text);

describe('What if', () => {
  test('the price were another: the answer is marked, names it, stores nothing and takes no request', async () => {
    const real = await say(ASK);
    const before = await office.item('TST-2026-00417');
    const view = await say('hvad hvis den koster 1.850 om ugen?');
    expect(view.headline.title).toBe('Tænkt eksempel: Ja, tilbuddet kan forlænges');
    expect(view).toMatchObject({
      reading: expect.stringContaining('Pris: 1.850 kr. om ugen.'),
    });
    expect(real.headline.title).toBe('Ja, når det er drøftet med funktionslederen');
    expect(everything(view)).not.toContain('..');
    expect(await office.item('TST-2026-00417')).toEqual(before);
  });

  test('the answer needs approval: no request can be put on it, and it has no number', async () => {
    await say(ASK);
    const view = await say('hvad hvis den koster 2300 om ugen?');
    expect(view.headline.title).toBe('Tænkt eksempel: Ja, når det er drøftet med funktionslederen');
    expect(verbs(view)).not.toContain('request-approval');
    expect(view).not.toHaveProperty('reference');
    expect(view).toMatchObject({ inputs: [] });
  });

  test('the real answer is a button away, with the end that was asked about', async () => {
    await say(ASK);
    const view = await office.press('kirsten', await say('hvad hvis hun har autisme?'), 'ask-again');
    expect(view.headline.title).toBe('Ja, når det er drøftet med funktionslederen');
    expect(view.headline.about).toContain('til 31. maj 2026');
    expect(verbs(view)).toContain('request-approval');
  });

  test('a row of suppositions adds up, and the next real question forgets them', async () => {
    await say(ASK);
    await say('hvad hvis hun har autisme?');
    const both = await say('og hvis den koster 2400 om ugen?');
    expect(both.headline.title).toBe('Tænkt eksempel: Ja, tilbuddet kan forlænges');
    expect(everything(both)).toContain('Autismediagnose: Ja.');
    expect(everything(both)).toContain('2.400 kr.');
    const real = await say('og hvad med til udgangen af juni?');
    expect(real.headline.title).toBe('Ja, når det er drøftet med funktionslederen');
    expect(everything(real)).not.toContain('Tænkt');
    const later = await say('hvad hvis den koster 2500 om ugen?');
    expect(everything(later)).not.toContain('autisme');
    expect(later.headline.about).toContain('30. juni 2026');
  });

  test('one waits a month: an extension is asked about on that day, a start moves as a whole', async () => {
    await say(ASK);
    const waited = await say('hvad så hvis vi venter to uger?');
    expect(everything(waited)).toContain('Du spørger først 15. april 2026, og dagene tælles derfra.');
    expect(everything(waited)).toContain('2026-04-15 2026-05-31');
    const until = await say('hvad hvis vi venter til 20. april?');
    expect(everything(until)).toContain('2026-04-20 2026-05-31');
    await say('Må jeg starte virksomhedspraktik i TST-2026-00417 fra 4. maj i 4 uger?');
    const moved = await say('hvad hvis vi venter en måned?');
    expect(everything(moved)).toContain('Start: 4. juni 2026.');
    expect(everything(moved)).toContain('Slut: 30. juni 2026.');
  });

  test('one waits: what is left of a deadline counts from the day one waits until', async () => {
    const due = { rule: 'RULE-1', due: '2026-04-20', dueSoonFrom: '2026-04-01', undated: false };
    await office.store.close();
    office = await openTalk((...[, , , today]) => ({
      deadlines: [
        { ...due, name: { da: 'Samtale', en: 'Interview' }, status: today > due.due ? 'overdue' : 'due-soon' },
      ],
    }));
    await office.cases.add(caseRecord('testby', 'TST-2026-00417'));
    const left = (view: View) => (view.view === 'deadlines' ? view.entries.map((entry) => entry.left) : []);
    expect(left(await say('Hvilke frister er der i TST-2026-00417?'))).toEqual(['om 19 dage']);
    const week = await say('hvad hvis vi venter en uge?');
    expect(left(week)).toEqual(['om 12 dage']);
    expect(everything(week)).toContain('Du spørger først 8. april 2026, og dagene tælles derfra.');
    expect(left(await say('hvad hvis vi venter en måned?'))).toEqual(['11 dage over tiden']);
  });

  test('it starts in June, in English', async () => {
    await office.say('kirsten', 'May I start an internship in TST-2026-00417 from 4 May?', 'personal', 'en');
    const view = await office.say('kirsten', 'what if it starts in June?', 'personal', 'en');
    expect(view.headline.title).toMatch(/^Hypothetical: /);
    expect(view.headline.about).toContain('1 June 2026');
  });

  test('the end is before the offer’s own, or the fact is none of the question’s: that is said, and nothing is answered', async () => {
    await say(ASK);
    expect(everything(await say('hvad hvis det kun er til 10. april?'))).toContain('passer ikke sammen');
    expect(everything(await say('hvad hvis den koster 2.000.000 om ugen?'))).toContain('et tal fra 0 til 1.000.000');
    await say('Hvilke frister er der i TST-2026-00417?');
    expect(everything(await say('hvad hvis den koster 2300 om ugen?'))).toContain('Det kan jeg ikke ændre');
  });

  test('before anything was asked: the question is asked for', async () => {
    await say('Vis TST-2026-00417');
    const view = await say('hvad hvis hun har autisme?');
    expect(view.headline.title).toBe('Hvad skal jeg regne på?');
    expect(everything(view)).toContain('Stil først dit spørgsmål');
  });

  test('where others read along neither the fact nor the citizen is named', async () => {
    await office.say('kirsten', ASK, 'channel');
    const view = await office.say('kirsten', 'hvad hvis hun har autisme?', 'channel');
    expect(view.headline.title).toMatch(/^Tænkt eksempel/);
    expect(everything(view)).not.toMatch(/autisme|Mette/);
    expect(view.actions).toEqual([]);
  });

  test('a follow-up that names another price of a running offer is a supposition', async () => {
    await say(ASK);
    const view = await say('og til 1850 om ugen?');
    expect(view.headline.title).toBe('Tænkt eksempel: Ja, tilbuddet kan forlænges');
    expect((await office.item('TST-2026-00417')).record.offers?.[0]?.pricePerWeek).toBe(2000);
  });
});
