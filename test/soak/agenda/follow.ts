import { agendaOn } from '../../../src/agenda/due-on.ts';
import { type Agenda, projectAgenda } from '../../../src/agenda/project.ts';
import { dayOf, isoOf } from '../../../src/rulebook/calendar.ts';
import type { DueEntry, Judgement } from '../../../src/rulebook/judgement.ts';

/** What came of following a case or matter that nobody touches, day after day. */
export interface Followed {
  /** How often its agenda was projected anew after the first time. */
  projections: number;
  /** On how many days it had to be: more had changed than what a reader works out. */
  turns: number;
  /** The first day on which the stored agenda, read, was another than the rules' own list. */
  wrong?: { on: string; projectedOn: string; stored: string; fresh: string };
}

const freshOn = (judged: Judgement | { notBefore: string }): readonly DueEntry[] =>
  'notBefore' in judged ? [] : judged.deadlines;

/** A fresh list and a stored one, written alike. */
const freshText = (entries: readonly DueEntry[]): string =>
  JSON.stringify(entries.map(({ rule, name, from, due, status, offerId }) => [rule, name, from, due, status, offerId]));
const storedText = ({ entries }: Agenda, day: string): string =>
  JSON.stringify(
    agendaOn(entries, day).map(({ entry, due, status }) => {
      const { rule, name, from, offerId } = entry;
      return [rule, name, from, due, status, offerId];
    }),
  );

/** What is stored, without since when an entry that has no date has been open: that changes nothing a reader sees. */
const turningText = (entries: readonly DueEntry[]): string =>
  JSON.stringify(
    entries
      .map(({ rule, name, from, due, dueSoonFrom, undated, status, offerId }) => {
        const days = undated ? [] : [due, dueSoonFrom];
        return JSON.stringify([rule, name, from, ...days, status === 'met', offerId]);
      })
      .toSorted(),
  );

/** Follows one over so many days as Makker does: projected, read each day, projected anew when `recheckOn` has come. */
export const follow = (
  judgedOn: (day: string) => Judgement | { notBefore: string },
  from: string,
  days: number,
): Followed => {
  const followed: Followed = { projections: -1, turns: -1 };
  let agenda: Agenda = { entries: [], recheckOn: from };
  let projectedOn = from;
  let turning: string | undefined;
  for (let day = dayOf(from); day < dayOf(from) + days; day += 1) {
    const on = isoOf(day);
    const judged = judgedOn(on);
    if (agenda.recheckOn !== undefined && agenda.recheckOn <= on) {
      agenda = projectAgenda(judged, on);
      projectedOn = on;
      followed.projections += 1;
    }
    const due = freshOn(judged);
    const [fresh, stored] = [freshText(due), storedText(agenda, on)];
    if (fresh !== stored) return { ...followed, wrong: { on, projectedOn, stored, fresh } };
    const text = turningText(due);
    if (text !== turning) followed.turns += 1;
    turning = text;
  }
  return followed;
};
