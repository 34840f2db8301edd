import type { Bilingual } from '../rulebook/judgement.ts';

/** What is due in a case, without a status: read for a day it gets one (`dueOn`). */
export interface AgendaEntry {
  rule: string;
  name: Bilingual;
  /** Civil dates; `due` absent for an open entry that has no date of its own. */
  from?: string;
  due?: string;
  dueSoonFrom?: string;
  met: boolean;
  offerId?: string;
}
