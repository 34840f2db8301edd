import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorld, type World } from '../../end-to-end/world.ts';
import { type Attack, attackOf } from './attack.ts';
import { openLedger } from './ledger.ts';
import { setScene } from './scene.ts';
import { faultsOf } from './verdict.ts';

/** An attack that achieved something, as it can be made again. */
export interface Failure {
  seed: number;
  index: number;
  attacker: string;
  what: string;
  mutations: string[];
  faults: string[];
  request: string;
}

export interface Attacks {
  failures: Failure[];
  /** The verbs of the buttons there are. */
  verbs: string[];
  /** How often each attacker, each verb and each mutation came. */
  counts: Map<string, number>;
  /** Answers by their HTTP status. */
  statuses: Map<number, number>;
  /** The slowest answer, in milliseconds. */
  slowest: number;
  /** Requests that came to hosts that nothing may be sent to. */
  strayed: number;
  well: boolean;
}

const count = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Somebody on this machine, by its other addresses and the same port, to whom nothing may be sent. */
const listenBeside = async (port: number) => {
  let came = 0;
  const server = createServer((_, response) => {
    came += 1;
    response.end('{}');
  });
  server.listen(port, '127.0.0.2');
  await once(server, 'listening');
  return { came: () => came, close: () => new Promise((done) => server.close(done)) };
};

const send = async ({ running }: World, { wire }: Attack): Promise<{ status: number; text: string; took: number }> => {
  const began = performance.now();
  const { method, headers, path, body } = wire;
  const response = await fetch(`http://127.0.0.1:${running.port}${path}`, { method, headers, body });
  const text = await response.text();
  return { status: response.status, text, took: performance.now() - began };
};

const shown = ({ wire }: Attack): string => {
  const { method, path, headers, body } = wire;
  const text = new TextDecoder().decode(body);
  const whole = text.length > 3000 ? `${text.slice(0, 3000)}… (${text.length} characters)` : text;
  return `${method} ${path} ${JSON.stringify(headers)}\n${whole}`;
};

const isWell = async ({ running }: World): Promise<boolean> =>
  (await fetch(`http://127.0.0.1:${running.port}/readyz`)).status === 200;

/**
 * Lets so many attacks come, from a number on, upon Makker at work in the town. After each the town is put back, so that
 * any one of them can be made again by its seed and number alone.
 */
export const runAttacks = async (seed: number, from: number, many: number): Promise<Attacks> => {
  const folder = await mkdtemp(join(tmpdir(), 'makker-hostile-'));
  const path = join(folder, 'makker.db');
  const world = await openWorld({ env: { STORE_PATH: path }, remove: () => rm(folder, { recursive: true }) });
  const rejected: unknown[] = [];
  const note = (reason: unknown): void => void rejected.push(reason);
  process.on('unhandledRejection', note);
  const beside = await listenBeside(Number(new URL(world.connector.serviceUrl).port));
  const attacks: Attacks = {
    failures: [],
    verbs: [],
    counts: new Map(),
    statuses: new Map(),
    slowest: 0,
    strayed: 0,
    well: true,
  };
  const digits: string[] = [];
  try {
    const buttons = await setScene(world);
    attacks.verbs = [...new Set(buttons.map(({ verb }) => verb))];
    const ledger = openLedger(path, world.running.store);
    const { connector, log } = world;
    for (let index = from; index < from + many; index += 1) {
      const attack = attackOf(buttons, connector.serviceUrl, seed, index);
      const [calls, lines, rejections] = [connector.calls.length, log.length, rejected.length];
      world.pass(50);
      const { status, text, took } = await send(world, attack);
      const outcome = {
        status,
        text,
        calls: connector.calls.slice(calls),
        log: log.slice(lines),
        changes: ledger.changes(),
      };
      const faults = [
        ...faultsOf(attack, outcome),
        ...rejected.slice(rejections).map((reason) => `nobody caught: ${String(reason)}`),
      ];
      const { attacker, what, mutations } = attack;
      if (faults.length > 0)
        attacks.failures.push({
          seed,
          index,
          attacker: attacker.name,
          what,
          mutations,
          faults,
          request: shown(attack),
        });
      await ledger.putBack();
      for (const one of [`by ${attacker.name}`, `with ${what}`, ...mutations]) count(attacks.counts, one);
      count(attacks.statuses, status);
      attacks.slowest = Math.max(attacks.slowest, took);
      digits.push(...attack.digits);
      if (index % 100 === 0) attacks.well &&= await isWell(world);
    }
    attacks.well &&= await isWell(world);
    ledger.close();
    attacks.strayed = beside.came();
    const files = await Promise.all([path, `${path}-wal`].map((file) => readFile(file, 'latin1')));
    for (const one of digits)
      if (files.some((file) => file.includes(one) || file.includes(`${one.slice(0, 6)}-${one.slice(6)}`)))
        attacks.failures.push({
          seed,
          index: -1,
          attacker: '',
          what: 'the file of the store',
          mutations: [],
          faults: ['holds the number of a person'],
          request: '',
        });
  } finally {
    process.off('unhandledRejection', note);
    await beside.close();
    await world.close();
  }
  return attacks;
};
