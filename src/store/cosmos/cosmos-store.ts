import { isDeepStrictEqual } from 'node:util';
import { ErrorResponse, type Container, type SqlQuerySpec } from '@azure/cosmos';
import type { ItemKind, Items } from '../items.ts';
import { type FoundKind, placeOf, type Queries } from '../order.ts';
import { pageOf, placeAfter, rowsFor } from '../paging.ts';
import type { Page, Store, Stored } from '../port.ts';
import { createCall, PERSON_WAITS, type CosmosSettings, type Patience } from './client.ts';
import { CONTAINER_OF } from './containers.ts';
import { documentId, documentOf, partitionOf, storedOf, type Document, type Row } from './document.ts';
import { findQuery } from './find-query.ts';
import { listQuery } from './list-query.ts';
import { namedCase, nameQuery, type NameRow } from './name-query.ts';
import { openDatabase } from './open-database.ts';

/** Turns the refusals that are expected outcomes into values; everything else goes on as it was thrown. */
const orOutcome = async <T, O>(attempt: Promise<T>, outcomes: Record<number, O>): Promise<T | O> => {
  try {
    return await attempt;
  } catch (error) {
    const outcome = error instanceof ErrorResponse ? outcomes[Number(error.code)] : undefined;
    if (outcome === undefined) throw error;
    return outcome;
  }
};

/** The store in Azure Cosmos DB (API for NoSQL). Makes the database and its containers where they are absent. */
export const createCosmosStore = async (
  settings: CosmosSettings,
  patience: Patience = PERSON_WAITS,
): Promise<Store> => {
  const { client, containers } = await openDatabase(settings, patience);
  const call = createCall(patience);
  const containerOf = (kind: ItemKind): Container => containers[CONTAINER_OF[kind]];
  const find = async <K extends ItemKind>(kind: K, partitionKey: string, query: SqlQuerySpec) => {
    const found = await call((along) =>
      containerOf(kind)
        .items.query<Row>(query, { ...along, partitionKey })
        .fetchAll(),
    );
    return found.resources.map((row): Stored<Items[K]> => storedOf(kind, row));
  };

  const findBy = async <K extends FoundKind>(kind: K, municipality: string, query: Queries[K], wanted: Page) => {
    const text = findQuery(kind, municipality, query, placeAfter(wanted), rowsFor(wanted));
    return pageOf(await find(kind, municipality, text), wanted, (item) => placeOf(query, item));
  };

  const read: Store['read'] = async (kind, municipality, id) => {
    const item = containerOf(kind).item(documentId(kind, id), partitionOf(kind, municipality, id));
    const { resource } = await call((along) => item.read<Document>(along));
    return resource && storedOf(kind, resource);
  };

  const create: Store['create'] = async (kind, item) => {
    let tries = 0;
    const created = await orOutcome(
      call((along) => {
        tries += 1;
        return containerOf(kind).items.create(documentOf(kind, item), along);
      }).then(({ etag }) => ({ outcome: 'created' as const, etag })),
      { 409: { outcome: 'exists' as const } },
    );
    if (created.outcome === 'created' || tries === 1) return created;
    // The answer to an earlier try may have been lost: then what is there is this item, as JSON keeps it.
    const there = await read(kind, item.municipality, item.id);
    return there !== undefined && isDeepStrictEqual(there.item, JSON.parse(JSON.stringify(item)))
      ? { outcome: 'created', etag: there.etag }
      : created;
  };

  return {
    read,
    create,

    // They lie in containers of their own, which no transaction of the service spans.
    createTogether: async (entries) => {
      for (const { kind, item } of entries) {
        const { outcome } = await create(kind, item);
        if (outcome === 'exists') return { outcome };
      }
      return { outcome: 'created' };
    },

    replace: async (kind, item, etag) => {
      const document = documentOf(kind, item);
      const place = containerOf(kind).item(document.id, partitionOf(kind, item.municipality, item.id));
      return orOutcome(
        call((along) =>
          place.replace(document, { ...along, accessCondition: { type: 'IfMatch', condition: etag } }),
        ).then((replaced) => ({ outcome: 'replaced' as const, etag: replaced.etag })),
        { 404: { outcome: 'absent' as const }, 412: { outcome: 'changed' as const } },
      );
    },

    findCases: async (municipality, query, wanted) => findBy('case', municipality, query, wanted),
    findMatters: async (municipality, query, wanted) => findBy('matter', municipality, query, wanted),
    findDigests: async (municipality, query, wanted) => findBy('digest', municipality, query, wanted),

    findNames: async (municipality, query, limit) => {
      const text = nameQuery(municipality, query, rowsFor({ limit }));
      const { resources } = await call((along) =>
        containerOf('case')
          .items.query<NameRow>(text, { ...along, partitionKey: municipality })
          .fetchAll(),
      );
      return { cases: resources.slice(0, limit).map(namedCase), more: resources.length > limit };
    },

    countCases: async (municipality) => {
      const query = {
        query: 'SELECT VALUE COUNT(1) FROM c WHERE c.municipality = @municipality',
        parameters: [{ name: '@municipality', value: municipality }],
      };
      const { resources } = await call((along) =>
        containerOf('case')
          .items.query<number>(query, { ...along, partitionKey: municipality })
          .fetchAll(),
      );
      return resources[0] ?? 0;
    },

    list: async (kind, municipality, wanted) => {
      const { begins = '' } = wanted;
      const text = listQuery(kind, municipality, begins, placeAfter(wanted), rowsFor(wanted));
      const found = await find(kind, partitionOf(kind, municipality, begins), text);
      return pageOf(found, wanted, (item) => ({ id: item.id }));
    },

    remove: async (kind, municipality, id) =>
      orOutcome(
        call((along) =>
          containerOf(kind)
            .item(documentId(kind, id), partitionOf(kind, municipality, id))
            .delete(along),
        ).then(() => 'removed' as const),
        { 404: 'absent' as const },
      ),

    scrub: async () => undefined,

    close: async () => client.dispose(),
  };
};
