import { formatDate, formatWeekday } from '../../format/format.ts';
import { dayOf, isoOf } from '../../rulebook/calendar.ts';
import type { Talking } from '../services.ts';
import type { Entities } from '../understanding/understanding.ts';

/** So far ahead of the meeting an extension's last day is looked for: there is another meeting before the ones after. */
const DAYS_AHEAD = 28;

/** The agenda that is wanted: whose, from which item on, for a meeting of which days. */
export interface AgendaWanted {
  from: number;
  team?: string;
  meeting?: { from: string; to: string };
}

/** The day or days of the meeting that a sentence names. */
export const meetingOf = ({ date, period }: Entities): AgendaWanted['meeting'] =>
  period ?? (date === undefined ? undefined : { from: date, to: date });

/** The meeting, unless it has been: an agenda is made of the cases as they stand. */
export const aheadOf = ({ turn }: Talking, { meeting }: AgendaWanted): AgendaWanted['meeting'] =>
  meeting !== undefined && meeting.to >= turn.today ? meeting : undefined;

/** No civil date has a longer year. */
const LAST_OF_DAYS = dayOf('9999-12-31');

/** The last day by which what is on the agenda must be decided. */
export const horizonOf = (talking: Talking, wanted: AgendaWanted): string =>
  isoOf(Math.min(dayOf(aheadOf(talking, wanted)?.to ?? talking.turn.today) + DAYS_AHEAD, LAST_OF_DAYS));

/** How the meeting was read, and what is on the agenda. */
export const notesOf = (talking: Talking, wanted: AgendaWanted): string[] => {
  const { say, turn } = talking;
  const inFull = (iso: string): string => formatWeekday(iso, turn.language);
  const meeting = aheadOf(talking, wanted);
  const covers = say('agenda.covers', { date: formatDate(horizonOf(talking, wanted), turn.language) });
  if (meeting === undefined) return [...(wanted.meeting === undefined ? [] : [say('agenda.only-today')]), covers];
  const { from, to } = meeting;
  return [
    from === to
      ? say('agenda.for-meeting', { date: inFull(from) })
      : say('agenda.for-meetings', { from: inFull(from), to: inFull(to) }),
    covers,
  ];
};
