import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { readProgramFiles } from '../../../src/program-files.ts';
import { startFakeConnector } from '../../support/fake-connector.ts';
import { DAYS, instantOf } from './civil.ts';
import { fillOffice } from './fill-office.ts';
import { openMakkers } from './makkers.ts';
import { atWork } from './outages.ts';
import { TOWNS } from './readers.ts';

/** The clock stands still for so long, and then goes on at once; no team's time falls on a step of most days. */
export const STEP_MINUTES = 7;

/** A message that came to a conversation. */
export interface Arrival {
  conversationId: string;
  /** Milliseconds. */
  at: number;
  /** The card, as JSON. */
  card: string;
}

export interface YearRun {
  arrivals: Arrival[];
  steps: number;
  problems: string[];
}

const rulebooks = join(import.meta.dirname, '../../../rulebooks');

/** The rulebooks as they are, but for the days on which a municipality is closed. */
const withClosingDays = async (folder: string): Promise<string> => {
  const copy = join(folder, 'rulebooks');
  await cp(rulebooks, copy, { recursive: true });
  const plans: Record<string, string> = { rebild: '2023-01-01.yaml' };
  for (const [municipality, plan] of Object.entries(plans))
    await appendFile(join(copy, municipality, plan), `\nclosingDays: ${JSON.stringify(TOWNS[municipality])}\n`);
  return copy;
};

/** Goes through the year step by step on a file in the folder: whatever came to anybody, and when. */
export const runYear = async (folder: string): Promise<YearRun> => {
  const teams = await startFakeConnector();
  const files = readProgramFiles(await withClosingDays(folder));
  const makkers = openMakkers(join(folder, 'makker.db'), files);
  const arrivals: Arrival[] = [];
  const [first = '', last = ''] = [DAYS[0], DAYS.at(-1)];
  let steps = 0;
  try {
    const begin = instantOf(first, '00:01');
    await makkers.at(begin, 1);
    await fillOffice(makkers.first(), teams.serviceUrl, first);
    for (let now = begin; now < instantOf(last, '23:59'); now += STEP_MINUTES * 60_000) {
      await makkers.at(now, atWork(now));
      steps += 1;
      for (const { conversationId, body } of teams.calls.slice(arrivals.length))
        arrivals.push({ conversationId, at: now, card: JSON.stringify(body) });
    }
  } finally {
    await makkers.close();
    await teams.close();
  }
  return { arrivals, steps, problems: makkers.problems };
};
