import { dayOf, isoOf } from '../rulebook/calendar.ts';
import type { Judgement } from '../rulebook/judgement.ts';

/** Makker's assumption: how many days a request stays open where the rulebook names no last day. No source gives it. */
export const ASSUMED_DAYS_OPEN = 14;

/** The last civil date on which a request made today can be decided. */
export const lastDayFor = (judgement: Judgement, today: string): string =>
  judgement.requestExpiresOn ?? isoOf(dayOf(today) + ASSUMED_DAYS_OPEN);
