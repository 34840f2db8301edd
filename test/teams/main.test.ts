import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseItem as derivedItem } from '../../src/cases/case-item.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { start } from '../../src/main.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { eventually } from '../end-to-end/world.ts';
import { caseItem } from '../store/builders.ts';
import { request } from './relay-stage.ts';
import { activityFrom } from './teams-stage.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'makker-main-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const main = join(import.meta.dirname, '../../src/main.ts');

/** Runs the program with these settings; `until` a line of its output says so it is asked to stop. */
const run = async (env: Record<string, string>, until?: string) => {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', STORE_PATH: join(dir, 'makker.db'), PORT: '0', ...env },
  });
  let output = '';
  const read = (chunk: Buffer): void => {
    output += chunk.toString();
    // Once: a second one would end it at once.
    if (until !== undefined && output.includes(until) && !child.killed) child.kill('SIGTERM');
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const [status, signal] = await once(child, 'exit');
  return { status, signal, output };
};

const configOf = (env: Record<string, string>): Config => {
  const result = readConfig({ STORE_PATH: join(dir, 'makker.db'), PORT: '0', ...env });
  if ('problems' in result) throw new Error(result.problems.join('\n'));
  return result.config;
};

describe('the program', () => {
  test('refuses production without credentials, and says what to set', async () => {
    const { status, output } = await run({ NODE_ENV: 'production' });
    expect(status).toBe(1);
    expect(output).toContain('MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId: must be set');
  });

  test('refuses to be open to others without credentials', async () => {
    const { status, output } = await run({ HOST: '0.0.0.0' });
    expect(status).toBe(1);
    expect(output).toContain('HOST: must be one of 127.0.0.1');
  });

  test('does not start on a store into which a copy was begun and not finished', async () => {
    const store = createSqliteStore(join(dir, 'makker.db'));
    await store.create('copy', { id: 'copy', municipality: 'directory', from: 'the other store' });
    await store.close();
    await expect(start(configOf({}), { log: createLog({ write: () => undefined }) })).rejects.toThrow(
      'a copy of the other store that is not finished: run makker store copy again',
    );
  });

  test('ends with a message when its port is taken', async () => {
    const other = createHttpServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { status, output } = await run({ PORT: String(port) });
    other.close();
    expect(status).toBe(1);
    expect(output).toContain('EADDRINUSE');
  });

  test('listens on loopback, says that it believes everyone, and stops when asked to', async () => {
    const { status, output } = await run({}, '"msg":"listening"');
    expect(status).toBe(0);
    expect(output).toContain('"code":"no-credentials","host":"127.0.0.1"');
  });
});

describe('time', () => {
  test('that passes while Makker runs ends what has run out', async () => {
    const clock = { time: Date.parse('2023-06-14T10:00:00Z'), now: () => clock.time };
    const looks = new Set<() => void>();
    const running = await start(configOf({}), {
      clock,
      log: createLog({ write: () => undefined }),
      every: (_ms, look) => {
        looks.add(look);
        return () => looks.delete(look);
      },
    });
    const state = async () => (await running.cases.read('rebild', 'C-1'))?.item.requests[0]?.state;
    try {
      const question = { kind: 'start-offer', offer: { id: 'o2', kind: 'guidance', starts: '2023-07-03' } } as const;
      const open = request({ question, expiresOn: '2023-06-14' });
      const { record } = caseItem('rebild', 'C-1');
      const parts = { requests: [open], agenda: [], outbox: [], audit: [] };
      await running.store.create('case', derivedItem(record, parts));
      clock.time = Date.parse('2023-06-14T22:00:00Z');
      await eventually('the request ends', async () => {
        for (const look of looks) look();
        return (await state()) === 'open' ? undefined : true;
      });
      expect(await state()).toBe('expired');
    } finally {
      await running.close();
    }
    expect(looks.size).toBe(0);
  });
});

test('asked to stop twice, it stops once', async () => {
  const running = await start(configOf({}), { log: createLog({ write: () => undefined }) });
  await Promise.all([running.close(), running.close()]);
  await running.close();
});

describe('with credentials', () => {
  const credentials = {
    MicrosoftAppId: 'a0000000-0000-4000-8000-00000000000a',
    MicrosoftAppPassword: 'secret',
    MicrosoftAppTenantId: 'b0000000-0000-4000-8000-00000000000b',
  };

  test('a service on this machine is not answered', async () => {
    const running = await start(
      { ...configOf(credentials), host: '127.0.0.1' },
      { log: createLog({ write: () => undefined }) },
    );
    try {
      const response = await fetch(`http://127.0.0.1:${running.port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activityFrom('http://127.0.0.1:3000/')),
      });
      expect(await response.json()).toMatchObject({ code: 'service-url-refused' });
    } finally {
      await running.close();
    }
  });
});
