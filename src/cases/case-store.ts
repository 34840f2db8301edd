import { type Agenda, projectAgenda } from '../agenda/project.ts';
import { type Clock, civilDateAt, isoInstant } from '../clock.ts';
import type { Case } from '../contract/case.ts';
import { withoutCpr } from '../contract/without-cpr.ts';
import { canonicalJson } from '../receipts/canonical-json.ts';
import type { Store, Stored } from '../store/port.ts';
import { MAKKER, audited } from './audit.ts';
import { type CaseItem, caseItem } from './case-item.ts';
import { type Judge, catalogueOf } from './judge.ts';
import { lightened } from './past.ts';
import { resealed, sealOf } from './seal.ts';

/** What a change makes of an item: the new item, or nothing, and what to answer. */
export type Changed<T> = { item: CaseItem; result: T } | { refused: T };

export interface Cases {
  read(municipality: string, caseId: string): Promise<Stored<CaseItem> | undefined>;
  /**
   * Reads the item, applies the change and replaces the item under its etag; if somebody else was first, all of it
   * again. So a change may run several times: what it does outside the item must not hurt when done in vain.
   * `busy`: others were first every time.
   */
  change<T>(
    municipality: string,
    caseId: string,
    change: (item: CaseItem) => Changed<T> | Promise<Changed<T>>,
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

/** Each lost try means that another change to the same case was made; so many at once do not happen. */
const TRIES = 32;

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

    change: async (municipality, caseId, change) => {
      for (let tries = 0; tries < TRIES; tries++) {
        const stored = await store.read('case', municipality, caseId);
        if (stored === undefined) return 'absent';
        const changed = await change(stored.item);
        if ('refused' in changed) return changed.refused;
        const lighter = await lightened(store, changed.item, stored.item);
        const next = resealed(stored.item, await settled(lighter, stored.item), key, isoInstant(clock.now()));
        const { outcome } = await store.replace('case', next, stored.etag);
        if (outcome === 'replaced') return changed.result;
      }
      return 'busy';
    },

    project: async (municipality, caseId) => {
      for (let tries = 0; tries < TRIES; tries++) {
        const stored = await store.read('case', municipality, caseId);
        if (stored === undefined) return 'absent';
        const next = await projected(stored.item, civilDateAt(clock.now()));
        if (canonicalJson(next) === canonicalJson(stored.item)) return 'done';
        const { outcome } = await store.replace('case', next, stored.etag);
        if (outcome === 'replaced') return 'done';
      }
      return 'busy';
    },

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
