import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endToEndSuite } from './end-to-end-suite.ts';

endToEndSuite('On the embedded store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'makker-end-to-end-'));
  return {
    env: { STORE_PATH: join(folder, 'data', 'makker.db') },
    remove: () => rm(folder, { recursive: true }),
  };
});
