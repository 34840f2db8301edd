import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppManifestUtils, TeamsManifestConverter } from '@microsoft/app-manifest';
import { z } from 'zod';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { completeManifest } from '../../manifest/complete-manifest.ts';
import type { Language } from '../../src/contract/language.ts';
import { understand } from '../../src/conversation/understanding/understand.ts';
import { SEARCH_COMMAND, SEARCH_PARAMETER } from '../../src/teams/search-query.ts';

const root = join(import.meta.dirname, '../..');
const read = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(root, 'manifest', name), 'utf8'));

/** Width, height and colour type (6: with transparency) as a PNG's header has them. */
const png = async (name: string) => {
  const bytes = await readFile(join(root, 'manifest/icons', name));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colourType: bytes.readUInt8(25) };
};

const settings = {
  TEAMS_APP_ID: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppId: '66666666-7777-4888-8999-aaaaaaaaaaaa',
  DEVELOPER_NAME: 'Testby Kommune',
  DEVELOPER_WEBSITE: 'https://testby.example.com',
  PRIVACY_URL: 'https://testby.example.com/privatliv',
  TERMS_URL: 'https://testby.example.com/vilkaar',
};

/** What the schema named in the document finds wrong. */
const failures = (document: unknown): Promise<string[]> =>
  AppManifestUtils.validateAgainstSchema(TeamsManifestConverter.jsonToManifest(JSON.stringify(document)));

const translatable = /^(name|description)\.|commands\[\d+\]\.(parameters\[\d+\]\.)?(title|description|prompt)$/;

/** A copy of a manifest in which `change` has had its way with every text that can be in another language. */
const changeTexts = (value: unknown, change: (path: string, text: string) => string, path = ''): unknown => {
  if (Array.isArray(value)) return value.map((entry, index) => changeTexts(entry, change, `${path}[${index}]`));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [
        key,
        changeTexts(entry, change, path === '' ? key : `${path}.${key}`),
      ]),
    );
  return typeof value === 'string' && translatable.test(path) ? change(path, value) : value;
};

const commandLists = z.object({
  bots: z.tuple([
    z.object({
      commandLists: z.array(
        z.object({ commands: z.array(z.object({ title: z.string(), prompt: z.string().optional() })) }),
      ),
    }),
  ]),
});

/** What each command of a manifest makes a person say, in its order. */
const commandsOf = (said: unknown): string[] =>
  commandLists
    .parse(said)
    .bots[0].commandLists.flatMap(({ commands }) => commands.map(({ title, prompt }) => prompt ?? title));

describe('the Teams manifest', () => {
  let manifest: Record<string, unknown>;
  beforeAll(async () => {
    manifest = await read('manifest.json');
  });

  test('is valid by the schema of version 1.29', async () => {
    expect(manifest['manifestVersion']).toBe('1.29');
    expect(await failures(manifest)).toEqual([]);
  });

  test('would not be valid with a mistake in it', async () => {
    expect(await failures({ ...manifest, accentColor: 'petrol' })).not.toEqual([]);
  });

  test('is in Danish first, for personal chats, teams and group chats', () => {
    expect(manifest['localizationInfo']).toMatchObject({ defaultLanguageTag: 'da' });
    expect(manifest['bots']).toMatchObject([{ scopes: ['personal', 'team', 'groupChat'] }]);
  });

  test('has an English text for every Danish one that can have one, and is as valid in English', async () => {
    const english = await read('en.json');
    const paths: string[] = [];
    const inEnglish = changeTexts(manifest, (path) => {
      paths.push(path);
      return String(english[path]);
    });
    const keys = Object.keys(english).filter((key) => key !== '$schema');
    expect(keys.toSorted()).toEqual(paths.toSorted());
    expect(await failures(inEnglish)).toEqual([]);
  });

  test('offers in each place what can be asked there, in words of that place', () => {
    expect(manifest['bots']).toMatchObject([
      { commandLists: [{ scopes: ['personal'] }, { scopes: ['team'] }, { scopes: ['groupChat'] }] },
    ]);
    // Where others read along nobody is invited to name a citizen.
    expect(JSON.stringify(manifest['bots'])).not.toMatch(/\[(navn|borger)/);
  });

  test.each<Language>(['da', 'en'])('everything its commands say is understood, in %s', async (language) => {
    const english = await read('en.json');
    const said = changeTexts(manifest, (path, text) => (language === 'en' ? String(english[path]) : text));
    const understood = commandsOf(said).map((text) => {
      const sentence = text.replace(/\[(nummer|number)\]/, 'TES-2026-00001').replace(/\[(dato|date)\]/, '31/8');
      const { intent, needsClarification, entities } = understand(sentence, { today: '2026-06-01', language });
      return needsClarification || (sentence !== text && entities.caseId !== 'TES-2026-00001')
        ? `not understood: ${sentence}`
        : intent;
    });
    const here = ['deadlines', 'next-step', 'rule', 'tier'];
    expect(understood).toEqual([
      ...['extend-offer', 'start-offer', 'deadlines', 'next-step', 'request-status', 'pending-approvals', 'rule'],
      ...['help', ...here, 'targets', 'help', ...here, 'help'],
    ]);
  });

  test('has the search that the bot answers', () => {
    expect(manifest['composeExtensions']).toMatchObject([
      { commands: [{ id: SEARCH_COMMAND, type: 'query', parameters: [{ name: SEARCH_PARAMETER }] }] },
    ]);
  });

  test('has a colour icon of 192 and a transparent outline icon of 32 pixels', async () => {
    expect(await png('color.png')).toMatchObject({ width: 192, height: 192 });
    expect(await png('outline.png')).toEqual({ width: 32, height: 32, colourType: 6 });
  });
});

describe('npm run package', () => {
  test("puts the organisation's ids and addresses into a manifest that is still valid", async () => {
    const completed = completeManifest(await read('manifest.json'), settings);
    if ('problems' in completed) throw new Error(completed.problems.join('\n'));
    expect(completed.manifest).toMatchObject({
      id: settings.TEAMS_APP_ID,
      bots: [{ botId: settings.MicrosoftAppId }],
      composeExtensions: [{ botId: settings.MicrosoftAppId }],
      developer: { name: 'Testby Kommune', privacyUrl: settings.PRIVACY_URL },
    });
    expect(await failures(completed.manifest)).toEqual([]);
  });

  test('names every setting that is missing or wrong, and writes nothing', async () => {
    const { TEAMS_APP_ID: _, ...rest } = settings;
    expect(
      completeManifest(await read('manifest.json'), { ...rest, PRIVACY_URL: 'http://testby.example.com' }),
    ).toEqual({ problems: [expect.stringContaining('TEAMS_APP_ID'), expect.stringContaining('PRIVACY_URL')] });
  });

  test('makes a zip with the manifest, its English text and the icons at its top', async () => {
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['manifest/package.ts'], {
      cwd: root,
      env: { PATH: process.env['PATH'], ...settings },
    });
    expect(stdout).toContain('dist/makker.zip');
    const zip = (await readFile(join(root, 'dist/makker.zip'))).toString('latin1');
    for (const name of ['manifest.json', 'en.json', 'color.png', 'outline.png']) expect(zip).toContain(name);
  });
});
