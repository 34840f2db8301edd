import { readFile } from 'node:fs/promises';
import { staffWarnings } from '../people/check-staff.ts';
import { type ImportPlan, importPeople, planImport } from '../people/import-people.ts';
import { type RefusedCell, readPeopleTable } from '../people/people-table.ts';
import { readGuid } from '../people/read-field.ts';
import type { ExitStatus } from './command.ts';
import type { PeopleCommand, PeopleOffice } from './people-office.ts';

const refuse = ({ err }: PeopleOffice, refused: readonly RefusedCell[]): ExitStatus => {
  for (const { row, column, why } of refused) err(`row ${row}, ${column}: ${why}`);
  err(`${refused.length} refused; nothing was stored`);
  return 1;
};

const tell = ({ out }: PeopleOffice, { added, changed, same, notInFile }: ImportPlan): void => {
  for (const id of added) out(`  new      ${id}`);
  for (const { id, fields } of changed) out(`  changed  ${id}: ${fields.join(', ')}`);
  for (const id of notInFile) out(`  not in the file, stays as it is: ${id}`);
  out(`${added.length} new, ${changed.length} changed, ${same.length} the same, ${notInFile.length} not in the file`);
};

/** The tenant of the people whose row names none: the option, else the one the bot is registered in. */
const tenantFor = ({ config }: PeopleOffice, option: string | undefined) =>
  option === undefined ? { value: config.bot?.tenantId } : readGuid(option);

/** `makker people import`: everything in the file, or with one refused row nothing of it. */
export const importPeopleFrom: PeopleCommand = async (office, { word: file, values }) => {
  const { store, staff, teams, municipality, today, author, out, err } = office;
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) {
    err(`cannot read ${file}`);
    return 1;
  }
  const tenant = tenantFor(office, values.tenant);
  if ('wrong' in tenant) {
    err(`--tenant: ${tenant.wrong}`);
    return 1;
  }
  const table = readPeopleTable(bytes);
  if ('refused' in table) return refuse(office, table.refused);
  const known = { store, staff, teams, municipality, ...(tenant.value !== undefined && { tenantId: tenant.value }) };
  const planned = await planImport(table.rows, known);
  if ('refused' in planned) return refuse(office, planned.refused);
  const { plan } = planned;
  out(`${file}: ${table.rows.length} people, read as ${table.read}`);
  tell(office, plan);
  for (const warning of staffWarnings(plan.staff, today)) err(`mind: ${warning}`);
  if (values['dry-run']) {
    out('nothing was stored: --dry-run');
    return 0;
  }
  const { taken } = await importPeople(store, municipality, plan.wanted, author);
  for (const id of taken)
    err(`${id} is stored, but somebody else was given this identity meanwhile; it opens nothing for ${id}`);
  if (taken.length > 0) return 1;
  out('stored');
  return 0;
};
