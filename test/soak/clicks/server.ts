import { join } from 'node:path';
import { readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { start } from '../../../src/main.ts';
import { fillStore } from '../../support/fill-store.ts';
import { HERE, TODAY } from '../../end-to-end/town.ts';
import { catalogue, cases, people, TENANT } from './office.ts';

/**
 * Makker at work in a process of its own, as it is in production, on an embedded store with a whole office's cases:
 * `server.ts FOLDER`. It says its port in a line of output, and every problem it logs in a line of its own.
 */
const [folder = ''] = process.argv.slice(2);
const read = readConfig({ PORT: '0', STORE_PATH: join(folder, 'makker.db') });
if ('problems' in read) throw new Error(read.problems.join('\n'));

const beganAt = performance.now();
const clock = { now: () => Date.parse(`${TODAY}T08:00:00.000Z`) + performance.now() - beganAt };
const problem = { write: (line: string) => void (line.includes('"code":') && process.stderr.write(line)) };
const running = await start(read.config, { clock, log: createLog(problem) });

for (const person of people) {
  await running.store.create('person', person);
  const id = `${TENANT}~${person.aadObjectId}`;
  const names = { personId: person.id, personMunicipality: person.municipality };
  await running.store.create('directory', { id, municipality: 'directory', ...names });
}
await fillStore(running.store, cases, HERE, catalogue);
console.log(JSON.stringify({ port: running.port }));
process.once('SIGTERM', () => void running.close());
