import { dayOf, isoOf } from '../rulebook/calendar.ts';
import type { Judgement } from '../rulebook/judgement.ts';

/** Makker's assumption: how many days a request stays open where the rulebook names no last day. No source gives it. */
export const ASSUMED_DAYS_OPEN = 14;

/**
 * The last civil date on which a request made today can be decided. From a no that comes of that day having passed an
 * exception can be asked for all the same, and is open as long as where no day is named.
 */
export const lastDayFor = ({ requestExpiresOn: named, outcome }: Judgement, today: string): string =>
  named === undefined || (outcome === 'denied' && named < today) ? isoOf(dayOf(today) + ASSUMED_DAYS_OPEN) : named;
