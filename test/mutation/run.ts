import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { parse } from 'yaml';
import { z } from 'zod';
import { civilDateAt, systemClock } from '../../src/clock.ts';
import { REFUSED, REGISTER, type Fate } from './try-mutants.ts';

/** `npm run mutate`: changes every rulebook one thing at a time and reports who noticed, into RESULTS.md and the README. */
const here = new URL('./', import.meta.url);
const BAR = 99.5;
const SENTENCE = /\d+ of \d+ mutants caught, [\d.]+ %, on \d{4}-\d{2}-\d{2}/;

const survivorsSchema = z.array(
  z.strictObject({ rulebook: z.string(), at: z.string(), to: z.string(), why: z.string() }),
);
const explained = survivorsSchema.parse(parse(readFileSync(new URL('survivors.yaml', here), 'utf8')) ?? []);

const fates = new Map<string, Fate[]>();
const of = availableParallelism();
await Promise.all(
  Array.from(
    { length: of },
    (_, nth) =>
      new Promise<void>((resolve, reject) => {
        const worker = new Worker(new URL('worker.ts', here), { workerData: { nth, of } });
        worker.on('message', ({ path, fates: some }: { path: string; fates: Fate[] }) => {
          fates.set(path, [...(fates.get(path) ?? []), ...some]);
          process.stderr.write(`${path}: ${some.length} mutants\n`);
        });
        worker.on('error', reject);
        worker.on('exit', () => resolve());
      }),
  ),
);

const percent = (part: number, whole: number) => (whole === 0 ? 100 : (100 * part) / whole);
const survivorsOf = (all: readonly Fate[]) => all.filter(({ caughtBy }) => caughtBy === undefined);
const everything = [...fates.values()].flat();
const byPath = [...fates].toSorted(([one], [other]) => (one < other ? -1 : 1));
// By place, whichever worker was first.
const survivors = byPath.flatMap(([path, all]) =>
  survivorsOf(all)
    .toSorted((one, other) => (one.at + one.to < other.at + other.to ? -1 : 1))
    .map((fate) => ({ path, ...fate })),
);
const share = percent(everything.length - survivors.length, everything.length);
const caughtAs = (how: string) => everything.filter(({ caughtBy }) => caughtBy === how).length;
const whyOf = ({ path, at, to }: { path: string; at: string; to: string }) =>
  explained.find((one) => one.rulebook === path && one.at === at && one.to === to)?.why;
const unexplained = survivors.filter((fate) => whyOf(fate) === undefined);
const caughtAfterAll = explained.filter(
  ({ rulebook, at, to }) => !survivors.some((fate) => fate.path === rulebook && fate.at === at && fate.to === to),
);

const rows = byPath.map(
  ([path, all]) =>
    `| ${path} | ${all.length} | ${survivorsOf(all).length} | ${percent(all.length - survivorsOf(all).length, all.length).toFixed(1)} % |`,
);
const kinds = [...new Set(everything.map(({ kind }) => kind))].toSorted().map((kind) => {
  const all = everything.filter((fate) => fate.kind === kind);
  return `| ${kind} | ${all.length} | ${survivorsOf(all).length} |`;
});
const left = survivors.map(
  (fate) => `| ${fate.path} | \`${fate.at}\` | ${fate.from} → ${fate.to} | ${whyOf(fate) ?? 'nobody has said why'} |`,
);
const date = civilDateAt(systemClock.now());
writeFileSync(
  new URL('RESULTS.md', here),
  `# Mutants of the rulebooks

Written by \`npm run mutate\` on ${date}. Every number, operator, role, unit, benefit, target group, word and effect in
the logic and the targets of the rulebooks was changed, one at a time; what may be left out was left out, and steps that
follow one another changed places. A mutant is caught when a scenario gets another
answer, when it does not fit the register of the plan any more (${caughtAs(REGISTER)} of them), or when it is no rulebook at all (${caughtAs(REFUSED)}).

**${everything.length - survivors.length} of ${everything.length} mutants are caught: ${share.toFixed(2)} %** (bar: ${BAR} %).

| rulebook | mutants | survived | caught |
| --- | --- | --- | --- |
${rows.join('\n')}

| kind | mutants | survived |
| --- | --- | --- |
${kinds.join('\n')}

## Survivors

| rulebook | where | change | why nobody notices |
| --- | --- | --- | --- |
${left.join('\n')}
`,
);
const caught = everything.length - survivors.length;
const readme = new URL('../../README.md', here);
const told = readFileSync(readme, 'utf8');
if (!SENTENCE.test(told)) throw new Error('README.md does not tell how many mutants are caught');
writeFileSync(
  readme,
  told.replace(SENTENCE, `${caught} of ${everything.length} mutants caught, ${share.toFixed(2)} %, on ${date}`),
);

process.stdout.write(`${caught} of ${everything.length} mutants caught: ${share.toFixed(2)} %\n`);
for (const { path, at, from, to } of unexplained)
  process.stdout.write(`${path}: nobody notices ${at}, ${from} → ${to}, and nobody has said why (survivors.yaml)\n`);
for (const { rulebook, at, to } of caughtAfterAll)
  process.stdout.write(`${rulebook}: survivors.yaml explains ${at} → ${to}, which does not survive\n`);
process.exitCode = share >= BAR && unexplained.length === 0 && caughtAfterAll.length === 0 ? 0 : 1;
