import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../port.ts';
import { createSqliteStore } from './sqlite-store.ts';

describe('A list that is kept', () => {
  let folder: string;
  let one: Store;
  let other: Store;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'makker-lists-'));
    one = createSqliteStore(join(folder, 'makker.db'));
    other = createSqliteStore(join(folder, 'makker.db'));
  });
  afterEach(async () => {
    await one.close();
    await other.close();
    rmSync(folder, { recursive: true });
  });

  const offer = (id: string, name = id) => ({ id, name, municipality: 'testby', kind: 'guidance' as const, tiers: {} });
  const names = async (store: Store) =>
    (await store.list('catalogue', 'testby', { limit: 10 })).items.map(({ item }) => item.name);

  test('shows what was written since, by whichever process', async () => {
    expect(await names(one)).toEqual([]);
    for (const [index, writer] of [one, other].entries()) {
      await writer.create('catalogue', offer(`o${index}`));
      expect(await names(one)).toHaveLength(index + 1);
      expect(await names(other)).toHaveLength(index + 1);
    }
    const etag = (await one.read('catalogue', 'testby', 'o0'))?.etag ?? '';
    await other.replace('catalogue', offer('o0', 'Stien'), etag);
    expect(await names(one)).toEqual(['Stien', 'o1']);
    await one.remove('catalogue', 'testby', 'o1');
    expect(await names(one)).toEqual(['Stien']);
    expect(await names(other)).toEqual(['Stien']);
  });

  test('is not read again while nothing of its kind is written', async () => {
    await one.create('catalogue', offer('o1'));
    const first = await one.list('catalogue', 'testby', { limit: 10 });
    await one.create('greeting', { id: 'g', municipality: 'directory', on: '2026-01-01' });
    expect(await one.list('catalogue', 'testby', { limit: 10 })).toBe(first);
  });
});
