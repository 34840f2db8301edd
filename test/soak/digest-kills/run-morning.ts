import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { digestId, type DigestJob } from '../../../src/agenda/digest-job.ts';
import { entryKey, keyOf } from '../../../src/agenda/open-due.ts';
import { readAgenda } from '../../../src/agenda/read-agenda.ts';
import { eachItem } from '../../../src/each-item.ts';
import type { Store } from '../../../src/store/port.ts';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import type { Message } from '../kills/teams.ts';
import { KEY, type Lane, type Point } from '../kills/world.ts';
import { ANE, BUSY, type Prepared, TENANT, TODAY, TURNING } from './prepared.ts';

/** How one morning went. */
export interface Run {
  killed: boolean;
  /** The operations of the store that the last process called, and how often Teams was called in all. */
  calls: { store: string[]; connector: number };
  /** Messages that somebody has twice, because Makker was killed before it had recorded the first. */
  twice: number;
  /** What was made of the day: each digest with how it ended and what it showed. */
  story: Record<string, unknown>;
  wrong: string[];
}

/** Half past seven and a minute, and how long a killed process stays away: then its lease has run out. */
const BEGINS = `${TODAY}T06:31:00.000Z`;
const RESTART_MS = 60_000;
const DIGESTS_MS = 20_000;
const LOOK_MS = 25;
const LONGEST_MS = 60_000;

const jobsIn = async (store: Store, { towns }: Prepared): Promise<DigestJob[]> => {
  const jobs: DigestJob[] = [];
  for (const { municipality } of towns)
    for await (const job of eachItem((page) => store.list('digest', municipality, page))) jobs.push(job);
  return jobs;
};

/** What there is to be: a digest for each of four teams, and one person's own list. */
const expectedIn = ({ towns: [here, there] }: Prepared): string[] =>
  [
    ...[BUSY, 'linje', 'stille'].map((team) => `${here?.municipality} ${digestId(TODAY, 'team', { team })}`),
    `${here?.municipality} ${digestId(TODAY, 'own', { person: ANE })}`,
    `${there?.municipality} ${digestId(TODAY, 'team', { team: BUSY })}`,
  ].toSorted();

const isDone = ({ state, sendAt }: DigestJob): boolean => state !== 'waiting' && sendAt === undefined;

const named = ({ municipality, id }: DigestJob): string => `${municipality} ${id}`;

/** What is wrong in the end, in words. */
const wrongIn = (jobs: readonly DigestJob[], messages: readonly Message[], lost: ReadonlySet<string>): string[] => {
  const recorded = new Map(jobs.flatMap((job) => (job.card === undefined ? [] : [[job.card.activityId, job]])));
  const posted = jobs.filter(({ state }) => state === 'sent');
  const orphans = messages.filter(({ activityId }) => !recorded.has(activityId));
  return [
    ...jobs.filter((job) => !isDone(job)).map((job) => `${named(job)} is left: ${JSON.stringify(job)}`),
    ...posted
      .filter(({ card }) => !messages.some(({ activityId }) => activityId === card?.activityId))
      .map((job) => `${named(job)} is recorded, and nobody has it`),
    ...orphans
      .filter(({ activityId }) => !lost.has(activityId))
      .map(({ conversationId }) => `${conversationId} has a digest twice, and Makker could have known`),
    ...[...Map.groupBy(orphans, ({ conversationId }) => conversationId)]
      .filter(([, { length }]) => length > 1)
      .map(([conversationId, { length }]) => `${conversationId} has a digest ${length + 1} times after one kill`),
    ...(messages.length - orphans.length === posted.length
      ? []
      : [`${messages.length} messages for ${posted.length} digests`]),
  ];
};

/** Lets the morning pass on a copy of the prepared file; Makker is killed at the point, if there is one. */
export const runMorning = async (given: Prepared, { teams, take, giveBack }: Lane, point?: Point): Promise<Run> => {
  const folder = await mkdtemp(join(tmpdir(), 'makker-morning-'));
  await cp(given.folder, folder, { recursive: true });
  const path = join(folder, 'makker.db');
  const store = createSqliteStore(path);
  const municipality = given.towns[0]?.municipality ?? '';
  teams.reset();
  const began = Date.parse(BEGINS) - Date.now();
  let passed = 0;
  let died = false;
  let lost: ReadonlySet<string> = new Set();
  let makker = take();
  let port: number | undefined;

  const begin = async (at?: Point): Promise<void> => {
    const env = { STORE_PATH: path, RECEIPT_KEY: KEY };
    const dieAt = at?.of === 'store' ? { dieAt: at } : {};
    port = await makker.start({ env, rulebooks: given.rulebooks, began, passed, ...dieAt });
  };
  const revive = async (): Promise<void> => {
    await makker.gone;
    if (died) throw new Error('Makker died a second time, which nobody made it do');
    died = true;
    const known = new Set((await jobsIn(store, given)).map(({ card }) => card?.activityId));
    lost = new Set([...teams.messages.keys()].filter((id) => !known.has(id)));
    passed += RESTART_MS;
    makker = take();
    await begin();
  };
  /** Looks until it is so; who is killed meanwhile is started again. */
  const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
    const end = performance.now() + LONGEST_MS;
    while (!(await isSo())) {
      if (makker.isDead()) await revive();
      if (performance.now() > end) throw new Error(`in vain: ${what}`);
      await setTimeout(LOOK_MS);
    }
  };
  const expected = expectedIn(given);
  const allMade = async () => (await jobsIn(store, given)).length >= expected.length;
  const allDone = async () => (await jobsIn(store, given)).every(isDone);

  /** The clicks on the overview of the busy team; a killed process is started again and gets it once more. */
  const click = async (): Promise<void> => {
    const agenda = await readAgenda(store, municipality, { team: BUSY }, TODAY);
    const [worst] = [...agenda.overdue, ...agenda.soon].filter(({ item }) => item.id !== TURNING);
    if (worst === undefined) throw new Error('nothing is due');
    const data = { digest: digestId(TODAY, 'team', { team: BUSY }), entry: keyOf(entryKey(worst)) };
    const body = JSON.stringify({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: 'click-1',
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      from: { id: `29:${ANE}`, aadObjectId: `object-${ANE}` },
      recipient: { id: '28:bot' },
      conversation: {
        id: `kanal~${municipality}~${BUSY}`,
        conversationType: 'channel',
        isGroup: true,
        tenantId: TENANT,
      },
      value: { action: { type: 'Action.Execute', verb: 'digest-take', data }, trigger: 'manual' },
    });
    const isTaken = async () => {
      const item = (await store.read('case', municipality, worst.item.id))?.item;
      return item?.takenBy?.includes(ANE) === true;
    };
    await until('the click is answered', async () => {
      try {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', headers, body });
        if (answer.status !== 200) throw new RangeError(`answered with ${answer.status}: ${await answer.text()}`);
        await answer.text();
        return await isTaken();
      } catch (error) {
        if (error instanceof RangeError) throw error;
        return false;
      }
    });
  };

  const editOf = (jobs: readonly DigestJob[]): Message | undefined =>
    teams.messages.get(
      jobs.find((job) => named(job) === expected.find((id) => id.endsWith(`team~${BUSY}`)))?.card?.activityId ?? '',
    );

  if (point?.of === 'connector') teams.killAt(point, () => makker.kill());
  await begin(point);
  if (port === undefined) await revive();
  await until('every digest is made', async () => {
    passed += DIGESTS_MS;
    makker.pass(passed);
    await setTimeout(4 * LOOK_MS);
    return allMade();
  });
  await until('every digest is sent', allDone);
  await click();
  await until('the card is shown anew', async () => (editOf(await jobsIn(store, given))?.edits ?? 0) > 0 && allDone());
  let operations = await makker.stop();
  if (operations === undefined) {
    await revive();
    await until('nothing is left', allDone);
    operations = (await makker.stop()) ?? [];
  }
  giveBack(makker);
  const jobs = await jobsIn(store, given);
  const messages = [...teams.messages.values()];
  const made = jobs.map(named).toSorted();
  const turned = (await store.read('case', municipality, TURNING))?.item;
  const wrong = [
    ...(made.join() === expected.join() ? [] : [`made were ${made.join()}`]),
    ...(turned?.recheckOn === TODAY ? ['the case that time changes was not projected'] : []),
    ...wrongIn(jobs, messages, lost),
  ];
  await store.close();
  await rm(folder, { recursive: true });
  return {
    killed: died,
    calls: { store: operations, connector: teams.calls() },
    twice: messages.filter(({ activityId }) => jobs.every(({ card }) => card?.activityId !== activityId)).length,
    story: Object.fromEntries(jobs.map((job) => [named(job), { state: job.state, shown: job.shown }])),
    wrong,
  };
};
