import { addMonths, ageOn, firstDayOfMonth, monthIndexOf, type Day } from './calendar.ts';

/** A day counted from the reference date, like "three months before it". As that goes on, this one never goes back. */
export type MovingDay = (referenceDate: Day) => Day;

/**
 * The civil date an answer is for. Rules do not read it, they ask it, and with every reply it notes the next day on
 * which that reply is another. Nothing else in an evaluation changes with time; so until the first of those days
 * (`turnsOn`) the same questions are asked, they get the same replies, and the answer is the same.
 */
export class ReferenceDate {
  readonly #day: Day;
  #turnsOn = Infinity;

  constructor(day: Day) {
    this.#day = day;
  }

  /** The next day on which a reply given so far is another; none where time changes no reply any more. */
  get turnsOn(): Day | undefined {
    return this.#turnsOn === Infinity ? undefined : this.#turnsOn;
  }

  /** The date itself: tomorrow it is another. Whoever can ask one of the questions below keeps the answer longer. */
  itself(): Day {
    this.#sameUntil(this.#day + 1);
    return this.#day;
  }

  /** Whether a day has come. */
  hasCome(day: Day): boolean {
    if (day <= this.#day) return true;
    this.#sameUntil(day);
    return false;
  }

  /** Whether a day that moves along with the date has come to another day. */
  hasBrought(moving: MovingDay, day: Day): boolean {
    const now = moving(this.#day);
    if (now >= day) return true;
    // It moves nearly a day each day; months of different lengths make it a few days more or less.
    let first = this.#day + (day - now);
    while (moving(first) < day) first += 1;
    while (moving(first - 1) >= day) first -= 1;
    this.#sameUntil(first);
    return false;
  }

  /** The age of somebody on a day that moves along with the date. */
  age(birth: Day, moving: MovingDay): number {
    const years = ageOn(birth, moving(this.#day));
    this.hasBrought(moving, addMonths(birth, 12 * (years + 1)));
    return years;
  }

  /** The month of the date, by its index. */
  month(): number {
    const month = monthIndexOf(this.#day);
    this.#sameUntil(firstDayOfMonth(month + 1));
    return month;
  }

  #sameUntil(day: Day): void {
    if (day < this.#turnsOn) this.#turnsOn = day;
  }
}
