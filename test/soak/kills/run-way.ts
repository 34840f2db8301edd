import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APPROVE, LEADS } from '../../end-to-end/scenes.ts';
import { settle } from '../../end-to-end/town.ts';
import { createCases } from '../../../src/cases/case-store.ts';
import { createJudge } from '../../../src/judge.ts';
import { canonicalJson } from '../../../src/receipts/canonical-json.ts';
import { readShelf } from '../../../src/rulebook-files.ts';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { inconsistencies } from '../consistent.ts';
import { APPROVED, ENDINGS, EXPIRED, beginning, storyOf, way } from './path.ts';
import type { Message } from './teams.ts';
import { KEY, type Lane, type Point, type World, openWorld } from './world.ts';

/** How one run of the way went. */
export interface Run {
  killed: boolean;
  /** The operations of the store that the last process called, and how often Teams was called in all. */
  calls: { store: string[]; connector: number };
  /** Cards that somebody has twice, because Makker was killed before it had recorded the first. */
  twice: number;
  stories: Record<string, string[]>;
  /** How many cards each person was sent without asking. */
  unasked: Record<string, number>;
  wrong: string[];
}

const CASES = [APPROVED, EXPIRED];

/** A file with the town in it, in which everybody has opened Makker; to be copied for each run. */
export const prepared = async (lane: Lane): Promise<{ folder: string; remove: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'makker-kills-'));
  const path = join(folder, 'makker.db');
  const store = createSqliteStore(path);
  const judge = createJudge(readShelf(join(import.meta.dirname, '../../../rulebooks')));
  const clock = { now: () => Date.parse('2023-05-10T07:00:00Z') };
  const cases = createCases({ store, judge, clock, key: KEY });
  await settle({ store, cases });
  await store.close();
  const world = await openWorld(path, lane, { hour: '08' });
  for (const step of beginning) {
    const problem = await step(world);
    if (problem !== undefined) throw new Error(problem);
  }
  await world.end();
  return { folder, remove: () => rm(folder, { recursive: true }) };
};

/** Cards that came unasked and that Makker knows nothing of. */
const unrecorded = async (world: World): Promise<Message[]> => {
  const items = await Promise.all(CASES.map((id) => world.item(id)));
  const known = new Set(
    items.flatMap(({ requests }) => requests.flatMap(({ cards }) => cards.map((card) => card.activityId))),
  );
  return [...world.teams.messages.values()].filter(({ unasked, activityId }) => unasked && !known.has(activityId));
};

const wrongAbout = async (world: World, caseId: string): Promise<string[]> => {
  const item = await world.item(caseId);
  const ending = ENDINGS[caseId] ?? '';
  const cards = item.requests.flatMap((request) => request.cards);
  const behind = cards.filter(({ activityId }) => !world.teams.messages.get(activityId)?.card.text.includes(ending));
  const without = ['ane', ...LEADS].filter((who) => cards.every(({ person }) => person !== who));
  return [
    ...inconsistencies(item, { endBefore: '2023-07-02', key: KEY }).map((what) => `${caseId}: ${what}`),
    ...(item.outbox.length > 0 ? [`${caseId}: ${item.outbox.length} rows are left`] : []),
    ...behind.map(({ person, activityId }) => `${caseId}: ${person}'s card ${activityId} does not show the end`),
    ...without.map((who) => `${caseId}: ${who} has no card`),
  ];
};

/** A card that Makker knows nothing of must show the end, at the latest when somebody clicks on it. */
const wrongAboutOrphan = async (world: World, orphan: Message): Promise<string[]> => {
  const canBeClicked = orphan.card.buttons.some(({ title }) => title === APPROVE);
  const { text } = canBeClicked ? await world.deliver(world.clickOn(orphan, APPROVE)) : orphan.card;
  return Object.values(ENDINGS).some((ending) => text.includes(ending))
    ? []
    : [`the card ${orphan.activityId} that ${orphan.conversationId} has twice shows: ${text}`];
};

/** Goes the way once on a copy of the prepared file, and is killed at the point, if there is one. */
export const runWay = async (template: string, lane: Lane, point?: Point): Promise<Run> => {
  const folder = await mkdtemp(join(tmpdir(), 'makker-kill-'));
  await cp(template, folder, { recursive: true });
  let lost: Message[] = [];
  const wrong: string[] = [];
  const world = await openWorld(join(folder, 'makker.db'), lane, {
    hour: '09',
    ...(point !== undefined && { point }),
    killed: async (dead) => {
      lost = await unrecorded(dead);
    },
  });
  for (const step of way) {
    const problem = await step(world);
    if (problem !== undefined) wrong.push(problem);
  }
  const orphans = await unrecorded(world);
  for (const caseId of CASES) wrong.push(...(await wrongAbout(world, caseId)));
  for (const orphan of orphans) {
    wrong.push(...(await wrongAboutOrphan(world, orphan)));
    const wasLost = lost.some(({ activityId }) => activityId === orphan.activityId);
    if (!wasLost) wrong.push(`${orphan.conversationId} has a card twice, and Makker could have known`);
  }
  const stories = Object.fromEntries(
    await Promise.all(CASES.map(async (id) => [id, storyOf(await world.item(id))] as const)),
  );
  const messages = [...world.teams.messages.values()].filter(({ unasked }) => unasked);
  const unasked = Object.fromEntries(
    [...Map.groupBy(messages, ({ conversationId }) => conversationId)].map(([to, { length }]) => [
      to,
      length - orphans.filter(({ conversationId }) => conversationId === to).length,
    ]),
  );
  const connector = world.teams.calls();
  const store = await world.end();
  await rm(folder, { recursive: true });
  return { killed: world.wasKilled(), calls: { store, connector }, twice: orphans.length, stories, unasked, wrong };
};

/** Whether what was decided, and who was sent how many cards, is the same in both; in words where not. */
export const differences = (run: Run, other: Run): string[] => {
  const of = ({ stories, unasked }: Run) => canonicalJson({ stories, unasked });
  return of(run) === of(other) ? [] : [`it ended as ${of(run)}, and without a kill as ${of(other)}`];
};
