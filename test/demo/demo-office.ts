import { join } from 'node:path';
import { plainText } from '../../src/cards/plain-text.ts';
import { createCards } from '../../src/cards/render.ts';
import { loadTexts } from '../../src/cards/texts.ts';
import type { View } from '../../src/cards/views.ts';
import { createAccessLog } from '../../src/access/access-log.ts';
import { watchReads } from '../../src/access/watch-reads.ts';
import { createCases } from '../../src/cases/case-store.ts';
import { createMatters } from '../../src/cases/matter-store.ts';
import type { Person } from '../../src/contract/people.ts';
import type { Assistant, Turn } from '../../src/conversation/assistant.ts';
import type { Language } from '../../src/contract/language.ts';
import { createAssistant } from '../../src/conversation/create-assistant.ts';
import type { Services } from '../../src/conversation/services.ts';
import type { Demo } from '../../src/demo/demo-document.ts';
import { loadDemos } from '../../src/demo/load-demos.ts';
import { readDemos } from '../../src/demo/read-demos.ts';
import { createJudge, createJudgeMatter } from '../../src/judge.ts';
import { createDirectory } from '../../src/people/directory.ts';
import { createReceipts } from '../../src/receipts/receipts.ts';
import { createRequests } from '../../src/requests/requests.ts';
import { dayOf, isoOf } from '../../src/rulebook/calendar.ts';
import { readShelf } from '../../src/rulebook-files.ts';
import { openStore } from '../../src/store/index.ts';

const root = join(import.meta.dirname, '../..');
export const rulebooks = join(root, 'rulebooks');
export const shelf = readShelf(rulebooks);
export const texts = loadTexts(join(root, 'cards/texts'));
const cards = createCards(join(root, 'cards'));

/** The days around the turn of each month, where months of different lengths could tell. */
export const turns = Array.from({ length: 400 }, (_, index) => isoOf(dayOf('2027-01-01') + index)).filter((day) =>
  /-(01|15|28|29|30|31)$/.test(day),
);

/** What comes back: the view, and its card as one reads it. */
export interface Answered {
  view: View;
  card: string;
}

/** Makker with the demos of all municipalities in one store, on the day they are first started. */
export interface DemoOffice {
  demos: Demo[];
  assistant: Assistant;
  services: Services;
  /** A turn in a fresh talk in the person's own chat. */
  turnOf(person: Person, language?: Language): Turn;
  /** Says something in the person's own chat, on a fresh talk: nothing has been settled before. */
  say(person: Person, text: string): Promise<Answered>;
  /** Fills in the inputs of a card and sends them. */
  fillIn(person: Person, { view }: Answered, inputs: Record<string, string>): Promise<Answered>;
  /** Who the service says somebody is, by tenant and object id. */
  identify(tenantId: string, aadObjectId: string): Promise<Person | undefined>;
  close(): Promise<void>;
}

/** Whose chat the first Playground shows. */
export const caseworkerOf = ({ people, viewers }: Demo): Person => {
  const found = people.find(({ id }) => id === viewers.caseworker);
  if (found === undefined) throw new Error(`nobody is called ${viewers.caseworker}`);
  return found;
};

export const openDemoOffice = async (today: string): Promise<DemoOffice> => {
  const clock = { now: () => Date.parse(`${today}T10:00:00Z`) };
  const { store, watch } = watchReads(await openStore({ kind: 'embedded', path: ':memory:' }));
  const judge = createJudge(shelf);
  const directory = createDirectory({ store });
  const key = 'an invented key of more than thirty-two letters';
  const cases = createCases({ store, judge, clock, key });
  const matters = createMatters({ store, judge: createJudgeMatter(shelf), clock });
  let counted = 0;
  const ids = () => `u${(counted += 1)}`;
  const receipts = createReceipts({ store, key, clock, ids });
  const requests = createRequests({ cases, directory, receipts, judge, store, key, clock, poke: () => undefined });
  const log = { problem: () => undefined };
  const services: Services = {
    access: createAccessLog({ store, watch }),
    cases,
    matters,
    directory,
    receipts,
    requests,
    shelf,
    store,
    judge,
    log,
    say: texts,
    ids,
    poke: () => {},
  };
  const assistant = createAssistant(services);
  const demos = readDemos(rulebooks, today);
  await loadDemos(demos, { store, cases, matters });
  const turnOf = (person: Person, language: Language = 'da'): Turn => ({
    person,
    language,
    conversation: { id: `chat-${(counted += 1)}`, type: 'personal' },
    activityId: 'a-1',
    now: `${today}T10:00:00Z`,
    today,
  });
  const shown = ({ view }: { view: View }): Answered => ({ view, card: plainText(cards.render(view, 'da').card) });
  return {
    demos,
    assistant,
    services,
    turnOf,
    say: async (person, text) => shown(await assistant.say(turnOf(person), text)),
    fillIn: async (person, { view, card }, inputs) => {
      const action = view.actions.find(({ verb }) => verb === 'answer-facts');
      if (action === undefined) throw new Error(`nothing can be filled in on:\n${card}`);
      const click = { verb: action.verb, data: { ...action.data, ...inputs }, messageId: 'm-1' };
      return shown(await assistant.click(turnOf(person), click));
    },
    identify: (tenantId, aadObjectId) => directory.identify(tenantId, aadObjectId, today),
    close: () => store.close(),
  };
};
