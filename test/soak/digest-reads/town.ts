import { join } from 'node:path';
import { agendaOn } from '../../../src/agenda/due-on.ts';
import { type Agenda, projectAgenda } from '../../../src/agenda/project.ts';
import { audited, MAKKER } from '../../../src/cases/audit.ts';
import { type CaseItem, caseItem } from '../../../src/cases/case-item.ts';
import { type MatterItem, matterItem } from '../../../src/cases/matter-item.ts';
import { sealOf } from '../../../src/cases/seal.ts';
import type { Case, Matter } from '../../../src/contract/case.ts';
import { createJudge, createJudgeMatter } from '../../../src/judge.ts';
import { dayOf, isoOf } from '../../../src/rulebook/calendar.ts';
import { readShelf } from '../../../src/rulebook-files.ts';
import { usualCases } from '../agenda/any-cases.ts';

/** A municipality whose plan has clocks for cases and for complaints, and a working day. */
export const HERE = 'holbaek';
export const TODAY = '2026-03-17';
export const NOW = `${TODAY}T06:30:00.000Z`;
export const KEY = 'an invented key of some length, for good';

/** The team whose digest is measured, the same in every file. */
export const TEAM = 'maalt';
export const OVERDUE = 200;
const OVERDUE_MATTERS = 10;
/** Of its cases, those in which something else is open, or nothing. */
const OTHERS = 100;
const TEAMS = 40;
const CASEWORKERS_EACH = 15;
const TEMPLATES = 2000;
/** A matter for so many cases. */
const CASES_A_MATTER = 100;
const MATTERS = 400;

/** How often a year an open case is projected anew, as the part `agenda` measured it. */
export const PROJECTED_A_YEAR = 1.6;
const PROJECTED_EVERY = Math.round(365 / PROJECTED_A_YEAR);

export const rulebooks = readShelf(join(import.meta.dirname, '../../../rulebooks'));
export const judge = createJudge(rulebooks);
export const judgeMatter = createJudgeMatter(rulebooks);

const later = (days: number): string => isoOf(dayOf(TODAY) + days);

interface Template<T> {
  record: T;
  agenda: Agenda;
  overdue: number;
}

const templateOf = <T>(record: T, agenda: Agenda): Template<T> => {
  const overdue = agendaOn(agenda.entries, TODAY).filter(({ status }) => status === 'overdue').length;
  return { record, agenda, overdue };
};

const cases: readonly Template<Case>[] = [...usualCases(HERE, TODAY, TEMPLATES)].map(({ record, catalogue }) =>
  templateOf(record, projectAgenda(judge(record, { kind: 'deadlines' }, catalogue, TODAY), TODAY)),
);

const matters: readonly Template<Matter>[] = Array.from({ length: MATTERS }, (_, nth) => {
  const receivedAt = `${later(-(nth % 40))}T09:00:00.000Z`;
  const record: Matter = { id: `H-${nth}`, municipality: HERE, team: TEAM, kind: 'complaint', receivedAt };
  return templateOf(record, projectAgenda(judgeMatter(record, TODAY), TODAY));
});

/** The measured team's: so many overdue that all of them together are 200, and others. */
const ours = (() => {
  const overdueMatters = matters.filter(({ overdue }) => overdue > 0).slice(0, OVERDUE_MATTERS);
  const chosen: Template<Case>[] = [];
  let left = OVERDUE - overdueMatters.reduce((sum, { overdue }) => sum + overdue, 0);
  for (const one of cases) {
    if (one.overdue === 0 || one.overdue > left) continue;
    chosen.push(one);
    left -= one.overdue;
  }
  if (left > 0) throw new Error(`${left} overdue entries too few among ${TEMPLATES} cases`);
  const others = cases.filter(({ overdue }) => overdue === 0).slice(0, OTHERS);
  const otherMatters = matters.filter(({ overdue }) => overdue === 0).slice(0, OVERDUE_MATTERS);
  return { cases: [...chosen, ...others], matters: [...overdueMatters, ...otherMatters] };
})();

/** A history as a case has it after some months. */
const history = (() => {
  const told = ['case-added', 'facts-recorded', 'event-recorded', 'event-recorded', 'facts-recorded'];
  return told.reduce<{ audit: CaseItem['audit'] }>(
    (item, what, nth) =>
      audited(item, { at: `${later(10 * nth - 90)}T09:00:00.000Z`, by: MAKKER, what, details: { fields: 2 } }),
    { audit: [] },
  ).audit;
})();

const caseAt = ({ record, agenda: { entries } }: Template<Case>, nth: number, id: string, team: string): CaseItem => {
  const caseworker = `${team}-${nth % CASEWORKERS_EACH}`;
  const at = { municipality: HERE, id, audit: history };
  return caseItem(
    { ...record, id, team, caseworker },
    {
      requests: [],
      agenda: entries,
      outbox: [],
      audit: history,
      seal: sealOf(at, KEY),
      // Spread evenly: each day as many come as come in a town where an agenda lasts so long.
      recheckOn: later(nth % PROJECTED_EVERY),
    },
  );
};

const matterAt = ({ record, agenda }: Template<Matter>, id: string, team: string): MatterItem =>
  matterItem({ ...record, id, team }, { agenda: agenda.entries, taken: [], recheckOn: later(1) });

/** Takes one after the other, and begins again. */
const inTurn = <T>(all: readonly T[], nth: number): T => {
  const one = all[nth % all.length];
  if (one === undefined) throw new Error('there is none');
  return one;
};
const otherTeam = (nth: number): string => `team-${nth % (TEAMS - 1)}`;

export const TEAM_NAMES: readonly string[] = [TEAM, ...Array.from({ length: TEAMS - 1 }, (_, nth) => otherTeam(nth))];
export const OUR_CASES = ours.cases.length;

/** So many cases, those of the measured team spread among all others as they came in over the years. */
export function* casesOfTown(count: number): Generator<CaseItem> {
  const every = Math.floor(count / OUR_CASES);
  let others = 0;
  for (let nth = 0; nth < count; nth += 1) {
    const our = nth % every === 0 ? ours.cases[nth / every] : undefined;
    if (our !== undefined) {
      yield caseAt(our, nth / every, `MAALT-${nth / every}`, TEAM);
      continue;
    }
    yield caseAt(inTurn(cases, others), others, `SAG-${String(others).padStart(7, '0')}`, otherTeam(others));
    others += 1;
  }
}

/** The matters of a town with so many cases. */
export function* mattersOfTown(count: number): Generator<MatterItem> {
  for (const [nth, one] of ours.matters.entries()) yield matterAt(one, `MAALT-H-${nth}`, TEAM);
  for (let nth = ours.matters.length; nth < count / CASES_A_MATTER; nth += 1)
    yield matterAt(inTurn(matters, nth), `H-${String(nth).padStart(6, '0')}`, otherTeam(nth));
}
