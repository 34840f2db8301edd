import { DatabaseSync } from 'node:sqlite';
import type { Entry } from '../port.ts';
import { toldOf } from './damage.ts';

const AT_ONCE = 500;

/** Every item of the file, of whatever kind and municipality, in the order in which they came. */
export async function* eachEntry(path: string): AsyncGenerator<Entry> {
  const db = new DatabaseSync(path, { readOnly: true, timeout: 1000 });
  try {
    const page = db.prepare('SELECT number, kind, body FROM item WHERE number > ? ORDER BY number LIMIT ?');
    for (let last = 0; ;) {
      const rows = page.all(last, AT_ONCE);
      // The edge where JSON comes in, as in the store itself.
      for (const { kind, body } of rows) yield { kind, item: JSON.parse(String(body)) } as Entry;
      if (rows.length < AT_ONCE) return;
      last = Number(rows.at(-1)?.['number']);
    }
  } catch (error) {
    throw toldOf(path, error);
  } finally {
    db.close();
  }
}
