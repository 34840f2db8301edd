import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDateAt, systemClock } from '../../../src/clock.ts';
import { measureActions } from './actions.ts';
import type { Charge } from './charge.ts';
import { costOf, gigabytesOf, monthOf, PRICES, sumOf, WORKLOAD } from './workload.ts';

const COUNTRY = 98;

const number = (value: number, digits = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const charge = ({ examples, most }: Charge): string[] => [number(examples), number(most)];
const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const actions = await measureActions();
const { each, once } = monthOf(actions);
const gigabytes = gigabytesOf(actions);
const costs = (municipalities: number): string[][] =>
  (['examples', 'most'] as const).map((by) => {
    const units = sumOf(each)[by] * municipalities + sumOf(once)[by];
    const { byUse, ready, held } = costOf(units, gigabytes * municipalities);
    return [
      municipalities === 1 ? 'one' : `${municipalities}, in one deployment`,
      by === 'examples' ? 'by the examples' : 'at most',
      number(units / 1e6, 1),
      `$${number(byUse)}`,
      `$${number(held)} (${number(ready)} a second)`,
      number(gigabytes * municipalities, 1),
    ];
  });

const report = `# What Makker costs on Cosmos DB

Written by \`npm run request-units\` on ${civilDateAt(systemClock.now())}. Calculated, not measured on an account: Makker does each thing on a store that counts what it is asked, and each operation is charged by the formula in [request-units.md](request-units.md). “By the examples” and “at most” are its two figures for queries.

## What one thing costs

${table(
  ['what', 'operations', 'by the examples', 'at most'],
  actions.asked.map((one) => [one.what, String(one.operations), ...charge(one.charge)]),
)}

A point read is 1 unit at 1 KB and 10 at 100, a write 5 and 50 ([optimize request cost](https://learn.microsoft.com/azure/cosmos-db/optimize-cost-reads-writes)), a straight line between them; replacing is counted as twice a write. A case has ${number(actions.sizes.case, 1)} KB as a document, an answer's receipt ${number(actions.sizes.receipt, 1)} and what it was computed from ${number(actions.sizes.facts, 1)}.

## A month of a municipality with ${number(WORKLOAD.cases)} cases

${number(WORKLOAD.cases / WORKLOAD.casesOfACaseworker)} caseworkers on ${WORKLOAD.workingDays} working days, each day with ${WORKLOAD.questions} questions, ${WORKLOAD.followUps} follow-ups, ${WORKLOAD.agendas} looks at what is urgent and ${WORKLOAD.requests} requests with ${WORKLOAD.approvals} approvals each; ${WORKLOAD.teams} teams with a digest.

${table(
  ['what', 'how often', 'by the examples', 'at most'],
  [...each, ...once].map((row) => [row.what, number(row.count), ...charge(row.charge)]),
)}

The last two are the same however many municipalities there are.

## What that costs a month

${table(
  ['municipalities', 'queries', 'million units', 'serverless', 'provisioned, shared by the containers', 'GB'],
  [...costs(1), ...costs(COUNTRY)],
)}

In US dollars, without tax: $${PRICES.millionUnits} a million units, $${PRICES.hundredUnitsASecondForAnHour} for 100 units a second held ready for an hour, $${PRICES.gigabyteAMonth} a GB and month. These are the prices in [Understand your bill](${PRICES.source}) of ${PRICES.of}; what Microsoft takes in Europe today stands on its price page and is to be put into \`test/bench/request-units/workload.ts\`. Provisioned is five times the month's average, 400 at least: all work of a month falls into a quarter of its hours. Serverless takes as many units as come, up to 5,000 a second for a container, in one region. GB: after two years, when as many answers' facts go as come; indexes are counted as 30 %.

## What is left out

Importing (reading every case once costs about a unit and a half each), exports, \`makker\` commands, one's own morning list and the week's overview, what the index of each path adds to a write, backups that the service makes, traffic out of the region, and a second region.
`;

console.log(report);
writeFileSync(join(import.meta.dirname, '../../../docs/request-units-cost.md'), report);
