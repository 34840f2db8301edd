import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { civilDateAt, systemClock } from '../../src/clock.ts';
import { readAnything } from './any-input.ts';
import { timeChat } from './chat.ts';
import { compareEngines, timeDecisions } from './decisions.ts';
import { timeImpact } from './impact.ts';
import { timeImport } from './importing/importing.ts';
import { installedSize } from './installed-size.ts';
import { timeNaming } from './naming.ts';
import { timeReading } from './reading.ts';
import { timeDeadlines, timeLoading } from './rulebooks.ts';
import { timeStartup } from './startup.ts';

/** A bar: what was measured, what it may be, and whether it holds. */
interface Bar {
  what: string;
  measured: string;
  bar: string;
  holds: boolean;
}

const micros = (us: number) => `${us.toFixed(1)} µs`;
const millis = (ms: number) => `${ms.toFixed(1)} ms`;

const decisions = await timeDecisions();
const engines = await compareEngines();
const chat = await timeChat();
const startup = await timeStartup();
const loading = timeLoading();
const reading = timeReading();
const anything = readAnything();
const naming = await timeNaming();
const slowest = Math.max(...naming.map((one) => one.median));
const deadlines = await timeDeadlines();
const impact = await timeImpact();
const importing = await timeImport();

const installed = installedSize();

const ratio = engines.theirs / engines.ours;
const bars: Bar[] = [
  {
    what: 'A decision with its whole trace, at the median over the scenarios',
    measured: micros(decisions.overall),
    bar: 'at most 10 µs',
    holds: decisions.overall <= 10,
  },
  {
    what: 'json-rules-engine against ours, same cases, same answers',
    measured: `${ratio.toFixed(1)} times as long`,
    bar: 'at least 10 times',
    holds: ratio >= 10,
  },
  {
    what: 'A chat answer against an echo bot that sends the same card',
    measured: `${millis(chat.makker - chat.echo)} more`,
    bar: 'at most 5 ms more',
    holds: chat.makker - chat.echo <= 5,
  },
  {
    what: "A server's process, from its start until it is ready, with data there",
    measured: millis(startup.serve),
    bar: 'at most 2000 ms',
    holds: startup.serve <= 2000,
  },
  {
    what: 'Understanding a sentence, at the median',
    measured: micros(reading.sentence * 1000),
    bar: 'at most 300 µs',
    holds: reading.sentence <= 0.3,
  },
  {
    what: 'Understanding two thousand characters of nonsense, the slowest kind',
    measured: millis(reading.nonsense),
    bar: 'at most 20 ms',
    holds: reading.nonsense <= 20,
  },
  {
    what: `${anything.count} random and mangled sentences, up to two thousand characters: the slowest, and how many threw`,
    measured: `${millis(anything.slowest)}, ${anything.thrown}`,
    bar: 'at most 20 ms, none',
    holds: anything.over20 === 0 && anything.thrown === 0,
  },
  {
    what: 'Understanding whom a sentence names among 10,000 cases and 300 offers, the slowest kind of name at its median',
    measured: millis(slowest),
    bar: 'at most 2 ms',
    holds: slowest <= 2,
  },
  {
    what: 'Reading, validating and compiling all five rulebooks, in a fresh process',
    measured: millis(loading),
    bar: 'under 150 ms',
    holds: loading < 150,
  },
  {
    what: "A case's full list of deadlines, at the median over scenarios of all five",
    measured: micros(deadlines.overall),
    bar: 'at most 15 µs',
    holds: deadlines.overall <= 15,
  },
  {
    what: `\`makker impact\` over ${impact.cases} generated cases`,
    measured: `${impact.seconds.toFixed(1)} s`,
    bar: 'under 60 s on two cores',
    holds: impact.seconds < 60,
  },
  {
    what: `\`makker import\` of ${importing.cases} cases against csv-parse and SQLite inserts alone`,
    measured: `${(importing.makker / importing.bare).toFixed(1)} times as long`,
    bar: 'at most 4 times',
    holds: importing.makker <= 4 * importing.bare,
  },
  {
    what: 'The most memory of an import',
    measured: `${importing.peak.toFixed(0)} MB`,
    bar: 'at most 250 MB',
    holds: importing.peak <= 250,
  },
  {
    what: `What \`npm ci --omit=dev\` puts on the disk: ${installed.packages} packages`,
    measured: `${(installed.bytes / 1024 / 1024).toFixed(0)} MB`,
    bar: 'at most 320 MB',
    holds: installed.bytes <= 320 * 1024 * 1024,
  },
];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const outcomes = Object.entries(engines.outcomes).map(([outcome, count]) => `${count} ${outcome}`);
const report = `# Benchmarks

Written by \`npm run bench\` on ${civilDateAt(systemClock.now())}; Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}.
What is compared was measured in the same run, by turns: a busy machine slows both. Times alone depend on the machine.

${table(
  ['what', 'measured', 'bar', 'holds'],
  bars.map(({ what, measured, bar, holds }) => [what, measured, bar, holds ? 'yes' : '**no**']),
)}

## Decisions
\`decide\` on each scenario of \`test/scenarios/rebild-decisions.jsonl\`: the judgement with every fact read and the values of its texts. Where facts are missing, their possible values are tried out too.

${table(
  ['scenario', 'median'],
  [...decisions.scenarios].map(([name, us]) => [name, micros(us)]),
)}

## json-rules-engine
${engines.cases} generated cases with no fact missing (${outcomes.join(', ')}); outcome and forbidding rules were the same for all of them before anything was timed. It was given only the rules for the question and the kind of offer, without those that advise or permit, and the dates, the colour and the number of bidders worked out beforehand; ours worked them out and kept its trace.

${table(
  ['engine', 'median of a decision'],
  [
    ['ours', micros(engines.ours)],
    ['json-rules-engine 7.3.1', micros(engines.theirs)],
  ],
)}

## A chat answer
“${chat.question}” through the real server, adapter and embedded store to a connector on this machine; from posting the message to its 200, by when the card (${chat.characters} characters) had been sent. The echo bot: the same server and adapter, sending that card.

${table(
  ['bot', 'median'],
  [
    ['Makker', millis(chat.makker)],
    ['echo', millis(chat.echo)],
  ],
)}

## Naming
From a sentence to the case it names, or to the choice between several: the catalogue of 300 offers read, the sentence understood, the name matched in an embedded store with 10,000 cases of invented names, of which as many share a given name or a surname as in life. Somebody asks who may see every case.

${table(
  ['what is named', 'found', 'median', 'worst of 200'],
  naming.map(({ what, found, median, worst }) => [what, found, millis(median), millis(worst)]),
)}

## Starting
From \`npm start -- --no-playground\` until \`/readyz\` says so: ${millis(startup.first)} on an empty folder, ${millis(startup.again)} with the data of an earlier start.

## Deadlines
\`decide\` on up to forty deadline scenarios of each municipality, reminders and advice included.

${table(
  ['municipality', 'median'],
  [...deadlines.byMunicipality].map(([name, us]) => [name, micros(us)]),
)}

## Impact
\`makker impact --format csv\` over ${impact.cases} generated cases in an embedded store, a plan against a draft with one number changed: each open case is asked for its deadlines, its next step and about every running or planned offer, under both. From calling the command until it has ended: ${impact.seconds.toFixed(1)} s. It said: ${impact.said}.

## Import
\`makker import\` of a CSV with ${importing.cases} generated cases in ${importing.rows} rows (${importing.size.toFixed(0)} MB: a row for the case and one for each offer, bid, follow-up and event) into an empty embedded store; it said: ${importing.said}. Bare: the same file through csv-parse, and for each case as many bytes inserted into SQLite as the import stores of it, in transactions of a hundred, nothing checked, judged or indexed. Each in a process of its own, by turns, the median of three.

${table(
  ['what', 'median'],
  [
    ['import', `${importing.makker.toFixed(1)} s`],
    ['bare', `${importing.bare.toFixed(1)} s`],
    ['the same file again, nothing changes', `${importing.again.toFixed(1)} s`],
  ],
)}
`;

console.log(report);
writeFileSync(join(import.meta.dirname, 'RESULTS.md'), report);
if (bars.some(({ holds }) => !holds)) process.exitCode = 1;
