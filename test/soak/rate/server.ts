import { join } from 'node:path';
import { readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { start } from '../../../src/main.ts';
import { readProgramFiles } from '../../../src/program-files.ts';

/**
 * Makker at work in a process of its own, as it is in production but for the clock and the rulebooks:
 * `server.ts FOLDER INSTANT`. It begins at the instant; another one that it is told is the time from then on. It says when
 * it has started, and every problem it logs.
 */
const [folder = '', begins = ''] = process.argv.slice(2);
const read = readConfig({ PORT: '0', STORE_PATH: join(folder, 'makker.db') });
if ('problems' in read) throw new Error(read.problems.join('\n'));

const offsetTo = (instant: string): number => Date.parse(instant) - Date.now();
let offset = offsetTo(begins);
const looks = new Set<() => void>();
// That there are no credentials is told while it starts.
let started = false;
const isProblem = (line: string): boolean => started && line.includes('"code":');
const problem = { write: (line: string) => void (isProblem(line) && process.send?.({ problem: line })) };
const running = await start(read.config, {
  files: readProgramFiles(join(folder, 'rulebooks')),
  clock: { now: () => Date.now() + offset },
  log: createLog(problem),
  every: (ms, look) => {
    looks.add(look);
    const interval = setInterval(look, ms).unref();
    return () => {
      looks.delete(look);
      clearInterval(interval);
    };
  },
});
process.on('message', (instant: string) => {
  offset = offsetTo(instant);
  for (const look of looks) look();
});
process.on('disconnect', () => void running.close().then(() => process.exit()));
started = true;
process.send?.({ port: running.port });
