import { type Agenda, projectAgenda } from '../agenda/project.ts';
import { type Clock, civilDateAt, isoInstant } from '../clock.ts';
import type { Case } from '../contract/case.ts';
import { withoutCpr } from '../contract/without-cpr.ts';
import { canonicalJson } from '../receipts/canonical-json.ts';
import type { Store, Stored } from '../store/port.ts';
import { MAKKER, audited } from './audit.ts';
import { type CaseItem, caseItem } from './case-item.ts';
import { changedPaths } from './changed-paths.ts';
import { type Judge, catalogueOf } from './judge.ts';
import { lightened } from './past.ts';
import { type ChangedItem, replaced } from './replaced.ts';
import { resealed, sealOf } from './seal.ts';

/** What a change makes of a case. */
export type Changed<T> = ChangedItem<CaseItem, T>;

/** Where a change comes from: a file of a case system, or everybody and everything else. */
export type Origin = 'import' | 'here';

export interface Cases {
  read(municipality: string, caseId: string): Promise<Stored<CaseItem> | undefined>;
  /**
   * Reads the item, applies the change and replaces the item under its etag; if somebody else was first, all of it
   * again. So a change may run several times: what it does outside the item must not hurt when done in vain.
   * `busy`: others were first every time. Where the record was changed `here`, no import changes it afterwards.
   */
  change<T>(
    municipality: string,
    caseId: string,
    change: (item: CaseItem) => Changed<T> | Promise<Changed<T>>,
    origin?: Origin,
  ): Promise<T | 'absent' | 'busy'>;
  /** Projects the agenda by the rules of today, where it is another than is stored. */
  project(municipality: string, caseId: string): Promise<'done' | 'absent' | 'busy'>;
  /** Adds a case that is not there yet; its CPR number is not kept. */
  add(record: Case): Promise<'created' | 'exists'>;
}

interface Needs {
  store: Pick<Store, 'read' | 'create' | 'replace' | 'list'>;
  judge: Judge;
  clock: Clock;
  /** The key of the seal that every stored history gets. */
  key: string;
}

/** The item with a note of where its record was changed. */
const withRecorded = (item: CaseItem, before: CaseItem): CaseItem => {
  if (item.record === before.record) return item;
  const paths = changedPaths({ ...before.record }, { ...item.record });
  return { ...item, recorded: [...new Set([...(before.recorded ?? []), ...paths])] };
};

export const createCases = ({ store, judge, clock, key }: Needs): Cases => {
  const agendaOf = async (record: Case, today: string): Promise<Agenda> => {
    const catalogue = await catalogueOf(store, record.municipality);
    return projectAgenda(judge(record, { kind: 'deadlines' }, catalogue, today), today);
  };

  const projected = async (item: CaseItem, today: string): Promise<CaseItem> => {
    const { recheckOn: _, ...rest } = item;
    const { entries, ...recheck } = await agendaOf(item.record, today);
    return caseItem(item.record, { ...rest, agenda: entries, ...recheck });
  };

  /** The item with its agenda as of today. Most changes leave the record alone, and then it is up to date. */
  const settled = async (item: CaseItem, before: CaseItem): Promise<CaseItem> => {
    const today = civilDateAt(clock.now());
    const stale = item.record !== before.record || (before.recheckOn !== undefined && before.recheckOn <= today);
    return stale ? projected(item, today) : caseItem(item.record, item);
  };

  return {
    read: (municipality, caseId) => store.read('case', municipality, caseId),

    change: (municipality, caseId, change, origin = 'here') =>
      replaced(store, 'case', municipality, caseId, async (before) => {
        const changed = await change(before);
        if ('refused' in changed) return changed;
        const noted = origin === 'here' ? withRecorded(changed.item, before) : changed.item;
        const lighter = await lightened(store, noted, before);
        const item = resealed(before, await settled(lighter, before), key, isoInstant(clock.now()));
        return { item, result: changed.result };
      }),

    project: (municipality, caseId) =>
      replaced(store, 'case', municipality, caseId, async (before) => {
        const item = await projected(before, civilDateAt(clock.now()));
        return canonicalJson(item) === canonicalJson(before) ? { refused: 'done' } : { item, result: 'done' };
      }),

    add: async (whole) => {
      const record = withoutCpr(whole);
      const { entries, ...recheck } = await agendaOf(record, civilDateAt(clock.now()));
      const item = caseItem(record, { requests: [], agenda: entries, ...recheck, outbox: [], audit: [] });
      const at = isoInstant(clock.now());
      const added = audited(item, { at, by: MAKKER, what: 'case-added', details: {} });
      return (await store.create('case', { ...added, seal: sealOf(added, key) })).outcome;
    },
  };
};
