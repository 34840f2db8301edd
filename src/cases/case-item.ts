import type { Case } from '../contract/case.ts';
import type { AgendaEntry } from '../agenda/entry.ts';
import { soonFrom } from '../agenda/due-on.ts';
import { stillTaken, type Taken } from '../agenda/taken.ts';
import type { AuditEntry } from './audit.ts';
import type { OutboxRow } from '../outbox/row.ts';
import type { ApprovalRequest } from '../requests/request.ts';
import { findableBy } from '../findable-by.ts';
import { nameKeys } from './name-keys.ts';

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
  /** The first civil date on which an open agenda entry is due soon; never after `nextDue`. */
  nextSoon?: string;
  /** The next civil date on which the agenda could look different: may be early, never late. */
  recheckOn?: string;
  /** Earliest ISO instant at which an outbox row wants to go out. */
  nextSendAt?: string;
  /** Whose first contact outbox rows wait for; absent while none does. */
  waitingFor?: string[];
  /** The last day of the open request that runs out first. */
  expiresOn?: string;
  /** Who open requests wait for: `role` or `role@team`. */
  pendingFor: string[];
  /** Who has taken an open agenda entry; absent while nobody has. */
  takenBy?: string[];
  /** Folded words of the citizen's name, for look-ups. */
  nameKeys: string[];
  record: Case;
  requests: ApprovalRequest[];
  agenda: AgendaEntry[];
  /** Open agenda entries that somebody has taken; absent while there are none. */
  taken?: Taken[];
  outbox: OutboxRow[];
  /** The newest entries of the history; those before them lie in blocks of their own. */
  audit: AuditEntry[];
  /** Keyed hash of where the history ends; absent in a case stored before there were seals. */
  seal?: string;
  /** Where the record was changed in Makker since it came in, as `changedPaths` has it: there an import changes nothing. */
  recorded?: string[];
}

/** What a case item holds besides its record; `recheckOn` comes with the agenda. */
export type CaseParts = Pick<
  CaseItem,
  'requests' | 'agenda' | 'taken' | 'outbox' | 'audit' | 'seal' | 'recorded' | 'recheckOn'
>;

const earliest = (values: (string | undefined)[]): string | undefined =>
  values.filter((value) => value !== undefined).toSorted()[0];

const pendingFor = (requests: ApprovalRequest[], team: string): string[] => {
  const open = requests.filter(({ state }) => state === 'open');
  const roles = open.flatMap(({ needs }) => needs.flatMap((need) => (need.given === undefined ? need.roles : [])));
  return [...new Set(roles.flatMap((role) => [role, `${role}@${team}`]))];
};

/** The item of a case, with everything that queries look for derived from what it holds. */
export const caseItem = (record: Case, parts: CaseParts): CaseItem => {
  const { requests, agenda, outbox, audit, seal, recorded = [], recheckOn } = parts;
  const taken = stillTaken(parts.taken ?? [], agenda);
  const nextSoon = soonFrom(agenda);
  const nextDue = earliest(
    agenda.map(({ met, due, dueSoonFrom }) => (met ? undefined : (due ?? dueSoonFrom)?.slice(0, 10))),
  );
  const expiresOn = earliest(requests.map((request) => (request.state === 'open' ? request.expiresOn : undefined)));
  return {
    id: record.id,
    municipality: record.municipality,
    team: record.team,
    caseworker: record.caseworker,
    status: record.status ?? 'open',
    ...(nextDue !== undefined && { nextDue }),
    ...(nextSoon !== undefined && { nextSoon }),
    ...(recheckOn !== undefined && { recheckOn }),
    ...findableBy(outbox),
    ...(expiresOn !== undefined && { expiresOn }),
    pendingFor: pendingFor(requests, record.team),
    nameKeys: nameKeys(record),
    record,
    requests,
    agenda,
    ...(taken.length > 0 && { taken, takenBy: [...new Set(taken.map(({ by }) => by))] }),
    outbox,
    audit,
    ...(seal !== undefined && { seal }),
    ...(recorded.length > 0 && { recorded }),
  };
};
