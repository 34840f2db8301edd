import { isoOf, type Day } from './calendar.ts';
import type { Fact } from './facts/catalogue.ts';
import type { Value, ValueType } from './facts/types.ts';
import type { Case, CatalogueItem, CaseEvent, Offer } from '../contract/case.ts';
import type { Question } from '../contract/question.ts';
import { ReferenceDate } from './reference-date.ts';

type Bid = NonNullable<Offer['bids']>[number];
type BenefitPeriod = NonNullable<Case['benefit']['history']>[number];

/** An entry of one of the lists that rules look through. */
export type Entry =
  | { list: 'offers'; entry: Offer }
  | { list: 'events'; entry: CaseEvent }
  | { list: 'bids'; entry: Bid }
  | { list: 'history'; entry: BenefitPeriod };

/** More than there are facts; so that the values of a world lie in one dense block. */
const FACT_SLOTS = 64;

/** A fact that a rule needed and did not find. */
export interface Unknown {
  path: string;
  type: ValueType;
}

/** Values assumed for unknown facts while it is tried out whether they matter. What is looked for is noted. */
export class Assumptions {
  readonly asked = new Set<string>();
  readonly #values: ReadonlyMap<string, Value>;

  constructor(values: ReadonlyMap<string, Value>) {
    this.#values = values;
  }

  of(path: string): Value | undefined {
    this.asked.add(path);
    return this.#values.get(path);
  }
}

/** A named value worked out for an offer, and the stretch of the trail that was read for it. */
interface Kept {
  value: Value;
  offer: Offer | undefined;
  from: number;
  to: number;
}

/**
 * What one evaluation sees, and what it has looked at. Rules read facts through it only, so that the trace is complete:
 * `values` and `reads` hold every fact that was read, `unknown` the facts that were absent where a rule needed them.
 */
export class World {
  readonly date: ReferenceDate;
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

  /** The facts read, by slot, and what else was looked at (lists, each offer's facts), by path. */
  readonly values: (Value | undefined)[] = new Array<Value | undefined>(FACT_SLOTS).fill(undefined);
  readonly reads = new Map<string, unknown>();
  /** The paths read, in order: what one clause looked at is a stretch of it. */
  readonly trail: string[] = [];
  /** Facts that were absent where a rule needed them, since it was last emptied. */
  unknown: Unknown[] = [];
  /** Known numbers that an unknown one was compared with: the values around them are where an answer can turn. */
  readonly thresholds = new Set<number>();
  /** How often a fact was read that is not recorded. */
  absences = 0;
  /** Named values worked out already, by their number in the rulebook. */
  readonly #kept: (Kept | undefined)[] = [];
  /** Set while it is tried out whether unknown facts matter. */
  assumed: Assumptions | undefined;

  constructor(today: Day, subject: Case, question: Question, catalogue: readonly CatalogueItem[]) {
    this.date = new ReferenceDate(today);
    this.subject = subject;
    this.question = question;
    this.catalogue = catalogue;
  }

  /** A fact's value, noted as read; while a value is assumed for an unknown fact, that. */
  read(fact: Fact): Value | undefined {
    const { slot } = fact;
    const ofOtherOffer = fact.ofOffer && this.offerPath !== 'offer';
    const known = ofOtherOffer || slot === undefined ? undefined : this.values[slot];
    const value = known ?? fact.of(this);
    if (value === undefined) {
      this.absences += 1;
      return this.assumed?.of(fact.path(this));
    }
    if (slot === undefined) return value;
    if (ofOtherOffer) this.reads.set(fact.path(this), fact.type.type === 'date' ? isoOf(Number(value)) : value);
    else {
      if (known === undefined) this.values[slot] = value;
      if (this.assumed === undefined) this.trail.push(fact.name);
    }
    return value;
  }

  /**
   * A named value by its number in the rulebook, worked out once as long as every fact it reads is recorded; what was
   * read for it counts as read again.
   */
  named(nth: number, of: (world: World) => Value | undefined): Value | undefined {
    const { trail, offer } = this;
    const kept = this.#kept[nth];
    if (kept !== undefined && kept.offer === offer) {
      if (this.assumed === undefined) for (let at = kept.from; at < kept.to; at += 1) trail.push(trail[at] ?? '');
      return kept.value;
    }
    const { absences } = this;
    const from = trail.length;
    const value = of(this);
    if (value !== undefined && this.absences === absences && this.assumed === undefined)
      this.#kept[nth] = { value, offer, from, to: trail.length };
    return value;
  }

  /** Notes that the reference date was asked something. */
  noteDate(): void {
    if (this.assumed === undefined) this.trail.push('today');
  }

  /** Forgets the absent facts that were met after there were `mark` of them. */
  forget(mark: number): void {
    if (this.unknown.length > mark) this.unknown.length = mark;
  }

  /** The path of a fact, a list or a colour of the offer in question, by its usual name `offer.…`. */
  pathOf(usual: string): string {
    return this.offerPath === 'offer' ? usual : `${this.offerPath}${usual.slice('offer'.length)}`;
  }

  /** Notes what was looked at besides single facts: a whole list, a catalogue entry. */
  note(path: string, value: unknown): void {
    this.reads.set(path, value);
    if (this.assumed === undefined) this.trail.push(path);
  }
}
