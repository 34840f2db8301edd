import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCosmosServer } from '../../support/cosmos-server.ts';
import { type Track, openTrack } from './track.ts';

/** The stores that are raced on. */
export const STORES = ['SQLite', 'Cosmos DB'] as const;
export type StoreName = (typeof STORES)[number];

/** Does something on a track on an empty store, and takes both away. */
export const withTrack = async <T>(name: StoreName, work: (track: Track) => Promise<T>): Promise<T> => {
  const on = async (settings: Parameters<typeof openTrack>[0], remove: () => Promise<void>): Promise<T> => {
    const track = await openTrack(settings);
    try {
      return await work(track);
    } finally {
      await track.close();
      await remove();
    }
  };
  if (name === 'SQLite') {
    const folder = await mkdtemp(join(tmpdir(), 'makker-races-'));
    return on({ kind: 'embedded', path: join(folder, 'makker.db') }, () => rm(folder, { recursive: true }));
  }
  const server = await startCosmosServer();
  const { endpoint, key } = server;
  return on({ kind: 'cosmos', endpoint, key, database: 'makker' }, () => server.close());
};
