import type { Case } from '../contract/case.ts';
import type { AgendaEntry } from '../agenda/entry.ts';
import type { AuditEntry } from './audit.ts';
import type { OutboxRow } from '../outbox/row.ts';
import type { ApprovalRequest } from '../requests/request.ts';

/**
 * Everything that happens to a case is one conditional replace of this one item, so there is no half state.
 * The scalars and string lists at the top are what queries look for; they are derived from the rest by `caseItem`.
 */
export interface CaseItem {
  id: string;
  municipality: string;
  team: string;
  caseworker: string;
  status: 'open' | 'closed';
  /** Earliest due date of an open agenda entry. */
  nextDue?: string;
  /** The next civil date on which the agenda could look different: may be early, never late. */
  recheckOn?: string;
  /** Earliest ISO instant at which an outbox row wants to go out. */
  nextSendAt?: string;
  /** Earliest civil date on which an open request ends by itself. */
  expiresOn?: string;
  /** Who open requests wait for: `role` or `role@team`. */
  pendingFor: string[];
  /** Folded words of the citizen's name, and the case number, for look-ups. */
  nameKeys: string[];
  record: Case;
  requests: ApprovalRequest[];
  agenda: AgendaEntry[];
  outbox: OutboxRow[];
  audit: AuditEntry[];
}
