import { audited } from '../cases/audit.ts';
import type { CaseItem } from '../cases/case-item.ts';
import type { Cases, Changed } from '../cases/case-store.ts';
import type { Draft } from '../cases/drafts.ts';
import { mergeImport } from '../cases/merge-import.ts';
import { type Case, caseSchema } from '../contract/case.ts';
import { withoutCpr } from '../contract/without-cpr.ts';
import { NAMELESS } from '../retention/without-personal.ts';
import { type Take, type Taken, checkedWhole } from './taken.ts';

interface Needs {
  cases: Pick<Cases, 'read' | 'change' | 'add'>;
  /** Whose import it is, and when (ISO instant). */
  author: { by: string; at: string };
  dryRun: boolean;
}

/** The entry of a history that tells what a file changed. */
const IMPORTED = 'case-imported';
/** So many places are named in the history; of more their number. */
const MOST_NAMED = 20;

const details = (changed: readonly string[]) => ({
  facts: changed.slice(0, MOST_NAMED).join(', '),
  ...(changed.length > MOST_NAMED && { count: changed.length }),
});

/** A case without a status is open, so an empty cell says nothing of it: it is closed and opened by a row that says so. */
const withoutEmptyStatus = (draft: Draft): Draft => {
  const { status, ...rest } = draft;
  return status === null ? rest : draft;
};

/** Takes what a file says of a case. What was recorded in Makker since the case came in stays: see docs/import.md. */
export const createTakeCase = ({ cases, author, dryRun }: Needs): Take => {
  const changed = (item: CaseItem, draft: Draft): Changed<Taken> => {
    const purged = item.record.citizen.name === NAMELESS;
    // What a purge took away does not come back with the next file; only a case that is open again has its facts again.
    if (purged && draft['status'] !== 'open') return { refused: { outcome: 'same', kept: [] } };
    const recorded = purged ? [] : (item.recorded ?? []);
    const { record, ...marks } = mergeImport({ ...item.record }, draft, recorded);
    const { kept } = marks;
    if (marks.changed.length === 0 && marks.agreed.length === 0) return { refused: { outcome: 'same', kept } };
    const left = [...new Set(recorded.filter((path) => !marks.agreed.includes(path)).concat(marks.differing))];
    if (marks.changed.length === 0) return { item: { ...item, recorded: left }, result: { outcome: 'same', kept } };
    const whole = checkedWhole(caseSchema, record);
    if ('refused' in whole) return { refused: whole };
    const next = { ...item, record: withoutCpr(whole.data), recorded: left };
    return {
      item: audited(next, { ...author, what: IMPORTED, details: details(marks.changed) }),
      result: { outcome: 'changed', kept },
    };
  };

  const added = async (draft: Draft, record?: Case): Promise<Taken | 'exists'> => {
    const whole = record === undefined ? checkedWhole(caseSchema, draft) : { data: record };
    if ('refused' in whole) return whole;
    if (!dryRun && (await cases.add(whole.data)) === 'exists') return 'exists';
    return { outcome: 'new', kept: [] };
  };

  return async (draft, { record, emptied = () => draft } = {}) => {
    const [municipality, id] = [String(draft['municipality']), String(draft['id'])];
    for (;;) {
      const stored = await cases.read(municipality, id);
      if (stored === undefined) {
        const result = await added(draft, record);
        if (result === 'exists') continue;
        return result;
      }
      const whole = withoutEmptyStatus(emptied());
      const planned = changed(stored.item, whole);
      if ('refused' in planned) return planned.refused;
      if (dryRun) return planned.result;
      const result = await cases.change(municipality, id, (item) => changed(item, whole), 'import');
      if (result === 'busy') throw new Error(`${id} was changed by others all the time`);
      if (result !== 'absent') return result;
    }
  };
};
