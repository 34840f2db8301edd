import { join } from 'node:path';
import { readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { start } from '../../../src/main.ts';
import { settle, TODAY } from '../../end-to-end/town.ts';

/**
 * Makker in a process of its own on an embedded store, with a small town in it: `bot.ts FOLDER`. It says its port in a
 * line of output, and each problem it logs in a line of its own.
 */
const [folder = ''] = process.argv.slice(2);
const read = readConfig({ PORT: '0', STORE_PATH: join(folder, 'makker.db'), RECEIPT_KEY: 'invented'.repeat(4) });
if ('problems' in read) throw new Error(read.problems.join('\n'));
const beganAt = performance.now();
const running = await start(read.config, {
  clock: { now: () => Date.parse(`${TODAY}T08:00:00.000Z`) + performance.now() - beganAt },
  log: createLog({ write: (line) => void (line.includes('"code":') && process.stderr.write(line)) }),
});
await settle(running);
console.log(JSON.stringify({ port: running.port }));
process.once('SIGTERM', () => void running.close());
