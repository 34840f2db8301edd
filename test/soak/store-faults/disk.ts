import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { checkFile } from '../../../src/store/index.ts';
import { startFakeConnector } from '../../support/fake-connector.ts';
import { createAsker, type Seen } from './ask.ts';

/** A disk that can be made to take nothing more, and to take something again. */
interface Disk {
  name: string;
  /** The shell's line that starts the bot (`$BOT`) with its store in `$FOLDER` on this disk. */
  line: string;
  break(pid: number, folder: string): void;
  mend(pid: number, folder: string): void;
}

const FILLER = 'filler';
/** Another user's view of a folder that is mounted for one process only. */
const seenFrom = (pid: number, folder: string): string => `/proc/${pid}/root${folder}`;
const limit = (pid: number, bytes: string): void => {
  const { status } = spawnSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:`]);
  if (status !== 0) throw new Error('prlimit is needed to break and mend a disk');
};

export const DISKS: Disk[] = [
  {
    name: 'full (a disk of 8 MB in memory)',
    line: 'exec unshare --user --map-root-user --mount sh -c "mount -t tmpfs -o size=8m tmpfs $FOLDER && exec $BOT"',
    break: (pid, folder) => {
      const there = seenFrom(pid, folder);
      const { bavail, bsize } = statfsSync(there);
      writeFileSync(join(there, FILLER), Buffer.alloc(bavail * bsize));
    },
    mend: (pid, folder) => rmSync(join(seenFrom(pid, folder), FILLER)),
  },
  {
    name: 'failing (a limit that lets no file be written)',
    line: 'exec $BOT',
    break: (pid) => limit(pid, '0'),
    mend: (pid) => limit(pid, 'unlimited'),
  },
];

/** What was seen on one disk before, while, and after it took nothing. */
export interface OnDisk {
  name: string;
  before: Seen;
  during: Seen[];
  after: Seen;
  ready: { before: number; during: number; after: number };
  /** How many of the codes that people were shown stand in the log. */
  logged: number;
  /** What is wrong with the file at the end, answers without what they were computed from among it. */
  wrong: string[];
}

const TRIES = 5;

const startOn = async (disk: Disk, folder: string) => {
  const bot = `${process.execPath} --disable-warning=ExperimentalWarning ${join(import.meta.dirname, 'bot.ts')} ${folder}`;
  const child = spawn('sh', ['-c', disk.line], {
    env: { ...process.env, FOLDER: folder, BOT: bot },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => log.push(line));
  const ended = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(String),
    ended.then(() => undefined),
  ]);
  if (line === undefined || child.pid === undefined) throw new Error(`Makker did not start: ${log.join('\n')}`);
  const { port } = z.object({ port: z.number() }).parse(JSON.parse(line));
  return { port, pid: child.pid, log, child, ended };
};

/** Checks a copy of the files, taken while nobody writes: the disk is gone when the process is. */
const wrongIn = (there: string, answers: number): string[] => {
  const copy = mkdtempSync(join(tmpdir(), 'makker-disk-copy-'));
  for (const end of ['', '-wal']) copyFileSync(join(there, `makker.db${end}`), join(copy, `makker.db${end}`));
  const found = checkFile(join(copy, 'makker.db'));
  rmSync(copy, { recursive: true });
  if ('problems' in found) return found.problems;
  const { receipt = 0, 'receipt-facts': facts = 0 } = found.items;
  return [
    ...(receipt === facts ? [] : [`${receipt} answers, and what ${facts} were computed from`]),
    ...(receipt >= answers ? [] : [`${answers} answers were seen, and ${receipt} are kept`]),
  ];
};

/** Asks on a disk that is well, takes nothing, and is well again; the same process all the time. */
export const onDisk = async (disk: Disk): Promise<OnDisk> => {
  const folder = mkdtempSync(join(tmpdir(), 'makker-disk-'));
  const connector = await startFakeConnector();
  const { port, pid, log, child, ended } = await startOn(disk, folder);
  const { ask, ready, close } = createAsker(port, connector);
  try {
    const before = await ask();
    const wasReady = await ready();
    disk.break(pid, folder);
    const during: Seen[] = [];
    for (let tried = 0; tried < TRIES; tried += 1) during.push(await ask());
    const whileBroken = await ready();
    disk.mend(pid, folder);
    const readyAgain = await ready();
    const after = await ask();
    const answers = [before, ...during, after].filter(({ saw }) => saw === 'answer').length;
    return {
      name: disk.name,
      before,
      during,
      after,
      ready: { before: wasReady, during: whileBroken, after: readyAgain },
      logged: during.filter(({ reference }) => log.some((one) => reference !== undefined && one.includes(reference)))
        .length,
      wrong: wrongIn(seenFrom(pid, folder), answers),
    };
  } finally {
    close();
    child.kill('SIGTERM');
    await ended;
    await connector.close();
    rmSync(folder, { recursive: true });
  }
};
