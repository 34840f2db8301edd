import { join } from 'node:path';
import { createCards } from '../../src/cards/render.ts';
import { loadTexts } from '../../src/cards/texts.ts';
import type { MessageView } from '../../src/cards/views.ts';
import type { Assistant, CaseSearch, Click, Reply, Turn } from '../../src/conversation/assistant.ts';
import { createLog } from '../../src/log.ts';
import type { PersonItem } from '../../src/store/items.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { createBackground } from '../../src/teams/background.ts';
import { createBot } from '../../src/teams/bot.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import type { BotParts } from '../../src/teams/parts.ts';
import { createServer } from '../../src/teams/server.ts';
import { personItem } from '../store/builders.ts';
import { startFakeConnector } from '../support/fake-connector.ts';

const cardsDir = join(import.meta.dirname, '../../cards');
const cards = createCards(cardsDir);
const texts = loadTexts(join(cardsDir, 'texts'));
export const NOW = Date.parse('2023-06-01T10:00:00.000Z');

/** A card that says one thing. */
export const saying = (title: string): MessageView => ({
  view: 'message',
  headline: { symbol: '✓', title, tone: 'good' },
  paragraphs: [],
  lines: [],
  inputs: [],
  actions: [],
});

/** The activity a person's Teams sends, with what the test is about in the overrides. */
export const activityFrom = (serviceUrl: string, overrides: Record<string, unknown> = {}) => ({
  type: 'message',
  id: 'message-1',
  channelId: 'msteams',
  serviceUrl,
  timestamp: '2023-06-01T10:00:00.000Z',
  from: { id: '29:anna', name: 'Anna', aadObjectId: 'object-anna' },
  recipient: { id: '28:bot', name: 'Makker' },
  conversation: { id: 'chat-anna', conversationType: 'personal', tenantId: 'tenant' },
  channelData: { tenant: { id: 'tenant' } },
  locale: 'en-US',
  text: 'hej',
  ...overrides,
});

/** The real server, adapter, cards and texts between a connector and an assistant that a test can script. */
export async function teamsStage(overrides: Partial<BotParts> = {}, settings: { metricsToken?: string } = {}) {
  const connector = await startFakeConnector();
  const lines: Record<string, unknown>[] = [];
  const log = createLog({ write: (line) => lines.push(JSON.parse(line)) });
  const clock = { time: NOW, now: () => clock.time };
  const said: { turn: Turn; text: string }[] = [];
  const clicked: { turn: Turn; click: Click }[] = [];
  const searched: { turn: Turn; search: CaseSearch }[] = [];
  const script: Assistant = {
    say: (_turn, text) => Promise.resolve({ view: saying(`Du sagde ${text}`) }),
    click: (_turn, { verb }) => Promise.resolve({ view: saying(`Du klikkede ${verb}`) }),
    welcome: (turn) => Promise.resolve({ view: saying(`Velkommen, ${turn.person.name}`) }),
    search: (_turn, { text }) => Promise.resolve([{ caseId: 'A-1', about: text, view: saying('Sag A-1') }]),
    caseCard: (_turn, caseId) => Promise.resolve(caseId === 'A-1' ? saying('Sag A-1') : undefined),
  };
  const assistant: Assistant = {
    say: (turn, text) => {
      said.push({ turn, text });
      return script.say(turn, text);
    },
    click: (turn, click) => {
      clicked.push({ turn, click });
      return script.click(turn, click);
    },
    welcome: (turn) => script.welcome(turn),
    search: (turn, search) => {
      searched.push({ turn, search });
      return script.search(turn, search);
    },
    caseCard: (turn, caseId) => script.caseCard(turn, caseId),
  };
  const people = new Map<string, PersonItem>([
    ['tenant~object-anna', personItem('testby', 'anna', { name: 'Anna' })],
    ['tenant~object-eve', personItem('testby', 'eve', { name: 'Eve', language: 'en' })],
  ]);
  const released: string[] = [];
  const greeted = new Set<string>();
  const strangers: Parameters<BotParts['strangers']['came']>[0][] = [];
  const directory: BotParts['directory'] = {
    identify: (tenant, object) => Promise.resolve(people.get(`${tenant}~${object}`)),
    remember: (person, address) => {
      for (const [key, known] of people) if (known.id === person.id) people.set(key, { ...known, address });
      return Promise.resolve(person.address === undefined ? 'first' : 'known');
    },
  };
  const adapter = createAdapter({ clock, log, attemptMs: 500 });
  const config = { host: '127.0.0.1', port: 0, serviceHosts: ['127.0.0.1'], ...settings };
  const messenger = createMessenger({ adapter, appId: '', serviceHosts: config.serviceHosts, clock });
  let ids = 0;
  const background = createBackground(log);
  const bot = createBot({
    background,
    assistant,
    directory,
    greetings: {
      first: (conversationId) => {
        const isFirst = !greeted.has(conversationId);
        greeted.add(conversationId);
        return Promise.resolve(isFirst);
      },
    },
    strangers: { came: (stranger) => void strangers.push(stranger) },
    channels: { seenAt: () => Promise.resolve(undefined) },
    cards,
    say: texts,
    relay: {
      release: (person) => {
        released.push(person.id);
        return Promise.resolve();
      },
      releaseChannel: () => Promise.resolve(),
      sentDirectly: () => undefined,
    },
    messenger,
    clock,
    ids: () => `ref-${(ids += 1)}`,
    log,
    wait: () => Promise.resolve(),
    answerWithinMs: 1000,
    deliverWithinMs: 5000,
    ...overrides,
  });
  const health = { status: 'ready' };
  const server = createServer({
    config,
    adapter,
    bot,
    health: {
      ready: async () => health.status,
      metrics: async () => ({ type: 'text/plain; version=0.0.4; charset=utf-8', text: 'makker_relay_lease 1\n' }),
    },
    log,
  });
  const { port } = await server.listen();
  const url = `http://127.0.0.1:${port}`;
  const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const text = await response.text();
    return { status: response.status, text, body: text === '' ? undefined : JSON.parse(text) };
  };
  return {
    url,
    connector,
    lines,
    clock,
    people,
    said,
    clicked,
    searched,
    script,
    released,
    strangers,
    health,
    post,
    /** Sends an activity as Teams would. */
    send: (of: Record<string, unknown> = {}) => post(JSON.stringify(activityFrom(connector.serviceUrl, of))),
    /** Clicks a button on the card of message `card-1`. */
    click: (value: unknown, of: Record<string, unknown> = {}) =>
      post(
        JSON.stringify(
          activityFrom(connector.serviceUrl, {
            type: 'invoke',
            name: 'adaptiveCard/action',
            id: 'invoke-1',
            replyToId: 'card-1',
            text: undefined,
            value,
            ...of,
          }),
        ),
      ),
    codes: () => lines.flatMap(({ code }) => (code === undefined || code === 'no-credentials' ? [] : [code])),
    /** What `close` of main.ts does first. */
    stop: async () => {
      await server.close();
      await background.ended();
    },
    close: async () => {
      await server.close();
      await connector.close();
    },
  };
}

/** Everything that has been sent to Teams so far, as one text. */
export const sentText = ({ connector }: Pick<Awaited<ReturnType<typeof teamsStage>>, 'connector'>): string =>
  JSON.stringify(connector.calls.map(({ body }) => body));

/** An answer that never comes by itself; `finish` lets it. */
export const hanging = () => {
  let finish: (reply: Reply) => void = () => undefined;
  const reply = new Promise<Reply>((resolve) => {
    finish = resolve;
  });
  return { answer: () => reply, finish };
};
