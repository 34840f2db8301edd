import { addMonths, dayOf, isoOf } from '../../rulebook/calendar.ts';
import type { FactType } from './fact-inputs.ts';

/** Nobody in a case was born, or came here, before. */
const EARLIEST = '1900-01-01';
const YEARS = 30;

/** The civil dates a fact can have, read on a day: what has happened lies behind, anything else within a working life. */
export const dateBounds = (
  { past }: Extract<FactType, { type: 'date' }>,
  today: string,
): { from: string; to: string } => {
  if (past) return { from: EARLIEST, to: today };
  const day = dayOf(today);
  return { from: isoOf(addMonths(day, -12 * YEARS)), to: isoOf(addMonths(day, 12 * YEARS)) };
};
