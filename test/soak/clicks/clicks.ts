import { loadavg } from 'node:os';
import { startFakeConnector, type Behaviour } from '../../support/fake-connector.ts';
import type { Part } from '../part.ts';
import { people } from './office.ts';
import { startOfficeServer } from './office-server.ts';
import { type Click, prepare } from './prepare.ts';
import { createTeams, inFlight, type Teams } from './teams.ts';

const SEED = 7;
const AT_ONCE = 50;
const BAR_P99_MS = 200;
const BAR_SLOWEST_MS = 2000;
/** Of the clicks, those that are made while Teams is well; the others are shared among its troubles. */
const WHILE_WELL = 0.7;
/** Of these, those that come first: the program has just begun, and no click of a running one is like them. */
const TO_WARM_UP = 0.25;
const TROUBLES: { name: string; behaviour: Behaviour }[] = [
  { name: 'hangs', behaviour: 'hang' },
  { name: 'answers 429', behaviour: { status: 429, retryAfter: '2' } },
  { name: 'answers 502', behaviour: { status: 502 } },
];

interface Timed {
  kind: string;
  took: number;
  answered: boolean;
}

const storm = (teams: Teams, clicks: readonly Click[]): Promise<Timed[]> =>
  inFlight(clicks, AT_ONCE, async ({ kind, who, verb, data }) => {
    const { status, text, took } = await teams.click(who, verb, data);
    return { kind, took, answered: status === 200 && text.includes('"statusCode":200') };
  });

const at = (timed: readonly Timed[], share: number): number =>
  timed.map(({ took }) => took).toSorted((a, b) => a - b)[
    Math.min(timed.length - 1, Math.floor(timed.length * share))
  ] ?? 0;

const millis = (ms: number): string => `${ms.toFixed(0)} ms`;
const figures = (timed: readonly Timed[]): string =>
  [0.5, 0.95, 0.99, 1].map((share) => millis(at(timed, share))).join(' / ');

/** How long a click waits for its answer while fifty others do, and while Teams takes nothing from us. */
export const clicks: Part = async () => {
  const connector = await startFakeConnector();
  const server = await startOfficeServer();
  const teams = createTeams(server.port, connector.serviceUrl);
  try {
    const all = await prepare(teams, server.path, SEED);
    const firsts = Math.floor(all.length * WHILE_WELL);
    await teams.connect(AT_ONCE);
    const load = loadavg()[0] ?? 0;
    const warm = Math.floor(firsts * TO_WARM_UP);
    await storm(teams, all.slice(0, warm));
    const began = performance.now();
    const well = await storm(teams, all.slice(warm, firsts));
    const perSecond = (1000 * well.length) / (performance.now() - began);
    const each = Math.floor((all.length - firsts) / TROUBLES.length);
    const troubled: { name: string; timed: Timed[] }[] = [];
    for (const [index, { name, behaviour }] of TROUBLES.entries()) {
      for (const { id } of people) connector.always(`chat-${id}`, behaviour);
      const from = firsts + index * each;
      troubled.push({ name, timed: await storm(teams, all.slice(from, from + each)) });
      connector.giveUp();
    }
    for (const { id } of people) connector.always(`chat-${id}`, undefined);
    const everything = [...well, ...troubled.flatMap(({ timed }) => timed)];
    const unanswered = everything.filter(({ answered }) => !answered).length;
    const kinds = [...new Set(well.map(({ kind }) => kind))].map((kind) => {
      const of = well.filter((one) => one.kind === kind);
      return `${kind} (${of.length}) ${figures(of)}`;
    });
    return {
      bars: [
        {
          what: `Answer to a click, ${AT_ONCE} in flight on the embedded store, at the 99th percentile of ${well.length}`,
          measured: millis(at(well, 0.99)),
          bar: `at most ${BAR_P99_MS} ms`,
          holds: at(well, 0.99) <= BAR_P99_MS,
        },
        ...troubled.map(({ name, timed }) => ({
          what: `The slowest of ${timed.length} answers while the connector ${name} for every conversation`,
          measured: millis(at(timed, 1)),
          bar: `at most ${BAR_SLOWEST_MS} ms`,
          holds: at(timed, 1) <= BAR_SLOWEST_MS,
        })),
        {
          what: 'Clicks that were not answered',
          measured: String(unanswered),
          bar: 'none',
          holds: unanswered === 0,
        },
      ],
      means: `Makker runs in a process of its own on an office of ${people.length} people and 5000 cases; whoever clicks, and the connector, run in another; it had answered ${warm} clicks before. ${perSecond.toFixed(0)} clicks a second; the machine's load before was ${load.toFixed(1)}. 50 / 95 / 99 / 100 percent took at most: all ${figures(well)}; ${kinds.join('; ')}.`,
    };
  } finally {
    teams.close();
    await server.close();
    await connector.close();
  }
};
