import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../../../src/store/port.ts';
import type { ItemKind, Items } from '../../../src/store/items.ts';

/** An item of the store as its file has it. */
export interface Row {
  kind: ItemKind;
  municipality: string;
  id: string;
  version: number;
  body: string;
}

/** An item that is not as it was; without `now` it is gone, without `before` it is new. */
export interface Change {
  kind: ItemKind;
  municipality: string;
  id: string;
  before?: Row;
  now?: Row;
}

/** The whole store as it is to stay, and what has become of it. */
export interface Ledger {
  /** Everything that is not as it was when the ledger was opened, or put back. */
  changes(): Change[];
  /** Puts everything back that has changed. */
  putBack(): Promise<void>;
  close(): void;
}

/** What the relay keeps for itself, and what is sent to administrators about strangers: both go on in the background. */
const BACKGROUND: readonly string[] = ['lease', 'notice', 'strangers'];

/** The edge where the file's rows come in: the store has written them under these kinds. */
const rowOf = (row: Record<string, unknown>): Row => ({
  kind: String(row['kind']) as ItemKind,
  municipality: String(row['municipality']),
  id: String(row['id']),
  version: Number(row['version']),
  body: String(row['body']),
});
const itemOf = <K extends ItemKind>(_kind: K, { body }: Row): Items[K] => JSON.parse(body) as Items[K];

/** Opens a ledger of the store that is kept in this file. */
export const openLedger = (path: string, store: Store): Ledger => {
  const db = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  const versions = db.prepare('SELECT number, kind, municipality, id, version FROM item');
  const whole = db.prepare('SELECT kind, municipality, id, version, body FROM item WHERE number = ?');
  const read = (number: unknown): Row => rowOf(whole.get(Number(number)) ?? {});
  const key = (row: Record<string, unknown>): string =>
    [row['kind'], row['municipality'], row['id']].map(String).join(' ');
  const stays = (row: Record<string, unknown>): boolean => !BACKGROUND.includes(String(row['kind']));
  const before = new Map(
    versions
      .all()
      .filter(stays)
      .map((row) => [key(row), read(row['number'])]),
  );

  const changes = (): Change[] => {
    const now = new Map(
      versions
        .all()
        .filter(stays)
        .map((row) => [key(row), row]),
    );
    const there = [...now].flatMap(([id, row]): Change[] => {
      const old = before.get(id);
      if (old?.version === row['version']) return [];
      const newest = read(row['number']);
      return [{ ...newest, now: newest, ...(old !== undefined && { before: old }) }];
    });
    const gone = [...before].flatMap(([id, old]): Change[] => (now.has(id) ? [] : [{ ...old, before: old }]));
    return [...there, ...gone];
  };

  const putBackOne = async ({ kind, municipality, id, before: old, now }: Change): Promise<void> => {
    if (old === undefined) {
      if (kind === 'case') throw new Error(`a case has come to be: ${id}`);
      await store.remove(kind, municipality, id);
    } else if (now === undefined) await store.create(kind, itemOf(kind, old));
    else await store.replace(kind, itemOf(kind, old), String(now.version));
  };

  return {
    changes,
    putBack: async () => {
      const changed = changes();
      for (const change of changed) await putBackOne(change);
      for (const { kind, municipality, id } of changed) {
        const found = db
          .prepare(
            'SELECT kind, municipality, id, version, body FROM item WHERE kind = ? AND municipality = ? AND id = ?',
          )
          .get(kind, municipality, id);
        if (found !== undefined) before.set(key(found), rowOf(found));
      }
    },
    close: () => db.close(),
  };
};
