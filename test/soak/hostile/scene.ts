import { keyOf } from '../../../src/agenda/open-due.ts';
import { BIRGIT, HERE, METTE, RIKKES, SOFUS, TENANT, TODAY, TORBEN } from '../../end-to-end/town.ts';
import { ASK, QUESTION, words } from '../../end-to-end/scenes.ts';
import { buttonOf } from '../../end-to-end/card.ts';
import type { World } from '../../end-to-end/world.ts';
import { digestJob } from '../../store/builders.ts';
import { everybody, everyCase, SECRETS, type Captured } from './people.ts';

const extension = (caseId: string): string => `Må jeg forlænge forløbet i ${caseId} til udgangen af august?`;

/** What people ask, in the words they have for it. */
export const SENTENCES = [
  QUESTION,
  extension(TORBEN),
  extension(BIRGIT),
  'Hvilke frister er der i min sag?',
  `Vis sagen ${METTE}`,
  'hvem venter på svar?',
  'hvad skal på sparringsmødet?',
  'Hvad siger reglerne om forlængelse?',
  'jeg har holdt samtale i går',
  'hvordan går det med målene?',
  'hjælp',
];

/** Each case's course gets a place of its own, so that it is seen whose facts are told to whom. */
const tellApart = async (world: World): Promise<void> => {
  for (const caseId of everyCase.filter((one) => one.startsWith('REB'))) {
    const place = SECRETS[caseId]?.at(-1) ?? '';
    await world.change(caseId, (record) => ({
      ...record,
      offers: (record.offers ?? []).map((offer) => ({ ...offer, provider: `Kursushuset ${place}` })),
    }));
  }
};

const DIGEST = `${TODAY}~team~nord`;
const CHANNEL = '19:nord@thread.tacv2';

/** The digest of a team, as it was posted in its channel this morning. */
const postDigest = async ({ running: { store }, connector }: World): Promise<void> => {
  const address = { conversationId: CHANNEL, serviceUrl: connector.serviceUrl, tenantId: TENANT, botId: '28:bot' };
  await store.create('team', {
    id: 'nord',
    municipality: HERE,
    name: 'Team Nord',
    leads: [],
    address,
    digestAt: '08:00',
  });
  await store.create(
    'digest',
    digestJob(HERE, TODAY, {
      id: DIGEST,
      card: { conversationId: CHANNEL, activityId: 'posted' },
      shown: { counts: { overdue: 1, soon: 0, undated: 0 }, worst: [], open: [] },
    }),
  );
};

/**
 * People at work, each with something under way: requests that wait for a lead in two teams, answers nobody has put a
 * request on, drafts of events, facts, figures and minutes, a choice that waits. The click that made the figure's draft,
 * whose card is gone.
 */
const work = async (world: World): Promise<Captured[]> => {
  const { ane, bo, dorthe, frida, hans } = {
    ane: world.phone('ane'),
    bo: world.phone('bo'),
    dorthe: world.phone('dorthe'),
    frida: world.phone('frida'),
    hans: world.phone('hans'),
  };
  for (const who of everybody) await world.phone(who).say('hej');
  await ane.say(QUESTION);
  await ane.press(ASK);
  await hans.say(extension(BIRGIT));
  await hans.press(ASK);
  await world.quiet();
  await ane.say(extension(RIKKES[1]));
  await ane.say(extension(TORBEN));
  await frida.say(extension(SOFUS));
  await frida.say('Rikkes frister');
  await bo.say('hvad skal på sparringsmødet?');
  await bo.press(words('agenda.button.minutes'));
  await bo.send(bo.click(words('agenda.minutes.button.check'), { outcome1: 'approved' }));
  await dorthe.say('hvordan går det med målene?');
  const form = await dorthe.press(words('targets.button.enter'));
  const figure = /"value":"([^"]+~[^"]+)"/.exec(JSON.stringify(form.raw))?.[1] ?? '';
  const filled = { figure, value: '4', on: TODAY, source: 'regnearket' };
  const check = buttonOf(form, words('targets.button.check'));
  await dorthe.press(words('targets.button.check'), filled);
  await dorthe.say('hvilke gule tilbud er der?');
  await hans.say(`jeg har holdt samtale i ${BIRGIT} i går`);
  await ane.say(`jeg har holdt samtale i ${METTE} i går`);
  await ane.say('hvad haster?');
  await ane.say('send mig min liste hver morgen kl. 8');
  await dorthe.say('send mig ugens overblik mandag kl. 8');
  await postDigest(world);
  return [{ owner: 'dorthe', verb: check.verb, data: { ...check.data, ...filled } }];
};

const filledIn = (id: string): string => (/reason|why/i.test(id) ? 'Der er en plads i en virksomhed' : 'true');

/** Every button on everybody's cards, its inputs filled in. */
const buttonsOf = (world: World): Captured[] =>
  everybody.flatMap((owner) =>
    world
      .phone(owner)
      .screen()
      .flatMap(({ buttons, inputs }) => {
        const filled = Object.fromEntries(inputs.map(({ id }) => [id, filledIn(id)]));
        return buttons.map(({ verb, data }) => ({ owner, verb, data: { ...data, ...filled } }));
      }),
  );

/** Buttons that the scene shows nobody, as their cards would have them. */
const madeUp = async ({ running }: World, real: readonly Captured[]): Promise<Captured[]> => {
  const due = (await running.cases.read(HERE, TORBEN))?.item.agenda.find(({ met }) => !met);
  if (due === undefined) throw new Error(`nothing is open in ${TORBEN}`);
  const entry = keyOf({ ...due, about: 'case', id: TORBEN });
  const decisionId = real.find(({ verb }) => verb === 'request-approval')?.data['decisionId'];
  const requestId = real.find(({ verb }) => verb === 'approve')?.data['requestId'];
  const data: Record<string, Record<string, unknown>> = {
    'record-stated': { draft: 'a-draft' },
    'show-catalogue': { from: 0, tier: 'yellow' },
    'show-agenda': { from: 0 },
    'show-targets': { from: 0 },
    'enter-figure': {},
    'ask-again': { decisionId },
    'ask-exception': { decisionId },
    'request-exception': { decisionId, why: 'Der er en plads i en virksomhed' },
    'show-request': { requestId },
    withdraw: { requestId },
    choose: { pending: 'a-choice', caseId: RIKKES[0] },
    'check-event': { draft: 'a-draft', type: 'interview', on: TODAY },
    'record-event': { draft: 'a-draft' },
    'drop-event': { draft: 'a-draft' },
    'record-minutes': { draft: 'a-draft' },
    'check-minutes': { request1: requestId, revision1: 1, outcome1: 'approved' },
    'write-minutes': { from: 0 },
    'answer-facts': { decisionId, 'question.likelyJobOrEducation': 'true' },
    'show-rule': { rule: 'REB-35' },
    ask: { text: QUESTION },
    'show-overdue': { from: 0, by: 'date' },
    'take-open': { from: 0, by: 'date', entry },
    'record-open': { entry },
    'ask-open': { entry },
    'answer-matter': { matter: 'K-2023-0042', on: TODAY },
    'choose-digest-team': { team: 'nord', at: '08:00' },
    'set-digest': { do: 'stop', team: 'nord', was: 'a-version' },
    'leave-digest': { of: 'digest' },
    'set-own-list': { at: '08:00', was: 'a-version' },
    'set-own-week': { at: '08:00', weekday: 1, was: 'a-version' },
    'digest-show': { digest: DIGEST },
    'digest-take': { digest: DIGEST, entry },
    'digest-let-go': { digest: DIGEST, entry },
    'digest-done': { digest: DIGEST, entry, on: TODAY },
    'digest-record': { digest: DIGEST, open: entry, on: TODAY, type: 'interview' },
    'digest-ask': { digest: DIGEST, entry },
    'digest-all': { digest: DIGEST, by: 'caseworker', from: 0 },
  };
  const shown = new Set(real.map(({ verb }) => verb));
  return Object.entries(data).flatMap(([verb, of]) =>
    shown.has(verb) ? [] : [{ owner: 'ane' as const, verb, data: of }],
  );
};

/** Sets the scene; the buttons that can be meddled with, and when it is. */
export const setScene = async (world: World): Promise<Captured[]> => {
  await tellApart(world);
  const made = await work(world);
  await world.quiet();
  const real = [...made, ...buttonsOf(world)];
  return [...real, ...(await madeUp(world, real))];
};
