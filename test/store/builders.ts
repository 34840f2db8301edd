import type { DigestJob } from '../../src/agenda/digest-job.ts';
import type { CaseItem } from '../../src/cases/case-item.ts';
import type { MatterItem } from '../../src/cases/matter-item.ts';
import type { Receipt } from '../../src/receipts/receipt.ts';
import type { EnteredFigure } from '../../src/targets/entered-figure.ts';
import type { PersonItem } from '../../src/store/items.ts';

/** A case item with nothing due; what a test is about goes into the overrides. */
export const caseItem = (municipality: string, id: string, overrides: Partial<CaseItem> = {}): CaseItem => ({
  id,
  municipality,
  team: 'team-nord',
  caseworker: 'kirsten',
  status: 'open',
  pendingFor: [],
  nameKeys: [],
  record: {
    id,
    municipality,
    team: 'team-nord',
    caseworker: 'kirsten',
    citizen: { name: 'Mette Opdigtet' },
    benefit: { type: 'a-dagpenge', since: '2026-01-01' },
  },
  requests: [],
  agenda: [],
  outbox: [],
  audit: [],
  ...overrides,
});

/** A matter with nothing due, likewise. */
export const matterItem = (municipality: string, id: string, overrides: Partial<MatterItem> = {}): MatterItem => ({
  id,
  municipality,
  team: 'team-nord',
  takenBy: [],
  record: { id, municipality, team: 'team-nord', kind: 'complaint', receivedAt: '2026-03-31T09:30:00+02:00' },
  agenda: [],
  taken: [],
  ...overrides,
});

export const personItem = (municipality: string, id: string, overrides: Partial<PersonItem> = {}): PersonItem => ({
  id,
  municipality,
  name: 'Kirsten Sørensen',
  roles: [{ role: 'caseworker' }],
  ...overrides,
});

/** The digest of a team, as it was sent on a day. */
export const digestJob = (municipality: string, day: string, overrides: Partial<DigestJob> = {}): DigestJob => ({
  id: `${day}~team~nord`,
  municipality,
  day,
  what: 'team',
  to: { team: 'nord' },
  plannedAt: `${day}T05:30:00.000Z`,
  state: 'sent',
  attempts: 0,
  ...overrides,
});

/** A figure that somebody entered for a date. */
export const enteredFigure = (municipality: string, on: string): EnteredFigure => ({
  id: `PLAN-1~citizens~${on}`,
  municipality,
  target: 'PLAN-1',
  figure: 'citizens',
  on,
  value: 1234,
  source: 'Årsopgørelsen, side 4',
  by: 'kirsten',
  at: '2026-04-02T09:00:00.000Z',
  before: [],
});

export const receiptOf = (municipality: string, caseId: string, unique: string): Receipt => ({
  id: `${municipality}~${caseId}~${unique}`,
  municipality,
  caseId,
  at: '2026-03-02T09:00:00.000Z',
  today: '2026-03-02',
  askedBy: 'kirsten',
  rulebook: { municipality, version: '2026-01-01', hash: 'abc' },
  outcome: 'allowed',
  findings: [],
  factsHash: 'def',
  answerHash: 'invented',
});
