import { createHash } from 'node:crypto';

/** That a person was shown personal data of a case. Kept outside the case: who may read the one need not read the other. */
export interface AccessEntry {
  /** `case~civil date~digest`: by case, the oldest first; the same act on the same day has the same id. */
  id: string;
  municipality: string;
  caseId: string;
  /** Person id; `cli:` and the machine's user name for whoever works at the command line. */
  person: string;
  /** ISO instant. */
  at: string;
  /** By what: the intent of what was asked, the verb of a click, `search`, `card` for a card sent, a command. */
  how: string;
}

/** One act of showing: to whom, when (ISO instant and its civil date), and what tells it from every other act. */
export interface Showing {
  municipality: string;
  person: string;
  at: string;
  today: string;
  act: string;
}

/** The entry for one case. An act that is carried out again on the same day makes the same id. */
export const accessEntry = ({ municipality, person, at, today, act }: Showing, caseId: string, how: string) => {
  const digest = createHash('sha256').update(`${person}~${act}`).digest('base64url').slice(0, 22);
  return { id: `${caseId}~${today}~${digest}`, municipality, caseId, person, at, how } satisfies AccessEntry;
};
