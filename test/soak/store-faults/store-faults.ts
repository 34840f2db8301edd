import type { Bar, Part } from '../part.ts';
import type { Seen } from './ask.ts';
import { DISKS, onDisk, type OnDisk } from './disk.ts';
import { killCommands } from './kills.ts';
import { onService } from './service.ts';

/** Teams delivers a click again that is not answered within about two seconds. */
const FIRST_MS = 2000;
const KILLS = 12;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const told = ({ saw }: Seen): boolean => saw === 'failed';

const barsOfDisk = ({ name, before, during, after, ready, logged, wrong }: OnDisk): Bar[] => [
  {
    what: `Questions while the disk is ${name}: told that it failed, with a code that the log has too`,
    measured: `${Math.min(during.filter(told).length, logged)} of ${during.length}`,
    bar: 'all',
    holds: during.every(told) && logged === during.length,
  },
  {
    what: `/readyz before, while and after the disk is ${name}; and the question after`,
    measured: `${ready.before}, ${ready.during}, ${ready.after}; ${before.saw}, ${after.saw}`,
    bar: '200, 503, 200; answer, answer, by the same process',
    holds:
      ready.before === 200 &&
      ready.during === 503 &&
      ready.after === 200 &&
      before.saw === 'answer' &&
      after.saw === 'answer',
  },
  {
    what: `What is half done in the file of the disk that is ${name}`,
    measured: wrong.join('; ') || 'nothing',
    bar: 'nothing',
    holds: wrong.length === 0,
  },
];

/** A store that takes nothing: a full disk, and a service in every trouble. */
export const storeFaults: Part = async () => {
  const disks: OnDisk[] = [];
  for (const disk of DISKS) disks.push(await onDisk(disk));
  const services = await onService();
  const commands = await killCommands(KILLS);
  const firsts = services.map(({ during }) => during.firstMs);
  return {
    bars: [
      ...disks.flatMap(barsOfDisk),
      ...services.map(({ name, during, after, ready }): Bar => ({
        what: `A question while Cosmos DB ${name}; /readyz then and after; the question after`,
        measured: `${during.saw}, ${ready.during}, ${ready.after}, ${after.saw}`,
        bar: 'failed, 503, 200, answer, by the same process',
        holds: told(during) && ready.during === 503 && ready.after === 200 && after.saw === 'answer',
      })),
      ...commands.map(({ command, killed, wrong }): Bar => ({
        what: `What is wrong after \`makker store ${command}\` was killed at ${killed} moments, and run again`,
        measured: wrong.slice(0, 3).join('; ') || 'nothing',
        bar: 'nothing',
        holds: wrong.length === 0 && killed > 0,
      })),
      {
        what: 'The longest that anybody waits for a first word while Cosmos DB is in trouble',
        measured: seconds(Math.max(...firsts)),
        bar: `at most ${seconds(FIRST_MS)}`,
        holds: Math.max(...firsts) <= FIRST_MS,
      },
    ],
    means: `The commands are killed with -9 on a store of 1000 cases. In the troubles it is the same question of a caseworker each time, over HTTP as Teams sends it; the disks are real (\`unshare\` mounts one of its own in memory, \`prlimit\` takes away the right to write), the service is the look-alike with its faults. Who asks hears of a delay after ${seconds(Math.max(...firsts))} at the latest, and that it failed: ${services.map(({ name, during }) => `when it ${name}, after ${seconds(during.lastMs)}`).join('; ')}.`,
  };
};
