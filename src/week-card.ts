import { readWeek, type WeekReads } from './agenda/read-week.ts';
import type { DigestJob, ShownDigest } from './agenda/digest-job.ts';
import type { Week } from './agenda/week.ts';
import type { Say } from './cards/texts.ts';
import type { WeekView } from './cards/views.ts';
import type { Language } from './contract/language.ts';
import { namesOf } from './conversation/names-of.ts';
import { casesNamed, weekView } from './conversation/views/week-view.ts';
import { withRolesOn } from './people/active.ts';
import type { Directory } from './people/directory.ts';
import type { PersonItem } from './store/items.ts';

export interface WeekNeeds extends WeekReads {
  directory: Pick<Directory, 'staff'>;
  say: (language: Language) => Say;
}

/** The card of a week; none for somebody who leads no team any more. `cases`: those it names, by id. */
export interface WeekCard {
  view?: WeekView;
  cases: string[];
  shown: ShownDigest;
}

const shownOf = ({ counts }: Pick<Week, 'counts'>): ShownDigest => ({ counts, worst: [], open: [] });

/**
 * The card of a lead's week for the relay, by the roles the lead holds on the day. `notes`: what is to be said above all.
 */
export const createWeek =
  ({ directory, say, ...reads }: WeekNeeds) =>
  async (
    { municipality, day }: Pick<DigestJob, 'municipality' | 'day'>,
    person: PersonItem,
    notes: string[] = [],
  ): Promise<WeekCard> => {
    const staff = await directory.staff(municipality);
    const week = await readWeek(reads, withRolesOn(person, staff, day), day);
    if (week === undefined) return { cases: [], shown: shownOf({ counts: { overdue: 0, soon: 0, undated: 0 } }) };
    const { language = 'da' } = person;
    const place = { name: namesOf(staff), subscribed: true, notes };
    return {
      view: weekView(week, place, { say: say(language), language, today: day }),
      cases: casesNamed(week),
      shown: shownOf(week),
    };
  };
