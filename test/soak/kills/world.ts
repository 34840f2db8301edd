import { setTimeout } from 'node:timers/promises';
import type { CaseItem } from '../../../src/cases/case-item.ts';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { type Seen, buttonOf, readCard } from '../../end-to-end/card.ts';
import { words } from '../../end-to-end/scenes.ts';
import { HERE, TENANT, TODAY, type Who } from '../../end-to-end/town.ts';
import { type MakkerProcess, createMakkerProcess } from './makker-process.ts';
import type { DieAt } from './orders.ts';
import { type Message, type Teams, openTeams } from './teams.ts';

/** Where a run is killed. */
export type Point = { of: 'store' | 'connector' } & DieAt;

/** The key of hashes and seals. */
export const KEY = 'an invented key of some length, for good';
const BREATH_MS = 5000;
/** A killed process is started again after this time; by then a lease that it held has run out. */
const RESTART_MS = 5 * 60_000;
const LOOK_MS = 5;
/** What is shown in place of an answer that takes long; the answer follows as an edit. */
const SLOW = words('teams.slow-click');
/** So much longer than anything takes here that whatever is not over by then never will be. */
const LONGEST_MS = 60_000;

/** Makker on a file of its own, the people with their Teams, and whoever starts it again when it is killed. */
export interface World {
  teams: Teams;
  /** Says something; delivered again until it is answered. */
  say(who: Who, text: string): Promise<void>;
  /** The click on the newest card that has the button; to be delivered now or later. */
  click(who: Who, button: string, inputs?: Record<string, string>): Promise<Activity>;
  clickOn(message: Message, button: string): Activity;
  /** Delivers a click, again until it is answered: the card that answers it. */
  deliver(click: Activity): Promise<Seen>;
  pass(ms: number): Promise<void>;
  item(caseId: string): Promise<CaseItem>;
  /** Resolves once nothing is left to send, and what is awaited is so. */
  quiet(awaited?: () => Promise<boolean>): Promise<void>;
  wasKilled(): boolean;
  /** Stops Makker, and starts it once more if that is when it is killed; which operations of the store the last one called. */
  end(): Promise<string[]>;
}

export interface Activity {
  replyToId?: string;
  from: { id: string; aadObjectId: string };
  [name: string]: unknown;
}

/** What one world after the other is made of: the people's Teams, and processes that are loaded ahead. */
export interface Lane {
  teams: Teams;
  take: () => MakkerProcess;
  /** A process that was not killed goes on to the next world. */
  giveBack: (one: MakkerProcess) => void;
  close: () => Promise<void>;
}

/** Opens a lane: while one process is at work, the next one loads. */
export const openLane = async (): Promise<Lane> => {
  const teams = await openTeams();
  const all: MakkerProcess[] = [];
  const load = (): MakkerProcess => {
    const one = createMakkerProcess();
    all.push(one);
    return one;
  };
  const spares = [load()];
  return {
    teams,
    take: () => {
      const one = spares.shift() ?? load();
      if (spares.length === 0) spares.push(load());
      return one;
    },
    giveBack: (one) => void spares.unshift(one),
    close: async () => {
      await Promise.all(all.map((one) => one.end()));
      await teams.close();
    },
  };
};

/**
 * Opens a world on the data in a file, at an hour of the day. At `point` Makker is killed, once; `killed` is told before it starts again.
 */
export const openWorld = async (
  path: string,
  { teams, take, giveBack }: Lane,
  {
    hour,
    point,
    killed = async () => undefined,
  }: { hour: string; point?: Point; killed?: (world: World) => Promise<void> },
): Promise<World> => {
  teams.reset();
  const store = createSqliteStore(path);
  const began = Date.parse(`${TODAY}T${hour}:00:00.000Z`) - Date.now();
  let passed = 0;
  let died = false;
  let sent = 0;
  let port: number | undefined;
  let makker = take();

  const begin = async (dieAt?: DieAt): Promise<void> => {
    const env = { STORE_PATH: path, RECEIPT_KEY: KEY };
    port = await makker.start({ env, began, passed, ...(dieAt !== undefined && { dieAt }) });
  };

  const revive = async (): Promise<void> => {
    await makker.gone;
    if (died) throw new Error('Makker died a second time, which nobody made it do');
    died = true;
    await killed(world);
    passed += RESTART_MS;
    makker = take();
    await begin();
  };

  /** The body of the answer; a killed process is started again and gets the activity once more, as Teams does it. */
  const send = async (activity: Activity): Promise<unknown> => {
    for (;;) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(activity),
        });
        const text = await response.text();
        if (response.status !== 200) throw new RangeError(`answered with ${response.status}: ${text}`);
        return JSON.parse(text);
      } catch (error) {
        if (error instanceof RangeError) throw error;
        await revive();
      }
    }
  };

  /** Looks until there is an answer; who is killed meanwhile is started again. */
  const eventually = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
    const until = performance.now() + LONGEST_MS;
    for (;;) {
      if (makker.isDead()) await revive();
      const found = await look();
      if (found !== undefined) return found;
      if (performance.now() > until) throw new Error(`in vain: ${what}`);
      await setTimeout(LOOK_MS);
    }
  };

  const activityOf = (who: Who, more: Record<string, unknown>): Activity => ({
    id: `${who}-${(sent += 1)}`,
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    from: { id: `29:${who}`, aadObjectId: `object-${who}` },
    recipient: { id: '28:bot' },
    conversation: { id: `chat-${who}`, conversationType: 'personal', tenantId: TENANT },
    ...more,
  });

  const press = (who: Who, { activityId, card }: Message, title: string, inputs = {}): Activity => {
    const { verb, data } = buttonOf(card, title);
    const action = { type: 'Action.Execute', verb, data: { ...data, ...inputs } };
    return activityOf(who, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: activityId,
      value: { action, trigger: 'manual' },
    });
  };

  const pass = async (ms: number): Promise<void> => {
    passed += ms;
    makker.pass(passed);
  };

  const world: World = {
    teams,
    say: async (who, text) => {
      await pass(BREATH_MS);
      await send(activityOf(who, { type: 'message', text }));
    },
    click: (who, button, inputs) =>
      eventually(`${who} gets a card with ${button}`, async () => {
        const found = [...teams.messages.values()].findLast(
          ({ conversationId, card }) =>
            conversationId === `chat-${who}` && card.buttons.some(({ title }) => title === button),
        );
        return found && press(who, found, button, inputs);
      }),
    clickOn: (message, button) => {
      const who = message.conversationId.replace('chat-', '');
      return press(who as Who, message, button);
    },
    deliver: async (click) => {
      await pass(BREATH_MS);
      const editsOf = () => teams.messages.get(click.replyToId ?? '')?.edits;
      const before = editsOf();
      const { value } = (await send(click)) as { value: Record<string, unknown> };
      const card = readCard(value);
      if (!card.text.includes(SLOW)) return card;
      return eventually('the answer that took long', async () =>
        editsOf() === before ? undefined : teams.messages.get(click.replyToId ?? '')?.card,
      );
    },
    pass,
    item: async (caseId) => {
      const stored = await store.read('case', HERE, caseId);
      if (stored === undefined) throw new Error(`there is no case ${caseId}`);
      return stored.item;
    },
    quiet: async (awaited = async () => true) => {
      await eventually('nothing is left to send', async () => {
        // First what is awaited: it may be the cause of what is to be sent.
        if (!(await awaited())) return undefined;
        const due = await store.findCases(HERE, { by: 'nextSendAt', before: '9999' }, { limit: 1 });
        return due.items.length === 0 ? true : undefined;
      });
    },
    wasKilled: () => died,
    end: async () => {
      let calls = await makker.stop();
      if (calls === undefined) {
        await revive();
        await world.quiet();
        calls = (await makker.stop()) ?? [];
      }
      giveBack(makker);
      await store.close();
      return calls;
    },
  };

  if (point?.of === 'connector') teams.killAt(point, () => makker.kill());
  await begin(point?.of === 'store' ? point : undefined);
  if (port === undefined) await revive();
  return world;
};
