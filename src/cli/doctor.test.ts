import {
  chmodSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ZipFile } from 'yazl';
import { commonText, plan } from '../../test/support/replay-town.ts';
import { backUpFile } from '../store/index.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { doctorIn } from './doctor.ts';

const NOW = Date.parse('2026-05-04T08:00:00Z');
const PASSWORD = 'an-invented-password';
const [appId, tenantId] = ['a0000000-0000-4000-8000-00000000000a', 'b0000000-0000-4000-8000-00000000000b'];
const bot = {
  NODE_ENV: 'production',
  MicrosoftAppId: appId,
  MicrosoftAppPassword: PASSWORD,
  MicrosoftAppTenantId: tenantId,
  RECEIPT_KEY: 'k'.repeat(32),
};

let folder: string;
const storePath = () => join(folder, 'makker.db');
const months = (count: number): string => `{ months: ${count}, reference: opdigtet }`;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'makker-doctor-'));
  mkdirSync(join(folder, 'rulebooks', 'testby'), { recursive: true });
  writeFileSync(join(folder, 'rulebooks', 'common.yaml'), commonText);
  writeFileSync(join(folder, 'rulebooks', 'testby', '2026-01-01.yaml'), plan);
  const schedule = `receiptFacts: ${months(24)}\nclosedCases: ${months(60)}\naccessLog: ${months(24)}\n`;
  writeFileSync(join(folder, 'rulebooks', 'retention.yaml'), schedule);
  const store = createSqliteStore(storePath());
  const identity = { aadObjectId: 'd0000000-0000-4000-8000-00000000000d', tenantId };
  await store.create('person', {
    id: 'ada',
    municipality: 'testby',
    name: 'Ada',
    roles: [{ role: 'admin' }],
    ...identity,
  });
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

interface World {
  env?: Record<string, string>;
  /** How the login answers the bot that asks for a token. */
  login?: { status: number; body: unknown };
  /** Milliseconds by which the servers' clocks differ. */
  clocks?: number;
  /** What every request fails with. */
  cut?: Error;
  now?: number;
  args?: string[];
}

const signingKeys = { jwks_uri: 'https://keys.test/keys', keys: [{ kid: 'k1' }] };

const seen = async ({ env = bot, login, clocks = 0, cut, now = NOW, args = [] }: World = {}) => {
  const lines: string[] = [];
  const asked: string[] = [];
  const answer = (url: string): Promise<Response> => {
    asked.push(url);
    if (cut !== undefined) return Promise.reject(cut);
    const { status, body } = url.endsWith('/token')
      ? (login ?? { status: 200, body: {} })
      : { status: 200, body: signingKeys };
    return Promise.resolve(Response.json(body, { status, headers: { date: new Date(now + clocks).toUTCString() } }));
  };
  const status = await doctorIn(
    {
      env: { STORE_PATH: storePath(), ...env },
      rulebooks: join(folder, 'rulebooks'),
      appPackage: join(folder, 'makker.zip'),
      network: { fetch: answer, now: () => now },
    },
    { args, input: async () => '', out: (line) => lines.push(line), err: (line) => lines.push(line) },
  );
  return { status, said: lines.join('\n'), asked };
};

const packageFor = async (botId: string): Promise<void> => {
  const zip = new ZipFile();
  const manifest = { id: 'e0000000-0000-4000-8000-00000000000e', bots: [{ botId }], composeExtensions: [{ botId }] };
  zip.addBuffer(Buffer.from('an icon'), 'color.png');
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), 'manifest.json');
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(join(folder, 'makker.zip')));
};

describe('makker doctor', () => {
  test('finds all well, and shows no secret', async () => {
    await packageFor(appId);
    await backUpFile(storePath(), join(folder, 'backup.db'), '2026-05-04T02:00:00.000Z');
    const { status, said, asked } = await seen();
    expect(said).not.toMatch(/problem|warning|untried/);
    expect(status).toBe(0);
    for (const about of ['settings', 'rulebooks', 'store', 'people', 'network', 'credentials', 'clock', 'app package'])
      expect(said).toContain(`ok       ${about}: `);
    expect(said + asked.join()).not.toContain(PASSWORD);
  });

  test('with settings that are refused says which, and looks no further than it can', async () => {
    const { status, said } = await seen({ env: { MicrosoftAppId: appId, PORT: 'http' } });
    expect(status).toBe(1);
    expect(said).toMatch(/problem {2}settings: PORT: .*PORT=3978/);
    expect(said).toContain('ok       rulebooks: testby');
    expect(said).toContain('untried  the rest');
  });

  test('tells an expired password from a wrong one', async () => {
    const refused = (code: number) => ({
      status: 401,
      body: { error_codes: [code], error_description: 'a page of text' },
    });
    const expired = await seen({ login: refused(7_000_222) });
    expect(expired.said).toContain(
      'problem  credentials: the bot’s password has expired (AADSTS7000222)\n         → make a new',
    );
    expect((await seen({ login: refused(7_000_215) })).said).toContain('→ set MicrosoftAppPassword to the value');
    expect(expired.status).toBe(1);
  });

  test('asks where answers and cards are sent, and any answer is one', async () => {
    const { said, asked } = await seen({ env: { ...bot, SERVICE_HOSTS: 'smba.test,teams.test' } });
    expect(asked).toEqual(expect.arrayContaining(['https://smba.test/', 'https://teams.test/']));
    expect(said).toContain('ok       network: smba.test answers');
    expect(said).toContain('ok       network: teams.test answers');
  });

  test('without a network says what must be reached, and that of the clock nothing is known', async () => {
    const { status, said } = await seen({ cut: new Error(`no way out with ${PASSWORD}`) });
    expect(status).toBe(1);
    for (const host of ['login.botframework.com', 'login.microsoftonline.com', 'smba.trafficmanager.net'])
      expect(said).toContain(`→ let this machine reach ${host}:443`);
    expect(said).toContain('untried  clock');
    expect(said).not.toContain(PASSWORD);
  });

  test.each([
    [20_000, 'ok       clock: 20 s'],
    [-60_000, 'warning  clock: 60 s ahead of'],
    [600_000, 'problem  clock: 600 s behind'],
  ])('compares the clock with one that is %d ms ahead', async (clocks, line) => {
    expect((await seen({ clocks })).said).toContain(line);
  });

  test('says which plan is past its period', async () => {
    const { status, said } = await seen({ now: Date.parse('2099-01-01T12:00:00Z') });
    expect(said).toMatch(/warning {2}rulebooks: testby: the plan ended [\d-]+, .*\n.*extendedUntil/);
    expect(status).toBe(0);
  });

  test('names the mistake in a rulebook', async () => {
    writeFileSync(
      join(folder, 'rulebooks', 'testby', '2026-01-01.yaml'),
      plan.replace('municipality:', 'muncipality:'),
    );
    const { status, said } = await seen();
    expect(said).toMatch(/problem {2}rulebooks: .*2026-01-01\.yaml/);
    expect(status).toBe(1);
  });

  test('finds a damaged store, and leaves it as it is', async () => {
    truncateSync(storePath(), 10_000);
    const { status, said } = await seen();
    expect(said).toMatch(/problem {2}store: .*damaged/);
    expect(status).toBe(1);
  });

  test('finds a store that others on the machine may read', async () => {
    chmodSync(storePath(), 0o644);
    expect((await seen()).said).toContain(`may read the store\n         → chmod 600 ${storePath()}`);
  });

  test('finds a backup that others on the machine may read', async () => {
    const backup = join(folder, 'backup.db');
    await backUpFile(storePath(), backup, '2026-05-04T02:00:00.000Z');
    expect((await seen()).said).not.toContain('may read');
    chmodSync(backup, 0o640);
    expect((await seen()).said).toContain(`may read the last backup\n         → chmod 600 ${backup}`);
  });

  test('finds a store without its receipt key', async () => {
    const { RECEIPT_KEY: _key, ...env } = bot;
    expect((await seen({ env })).said).toMatch(/problem {2}settings: .*no receipt key at .*\n.*put back the file/);
  });

  test('finds an app package that names another bot', async () => {
    await packageFor(tenantId);
    const { status, said } = await seen();
    expect(said).toContain(`names the bot ${tenantId}, and MicrosoftAppId is ${appId}`);
    expect(status).toBe(1);
  });

  test('shows what stands in a hostile file so that it neither moves the cursor nor passes for a finding', async () => {
    const hostile = 'x\u001b[2J\nok       store: all is well';
    await packageFor(hostile);
    const store = createSqliteStore(storePath());
    await store.create('catalogue', { id: 'a', municipality: 'testby', name: 'A', kind: 'guidance', tiers: {} });
    await store.close();
    const db = new DatabaseSync(storePath());
    db.prepare("UPDATE item SET id = ?, body = 'no json' WHERE kind = 'catalogue'").run(hostile);
    db.close();
    const { said } = await seen();
    expect(said).toContain('names the bot x\u{fffd}[2j\n');
    expect(said).toContain('x\u{fffd}[2J\n');
    expect(said).toContain('is no JSON');
    expect(said).not.toContain('\u001b');
    expect(said).not.toMatch(/^ok +store: all is well/m);
  });

  test('finds a file that is no app package', async () => {
    writeFileSync(join(folder, 'other.zip'), 'no zip');
    expect((await seen({ args: ['--package', join(folder, 'other.zip')] })).said).toContain('it is no zip archive');
  });

  test('before the first start says that there is no store yet', async () => {
    rmSync(storePath());
    expect((await seen({ env: { HOST: '127.0.0.1' } })).said).toContain('untried  store: none is at');
  });

  test('finds a restore that was stopped half way, after which nothing starts', async () => {
    renameSync(storePath(), `${storePath()}.restoring`);
    const { status, said } = await seen();
    expect(said).toMatch(/problem {2}store: .* half way.*\n +→ makker store restore BACKUP$/m);
    expect(status).toBe(1);
  });

  test('says how it is called', async () => {
    expect(await seen({ args: ['--fix'] })).toMatchObject({
      status: 2,
      said: expect.stringContaining('usage: makker doctor'),
    });
  });
});
