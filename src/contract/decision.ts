import type { QuestionKind, Role } from './vocabulary.ts';

export type Outcome = 'allowed' | 'needs-approval' | 'not-yet' | 'needs-info' | 'denied';
export type Effect = 'forbids' | 'asks' | 'requires' | 'approval' | 'permits' | 'advises';
export type ApprovalForm = 'agreement' | 'discussion' | 'assessment';

export interface Source {
  document: string;
  section: string;
  line: number;
}

/** A rule that had something to say. `text` is one sentence in the language asked for. */
export interface Finding {
  rule: string;
  effect: Effect;
  text: string;
  source: Source;
}

export interface Approval {
  rule: string;
  form: ApprovalForm;
  roles: Role[];
  status: 'open' | 'approved' | 'declined';
}

export interface Deadline {
  rule: string;
  name: string;
  /** Civil dates; `due` is an instant with offset for clocks that run in hours. */
  from?: string;
  due: string;
  status: 'met' | 'upcoming' | 'due-soon' | 'overdue';
  caseId?: string;
}

/** The answer: one question, one case, one reference date. */
export interface Decision {
  outcome: Outcome;
  findings: Finding[];
  approvals: Approval[];
  missing: string[];
  todo: { rule: string; text: string }[];
  deadlines: Deadline[];
  latestEnd?: string;
  alternatives: { text: string; rule?: string }[];
  individualAssessment?: { roles: Role[] };
  planPeriodEnded?: string;
  rulebook: { municipality: string; version: string; validFrom: string };
}

export type { QuestionKind };
