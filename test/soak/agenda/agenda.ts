import type { Found, Part } from '../part.ts';
import { DAYS, followMatters, followOdd, followUsual, TOWNS, type TownFollowed } from './towns.ts';

/** Of either kind, in each municipality. */
const CASES = 1000;
/** Of either kind as well. */
const MATTERS = 500;
const YEARS = DAYS / 365;
/** A case that is looked at more often than each month is not found by what changes in it. */
const MOST_A_YEAR = 12;

const aYear = (sum: number, open: number): string => (sum / open / YEARS).toFixed(1);
const both = ({ projections, turns, open }: TownFollowed): string[] => [aYear(projections, open), aYear(turns, open)];

/**
 * Follows cases that nobody touches over two years: their agenda is stored, read every day, and projected anew on the
 * day it names. Read, it must be what the rules themselves list on that day.
 */
export const agenda: Part = async (): Promise<Found> => {
  const rows: string[] = [];
  const wrong: string[] = [];
  const all = { cases: 0, open: 0, projections: 0 };
  const matters = { count: 0, wrong: 0 };
  for (const town of TOWNS) {
    const followed = [followUsual(town, CASES), followOdd(town, CASES)];
    for (const one of followed) {
      wrong.push(...one.wrong);
      all.cases += one.count;
      all.open += one.open;
      all.projections += one.projections;
    }
    const enquiries = followMatters(town, MATTERS);
    matters.count += enquiries.count;
    matters.wrong += enquiries.wrong.length;
    for (const one of enquiries.wrong.slice(0, 1)) console.error(one);
    rows.push(`| ${[town.municipality, ...followed.flatMap(both)].join(' | ')} |`);
  }
  for (const one of wrong.slice(0, 5)) console.error(one);
  return {
    bars: [
      {
        what: `Cases whose stored agenda, read on some day, is not what the rules list on it: of ${all.cases}, on each of ${DAYS} days`,
        measured: `${wrong.length}`,
        bar: 'none',
        holds: wrong.length === 0,
      },
      {
        what: `Matters whose stored agenda, read on some day, is not what the rules list on it: of ${matters.count}, likewise`,
        measured: `${matters.wrong}`,
        bar: 'none',
        holds: matters.wrong === 0,
      },
      {
        what: 'How often a year an open case that nobody touches is projected anew',
        measured: aYear(all.projections, all.open),
        bar: `at most ${MOST_A_YEAR}`,
        holds: all.projections / all.open / YEARS <= MOST_A_YEAR,
      },
    ],
    means: `
Compared are the entries in their order, with name and remark, dates, status and offer. Each case is followed for two years without anybody touching it. “Usual” cases are followed from the day they are known, “odd” ones, with anything that can be recorded, from before their municipality had a plan, so that nearly everything in them still lies ahead; matters come in at any minute of the two years, and are followed from before there was a plan; strandby is invented and has two plans, and numbers that change inside the first. How often an open case is projected anew in a year, and how often something other than a status had really changed (the least there could be):

| municipality | usual | the least | odd | the least |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`,
  };
};
