import type { ItemKind } from '../items.ts';
import type { Entry } from '../port.ts';
import { NOBODY_WAITS, type CosmosSettings } from './client.ts';
import { storedOf, type Row } from './document.ts';
import { openDatabase } from './open-database.ts';

interface KindRow extends Row {
  kind: ItemKind;
}

/**
 * Every item of the database, of whatever kind and municipality. The one reading that goes through all partitions: a
 * municipality that nobody thought of must not be lost in a copy.
 */
export async function* eachEntry(settings: CosmosSettings): AsyncGenerator<Entry> {
  const { client, containers } = await openDatabase(settings, NOBODY_WAITS);
  try {
    for (const container of Object.values(containers)) {
      // The form that the database has is no item.
      const query = 'SELECT c.kind, c.item, c._etag FROM c WHERE IS_DEFINED(c.kind)';
      const rows = container.items.query<KindRow>(query, { maxItemCount: 500 });
      for await (const { resources } of rows.getAsyncIterator())
        // The edge where JSON comes in, as in the store itself.
        for (const row of resources) yield { kind: row.kind, item: storedOf(row.kind, row).item } as Entry;
    }
  } finally {
    client.dispose();
  }
}
