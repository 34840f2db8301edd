import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Part } from '../part.ts';
import { compared } from './compared.ts';
import { YEAR } from './civil.ts';
import { OUTAGES } from './outages.ts';
import { movedWeeks, READERS } from './readers.ts';
import { runYear, STEP_MINUTES } from './run-year.ts';

/** A year of digests, with holidays, both changes of the clocks, outages, and two Makkers at once for a while. */
export const year: Part = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'makker-year-'));
  try {
    const began = performance.now();
    const run = await runYear(folder);
    const seconds = (performance.now() - began) / 1000;
    const { wrong, expected, latestMinutes, delayed, told } = compared(run.arrivals);
    for (const one of [...wrong, ...run.problems].slice(0, 10)) console.error(one);
    return {
      bars: [
        {
          what: `Digests in ${YEAR} that did not come on a day on which they were to, came twice, or came on another day: of ${expected}`,
          measured: `${wrong.length}`,
          bar: 'none',
          holds: wrong.length === 0,
        },
        {
          what:
            'The most that the clocks on the wall showed past the time when one came, Makker being at work; minutes, looked at every ' +
            `${STEP_MINUTES}`,
          measured: `${latestMinutes}`,
          bar: `0 to ${STEP_MINUTES - 1}`,
          holds: latestMinutes >= 0 && latestMinutes < STEP_MINUTES,
        },
        {
          what: 'Digests that came late after an outage, and how many of them say so',
          measured: `${delayed}, ${told}`,
          bar: 'all',
          holds: delayed > 0 && told === delayed,
        },
        {
          what: 'Problems that were logged',
          measured: `${run.problems.length}`,
          bar: 'none',
          holds: run.problems.length === 0,
        },
      ],
      means: `
Makker as it is put together for production goes through the year in ${run.steps} steps of ${STEP_MINUTES} minutes, in ${seconds.toFixed(0)} s; in each it looks for what has come due, and the clock stands still until all of it is done. ${READERS.length} readers in two municipalities, one of which is closed on four more days: teams at 5.00, 7.30, 7.45, 8.15 and 20.00, two that never have anything, of which one wants no line for it, a morning list, and the overviews of a week on Mondays and Thursdays, ${movedWeeks()} of which fall on a holiday and come on the working day after it. What is to come, and when, is reckoned by other libraries (date-holidays, Temporal) from the civil dates alone, and compared with what came to the connector.

From the end of March to July two of them work on one file, for some hours one of the two only. ${OUTAGES.length} outages: ${OUTAGES.map(({ what }) => what).join('; ')}. On the day on which Makker is back there is one digest for each reader if people work on it, and one that is more than half an hour late says when it was to come; for the days gone by there is none.
`,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};
