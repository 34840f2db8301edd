import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readDemos } from './read-demos.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'makker-demos-')), 'rulebooks');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const source = (municipality: string, more = '') => `
municipality: ${municipality}
tenantId: tenant-of-${municipality}
${more}
viewers: { caseworker: ane, lead: ane }
ask: [{ say: 'Hvad nu {today + 1 day}?', shows: a list }]
people: [{ id: ane, name: Ane Holt, roles: [{ role: caseworker, team: nord }] }]
teams: [{ id: nord, name: Nord, leads: [] }]
catalogue: []
cases: []
`;
const put = (municipality: string, text = source(municipality)): void => {
  mkdirSync(join(folder, municipality), { recursive: true });
  writeFileSync(join(folder, municipality, 'demo.yaml'), text);
};
const read = () => readDemos(folder, '2026-03-31');

describe('the demos of a folder of rulebooks', () => {
  test('are read in the order of their names; a municipality without one has none', () => {
    put('testby');
    put('anderby', source('anderby', 'shown: first'));
    mkdirSync(join(folder, 'tredjeby'));
    writeFileSync(join(folder, 'common.yaml'), '');
    expect(read().map(({ municipality, shownFirst }) => ({ municipality, shownFirst }))).toEqual([
      { municipality: 'anderby', shownFirst: true },
      { municipality: 'testby', shownFirst: false },
    ]);
    expect(read()[0]?.ask[0]?.say).toBe('Hvad nu 1. april 2026?');
  });

  test('are refused, naming the file and the path in it, when one is not as it should be', () => {
    put('anderby');
    put('testby', source('testby').replace('name: Ane Holt, ', ''));
    expect(read).toThrow(/rulebooks\/testby\/demo\.yaml cannot be used: .*\n.*\[0\]\.name/);
    put('testby', 'municipality: [');
    expect(read).toThrow(/rulebooks\/testby\/demo\.yaml cannot be used: .*\(2:1\)/s);
  });

  test('may not both want to be shown first', () => {
    put('anderby', source('anderby', 'shown: first'));
    put('testby', source('testby', 'shown: first'));
    expect(read).toThrow('testby/demo.yaml cannot be used: it says shown: first, and so does anderby; only one may');
    put('testby', source('testby', 'shown: second'));
    expect(read).toThrow(/"first"\n.*shown/);
  });

  test('may not share a tenant, or one would open the data of the other to its people', () => {
    put('anderby');
    put('testby', source('testby').replace('tenant-of-testby', 'tenant-of-anderby'));
    expect(read).toThrow('testby/demo.yaml cannot be used: its tenantId is that of anderby');
  });

  test('belong to the municipality of their folder', () => {
    put('testby', source('anderby'));
    expect(read).toThrow('testby/demo.yaml cannot be used: it says municipality: anderby, but it lies in testby');
  });
});
