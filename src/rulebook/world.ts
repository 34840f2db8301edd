import type { Day } from './calendar.ts';
import type { Value, ValueType } from './facts/types.ts';
import type { Case, CatalogueItem, CaseEvent, Offer } from '../contract/case.ts';
import type { Question } from '../contract/question.ts';

type FollowUp = NonNullable<Offer['followUps']>[number];
type Bid = NonNullable<Offer['bids']>[number];
type BenefitPeriod = NonNullable<Case['benefit']['history']>[number];

/** An entry of one of the lists that rules look through. */
export type Entry =
  | { list: 'offers'; entry: Offer }
  | { list: 'events'; entry: CaseEvent }
  | { list: 'bids'; entry: Bid }
  | { list: 'history'; entry: BenefitPeriod };

/** A fact that a rule needed and did not find. */
export interface Unknown {
  path: string;
  type: ValueType;
}

/**
 * What one evaluation sees, and what it has looked at. Rules read facts through it only, so that the trace is complete:
 * `reads` holds every fact that was read, `unknown` the facts that were absent where a rule needed them.
 */
export class World {
  readonly today: Day;
  readonly subject: Case;
  readonly question: Question;
  readonly catalogue: readonly CatalogueItem[];
  /** The offer that is asked about, or the one a deadline is computed for. */
  offer: Offer | undefined;
  /** How the paths of that offer's facts begin: `offer`, or `offers.<id>` in a case's deadlines. */
  offerPath = 'offer';
  /** The list entry that `its.…` speaks of. */
  its: Entry | undefined;
  /** What an extension is judged for when the question names no `until`: the furthest end the rules could allow. */
  furthestEnd: ((world: World) => Value | undefined) | undefined;

  /** The lists as they stood on the reference date, made on first use. */
  offers: Entry[] | undefined;
  events: Entry[] | undefined;

  readonly reads = new Map<string, unknown>();
  /** The paths read since it was last emptied: what one clause looked at. */
  trail: string[] = [];
  /** Facts that were absent where a rule needed them, since it was last emptied. */
  unknown: Unknown[] = [];
  /** Known numbers that an unknown one was compared with: the values around them are where an answer can turn. */
  readonly thresholds = new Set<number>();
  /** Values assumed for unknown facts while it is tried out whether they matter. */
  assumed: Map<string, Value> | undefined;

  constructor(today: Day, subject: Case, question: Question, catalogue: readonly CatalogueItem[]) {
    this.today = today;
    this.subject = subject;
    this.question = question;
    this.catalogue = catalogue;
  }

  /** Notes a fact that was looked at, and gives the assumed value while one is assumed. */
  seen(path: string, value: Value | undefined): Value | undefined {
    const known = value ?? this.assumed?.get(path);
    if (value !== undefined && this.assumed === undefined) {
      this.reads.set(path, value);
      this.trail.push(path);
    }
    return known;
  }

  /** Notes a whole list that was looked through. */
  seenList(path: string, list: readonly unknown[]): void {
    if (this.assumed !== undefined) return;
    this.reads.set(path, list);
    this.trail.push(path);
  }
}
