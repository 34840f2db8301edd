import type { DigestJob } from '../../src/agenda/digest-job.ts';
import type { View } from '../../src/cards/views.ts';
import type { Language } from '../../src/contract/language.ts';
import type { Turn } from '../../src/conversation/assistant.ts';
import { presentDigest } from '../../src/conversation/digest/present-digest.ts';
import { createOwnList } from '../../src/own-list-card.ts';
import { digestView } from '../../src/conversation/views/digest-view.ts';
import { notice } from '../../src/teams/notice.ts';
import { type DemoOffice, openDemoOffice, texts } from '../demo/demo-office.ts';

export const families = [
  'answers',
  'deadlines',
  'requests',
  'talk',
  'meetings',
  'figures',
  'lists',
  'notices',
] as const;
export type Family = (typeof families)[number];

/** A view as the gallery shows it. */
export interface Shown {
  family: Family;
  name: string;
  view: View;
}

const TODAY = '2026-11-24';

/** Somebody's talk with Makker in one conversation. */
const talkIn = (office: DemoOffice, language: Language) => {
  const people = office.demos.flatMap(({ people: all }) => all);
  return (who: string, type: Turn['conversation']['type'] = 'personal') => {
    const person = people.find(({ id }) => id === who);
    if (person === undefined) throw new Error(`no demo has anybody called ${who}`);
    const turn = office.turnOf(person, language);
    const here: Turn = { ...turn, conversation: { ...turn.conversation, type } };
    const click = async (verb: string, data: object) =>
      (await office.assistant.click(here, { verb, data, messageId: 'm-1' })).view;
    return {
      caseCard: (id: string) => office.assistant.caseCard(here, id),
      welcome: async () => (await office.assistant.welcome(here)).view,
      say: async (da: string, en: string) => (await office.assistant.say(here, language === 'da' ? da : en)).view,
      press: async (view: View, verb: string, inputs: Record<string, string> = {}, title = '') => {
        const action = view.actions.find((one) => one.verb === verb && one.title.includes(title));
        if (action === undefined)
          throw new Error(`"${view.headline.title}" has no button ${verb} ${title}: ${JSON.stringify(view.actions)}`);
        return click(verb, { ...action.data, ...inputs });
      },
    };
  };
};
type Talks = ReturnType<typeof talkIn>;
type Show = (family: Family, name: string, view: View) => View;

const answers = async (talk: Talks, show: Show): Promise<void> => {
  const lykke = talk('lykke.hvidbjerg');
  const solveig = await lykke.say(
    'Må jeg forlænge Solveig Tranekærs forløb til 24. februar 2027?',
    "Can I extend Solveig Tranekær's course until 24 February 2027?",
  );
  show('answers', 'one fact is missing', solveig);
  show(
    'answers',
    'the fact is given, two must agree',
    await lykke.press(solveig, 'answer-facts', { 'question.likelyJobOrEducation': 'true' }),
  );
  const torkild = ['Må jeg forlænge Torkild Myrhøjs forløb?', "Can I extend Torkild Myrhøj's course?"] as const;
  show('answers', 'no', await lykke.say(...torkild));
  show('answers', 'no, where others read along', await talk('lykke.hvidbjerg', 'channel').say(...torkild));
  const sigrid = talk('sigrid.hjortdal');
  show(
    'answers',
    'yes',
    await sigrid.say(
      'Må Merle Sandholt starte på Byggeholdet den 15. december 2026?',
      'Can Merle Sandholt start at Byggeholdet on 15 December 2026?',
    ),
  );
  const frode = await sigrid.say(
    'Må Frode Kildegård starte i virksomhedspraktik den 8. december 2026?',
    'Can Frode Kildegård start an internship on 8 December 2026?',
  );
  show(
    'answers',
    'not yet',
    await sigrid.press(frode, 'answer-facts', { 'offer.assessment.educationPossible': 'true' }),
  );
  show(
    'answers',
    'yes, as the plan is silent',
    await sigrid.say(
      'Må jeg forlænge Halfdan Vestbos praktik til 2. februar 2027?',
      "Can I extend Halfdan Vestbo's internship until 2 February 2027?",
    ),
  );
  show(
    'answers',
    'must an offer stop',
    await lykke.say('Skal jeg stoppe Solveig Tranekærs forløb?', "Must I stop Solveig Tranekær's course?"),
  );
  show(
    'answers',
    'next step',
    await sigrid.say('Hvad er næste skridt for Ravn Østerby?', 'What is the next step for Ravn Østerby?'),
  );
};

const deadlines = async (talk: Talks, show: Show): Promise<void> => {
  const asked = async (who: string, id: string) =>
    talk(who).say(`Hvilke frister er der i ${id}?`, `Which deadlines are there in ${id}?`);
  show('deadlines', 'none', await asked('signe.overholm', 'HED-2026-00101'));
  show('deadlines', 'ahead', await asked('lykke.hvidbjerg', 'REB-2026-00105'));
  show('deadlines', 'many', await asked('lykke.hvidbjerg', 'REB-2026-00106'));
  show('deadlines', 'one', await asked('sigrid.hjortdal', 'JAM-2026-00103'));
  show('deadlines', 'an enquiry', await asked('signe.overholm', 'HED-M-2026-001'));
  show('deadlines', 'advice', await asked('asger.hedemark', 'HJO-2026-00204'));
};

const requests = async (talk: Talks, show: Show): Promise<void> => {
  const [lykke, birthe] = [talk('lykke.hvidbjerg'), talk('birthe.skoerring')];
  const waiting = ['Hvilke anmodninger venter på mig?', 'Which requests are waiting for me?'] as const;
  show('requests', 'nobody waits', await birthe.say(...waiting));
  const esther = await lykke.say(
    'Må jeg forlænge Esther Kragelunds mentor til 24. april 2027?',
    "Can I extend Esther Kragelund's mentor until 24 April 2027?",
  );
  show('requests', 'three must agree', esther);
  const asked = show('requests', 'to the asker', await lykke.press(esther, 'request-approval'));
  const one = show('requests', 'one waits', await birthe.say(...waiting));
  const first = show('requests', 'to the lead', await birthe.press(one, 'ask'));
  const solveig = await lykke.say(
    'Må jeg forlænge Solveig Tranekærs forløb til 24. februar 2027?',
    "Can I extend Solveig Tranekær's course until 24 February 2027?",
  );
  const known = await lykke.press(solveig, 'answer-facts', { 'question.likelyJobOrEducation': 'true' });
  const dropped = await lykke.press(known, 'request-approval');
  show('requests', 'two wait', await birthe.say(...waiting));
  show('requests', 'withdrawn', await lykke.press(dropped, 'withdraw'));
  await lykke.press(known, 'request-approval');
  const second = await birthe.press(await birthe.say(...waiting), 'ask', {}, 'REB-2026-00101');
  show('requests', 'no reason given', await birthe.press(second, 'reject'));
  show(
    'requests',
    'declined',
    await birthe.press(second, 'reject', { reason: 'Forløbet har ikke bragt hende tættere på et job.' }),
  );
  show('requests', 'the lead has agreed', await birthe.press(first, 'approve'));
  show('requests', 'too late to withdraw', await lykke.press(asked, 'withdraw'));
  const torkild = await lykke.say('Må jeg forlænge Torkild Myrhøjs forløb?', "Can I extend Torkild Myrhøj's course?");
  show('requests', 'an individual assessment is asked for', await lykke.press(torkild, 'ask-exception'));
};

const talks = async (talk: Talks, show: Show): Promise<void> => {
  const lykke = talk('lykke.hvidbjerg');
  const said = async (name: string, da: string, en: string) => show('talk', name, await lykke.say(da, en));
  show('talk', 'welcome', await lykke.welcome());
  await said('help', 'hvad kan du?', 'what can you do?');
  await said('not understood', 'blyant femten måske', 'pencil fifteen perhaps');
  await said('outside', 'Hvordan bliver vejret?', 'What will the weather be like?');
  await said('which citizen', 'Hvilke frister er der for Rikke?', 'Which deadlines are there for Rikke?');
  await said('no such case', 'Hvilke frister er der i REB-2026-99999?', 'Which deadlines are there in REB-2026-99999?');
  await said('a rule', 'Hvad siger REB-32?', 'What does REB-32 say?');
  await said('rules about something', 'Hvilke regler gælder for mentor?', 'Which rules apply to mentors?');
  await said(
    'a colour',
    'Hvilken farve har Skovsporet for en på sygedagpenge?',
    'What colour is Skovsporet for someone on sickness benefit?',
  );
  await said(
    'offers',
    'Hvilke grønne tilbud er der til sygedagpenge?',
    'Which green offers are there for sickness benefit?',
  );
  const found = await lykke.caseCard('REB-2026-00103');
  if (found !== undefined) show('talk', 'a case, put where others read along', found);
  await said('a case in short', 'Vis sagen REB-2026-00103', 'Show REB-2026-00103');
  const event = await said(
    'an event to be recorded',
    'Jeg har holdt samtale med Esther Kragelund i dag',
    'I had an interview with Esther Kragelund today',
  );
  show('talk', 'an event is recorded', await lykke.press(event, 'record-event'));
  await lykke.say('Må jeg forlænge Torkild Myrhøjs forløb?', "Can I extend Torkild Myrhøj's course?");
  await said('a journal note', 'Lav et journalnotat', 'Write a journal note');
};

const meetings = async (talk: Talks, show: Show): Promise<void> => {
  const [lykke, birthe] = [talk('lykke.hvidbjerg'), talk('birthe.skoerring')];
  const esther = await lykke.say(
    'Må jeg forlænge Esther Kragelunds mentor til 24. april 2027?',
    "Can I extend Esther Kragelund's mentor until 24 April 2027?",
  );
  const asked = await lykke.press(esther, 'request-approval');
  const agenda = await birthe.say('Vis dagsordenen til sparringsmødet', 'Show the agenda for the meeting');
  show('meetings', 'agenda', agenda);
  const minutes = show('meetings', 'minutes', await birthe.press(agenda, 'write-minutes'));
  const checked = await birthe.press(minutes, 'check-minutes', { outcome1: 'approved' });
  show('meetings', 'minutes, before they are recorded', checked);
  await lykke.press(asked, 'withdraw');
};

const figures = async (talk: Talks, show: Show): Promise<void> => {
  const birthe = talk('birthe.skoerring');
  const targets = show(
    'figures',
    'targets',
    await birthe.say('Hvordan går det med målene?', 'How are the targets going?'),
  );
  show('figures', 'a figure is entered', await birthe.press(targets, 'enter-figure'));
  show('figures', 'week', await birthe.say('Ugens overblik', "The week's overview"));
  show(
    'figures',
    'groups',
    await talk('signe.kundbylund').say(
      'Hvordan fordeler mine sager sig på de fire segmenter?',
      'How are my cases spread over the four segments?',
    ),
  );
};

const lists = async (talk: Talks, show: Show): Promise<void> => {
  const lykke = talk('lykke.hvidbjerg');
  const overdue = show('lists', 'what is urgent', await lykke.say('Hvad er over tiden?', 'What is overdue?'));
  show('lists', 'the rest of what is urgent', await lykke.press(overdue, 'show-overdue'));
  show(
    'lists',
    'what is urgent in the team',
    await talk('birthe.skoerring').say('Hvad er over tiden i mit team?', 'What is overdue in my team?'),
  );
  const urgent = ['Hvad haster?', 'What is urgent?'] as const;
  show('lists', 'one thing is urgent', await talk('rasmus.tolstrup').say(...urgent));
  show('lists', 'nothing is urgent', await talk('kirstine.abildskov').say(...urgent));
  const own = await lykke.say('send mig min liste hver morgen kl. 8', 'send me my list every morning at 8');
  show('lists', 'shall the list come', own);
  show('lists', 'the list will come', await lykke.press(own, 'set-own-list'));
  const week = await talk('birthe.skoerring').say(
    'send mig ugens overblik mandag kl. 8',
    "send me the week's overview on Mondays at 8",
  );
  show('lists', 'shall the overview come', week);
  const channel = talk('birthe.skoerring', 'channel');
  const plan = await channel.say(
    'send overblikket for Sygedagpenge og jobafklaring her hver dag kl. 8',
    'send the daily overview for Sygedagpenge og jobafklaring here at 8',
  );
  show('lists', 'shall the team’s overview come', plan);
};

const jobFor = (person: string): DigestJob => ({
  id: 'd-1',
  municipality: 'rebild',
  day: TODAY,
  what: 'own',
  to: { person },
  plannedAt: `${TODAY}T07:00:00Z`,
  state: 'waiting',
  attempts: 0,
});

/** A team's overview as it stands in its channel; there is one language in a channel, yet both are complete. */
const digests = async (_: Talks, show: Show, { services }: DemoOffice, language: Language): Promise<void> => {
  const team = (await services.store.read('team', 'rebild', 'sygedagpenge'))?.item;
  if (team === undefined) throw new Error('the demo of Rebild has no such team');
  const wording = { say: texts(language), language, today: TODAY };
  const shown = await presentDigest(services, team, { id: 'd-1', day: TODAY }, wording);
  show('lists', 'the team’s overview', digestView(shown, wording));
  const lykke = (await services.store.read('person', 'rebild', 'lykke.hvidbjerg'))?.item;
  if (lykke === undefined) throw new Error('the demo of Rebild has no such caseworker');
  const list = await createOwnList(services)(jobFor(lykke.id), { ...lykke, language }, []);
  if (list.view !== undefined) show('lists', 'the list of the morning', list.view);
};

const notices = async (_: Talks, show: Show, __: DemoOffice, language: Language): Promise<void> => {
  const say = texts(language);
  const values = { reference: 'f-1a2b3c', max: 2000 };
  for (const name of ['unknown', 'arrived', 'slow-message', 'slow-click', 'failed', 'bad-click', 'too-long'] as const)
    show('notices', name, notice(name, say, values));
};

/** What people of the invented municipalities ask and click, in a language, and the cards that come back. */
export const playScenes = async (language: Language): Promise<Shown[]> => {
  const office = await openDemoOffice(TODAY);
  const talk = talkIn(office, language);
  const shown: Shown[] = [];
  const show: Show = (family, name, view) => {
    shown.push({ family, name, view });
    return view;
  };
  for (const play of [answers, deadlines, talks, meetings, figures, lists, digests, notices, requests])
    await play(talk, show, office, language);
  await office.close();
  return shown;
};
