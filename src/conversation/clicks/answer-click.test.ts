import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';
import type { View } from '../../cards/views.ts';
import type { Case } from '../../contract/case.ts';
import type { Question } from '../../contract/question.ts';
import { auditIntact } from '../../cases/audit.ts';
import { createAssistant } from '../create-assistant.ts';

const everything = (view: View) => JSON.stringify(view);
const ASK = 'Må jeg forlænge tilbuddet i TST-2026-00417 til 31. maj?';
const approval = { form: 'discussion' as const, roles: ['functional-lead' as const] };

/**
 * The attendable hours and the likelihood are asked for; then the functional lead must be asked. Like the rules
 * themselves, it throws for an offer the case does not have.
 */
const judge = (record: Case, question: Question) => {
  if ('offerId' in question && record.offers?.every(({ id }) => id !== question.offerId))
    throw new RangeError('the rules are never asked about an offer the case does not have');
  const { attendableHours } = record.citizen;
  const missing = [
    ...(question.kind === 'extend-offer' && question.until === undefined ? ['question.until'] : []),
    ...(attendableHours === undefined ? ['citizen.attendableHours'] : []),
    ...(question.kind === 'extend-offer' && question.likelyJobOrEducation === undefined
      ? ['question.likelyJobOrEducation']
      : []),
  ];
  if (question.kind === 'deadlines') return {};
  if (missing.length > 0) return { outcome: 'needs-info' as const, missing };
  const given = record.offers?.[0]?.signOffs?.findLast(({ rule }) => rule === 'RULE-1')?.answer;
  return {
    outcome: given === undefined ? ('needs-approval' as const) : ('allowed' as const),
    approvals: [{ rule: 'RULE-1', ...approval, status: given ?? ('open' as const) }],
    reads: { 'citizen.attendableHours': attendableHours },
  };
};

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk(judge);
  await office.cases.add(caseRecord('testby', 'TST-2026-00417'));
});
afterEach(() => office.store.close());

const facts = { 'citizen.attendableHours': '12', 'question.likelyJobOrEducation': 'true' };
const answered = async () => office.press('kirsten', await office.say('kirsten', ASK), 'answer-facts', facts);
const put = async () => office.press('kirsten', await answered(), 'request-approval');
const leadsCard = async (who: string) => office.say(who, 'Hvad er status på anmodningen i TST-2026-00417?');

describe('Facts filled in on a card', () => {
  test('go into the case or the question, and the question is answered anew with a receipt of its own', async () => {
    const asked = await office.say('kirsten', ASK);
    const view = await office.press('kirsten', asked, 'answer-facts', facts);
    expect(view.headline.title).toBe('Ja, når det er drøftet med funktionslederen');
    const { record, audit } = await office.item('TST-2026-00417');
    expect(record.citizen.attendableHours).toBe(12);
    expect(audit.at(-1)).toMatchObject({ by: 'kirsten', what: 'fact-recorded' });
    expect(auditIntact(audit)).toBe(true);
    const [before, after] = [asked, view].map(({ actions }) => String(actions[0]?.data['decisionId']));
    expect(before).not.toBe(after);
    const read = await office.receipts.read('testby', after ?? '');
    expect(read?.facts?.question).toMatchObject({ until: '2026-05-31', likelyJobOrEducation: true });
  });

  test('may be filled in one at a time: what is left is asked for again', async () => {
    const asked = await office.say('kirsten', ASK);
    const view = await office.press('kirsten', asked, 'answer-facts', {
      'citizen.attendableHours': 12,
      'question.likelyJobOrEducation': '',
    });
    expect(view).toMatchObject({ inputs: [{ id: 'question.likelyJobOrEducation' }] });
  });

  test.each([
    ['a value the fact cannot have', { 'citizen.attendableHours': 'mange' }, 'et tal fra 0 til 168'],
    ['a fact nobody asks for', { 'citizen.name': 'En anden' }, 'ikke kender'],
    ['a fact of the case record’s own making', { __proto__x: 'true' }, 'ikke kender'],
    ['a fact the card did not ask for', { 'citizen.birthDate': '1980-01-01' }, 'ikke kender'],
    ['a broken path', { '%E0%A4%A': '1' }, 'ikke kender'],
  ])(
    'with %s change nothing: the card comes again with its inputs and says what is allowed',
    async (_, inputs, words) => {
      const asked = await office.say('kirsten', ASK);
      const before = await office.item('TST-2026-00417');
      const view = await office.press('kirsten', asked, 'answer-facts', inputs);
      expect(view).toMatchObject({ view: 'decision', inputs: 'inputs' in asked ? asked.inputs : [] });
      expect(everything(view)).toContain(words);
      expect(await office.item('TST-2026-00417')).toEqual(before);
    },
  );

  test('that a colleague has filled in since are left alone, and the question is answered anew', async () => {
    const asked = await office.say('kirsten', ASK);
    await office.press('mona', await office.say('mona', ASK), 'answer-facts', { 'citizen.attendableHours': '20' });
    const before = await office.item('TST-2026-00417');
    const view = await office.press('kirsten', asked, 'answer-facts', facts);
    expect(everything(view)).toContain('er udfyldt af en kollega imens');
    expect(view).toMatchObject({ view: 'decision', inputs: [{ id: 'question.likelyJobOrEducation' }] });
    expect(await office.item('TST-2026-00417')).toEqual(before);
  });

  test('delivered twice are recorded once', async () => {
    const asked = await office.say('kirsten', ASK);
    await office.press('kirsten', asked, 'answer-facts', facts);
    const once = await office.item('TST-2026-00417');
    const view = await office.press('kirsten', asked, 'answer-facts', facts);
    expect(view.headline.title).toBe('Ja, når det er drøftet med funktionslederen');
    expect(await office.item('TST-2026-00417')).toEqual(once);
  });

  test('are not taken when an extension would end before the offer does', async () => {
    const asked = await office.say('kirsten', 'Må jeg forlænge tilbuddet i TST-2026-00417?');
    const before = await office.item('TST-2026-00417');
    const view = await office.press('kirsten', asked, 'answer-facts', { 'question.until': '2026-04-02' });
    expect(everything(view)).toContain('passer ikke sammen');
    expect(await office.item('TST-2026-00417')).toEqual(before);
  });

  test('are not taken from somebody who may not see the case', async () => {
    const asked = await office.say('kirsten', ASK);
    const view = await office.press('anders', asked, 'answer-facts', facts);
    expect(everything(view)).toContain('ikke finde svaret');
    expect((await office.item('TST-2026-00417')).record.citizen.attendableHours).toBeUndefined();
  });
});

const withoutOffer = () =>
  office.cases.change('testby', 'TST-2026-00417', (item) => ({
    item: { ...item, record: { ...item.record, offers: [] } },
    result: undefined,
  }));

describe('An offer that is no longer in the case', () => {
  test('takes no facts, and nothing is recorded', async () => {
    const asked = await office.say('kirsten', ASK);
    await withoutOffer();
    const before = await office.item('TST-2026-00417');
    const view = await office.press('kirsten', asked, 'answer-facts', facts);
    expect(everything(view)).toContain('Tilbuddet er ikke i sagen længere. Stil spørgsmålet igen.');
    expect(await office.item('TST-2026-00417')).toEqual(before);
  });

  test('takes none either when it went while the click was on its way', async () => {
    const asked = await office.say('kirsten', ASK);
    const [button] = asked.actions;
    const person = office.person('kirsten');
    const seen = await office.cases.read('testby', 'TST-2026-00417');
    await withoutOffer();
    const cases = { ...office.cases, read: async () => seen };
    const late = createAssistant({ ...office.services, cases });
    const turn = {
      person,
      language: 'da' as const,
      conversation: { id: 'personal-kirsten', type: 'personal' as const },
      activityId: 'a-2',
      now: '2026-04-01T10:00:00Z',
      today: '2026-04-01',
    };
    const before = await office.item('TST-2026-00417');
    const reply = await late.click(turn, { verb: 'answer-facts', data: { ...button?.data, ...facts } });
    expect(everything(reply.view)).toContain('Tilbuddet er ikke i sagen længere');
    expect(await office.item('TST-2026-00417')).toEqual(before);
  });

  test('leaves its request on show; the click that comes then ends it', async () => {
    await put();
    const card = await leadsCard('lone');
    await withoutOffer();
    expect((await leadsCard('lone')).view).toBe('request');
    const view = await office.press('lone', card, 'reject', { reason: 'Tilbuddet er væk' });
    expect(view).toMatchObject({ view: 'request', headline: { title: 'Bortfaldet' } });
  });

  test('is not asked approval for: the answer says that the case has changed', async () => {
    const card = await answered();
    await withoutOffer();
    const view = await office.press('kirsten', card, 'request-approval');
    expect(everything(view)).toContain('Sagen er ændret, siden du fik svaret. Stil spørgsmålet igen.');
  });
});

test('Facts are not taken where others read along', async () => {
  const [button] = (await office.say('kirsten', ASK)).actions;
  const view = await office.click(
    'kirsten',
    { verb: 'answer-facts', data: { ...button?.data, ...facts } },
    'groupChat',
  );
  expect(view.headline.title).toBe('Det klarer vi i vores egen chat');
  expect((await office.item('TST-2026-00417')).record.citizen.attendableHours).toBeUndefined();
});

describe('A request', () => {
  test('in words shows the answer with the button, and sends nothing', async () => {
    await answered();
    const view = await office.say('kirsten', 'send den til godkendelse');
    expect(view.actions[0]?.verb).toBe('request-approval');
    expect(everything(view)).toContain('Jeg sender ikke noget af mig selv');
    expect((await office.item('TST-2026-00417')).requests).toEqual([]);
  });

  test('is put by the button; the asker’s card names who was asked', async () => {
    const view = await put();
    expect(view).toMatchObject({ view: 'request', headline: { title: 'Anmodningen er sendt og venter på svar' } });
    expect(everything(view)).toContain('lars Opdigtet og lone Opdigtet');
    expect(view.actions.map(({ verb }) => verb)).toEqual(['withdraw']);
  });

  test('put twice stays one request', async () => {
    const card = await answered();
    await office.press('kirsten', card, 'request-approval');
    const view = await office.press('kirsten', card, 'request-approval');
    expect(everything(view)).toContain('Der er allerede en åben anmodning');
    expect((await office.item('TST-2026-00417')).requests).toHaveLength(1);
  });

  test('waits in the list of those who can answer it, and of nobody else', async () => {
    await put();
    const list = await office.say('lone', 'Hvilke anmodninger venter på mig?');
    expect(list.headline.title).toBe('1 anmodning venter på dig');
    expect((await office.say('mona', 'Hvilke anmodninger venter på mig?')).headline.title).toBe(
      'Ingen anmodninger venter på dig',
    );
    expect((await office.press('lone', list, 'ask')).view).toBe('request');
  });

  test('shows the lead what a click signs', async () => {
    await put();
    const card = await leadsCard('lone');
    expect(everything(card)).toContain('Godkender: drøftelsen efter RULE-1');
    expect(card.actions.map(({ verb }) => verb)).toEqual(['approve', 'reject']);
  });

  test('is approved once; the second lead sees by whom and when, and changes nothing', async () => {
    await put();
    const [lone, lars] = [await leadsCard('lone'), await leadsCard('lars')];
    const done = await office.press('lone', lone, 'approve');
    expect(done).toMatchObject({ headline: { title: 'Godkendt', symbol: '✓' }, actions: [] });
    const late = await office.press('lars', lars, 'reject', { reason: 'for sent' });
    expect(everything(late)).toContain('Godkendt af lone Opdigtet 1. april 2026');
    expect(everything(late)).toContain('Anmodningen er afsluttet');
    expect((await office.request('TST-2026-00417')).state).toBe('approved');
  });

  test.each(['approve', 'reject'] as const)('is not settled by %s with a reason that is too long', async (verb) => {
    await put();
    const view = await office.press('lone', await leadsCard('lone'), verb, { reason: 'x'.repeat(4001) });
    expect(everything(view)).toContain('Begrundelsen er for lang. Skriv højst 4.000 tegn.');
    expect(view.actions.map((action) => action.verb)).toEqual(['approve', 'reject']);
    expect((await office.item('TST-2026-00417')).requests).toMatchObject([{ state: 'open' }]);
  });

  test('is not rejected without a reason', async () => {
    await put();
    const view = await office.press('lone', await leadsCard('lone'), 'reject', { reason: '  ' });
    expect(everything(view)).toContain('Skriv en begrundelse, før du afviser');
    expect(view.actions.map(({ verb }) => verb)).toEqual(['approve', 'reject']);
    expect((await office.request('TST-2026-00417')).state).toBe('open');
    const rejected = await office.press('lone', view, 'reject', { reason: 'Prøv løntilskud først' });
    expect(everything(rejected)).toContain('Begrundelse: Prøv løntilskud først');
  });

  test('is neither the asker’s own to approve nor a bystander’s', async () => {
    await put();
    const card = await leadsCard('lone');
    for (const who of ['kirsten', 'mona', 'anders']) {
      const view = await office.press(who, card, 'approve');
      expect(view.actions.map(({ verb }) => verb).filter((verb) => verb !== 'withdraw')).toEqual([]);
      expect((await office.request('TST-2026-00417')).state).toBe('open');
    }
    expect(everything(await office.press('anders', card, 'approve'))).not.toContain('Mette');
  });

  test('is not settled where others read along', async () => {
    await put();
    const [approve] = (await leadsCard('lone')).actions;
    const view = await office.click('lone', { verb: 'approve', data: approve?.data }, 'groupChat');
    expect(view.headline.title).toBe('Det klarer vi i vores egen chat');
    expect((await office.request('TST-2026-00417')).state).toBe('open');
  });
});

describe('A click that makes no sense', () => {
  test.each([
    ['delete-everything', {}],
    ['approve', {}],
    ['approve', null],
    ['approve', { requestId: 7, revision: 'x' }],
    ['approve', { requestId: 'no~such~r1', revision: 0 }],
    ['request-approval', 'hej'],
    ['request-approval', { decisionId: 'anotherby~C-1~u1' }],
    ['answer-facts', { decisionId: ['a'] }],
    ['show-rule', undefined],
    ['choose', { pending: 'p99', caseId: 'TST-2026-00417' }],
    ['ask', { text: '' }],
    ['ask', { intent: 'sudo', caseId: 'C-1' }],
    ['__proto__', {}],
  ])('%s with %j is answered with what happened', async (verb, data) => {
    const view = await office.click('kirsten', { verb, data });
    expect(view.view).toBe('message');
    expect(view.headline.title.length).toBeGreaterThan(5);
  });
});

test('When the facts change, the lead sees what is new and decides anew', async () => {
  await put();
  const card = await leadsCard('lone');
  await office.cases.change('testby', 'TST-2026-00417', (item) => {
    const citizen = { ...item.record.citizen, attendableHours: 20 };
    return { item: { ...item, record: { ...item.record, citizen } }, result: undefined };
  });
  const view = await office.press('lone', card, 'approve');
  expect(everything(view)).toContain('Se på anmodningen, som den er nu');
  expect(everything(view)).toContain('Nyt svar på: Hvor mange timer om ugen kan borgeren deltage? → 20 timer');
  expect((await office.request('TST-2026-00417')).state).toBe('open');
  expect(await office.press('lone', view, 'approve')).toMatchObject({ headline: { title: 'Godkendt' } });
});
