import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { containersForBicep } from '../../infra/containers.ts';
import { readConfig, SETTINGS } from '../../src/config.ts';
import { OWN_SERVER } from '../support/own-server.ts';
import { readBicep } from './read-bicep.ts';

const project = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const main = read('infra/main.bicep');

const { scripts, devDependencies } = z
  .object({ scripts: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

/** Which settings the deployment leaves alone, and why. */
const LEFT_OUT: Record<string, string> = {
  HOST: 'with bot credentials it listens on every interface of the container',
  STORE_PATH: 'of the embedded store',
  COSMOS_KEY: 'the account takes no keys; the identity is asked',
  IDENTITY_ENDPOINT: 'set by Azure',
  IDENTITY_HEADER: 'set by Azure',
  BotOpenIdMetadata: 'the public cloud’s',
  SERVICE_HOSTS: 'the public cloud’s',
};

describe('the Bicep files', () => {
  const files = readdirSync(join(project, 'infra')).filter((file) => file.endsWith('.bicep'));

  test.each(files)('%s closes every bracket and uses what it declares, and nothing else', (file) => {
    const { declared, used } = readBicep(read(`infra/${file}`));
    const outputs = [...read(`infra/${file}`).matchAll(/^output (\w+)/gm)].map(([, name]) => name);
    expect([...used].filter((name) => !declared.has(name))).toEqual([]);
    // A resource may be wanted for its own sake; a parameter or a variable is not.
    const idle = [...read(`infra/${file}`).matchAll(/^(?:param|var) (\w+)/gm)].flatMap(([, name]) => name ?? []);
    expect(idle.filter((name) => !used.has(name) && !outputs.includes(name))).toEqual([]);
  });

  test.each(files)('%s describes every parameter and holds no secret', (file) => {
    const text = read(`infra/${file}`);
    for (const [before] of text.matchAll(/(?:^@.*\n)*^param \w+/gm)) expect(before).toMatch(/@description\('.{10,}'\)/);
    expect(text).not.toMatch(/password\w*\s*[:=]\s*'(?!\$)/i);
    expect(text).not.toContain('@secure');
  });
});

describe('the settings that the deployment gives', () => {
  const { env } = readBicep(main);
  const names = env.map(({ name }) => name);

  test('are settings of Makker, and all but those left out on purpose', () => {
    expect([...names, ...Object.keys(LEFT_OUT)].toSorted()).toEqual(SETTINGS.toSorted());
  });

  test('are accepted, and lead to the identity’s database', () => {
    const samples: Record<string, string> = {
      COSMOS_ENDPOINT: 'https://account.test:443/',
      PORT: '3978',
      COSMOS_DATABASE: 'makker',
      AZURE_CLIENT_ID: 'c0000000-0000-4000-8000-00000000000c',
      MicrosoftAppId: 'a0000000-0000-4000-8000-00000000000a',
      MicrosoftAppTenantId: 'b0000000-0000-4000-8000-00000000000b',
      MicrosoftAppPassword: 'invented',
      RECEIPT_KEY: 'k'.repeat(32),
      METRICS_TOKEN: 'k'.repeat(32),
      IDENTITY_ENDPOINT: 'http://localhost:42356/msi/token',
      IDENTITY_HEADER: 'invented',
    };
    const literal = env.flatMap(({ name, given }) => {
      const text = /^'(.*)'$/.exec(given)?.[1];
      return text === undefined || name in samples ? [] : [[name, text] as const];
    });
    const result = readConfig({ ...samples, ...Object.fromEntries(literal) });
    expect(result).toMatchObject({
      config: {
        production: true,
        host: '0.0.0.0',
        store: { kind: 'cosmos', identity: { clientId: samples['AZURE_CLIENT_ID'] } },
      },
    });
  });

  test('come from the vault where they are secret', () => {
    const secret = env.filter(({ name }) => /KEY|TOKEN|Password/.test(name)).map(({ given }) => given);
    expect(secret).toEqual(["'bot-password'", "'receipt-key'", "'metrics-token'"]);
    for (const given of secret) expect(main).toMatch(new RegExp(`secretNames = .*${given}`));
  });
});

test('the containers are made as the store needs them; `npm run infra` writes them anew', () => {
  expect(JSON.parse(read('infra/containers.json'))).toEqual(containersForBicep());
});

describe('the image', () => {
  const file = read('infra/Containerfile');

  test('has the version of Node.js that everything is tested with', () => {
    expect(file).toContain(`FROM node:${devDependencies['node']}-`);
  });

  test('runs what `npm run serve` runs, as nobody special', () => {
    const command: unknown = JSON.parse(/^CMD (.*)$/m.exec(file)?.[1] ?? '');
    expect(command).toEqual(scripts['serve']?.split(' '));
    expect(file).toMatch(/^USER node$/m);
  });

  test('is given the settings’ port and the probes that there are', () => {
    const port = /^var port = (\d+)$/m.exec(main)?.[1];
    expect(file).toContain(`EXPOSE ${port}`);
    const paths = [...main.matchAll(/path: '(\/\w+)'/g)].map(([, path]) => path);
    expect(paths).toEqual(['/readyz', '/healthz', '/healthz']);
    // Container Apps take no more than ten.
    for (const [, times] of main.matchAll(/failureThreshold: (\d+)/g)) expect(Number(times)).toBeLessThanOrEqual(10);
  });
});

describe('the server of one’s own', () => {
  const own = (file: string): string => read(`infra/own-server/${file}`);

  test('is given settings that there are, and that lead to its own file', () => {
    const given = Object.fromEntries(
      [...own('makker.env').matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value]) => [name, value]),
    );
    expect(Object.keys(given).filter((name) => !SETTINGS.includes(name))).toEqual([]);
    const [MicrosoftAppId, MicrosoftAppTenantId] = ['a', 'b'].map(
      (one) => `${one.repeat(8)}-0000-4000-8000-000000000000`,
    );
    const result = readConfig({ ...given, MicrosoftAppId, MicrosoftAppTenantId, RECEIPT_KEY: 'k'.repeat(32) });
    expect(result).toMatchObject({
      config: { production: true, host: '127.0.0.1', store: { path: '/var/lib/makker/makker.db' } },
    });
  });

  test('lets the paths of Teams through and nothing else, in whatever order Caddy sorts its directives', () => {
    const site = own('Caddyfile');
    const directives = [...site.matchAll(/^\t([^\s#}].*)$/gm)].map(([, directive]) => directive);
    expect(directives).toEqual(['@teams path /api/messages /healthz', 'handle @teams {', 'handle {']);
    const port = /^PORT=(\d+)$/m.exec(own('makker.env'))?.[1];
    expect(site).toMatch(new RegExp(`handle @teams {\\s+reverse_proxy 127\\.0\\.0\\.1:${port}\\s+}`));
    expect(site).toMatch(/handle {\s+respond 404\s+}/);
  });

  test('writes the file anew every week, before the backup of that night', () => {
    const at = (timer: string): string => /^OnCalendar=.* ([\d:]+)$/m.exec(own(timer))?.[1] ?? '';
    expect(own('makker-purge.timer')).toMatch(/^OnCalendar=Sun /m);
    expect(at('makker-purge.timer') < at('makker-backup.timer')).toBe(true);
  });

  test('gets and starts each of the units that there are', () => {
    const page = read('docs/own-server.md');
    const [, installed = ''] = /^install -m 644 (.*) \/etc\/systemd\/system\/$/m.exec(page) ?? [];
    const [, started = ''] = /^systemctl enable --now (.*)$/m.exec(page) ?? [];
    const patterns = installed.split(' ').map((each) => each.replace('infra/own-server/', '').replace(/\*$/, ''));
    const units = readdirSync(join(project, 'infra/own-server')).filter((file) => /\.(service|timer)$/.test(file));
    expect(units.filter((unit) => !patterns.some((pattern) => unit.startsWith(pattern)))).toEqual([]);
    const timers = units.filter((unit) => unit.endsWith('.timer'));
    expect(started.split(' ').toSorted()).toEqual(['makker', ...timers].toSorted());
  });

  test('runs what `npm run serve` and `npm run makker` run, on the tested Node.js', () => {
    const run = (script: string) => scripts[script]?.replace(/^node /, '') ?? '';
    expect(own('makker.service')).toContain(`/node ${run('serve')}\n`);
    const image = read('infra/Containerfile');
    for (const [, setting] of own('makker.service').matchAll(/^Environment=(.*)$/gm))
      expect(image).toContain(` ${setting}\n`);
    expect(own('makker-backup.service')).toContain(`/node ${run('makker')} store backup`);
    expect(own('makker-purge.service')).toContain(`/node ${run('makker')} purge\n`);
    for (const setting of Object.entries(OWN_SERVER)) expect(own('makker')).toContain(`export ${setting.join('=')}\n`);
    expect(own('makker')).toContain(run('makker').replace('src/', '/opt/makker/src/'));
    expect(read('docs/own-server.md')).toContain(`node@${devDependencies['node']}`);
  });
});
