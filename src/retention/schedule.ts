import { z } from 'zod';
import { addMonths, dayOf, isoOf } from '../rulebook/calendar.ts';
import { readYaml } from '../rulebook/read.ts';

/** What is kept for a time. */
export type Kept = 'receiptFacts' | 'closedCases' | 'accessLog';

const LONGEST = 1200;
const wanted = `wanted: a whole number of months from 1 to ${LONGEST}`;
const period = z.strictObject({
  months: z.number(wanted).int(wanted).min(1, wanted).max(LONGEST, wanted),
  reference: z.string('wanted: where the number is from').min(1, 'wanted: where the number is from').max(400),
});
const defaults = z.strictObject({ receiptFacts: period, closedCases: period, accessLog: period });
const own = defaults.partial();

/** How long each is kept, and where the number is from. */
export type Schedule = Record<Kept, z.infer<typeof period>>;

/** A file as it was read. */
interface File {
  path: string;
  text: string;
}

/** Reads the schedule that holds where a municipality says nothing else. Throws a RulebookError with every mistake. */
export const readDefaults = ({ path, text }: File): Schedule => readYaml(path, text, defaults).data;

/** A municipality's own numbers over the defaults. Throws a RulebookError with every mistake. */
export const withOwn = (schedule: Schedule, { path, text }: File): Schedule => {
  const { receiptFacts, closedCases, accessLog } = readYaml(path, text, own).data;
  return {
    receiptFacts: receiptFacts ?? schedule.receiptFacts,
    closedCases: closedCases ?? schedule.closedCases,
    accessLog: accessLog ?? schedule.accessLog,
  };
};

/** For each, the first civil date that is still kept on a day: what is older goes. */
export type KeptFrom = Record<Kept, string>;

export const keptFrom = (schedule: Schedule, day: string): KeptFrom => {
  const since = ({ months }: { months: number }): string => isoOf(addMonths(dayOf(day), -months));
  return {
    receiptFacts: since(schedule.receiptFacts),
    closedCases: since(schedule.closedCases),
    accessLog: since(schedule.accessLog),
  };
};
