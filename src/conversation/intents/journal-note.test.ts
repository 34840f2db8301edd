import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';
import { createAssistant } from '../create-assistant.ts';
import type { View } from '../../cards/views.ts';
import type { Language } from '../../contract/language.ts';

const source = { document: 'Opdigtet plan', section: 'Principper', line: 12 };
const CASE = 'TST-2026-00001';

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk((record, question) => {
    const end = question.kind === 'extend-offer' ? question.until : undefined;
    const answered = record.offers?.[0]?.signOffs?.find(({ forEnd }) => forEnd === end);
    const status = answered?.answer ?? 'open';
    return {
      outcome: status === 'open' ? 'needs-approval' : status === 'approved' ? 'allowed' : 'denied',
      ...(end === undefined ? {} : { until: end }),
      findings: [
        {
          rule: 'RULE-1',
          effect: 'approval',
          text: { text: { da: 'Det skal drøftes.', en: 'It must be discussed.' }, values: {} },
          source,
          reads: [],
        },
        {
          rule: 'RULE-2',
          effect: 'advises',
          text: { text: { da: 'Overvej et kortere forløb.', en: 'Consider a shorter course.' }, values: {} },
          source: { ...source, line: 14 },
          reads: [],
        },
      ],
      approvals: [{ rule: 'RULE-1', form: 'discussion', roles: ['functional-lead'], status }],
      reads: {
        'benefit.type': 'kontanthjaelp',
        'offer.pricePerWeek': 2000,
        'offer.ends': '2026-04-30',
        'citizen.newGraduate': false,
        events: [],
      },
    };
  });
  await office.cases.add(
    caseRecord('testby', CASE, { citizen: { name: 'Mette Opdigtet', diagnosedAutism: true, newGraduate: false } }),
  );
});
afterEach(() => office.store.close());

const noteOf = (view: View): string => {
  const input = view.view === 'message' ? view.inputs[0] : undefined;
  if (input?.type !== 'text' || input.value === undefined) throw new Error(`no note in ${JSON.stringify(view)}`);
  return input.value;
};
const askedFor = async (language: Language = 'da'): Promise<View> =>
  office.say('kirsten', `Må jeg forlænge ${CASE} til 31. maj 2026?`, 'personal', language);

describe('A note for the case file', () => {
  test('tells the question, the answer, what it rests on, each rule with its place, and what it is not', async () => {
    await askedFor();
    const note = noteOf(await office.say('kirsten', 'lav et journalnotat om svaret'));
    expect(note.split('\n')).toEqual([
      'NOTAT: vejledning fra Makker',
      `Sag: ${CASE}, Mette Opdigtet`,
      'Dato: 1. april 2026',
      'Spurgt af: kirsten Opdigtet',
      'Spørgsmål: forlængelse af vejledning og opkvalificering til 31. maj 2026',
      'Svar: Ja, når det er drøftet med funktionslederen',
      'Efter: Opdigtet plan, gældende fra 1. januar 2026',
      '',
      'Oplysninger, svaret bygger på:',
      '- Ydelse: Kontanthjælp',
      '- Hvad koster tilbuddet om ugen? 2.000 kr.',
      '- Hvornår slutter tilbuddet? 30. april 2026',
      '- Er borgeren nyuddannet? nej',
      '- Registrerede hændelser: ingen',
      '',
      'Regler:',
      '- Det skal drøftes. (RULE-1 · Opdigtet plan, Principper, linje 12)',
      '',
      'Hensyn og råd i planen:',
      '- Overvej et kortere forløb. (RULE-2 · Opdigtet plan, Principper, linje 14)',
      '',
      'Godkendelser:',
      '- Skal drøftes med funktionslederen (RULE-1). Er ikke givet.',
      '',
      'Notatet gengiver Makkers vejledning til sagsbehandleren om kommunens egen plan. Det er ikke en afgørelse over for borgeren.',
      expect.stringMatching(new RegExp(`^Svarets nummer: testby~${CASE}~`)),
    ]);
    expect(note).not.toMatch(/autis/i);
  });

  test('tells who decided, when and why', async () => {
    const answer = await askedFor();
    await office.press('kirsten', answer, 'request-approval');
    await office.decline('lone', await office.request(CASE), 'Der er ingen effekt endnu.');
    const note = noteOf(await office.say('kirsten', 'notat til sagen'));
    expect(note).toContain('- kirsten Opdigtet bad om godkendelse 1. april 2026');
    expect(note).toMatch(/- Drøftelse med funktionslederen: lone Opdigtet sagde nej 1. april 2026. \(RULE-1\)/);
    expect(note).toMatch(/Afvist af lone Opdigtet .* Begrundelse: Der er ingen effekt endnu\./);
  });

  test('is about the answer as it was given, whatever has happened in the case since', async () => {
    await askedFor();
    const before = noteOf(await office.say('kirsten', 'notat til sagen'));
    await office.setPrice(CASE, 4000);
    expect(noteOf(await office.say('kirsten', 'notat til sagen'))).toBe(before);
  });

  test('is about the last decided request where nothing was asked in this talk', async () => {
    await office.press('kirsten', await askedFor(), 'request-approval');
    await office.approve('lone', await office.request(CASE));
    office.setDay('2026-04-02');
    const note = noteOf(await office.say('kirsten', `skriv et journalnotat til ${CASE}`));
    expect(note).toContain('Dato: 1. april 2026');
    expect(note).toMatch(/Godkendt af lone Opdigtet/);
  });

  test('is written of deadlines and of a next step as well', async () => {
    await office.say('kirsten', `Hvilke frister er der i ${CASE}?`);
    expect(noteOf(await office.say('kirsten', 'notat til sagen'))).toContain('Svar: 0 åbne frister, overskredet: 0');
    await office.say('kirsten', `Hvad er næste skridt i ${CASE}?`);
    expect(noteOf(await office.say('kirsten', 'notat til sagen'))).toContain('Spørgsmål: næste skridt');
  });

  test('asks for a question first where there is no answer', async () => {
    const view = await office.say('kirsten', `skriv et journalnotat til ${CASE}`);
    expect(view.headline.title).toBe('Jeg husker ikke noget svar om sagen');
  });

  test('is not written when the answer cannot be restored', async () => {
    await askedFor();
    const read: TalkingOffice['services']['receipts']['read'] = async (municipality, id) => {
      const found = await office.receipts.read(municipality, id);
      return found && { ...found, receipt: { ...found.receipt, outcome: 'denied' } };
    };
    const changed = createAssistant({ ...office.services, receipts: { ...office.receipts, read } });
    const { view } = await changed.say(
      {
        person: office.person('kirsten'),
        language: 'da',
        conversation: { id: 'personal-kirsten', type: 'personal' },
        activityId: 'a-2',
        now: '2026-04-01T10:00:00Z',
        today: '2026-04-01',
      },
      'notat til sagen',
    );
    expect(view.headline.title).toBe('Jeg kan ikke genskabe svaret');
  });

  test('is never shown where others read along', async () => {
    await askedFor();
    for (const where of ['channel', 'groupChat'] as const) {
      const view = await office.say('kirsten', `skriv et journalnotat til ${CASE}`, where);
      expect(view.headline.title).toBe('Notatet får du i vores egen chat');
      expect(JSON.stringify(view)).not.toContain('Mette');
    }
  });

  test('is not for somebody who may see the case but not ask in it, nor for one who may not see it', async () => {
    await askedFor();
    await office.cases.change('testby', CASE, (item) => ({
      item: { ...item, record: { ...item.record, team: 'vest' } },
      result: undefined,
    }));
    const view = await office.say('mona', `skriv et journalnotat til ${CASE}`);
    expect(view.headline.title).toBe(`Jeg kan ikke finde ${CASE}`);
  });

  test('is written in English, too', async () => {
    await askedFor('en');
    const note = noteOf(await office.say('kirsten', 'write a journal note about the answer', 'personal', 'en'));
    expect(note).toContain('Answer: Yes, once');
    expect(note).toContain('- What does the offer cost a week?');
    expect(note).toContain('It is not a decision towards the citizen.');
  });
});
