import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startFakeConnector } from '../../support/fake-connector.ts';
import { cases, people } from '../clicks/office.ts';
import { startOfficeServer } from '../clicks/office-server.ts';
import { type Click, prepare } from '../clicks/prepare.ts';
import { createTeams, type Teams } from '../clicks/teams.ts';
import type { Part } from '../part.ts';
import { dearestIn } from './dearest.ts';

const SEED = 11;
const SECONDS = 60;
const EVERY_MS = 2000;
/** One turn in so many is a click on a request: put, approved or rejected. */
const A_CLICK_IN = 10;
const TURNS = (1000 * SECONDS) / EVERY_MS;
const BAR_P99_MS = 500;
const ABOUT_REQUESTS = new Set(['request-approval', 'approve', 'reject']);

interface Timed {
  kind: 'question' | 'click';
  took: number;
  well: boolean;
}

/** Each user's cases: of their own as a caseworker, of their team as a lead. */
const casesOf = new Map(
  people.map(({ id, roles }) => {
    const teams = new Set(roles.map(({ team }) => team));
    const own = cases.filter(({ caseworker }) => caseworker === id);
    return [id, own.length > 0 ? own : cases.filter(({ team }) => teams.has(team))];
  }),
);

/** What somebody asks this time, in turns. */
const questionOf = (who: string, turn: number): string => {
  const all = casesOf.get(who) ?? [];
  const id = all[turn % all.length]?.id ?? '';
  const questions = [
    `Hvilke frister er der i ${id}?`,
    `Hvad er næste skridt i ${id}?`,
    `Må jeg forlænge forløbet i ${id} til udgangen af august?`,
  ];
  return questions[turn % questions.length] ?? '';
};

/** Everybody begins at another moment of the two seconds, and does something every two seconds, whatever became of the last. */
const storm = async (teams: Teams, clicks: Click[]): Promise<Timed[]> => {
  const began = performance.now();
  const turns = people.flatMap(({ id }, index) =>
    Array.from({ length: TURNS }, async (_, turn): Promise<Timed> => {
      const due = (index * EVERY_MS) / people.length + turn * EVERY_MS;
      await setTimeout(Math.max(0, due - (performance.now() - began)));
      const click = (index + turn) % A_CLICK_IN === 0 ? clicks.pop() : undefined;
      if (click !== undefined) {
        const { status, text, took } = await teams.click(click.who, click.verb, click.data);
        return { kind: 'click', took, well: status === 200 && text.includes('"statusCode":200') };
      }
      const { status, took } = await teams.say(id, questionOf(id, turn));
      return { kind: 'question', took, well: status === 200 };
    }),
  );
  return Promise.all(turns);
};

const at = (timed: readonly Timed[], share: number): number =>
  timed.map(({ took }) => took).toSorted((a, b) => a - b)[
    Math.min(timed.length - 1, Math.floor(timed.length * share))
  ] ?? 0;
const figures = (timed: readonly Timed[]): string =>
  [0.5, 0.95, 0.99, 1].map((share) => `${at(timed, share).toFixed(0)} ms`).join(' / ');

/** A whole office at once: two hundred people who ask and click for a minute. */
export const crowd: Part = async () => {
  const profiles = mkdtempSync(join(tmpdir(), 'makker-crowd-'));
  const connector = await startFakeConnector();
  const server = await startOfficeServer(['--cpu-prof', '--cpu-prof-dir', profiles]);
  const teams = createTeams(server.port, connector.serviceUrl);
  let ended = false;
  try {
    const prepared = await prepare(teams, server.path, SEED);
    const clicks = prepared.filter(({ kind }) => ABOUT_REQUESTS.has(kind));
    await teams.connect(people.length);
    const load = loadavg()[0] ?? 0;
    server.problems.length = 0;
    const stormed = await storm(teams, clicks);
    const problems = [...server.problems];
    await server.close();
    ended = true;
    const [file] = readdirSync(profiles);
    if (file === undefined) throw new Error('there is no profile');
    const dearest = dearestIn(readFileSync(join(profiles, file), 'utf8'), 3);
    const questions = stormed.filter(({ kind }) => kind === 'question');
    const clicked = stormed.filter(({ kind }) => kind === 'click');
    const unwell = stormed.filter(({ well }) => !well).length;
    const share = (100 * clicked.length) / stormed.length;
    if (problems.length > 0) console.error(problems.slice(0, 5).join('\n'));
    return {
      bars: [
        {
          what: `${people.length} people at once, each something every ${EVERY_MS / 1000} s for ${SECONDS} s: the answer at the 99th percentile of ${stormed.length}`,
          measured: `${at(stormed, 0.99).toFixed(0)} ms`,
          bar: `at most ${BAR_P99_MS} ms on two cores`,
          holds: at(stormed, 0.99) <= BAR_P99_MS,
        },
        {
          what: 'Not answered well, and problems that Makker logged',
          measured: `${unwell}, ${problems.length}`,
          bar: 'none',
          holds: unwell === 0 && problems.length === 0,
        },
      ],
      means: `Makker is the whole program in one process on the embedded store with ${cases.length} cases, under Node's CPU profiler; the people and the connector run in another process on the same two cores. ${share.toFixed(0)} % were clicks on requests (put, approved, rejected), the others questions about cases: deadlines, the next step, an extension. 50 / 95 / 99 / 100 percent took at most: questions (${questions.length}) ${figures(questions)}, clicks (${clicked.length}) ${figures(clicked)}. The three dearest things, in shares of the time that the process was at work, making the requests beforehand included: ${dearest.join('; ')}. The machine's load before was ${load.toFixed(1)}.`,
    };
  } finally {
    teams.close();
    if (!ended) await server.close();
    await connector.close();
    rmSync(profiles, { recursive: true });
  }
};
