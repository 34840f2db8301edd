import { readCaseHistory } from '../cases/case-history.ts';
import { createDirectory } from '../people/directory.ts';
import type { Auditing } from './audit.ts';
import type { AuditOptions } from './audit-options.ts';
import { historyJson, historyReport } from './audit-report.ts';
import type { ExitStatus } from './command.ts';
import { shownHere } from './shown-here.ts';

/**
 * Shows the whole history of one case: the only place where a history leaves the store to be read by a
 * person. The access log has who did, before they see it.
 */
export const showHistory = async (
  { municipality, caseId, json }: Extract<AuditOptions, { does: 'show' }>,
  { store, key, io }: Auditing,
): Promise<ExitStatus> => {
  const history = await readCaseHistory(store, municipality, caseId, key);
  if (history === undefined) {
    io.err(`there is no case ${caseId} in ${municipality}`);
    return 1;
  }
  await shownHere(store, municipality, caseId, 'makker audit show');
  const staff = await createDirectory({ store }).staff(municipality);
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  if (json) io.out(historyJson(history, names));
  else for (const line of historyReport(history, names)) io.out(line);
  return 0;
};
