import type { Case, CatalogueItem, Matter } from '../contract/case.ts';
import type { Approval, Deadline, Decision, Effect, Outcome, Source } from '../contract/decision.ts';
import type { Question } from '../contract/question.ts';
import type { Duration } from './calendar.ts';
import type { Hours } from './language/duration.ts';
import type { Role } from '../contract/vocabulary.ts';

/** What an answer is computed from; nothing else has a say. `today` is the reference date. */
export interface Inquiry {
  today: string;
  question: Question;
  case?: Case;
  matter?: Matter;
  catalogue: CatalogueItem[];
}

/** A text in both languages. */
export interface Bilingual {
  da: string;
  en: string;
}

/** A value as a text shows it, with what it takes to write it in either language. */
export type Shown =
  | { as: 'date'; value: number }
  | { as: 'number'; value: number; unit?: string }
  | { as: 'duration'; value: Duration | Hours }
  | { as: 'word'; value: string }
  /** A person's id; the text has the name. */
  | { as: 'person'; value: string };

/** A text with `{name}` places and the values that go there. */
export interface Wording {
  text: Bilingual;
  values: Record<string, Shown>;
}

/** One thing a rule said, with the values its text needs; `explain` makes the sentence. */
export interface Said {
  rule: string;
  effect: Effect;
  text: Wording;
  source: Source;
  /** The paths of the facts this finding rests on; their values are in `Judgement.reads`. */
  reads: readonly string[];
  /** The sign-off it stands on: a refused approval, or an exception that lifts the rule. */
  signOff?: { by: string; role: Role; on: string };
  /** Added to the text: that the answer deviates from the plan, and on whose assessment. */
  also?: Wording;
}

export interface DueEntry extends Omit<Deadline, 'name'> {
  name: Bilingual;
  offerId?: string;
  /** From this civil date on the entry is due soon. */
  dueSoonFrom: string;
  /** True for an open entry that has no date of its own (its `due` is the reference date). */
  undated: boolean;
}

/** The answer as data: what was decided and everything that was read. `explain` turns it into the contract's Decision. */
export interface Judgement {
  inquiry: Inquiry;
  outcome: Outcome;
  findings: Said[];
  /** Advice of the plan that concerns the answer, most relevant first. It changes nothing, and its facts are not in `reads`. */
  reminders: Said[];
  approvals: Approval[];
  missing: string[];
  todo: { rule: string; text: Wording }[];
  deadlines: DueEntry[];
  /** Of the deadlines of a case or a matter: the next civil date on which they could be others; absent when time changes them no more. */
  recheckOn?: string;
  latestEnd?: string;
  /** The `until` an extension was judged for: the one asked for, else `latestEnd`. */
  until?: string;
  alternatives: { text: Wording; rule?: string }[];
  individualAssessment?: { roles: Role[] };
  /** Rules whose sign-off the case's own caseworker may give. */
  ownCaseworkerMay: string[];
  /** The last civil date on which a request for this answer makes sense, where a rule names one. */
  requestExpiresOn?: string;
  planPeriodEnded?: string;
  rulebook: Decision['rulebook'] & { hash: string };
  /** Each fact that was read, by path, with its value (absent facts are left out). The reference date is not among them. */
  reads: Record<string, unknown>;
}
