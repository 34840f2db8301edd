import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { civilDateAt, systemClock } from '../../src/clock.ts';
import { kills } from './kills/kills.ts';
import type { Found, Part } from './part.ts';
import { races } from './races/races.ts';

/** Every part by its name, in the order of the report. */
const parts: Record<string, { title: string; part: Part }> = {
  races: { title: 'Races', part: races },
  kills: { title: 'Kills', part: kills },
};

/** The parts named on the command line; all of them without a name. */
const namesFrom = (args: readonly string[]): string[] => {
  const known = Object.keys(parts);
  const strange = args.filter((name) => !known.includes(name));
  if (strange.length === 0) return args.length === 0 ? known : [...args];
  console.error(`There is no part ${strange.join(', ')}; there are ${known.join(', ')}.`);
  process.exit(1);
};

const table = (found: readonly Found[]): string => {
  const rows = found.flatMap(({ bars }) =>
    bars.map(({ what, measured, bar, holds }) => [what, measured, bar, holds ? 'yes' : '**no**']),
  );
  return [['what', 'measured', 'bar', 'holds'], ['---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
};

const names = namesFrom(process.argv.slice(2));
const results: (Found & { title: string })[] = [];
for (const name of names) {
  const chosen = parts[name];
  if (chosen !== undefined) results.push({ title: chosen.title, ...(await chosen.part()) });
}

const report = `# Soak

Written by \`npm run soak\` on ${civilDateAt(systemClock.now())}; Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}.
It is written only by a run of every part in which every bar held. Times depend on the machine; the rest does not.

${table(results)}

${results.map(({ title, means }) => `## ${title}\n${means}\n`).join('\n')}`;

console.log(report);
const held = results.every(({ bars }) => bars.every(({ holds }) => holds));
if (!held) process.exitCode = 1;
else if (names.length === Object.keys(parts).length) writeFileSync(join(import.meta.dirname, 'RESULTS.md'), report);
