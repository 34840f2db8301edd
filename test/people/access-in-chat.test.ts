import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { View } from '../../src/cards/views.ts';
import { caseItem } from '../../src/cases/case-item.ts';
import { type Role, ROLES } from '../../src/contract/vocabulary.ts';
import type { Click, Turn } from '../../src/conversation/assistant.ts';
import { createDirectory } from '../../src/people/directory.ts';
import { keepIdentity, keepPerson } from '../../src/people/keep-person.ts';
import type { PersonItem } from '../../src/store/items.ts';
import { caseRecord, extendOffer } from '../support/office.ts';
import { openTalk, type TalkingOffice } from '../support/talk.ts';

/**
 * What somebody who has the role in the team nord can really do in the chat and by clicks, and where:
 * own   in a case that is their own, though it lies with another team
 * team  in a case of a colleague in nord
 * other in a case of a colleague in another team
 * see: every question about it is answered; request, sign, record: the click changes the case. Where nothing stands,
 * every answer is the one for a case that does not exist, and no click changes anything.
 */
const TABLE = `
in the team nord   | own                | team                    | other
caseworker         | see request record | see request sign record |
job-consultant     |                    | see request sign record |
job-broker         |                    | see sign                |
specialist         | see                | see request sign        | see
team-lead          |                    | see request sign record |
functional-lead    |                    | see request sign record |
repatriation-staff |                    | see sign                |
admin              |                    |                         |
`;
const [, ...lines] = TABLE.trim().split('\n');
const PLACES = ['own', 'team', 'other'] as const;
type Place = (typeof PLACES)[number];
const matrix = lines.flatMap((line) => {
  const [role = '', ...cells] = line.split('|').map((cell) => cell.trim());
  return PLACES.map((place, index) => ({ role, place, can: cells[index] ?? 'not in the table' }));
});

const TODAY = '2026-04-01';
const TENANT = 'tenant-1';
let office: TalkingOffice;
let counted = 0;

beforeAll(async () => {
  office = await openTalk((record, { kind }) => {
    if (kind !== 'extend-offer') return {};
    const signed = record.offers?.some(({ signOffs = [] }) => signOffs.length > 0) === true;
    return {
      outcome: signed ? 'allowed' : 'needs-approval',
      until: extendOffer.until,
      approvals: [{ rule: 'RULE-1', form: 'agreement', roles: [...ROLES], status: signed ? 'approved' : 'open' }],
      reads: {},
    };
  });
});
afterAll(() => office.store.close());

/** Somebody new, who is known by their identity from now on. */
const newcomer = async (roles: PersonItem['roles'], municipality = 'testby'): Promise<PersonItem> => {
  const id = `p${(counted += 1)}`;
  const identity = { tenantId: TENANT, aadObjectId: `object-${municipality}-${id}` };
  const wanted = () => ({ id, name: `${id} Opdigtet`, roles, identity });
  await keepPerson(office.store, municipality, wanted, id, { at: `${TODAY}T08:00:00Z`, by: 'cli:tester' });
  await keepIdentity(office.store, { id, municipality }, identity);
  const person = await createDirectory({ store: office.store }).identify(TENANT, identity.aadObjectId, TODAY);
  if (person === undefined) throw new Error(`${id} is unknown`);
  return person;
};

const turnOf = (person: PersonItem): Turn => ({
  person,
  language: 'da',
  // A chat of its own for each turn: nothing has been settled before.
  conversation: { id: `chat-${(counted += 1)}`, type: 'personal' },
  activityId: 'a-1',
  now: `${TODAY}T10:00:00Z`,
  today: TODAY,
});
const say = async (person: PersonItem, text: string): Promise<View> =>
  (await office.assistant.say(turnOf(person), text)).view;
const click = async (person: PersonItem, verb: string, data: Click['data']): Promise<View> =>
  (await office.assistant.click(turnOf(person), { verb, data, messageId: `m-${person.id}` })).view;

const CITIZEN = 'Solveig Opdigtet';
/** A case with a request that waits, put by a colleague who may; its number, decision and request. */
const openCase = async (place: Place, person: PersonItem) => {
  const [team, colleague] = place === 'team' ? ['nord', 'kirsten'] : ['syd', 'anders'];
  const id = `TST-2026-${10_000 + (counted += 1)}`;
  const caseworker = place === 'own' ? person.id : place === 'team' ? 'mona' : 'anders';
  const decisionId = await office.decided(id, extendOffer, { team, caseworker, citizen: { name: CITIZEN } });
  const asked = await office.requests.ask(office.person(colleague), decisionId);
  if (asked.outcome === 'refused') throw new Error(`asking was refused: ${asked.why}`);
  return { id, decisionId, requestId: asked.request.id };
};

/** Everything that can be asked about a case, by its number and by buttons that name it or its decision. */
const questionsOn = (person: PersonItem, { id, decisionId }: { id: string; decisionId: string }) => [
  ...[
    `Vis sagen ${id}`,
    `Hvilke frister er der i ${id}?`,
    `Må jeg forlænge tilbuddet i ${id} til 31. maj 2026?`,
    `Hvad er næste skridt i ${id}?`,
    `Lav et journalnotat om ${id}`,
    `Hvad er status på anmodningen i ${id}?`,
    `Send anmodning om godkendelse i ${id}`,
    `Hvad skal på dagsordenen i ${id}?`,
  ].map((text) => () => say(person, text)),
  ...(['deadlines', 'next-step', 'extend-offer', 'request-status', 'journal-note', 'agenda'] as const).map(
    (intent) => () => click(person, 'ask', { intent, caseId: id }),
  ),
  () => click(person, 'ask-again', { decisionId }),
  () => click(person, 'answer-facts', { decisionId, 'offer.pricePerWeek': '2200' }),
];

const viewsOf = async (person: PersonItem, known: { id: string; decisionId: string }): Promise<string[]> => {
  const views: string[] = [];
  for (const ask of questionsOn(person, known)) views.push(JSON.stringify(await ask()).replaceAll(known.id, '#'));
  return views;
};

/** What the person's clicks have changed: they follow the request, have signed it, have recorded an event. */
const done = async (person: PersonItem, known: Awaited<ReturnType<typeof openCase>>): Promise<string[]> => {
  await click(person, 'request-approval', { decisionId: known.decisionId });
  const follows = (await office.request(known.id)).cards.some((card) => card.person === person.id);
  await click(person, 'approve', { requestId: known.requestId, revision: 1 });
  const signed = (await office.request(known.id)).needs.some(({ given }) => given?.by === person.id);
  const turn = turnOf(person);
  const { view } = await office.assistant.say(turn, `jeg har holdt samtale i ${known.id} i går`);
  const button = view.actions.find(({ verb }) => verb === 'record-event');
  if (button !== undefined) await office.assistant.click(turn, { verb: 'record-event', data: button.data });
  const recorded = (await office.item(known.id)).record.events !== undefined;
  return [...(follows ? ['request'] : []), ...(signed ? ['sign'] : []), ...(recorded ? ['record'] : [])];
};

const isRole = (role: string): role is Role => ROLES.some((one) => one === role);
const roleOf = (role: string): Role => {
  if (!isRole(role)) throw new Error(`${role} is no role`);
  return role;
};
/** A case of the same number form that nobody has, and a decision nobody made. */
const NOBODYS = { id: 'TST-2026-99999', decisionId: 'testby~TST-2026-99999~d1' };

describe('In the chat', () => {
  test('the table has every role', () => {
    expect([...new Set(matrix.map(({ role }) => role))]).toEqual([...ROLES]);
  });

  test.each(matrix)('$role, $place case: $can', async ({ role, place, can }) => {
    const person = await newcomer([{ role: roleOf(role), team: 'nord' }]);
    const known = await openCase(place, person);
    const views = await viewsOf(person, known);
    const before = await office.item(known.id);
    if (can === '') {
      expect(views).toEqual(await viewsOf(person, NOBODYS));
      expect(await done(person, known)).toEqual([]);
      expect(await office.item(known.id)).toEqual(before);
    } else {
      expect(views.filter((view) => !view.includes(CITIZEN) && !view.includes('#'))).toEqual([]);
      expect(['see', ...(await done(person, known))].join(' ')).toBe(can);
    }
  });

  test.each(ROLES)('%s of the whole municipality sees what one of nord sees there, in every team', async (role) => {
    const person = await newcomer([{ role }]);
    const inNord = matrix.find((one) => one.role === role && one.place === 'team')?.can;
    const known = await openCase('other', person);
    const [shown = ''] = await viewsOf(person, known);
    expect(shown.includes(CITIZEN) ? ['see', ...(await done(person, known))].join(' ') : '').toBe(inNord);
  });
});

describe('A list', () => {
  test.each(ROLES)('for a %s of nord names no case of another team, unless the role sees them', async (role) => {
    const person = await newcomer([{ role, team: 'nord' }]);
    const hidden = await openCase('other', person);
    const shown = await openCase('team', person);
    const sees = (place: Place) => matrix.find((one) => one.role === role && one.place === place)?.can !== '';
    const lists = [
      'Hvad venter på mig?',
      'Lav en dagsorden til sparringsmødet',
      'Er mine anmodninger godkendt?',
      'Hvad haster?',
      `Hvilke frister er der for ${CITIZEN}?`,
      `Vis ${CITIZEN}s sag`,
    ];
    let all = '';
    for (const text of lists) all += JSON.stringify(await say(person, text));
    const forbidden = [...(sees('other') ? [] : [hidden.id]), ...(sees('team') ? [] : [shown.id, CITIZEN])];
    expect(forbidden.filter((told) => all.includes(told))).toEqual([]);
    expect(all.includes('TST-')).toBe(sees('team'));
  });
});

describe('Another municipality', () => {
  const foreign = caseRecord('anderby', 'AND-2026-00001', { citizen: { name: 'Asta Fjernby' } });
  const nothing = { requests: [], agenda: [], outbox: [], audit: [] };
  beforeAll(() => office.store.create('case', caseItem(foreign, nothing)));

  test.each(ROLES)('is not there for a %s of this one, by number, name or decision', async (role) => {
    const person = await newcomer([{ role }]);
    const known = { id: foreign.id, decisionId: `anderby~${foreign.id}~d1` };
    expect(await viewsOf(person, known)).toEqual(await viewsOf(person, NOBODYS));
    const byName = await say(person, 'Hvilke frister er der for Asta Fjernby?');
    expect(JSON.stringify(byName)).not.toContain(foreign.id);
    expect(byName.headline.title).toBe('Jeg kan ikke finde borgeren');
    await click(person, 'approve', { requestId: `anderby~${foreign.id}~r1`, revision: 1 });
    expect((await office.store.read('case', 'anderby', foreign.id))?.item.audit).toEqual([]);
  });

  test('a number that both have is one’s own municipality’s', async () => {
    const lead = await newcomer([{ role: 'functional-lead' }]);
    const known = await openCase('team', lead);
    const twin = caseRecord('anderby', known.id, { citizen: { name: 'Asta Fjernby' } });
    await office.store.create('case', caseItem(twin, nothing));
    const stranger = await newcomer([{ role: 'functional-lead' }], 'anderby');
    expect((await viewsOf(lead, known)).join()).not.toContain('Asta');
    expect((await viewsOf(stranger, known)).join()).not.toContain('Solveig');
  });
});
