import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approvalSuite } from './approval-suite.ts';

approvalSuite('A request for approval, on the embedded store', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'makker-approval-'));
  return {
    env: { STORE_PATH: join(dir, 'makker.db') },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
});
