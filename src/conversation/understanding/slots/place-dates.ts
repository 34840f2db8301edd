import { isoOf } from '../../../rulebook/calendar.ts';
import type { Intent } from '../intents.ts';
import type { Sentence } from '../sentence.ts';
import type { Entities } from '../understanding.ts';
import { toldByTheWay } from './by-the-way.ts';
import { daysOf } from './date-reader.ts';
import type { Direction, Span } from './date-span.ts';
import type { DateRole, DateSlot } from './dates.ts';
import { isLimit } from './limits.ts';
import { followsPast } from './told-past.ts';

type DateEntities = Pick<Entities, 'until' | 'date' | 'period'>;

/** Here a date is the one that is asked for, and others are told beside it. */
const decisions: ReadonlySet<Intent> = new Set(['start-offer', 'extend-offer', 'request-approval']);
/** Here it is not asked since when something is so. */
const running: ReadonlySet<Intent> = new Set(['start-offer', 'extend-offer', 'continue-offer']);
/** Facts that lie behind when they are asked for. */
const pastFacts = /birth|absence|visited|since|arrived|permit/i;
/** Here a day that may not be passed is not the day itself. */
const limited: ReadonlySet<Intent> = new Set(['start-offer', 'extend-offer', 'continue-offer']);
const modal = /^(?:kan|maa|skal|vil|ka|ma|can|may|could|should|shall|must)$/;

/** The part of a date whose words tell none: what was asked for, else what the intent is about. */
const bareRole = (sentence: Sentence, intent: Intent): DateRole => {
  const asked = sentence.context.asked ?? '';
  if (/until|ends/i.test(asked)) return 'until';
  if (asked !== '') return 'date';
  return intent === 'extend-offer' ? 'until' : 'date';
};

/** The part a date plays in a question of its kind. */
const roleOf = (slot: DateSlot, intent: Intent, bare: DateRole, isAsked: boolean): DateRole | undefined => {
  // A meeting is moved to a day, not held until it.
  if (intent === 'agenda') return slot.wide ? 'period' : 'date';
  const role = slot.role ?? (slot.wide && bare === 'date' ? 'period' : bare);
  if (role !== 'period' || !slot.wide) return role;
  if (isAsked) return bare;
  // An offer begins with the week that is named; what happened in some month is not what is due in it.
  if (intent === 'start-offer' && slot.role === undefined) return 'date';
  return slot.narrated === true && (decisions.has(intent) || intent === 'deadlines') ? undefined : role;
};

interface Candidate {
  span: Span;
  slot: DateSlot;
  role: DateRole;
  weight: number;
}

/** How much speaks for a date being the one that is meant, where several play the same part. */
const weightOf = (slot: DateSlot, asksFrom: number, ahead: boolean): number =>
  (slot.background === true ? 0 : 8) +
  (ahead ? 4 : 0) +
  (slot.role === undefined || slot.role === 'period' ? 0 : 2) +
  (asksFrom >= 0 && slot.from > asksFrom ? 1 : 0);

/** A year that nobody wrote was put in between: "fra 1. juni til 1. maj". */
const mostWrapped = 270;
const runsBackwards = (sentence: Sentence, starts: Candidate, ends: Candidate): boolean => {
  const [first, last] = [starts.span.first, ends.span.last];
  if (last < first) return true;
  const yearless = ends.slot.placed(sentence.today - 366, 'ahead').last < last;
  return yearless && last - first > mostWrapped && isoOf(last).slice(5) < isoOf(first).slice(5);
};

/**
 * The dates as entities, each in its part; of several in one part the one that governs the question.
 * `isPlanned`: the event that is told of lies ahead. `doubtful`: one that
 * was written is no day, or not the day that is asked for, and stands in none of them.
 */
export const readPlaced = (
  sentence: Sentence,
  dates: readonly DateSlot[],
  intent: Intent,
  isPlanned = false,
): { entities: DateEntities; doubtful: boolean } => {
  const bare = bareRole(sentence, intent);
  const decides = decisions.has(intent);
  const behind = intent === 'request-status' || pastFacts.test(sentence.context.asked ?? '');
  const asksFrom = sentence.tokens.findIndex(({ word }) => modal.test(word));
  const wayOf = (slot: DateSlot, role: DateRole): Direction =>
    intent === 'record-event'
      ? isPlanned
        ? 'ahead'
        : 'happened'
      : behind
        ? 'behind'
        : role === 'until'
          ? 'ahead'
          : followsPast(sentence, slot.from, !decides)
            ? 'behind'
            : 'near';
  const beside = toldByTheWay(sentence, intent);
  let doubtful = false;
  const best = new Map<DateRole, Candidate>();
  for (const slot of dates) {
    const role = roleOf(slot, intent, bare, sentence.context.asked !== undefined);
    if (role === undefined || (intent === 'extend-offer' && slot.endsNow === true)) continue;
    if (beside(slot.from)) continue;
    if (slot.since === true && running.has(intent) && sentence.context.asked === undefined) continue;
    const span = daysOf(slot, sentence, wayOf(slot, role));
    const limits = limited.has(intent) && sentence.context.asked === undefined && isLimit(sentence, slot);
    if (span === undefined || limits) {
      doubtful = true;
      continue;
    }
    const weight = decides ? weightOf(slot, asksFrom, span.last >= sentence.today) : 0;
    const before = best.get(role);
    if (before === undefined || weight > before.weight) best.set(role, { slot, span, role, weight });
  }
  const [starts, finishes] = [best.get('date'), best.get('until')];
  if (intent === 'start-offer' && starts !== undefined && finishes !== undefined)
    if (runsBackwards(sentence, starts, finishes)) {
      doubtful = true;
      best.delete('until');
    }
  const entities: DateEntities = {};
  for (const { slot, span, role } of best.values()) {
    const { first, last } = span;
    if (role === 'until') entities.until = isoOf(last);
    else if (role === 'period' && slot.wide) entities.period = { from: isoOf(first), to: isoOf(last) };
    else entities.date ??= isoOf(first);
  }
  // Until when it is asked stands over a stretch that is told beside it.
  if (intent === 'extend-offer' && entities.until !== undefined) delete entities.period;
  return { entities, doubtful };
};

/** Puts the dates into the entities. */
export const placeDates = (...told: Parameters<typeof readPlaced>): DateEntities => readPlaced(...told).entities;
