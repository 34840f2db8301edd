import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { civilDateAt, systemClock } from '../../src/clock.ts';
import { agenda } from './agenda/agenda.ts';
import { clicks } from './clicks/clicks.ts';
import { connector } from './connector/connector.ts';
import { crowd } from './crowd/crowd.ts';
import { digestReads } from './digest-reads/digest-reads.ts';
import { digestKills } from './digest-kills/digest-kills.ts';
import { hostile } from './hostile/hostile.ts';
import { importKills } from './import-kills/import-kills.ts';
import { kills } from './kills/kills.ts';
import { large } from './large/large.ts';
import type { Bar, Found, Part } from './part.ts';
import { races } from './races/races.ts';
import { rate } from './rate/rate.ts';
import { storeFaults } from './store-faults/store-faults.ts';
import { year } from './year/year.ts';

/** Every part by its name, in the order of the report. */
const parts: Record<string, { title: string; part: Part }> = {
  races: { title: 'Races', part: races },
  kills: { title: 'Kills', part: kills },
  'import-kills': { title: 'Import: kills', part: importKills },
  hostile: { title: 'Hostile activities', part: hostile },
  clicks: { title: 'Clicks', part: clicks },
  crowd: { title: 'Two hundred at once', part: crowd },
  large: { title: 'A million cases', part: large },
  'store-faults': { title: 'A store in trouble', part: storeFaults },
  agenda: { title: 'Agenda', part: agenda },
  connector: { title: 'Digests: connector', part: connector },
  'digest-kills': { title: 'Digests: kills', part: digestKills },
  rate: { title: 'Digests: rate', part: rate },
  'digest-reads': { title: 'Digests: reads', part: digestReads },
  year: { title: 'Digests: a year', part: year },
};

/** The parts named on the command line; all of them without a name. */
const namesFrom = (args: readonly string[]): string[] => {
  const known = Object.keys(parts);
  const strange = args.filter((name) => !known.includes(name));
  if (strange.length === 0) return args.length === 0 ? known : [...args];
  console.error(`There is no part ${strange.join(', ')}; there are ${known.join(', ')}.`);
  process.exit(1);
};

const table = (bars: readonly Bar[]): string =>
  [
    ['what', 'measured', 'bar', 'holds'],
    ['---', '---', '---', '---'],
    ...bars.map(({ what, measured, bar, holds }) => [what, measured, bar, holds ? 'yes' : '**no**']),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;

/** Everything about one part, under its title. */
const sectionOf = (title: string, { bars, means }: Found): string =>
  `## ${title}\nRun on ${civilDateAt(systemClock.now())}; ${machine}.\n\n${table(bars)}\n\n${means.trim()}\n`;

const file = join(import.meta.dirname, 'RESULTS.md');

/** The sections that are written down, by title. */
const written = (): Map<string, string> =>
  new Map(
    (existsSync(file) ? readFileSync(file, 'utf8') : '')
      .split(/^(?=## )/m)
      .slice(1)
      .map((section) => [section.slice(3, section.indexOf('\n')), `${section.trim()}\n`]),
  );

/** Writes a section in its place; read anew, since other parts may have run meanwhile. */
const write = (title: string, section: string): void => {
  const sections = written().set(title, section);
  const all = Object.values(parts).flatMap((one) => sections.get(one.title) ?? []);
  writeFileSync(
    file,
    `# Soak

Written by \`npm run soak\`: each part as it was when it was last run and every bar of it held. Times depend on the machine; the rest does not.

${all.join('\n')}`,
  );
};

const names = namesFrom(process.argv.slice(2));
for (const name of names) {
  const chosen = parts[name];
  if (chosen === undefined) continue;
  const found = await chosen.part();
  const section = sectionOf(chosen.title, found);
  console.log(section);
  if (found.bars.every(({ holds }) => holds)) write(chosen.title, section);
  else process.exitCode = 1;
}
