import { readSchedules } from '../../retention-files.ts';
import type { Shelf } from '../../rulebook/shelf.ts';
import { readShelf } from '../../rulebook-files.ts';
import { type Finding, reasonOf } from './finding.ts';

const about = 'rulebooks';

const checkOne = (shelf: Shelf, municipality: string, today: string): Finding => {
  const on = shelf.on(municipality, today);
  if (!('rulebook' in on)) {
    const first = 'notBefore' in on ? `its first plan begins ${on.notBefore}` : 'it has none';
    return { level: 'warning', about, says: `${municipality}: no rules are in force, ${first}` };
  }
  const { validTo } = on.rulebook;
  return validTo < today
    ? {
        level: 'warning',
        about,
        says: `${municipality}: the plan ended ${validTo}, and every answer says so`,
        mend: 'lay the new plan beside it; or, once a lead has confirmed the old one, put extendedUntil into its file',
      }
    : { level: 'ok', about, says: `${municipality}: in force until ${validTo}` };
};

/** Whether the rulebooks and how long what is kept can be read, and which plans are past their period. */
export const checkRulebooks = (folder: string, today: string): { municipalities: string[]; findings: Finding[] } => {
  try {
    const shelf = readShelf(folder);
    const municipalities = shelf.municipalities();
    readSchedules(folder, municipalities);
    if (municipalities.length === 0)
      return { municipalities, findings: [{ level: 'problem', about, says: `there are none in ${folder}` }] };
    return { municipalities, findings: municipalities.map((municipality) => checkOne(shelf, municipality, today)) };
  } catch (error) {
    const says = reasonOf(error);
    return {
      municipalities: [],
      findings: [{ level: 'problem', about, says, mend: 'mend the file; Makker does not start with it' }],
    };
  }
};
