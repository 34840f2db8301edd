import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { canOpenBrowser, startPlayground } from './playground.ts';

describe('a browser is opened', () => {
  test('on a desktop, but not on a Linux machine without a display or without a program for it', () => {
    expect(canOpenBrowser('win32', {})).toBe(true);
    expect(canOpenBrowser('darwin', {})).toBe(true);
    expect(canOpenBrowser('linux', { PATH: '/usr/bin' })).toBe(false);
    expect(canOpenBrowser('linux', { DISPLAY: ':0', PATH: '/nowhere' })).toBe(false);
  });
});

describe('a Playground', () => {
  test('that does not like its configuration is reported with its own reason', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'makker-playground-'));
    const options = { directory, config: 'version: "0.1.1"\n', endpoint: 'http://127.0.0.1:9', port: 0 };
    await expect(startPlayground({ ...options, openBrowser: false })).rejects.toThrow('must have required property');
    await rm(directory, { recursive: true });
  });
});
