import { isoInstant } from '../../src/clock.ts';
import type { CaseItem } from '../../src/cases/case-item.ts';
import { readConfig } from '../../src/config.ts';
import { caseSchema, type Case } from '../../src/contract/case.ts';
import { createLog } from '../../src/log.ts';
import { start, type Machine, type Running } from '../../src/main.ts';
import { readProgramFiles } from '../../src/program-files.ts';
import type { ApprovalRequest } from '../../src/requests/request.ts';
import { startFakeConnector, type FakeConnector } from '../support/fake-connector.ts';
import { createPhone, type Phone } from './phone.ts';
import { GROUPED, HERE, settle, TODAY, type Who } from './town.ts';

/** Where a run of Makker keeps its data: the settings that name it, and how it is taken away. */
export interface Place {
  env: Record<string, string>;
  remove(): Promise<void>;
}

/** The whole of Makker at work in the town, with Teams played by the connector. */
export interface World {
  readonly running: Running;
  connector: FakeConnector;
  /** Every line of the log, as written. */
  log: string[];
  /** Every answer of the server, as sent. */
  responses: string[];
  /** What this person has in Teams; the same one each time it is asked for. */
  phone(who: Who): Phone;
  /** Lets time pass, in milliseconds. */
  pass(ms: number): void;
  /** Stops Makker and starts it again on the same store. */
  restart(): Promise<void>;
  item(caseId: string): Promise<CaseItem>;
  /** The newest request of the case. */
  request(caseId: string): Promise<ApprovalRequest>;
  /** Changes the record behind Makker's back, as an import would. */
  change(caseId: string, change: (record: Case) => Case): Promise<void>;
  /** Resolves once everything that may go out now has gone out. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

const LONGEST_MS = 8000;
const AGAIN_MS = 10;

/** Resolves with the first answer that is not `undefined`; what is waited for comes from the relay, on its own time. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const until = performance.now() + LONGEST_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`in vain: ${what}`);
    await new Promise((again) => {
      setTimeout(again, AGAIN_MS);
    });
  }
}

/** That an answer can come too late is tried elsewhere; here a busy machine changes nothing. */
const PATIENCE_MS = 10_000;
/** Read once for all worlds: it takes longer than most of what happens in one. */
const all = readProgramFiles();
/** The municipalities in which something happens here: each more is asked for what is to be sent, all the time. */
const files = { ...all, shelf: { ...all.shelf, municipalities: () => [GROUPED, HERE].toSorted() } };

/** Starts Makker on an empty store and fills it with the town. */
export async function openWorld(place: Place, machine: Pick<Partial<Machine>, 'openStore'> = {}): Promise<World> {
  const connector = await startFakeConnector();
  const log: string[] = [];
  const clock = { time: Date.parse(`${TODAY}T08:00:00.000Z`), now: () => clock.time };
  const begin = (): Promise<Running> => {
    const read = readConfig({ PORT: '0', ...place.env });
    if ('problems' in read) throw new Error(read.problems.join('\n'));
    return start(read.config, {
      clock,
      log: createLog({ write: (line) => log.push(line) }),
      random: () => 0,
      files,
      answerWithinMs: PATIENCE_MS,
      ...machine,
    });
  };
  let running = await begin();
  await settle(running);

  const item = async (caseId: string): Promise<CaseItem> => {
    const stored = await running.cases.read(HERE, caseId);
    if (stored === undefined) throw new Error(`there is no case ${caseId}`);
    return stored.item;
  };
  const phones = new Map<Who, Phone>();
  const world: World = {
    get running() {
      return running;
    },
    connector,
    log,
    responses: [],
    phone: (who) => {
      const phone = phones.get(who) ?? createPhone(world, who);
      phones.set(who, phone);
      return phone;
    },
    pass: (ms) => {
      clock.time += ms;
    },
    restart: async () => {
      await running.close();
      running = await begin();
    },
    item,
    request: async (caseId) => {
      const found = (await item(caseId)).requests.at(-1);
      if (found === undefined) throw new Error(`${caseId} has no request`);
      return found;
    },
    change: async (caseId, change) => {
      await running.cases.change(HERE, caseId, (found) => ({
        item: { ...found, record: caseSchema.parse(change(found.record)) },
        result: undefined,
      }));
    },
    quiet: async () => {
      await eventually('nothing is left to send', async () => {
        const query = { by: 'nextSendAt', before: isoInstant(clock.time) } as const;
        const due = await running.store.findCases(HERE, query, { limit: 1 });
        return due.items.length === 0 ? true : undefined;
      });
    },
    close: async () => {
      await running.close();
      await connector.close();
      await place.remove();
    },
  };
  return world;
}
