import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from './open-database.ts';
import { createWrites, type Writes } from './writes.ts';

describe('Writes that come at the same time', () => {
  let db: DatabaseSync;
  let writes: Writes;
  beforeEach(() => {
    db = openDatabase(':memory:');
    db.exec('CREATE TABLE note (text TEXT NOT NULL UNIQUE)');
    writes = createWrites(db);
  });
  afterEach(() => db.close());

  const add = (...texts: string[]) =>
    writes.write(() => {
      for (const text of texts) db.prepare('INSERT INTO note VALUES (?)').run(text);
      return texts.length;
    });
  const texts = () =>
    db
      .prepare('SELECT text FROM note ORDER BY text')
      .all()
      .map(({ text }) => text);

  test('are all there once they have resolved, in the order in which they came', async () => {
    expect(await Promise.all([add('a'), add('b', 'c'), writes.write(() => texts().length)])).toEqual([1, 2, 3]);
    expect(texts()).toEqual(['a', 'b', 'c']);
  });

  test('take no other with them when one fails, and leave nothing of it', async () => {
    const ends = await Promise.allSettled([add('a'), add('b', 'a'), add('c')]);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(texts()).toEqual(['a', 'c']);
  });

  test('all fail when they cannot be kept, and the next ones can', async () => {
    const broken = writes.write(() => db.exec('ROLLBACK'));
    const ends = await Promise.allSettled([add('a'), broken, add('b')]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(texts()).toEqual([]);
    await add('c');
    expect(texts()).toEqual(['c']);
  });

  test('that still wait can be carried out at once', async () => {
    const waiting = add('a');
    writes.flush();
    expect(texts()).toEqual(['a']);
    expect(await waiting).toBe(1);
  });
});
