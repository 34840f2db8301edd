import { type CatalogueItem, type Case, type Matter } from '../contract/case.ts';
import type { Person, Team } from '../contract/people.ts';
import { eachItem } from '../each-item.ts';
import type { PersonItem, TeamItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import type { Transferred } from './mapping.ts';

/** A record in the contract's own form; of the catalogue with the municipality whose it is. */
export type ExportedRecord = Case | Matter | Person | Team | (CatalogueItem & { municipality: string });

const PAGE = 500;

const personOf = (item: PersonItem): Person => {
  const { id, name, aadObjectId, tenantId, municipality, roles, substituteFor, from, to } = item;
  return {
    id,
    name,
    ...(aadObjectId !== undefined && { aadObjectId }),
    ...(tenantId !== undefined && { tenantId }),
    municipality,
    roles,
    ...(substituteFor !== undefined && { substituteFor }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
};

const teamOf = ({ id, municipality, name, leads, digestAt, conversationId }: TeamItem): Team => ({
  id,
  municipality,
  name,
  leads,
  ...(digestAt !== undefined && { digestAt }),
  ...(conversationId !== undefined && { conversationId }),
});

type Reading = Pick<Store, 'list' | 'findMatters' | 'findCases'>;

/**
 * The records of one kind in a municipality, page by page. Of a case it is the record: its requests, its history and what
 * else Makker keeps of it are not in it.
 */
export async function* exportedPages(
  store: Reading,
  municipality: string,
  of: Transferred,
): AsyncGenerator<ExportedRecord[]> {
  let page: ExportedRecord[] = [];
  for await (const record of recordsOf(store, municipality, of)) {
    page.push(record);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

async function* recordsOf(store: Reading, municipality: string, of: Transferred): AsyncGenerator<ExportedRecord> {
  if (of === 'people')
    for await (const item of eachItem((page) => store.list('person', municipality, page))) yield personOf(item);
  else if (of === 'teams')
    for await (const item of eachItem((page) => store.list('team', municipality, page))) yield teamOf(item);
  else if (of === 'catalogue') yield* eachItem((page) => store.list('catalogue', municipality, page));
  else if (of === 'matters')
    for await (const { record } of eachItem((page) => store.findMatters(municipality, { by: 'all' }, page)))
      yield record;
  else
    for await (const { record } of eachItem((page) => store.findCases(municipality, { by: 'all' }, page))) yield record;
}
