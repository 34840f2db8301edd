import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agendaOn } from '../../../src/agenda/due-on.ts';
import { projectAgenda } from '../../../src/agenda/project.ts';
import { type CaseItem, caseItem } from '../../../src/cases/case-item.ts';
import type { CatalogueItem } from '../../../src/contract/case.ts';
import { createJudge } from '../../../src/judge.ts';
import { readShelf } from '../../../src/rulebook-files.ts';
import { GENERATED_CATALOGUE, generatedRecords } from '../../support/generated-records.ts';

const RULEBOOKS = join(import.meta.dirname, '../../../rulebooks');
const LOOKED_AT = 2000;

/** An invented municipality. */
export interface Town {
  municipality: string;
  /** Whose plan its own is a copy of. */
  like: string;
}

/** Writes a folder of rulebooks for invented municipalities, so many, which take turns at the plans there are. */
export const writeTowns = (folder: string, count: number): Town[] => {
  const plans = readdirSync(RULEBOOKS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  mkdirSync(folder, { recursive: true });
  for (const name of ['common.yaml', 'retention.yaml']) cpSync(join(RULEBOOKS, name), join(folder, name));
  return Array.from({ length: count }, (_, index) => {
    const like = plans[index % plans.length]?.name ?? '';
    const municipality = `opdigtet-${String(index + 1).padStart(2, '0')}`;
    mkdirSync(join(folder, municipality));
    for (const file of readdirSync(join(RULEBOOKS, like)).filter((name) => /^\d{4}-\d{2}-\d{2}\.yaml$/.test(name))) {
      const text = readFileSync(join(RULEBOOKS, like, file), 'utf8');
      const own = text.replace(/^municipality: .*$/m, `municipality: ${municipality}`);
      writeFileSync(join(folder, municipality, file), own);
    }
    return { municipality, like };
  });
};

/** What the cases of the towns are offered. */
export const catalogueOf = ({ municipality }: Town): (CatalogueItem & { municipality: string })[] =>
  GENERATED_CATALOGUE.map((item) => ({ ...item, municipality }));

/**
 * So many cases of a town, each with something overdue or due soon on the day, and projected on it; time changes them
 * on a later day only.
 */
export const dueCases = (folder: string, { municipality }: Town, today: string, count: number): CaseItem[] => {
  const judge = createJudge(readShelf(folder));
  const found: CaseItem[] = [];
  for (const record of generatedRecords({ municipality, today, count: LOOKED_AT })) {
    const { entries, recheckOn } = projectAgenda(
      judge(record, { kind: 'deadlines' }, GENERATED_CATALOGUE, today),
      today,
    );
    const open = agendaOn(entries, today).filter(({ status }) => status === 'overdue' || status === 'due-soon');
    if (open.length < 2 || (recheckOn !== undefined && recheckOn <= today)) continue;
    const recheck = recheckOn === undefined ? {} : { recheckOn };
    found.push(caseItem(record, { requests: [], agenda: entries, outbox: [], audit: [], ...recheck }));
    if (found.length === count) return found;
  }
  throw new Error(`only ${found.length} generated cases of ${municipality} have something due on ${today}`);
};

/** The same case as another one, of a team of another town with the same plan. */
export const movedTo = (item: CaseItem, place: { id: string; municipality: string; team: string }): CaseItem => {
  const { requests, agenda, outbox, audit, recheckOn } = item;
  const record = { ...item.record, ...place };
  return caseItem(record, { requests, agenda, outbox, audit, ...(recheckOn !== undefined && { recheckOn }) });
};
