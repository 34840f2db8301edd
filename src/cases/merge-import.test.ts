import { describe, expect, test } from '@jest/globals';
import { changedPaths } from './changed-paths.ts';
import type { Draft } from './drafts.ts';
import { mergeImport } from './merge-import.ts';

const before: Draft = {
  id: 'C-1',
  citizen: { name: 'Mette Opdigtet', attendableHours: 20 },
  offers: [{ id: 'o1', ends: '2026-04-30', followUps: [{ on: '2026-03-01' }] }],
  events: [{ type: 'interview', on: '2026-01-12' }],
};

describe('A file merged into a case', () => {
  test('changes what it names, and leaves what it does not', () => {
    const { record, changed } = mergeImport(before, { citizen: { attendableHours: 25 }, team: 'syd' });
    expect(record).toEqual({ ...before, citizen: { name: 'Mette Opdigtet', attendableHours: 25 }, team: 'syd' });
    expect(changed).toEqual(['citizen.attendableHours', 'team']);
  });

  test('takes away what it has a place for and says nothing of', () => {
    const { record } = mergeImport(before, { citizen: { attendableHours: null } });
    expect(record).toEqual({ ...before, citizen: { name: 'Mette Opdigtet', attendableHours: undefined } });
  });

  test('adds to lists by the keys of their entries, and never takes an entry away', () => {
    const { record, changed } = mergeImport(before, {
      offers: [
        { id: 'o1', ends: '2026-05-31' },
        { id: 'o2', ends: '2026-06-30' },
      ],
      events: [],
    });
    expect(record['offers']).toEqual([
      { id: 'o1', ends: '2026-05-31', followUps: [{ on: '2026-03-01' }] },
      { id: 'o2', ends: '2026-06-30' },
    ]);
    expect(record['events']).toBe(before['events']);
    expect(changed).toEqual(['offers[o1].ends', 'offers[o2]']);
  });

  test('changes nothing the second time', () => {
    const file: Draft = { citizen: { attendableHours: 25 }, events: [{ type: 'contact', on: '2026-02-02' }] };
    const once = mergeImport(before, file).record;
    expect(mergeImport(once, file)).toEqual({ record: once, changed: [], kept: [], agreed: [], differing: [] });
  });
});

describe('What was recorded in Makker', () => {
  /** As a caseworker leaves the case: fewer hours, a longer offer, a follow-up, and an interview that was not held. */
  const recorded: Draft = {
    id: 'C-1',
    citizen: { name: 'Mette Opdigtet', attendableHours: 12 },
    offers: [{ id: 'o1', ends: '2026-06-30', followUps: [{ on: '2026-03-01' }, { on: '2026-04-01', progress: true }] }],
  };
  const paths = changedPaths(before, recorded);

  test('is known by where the record differs', () => {
    expect(paths.toSorted()).toEqual([
      'citizen.attendableHours',
      'events[interview~2026-01-12]',
      'offers[o1].ends',
      'offers[o1].followUps[2026-04-01]',
    ]);
  });

  test('stays, whatever the next file says', () => {
    const merged = mergeImport(recorded, before, paths);
    expect(merged.record).toBe(recorded);
    expect(merged.kept.toSorted()).toEqual([
      'citizen.attendableHours',
      'events[interview~2026-01-12]',
      'offers[o1].ends',
    ]);
  });

  test('stays in an entry that was added in Makker, but a file may tell more of it', () => {
    const file = { offers: [{ id: 'o1', followUps: [{ on: '2026-04-01', progress: false, asAgreed: true }] }] };
    const [offer] = [mergeImport(recorded, file, paths).record['offers']].flat();
    expect(offer).toMatchObject({ followUps: [{}, { on: '2026-04-01', progress: true, asAgreed: true }] });
  });

  test('is followed by the file again once that says the same', () => {
    const agreeing = mergeImport(recorded, { citizen: { attendableHours: 12 } }, paths);
    expect(agreeing.agreed).toEqual(['citizen.attendableHours']);
    const left = paths.filter((path) => !agreeing.agreed.includes(path));
    expect(mergeImport(recorded, { citizen: { attendableHours: 15 } }, left).changed).toEqual([
      'citizen.attendableHours',
    ]);
  });

  test('as an entry is followed by the file again once that has it, but for what the file says otherwise or does not say', () => {
    const offer = { id: 'o2', ends: '2026-06-30', pricePerWeek: 2000, signOffs: [{ rule: 'R', by: 'lone' }] };
    const added = { ...before, offers: [offer] };
    const file = (ends: string, pricePerWeek: number) => ({ offers: [{ id: 'o2', ends, pricePerWeek }] });
    const first = mergeImport(added, file('2026-06-30', 1900), ['offers[o2]']);
    expect(first).toMatchObject({ record: added, kept: ['offers[o2].pricePerWeek'], agreed: ['offers[o2]'] });
    expect(first.differing.toSorted()).toEqual(['offers[o2].pricePerWeek', 'offers[o2].signOffs[R~lone]']);
    const later = mergeImport(added, file('2026-07-31', 1800), first.differing);
    expect(later).toMatchObject({ changed: ['offers[o2].ends'], kept: ['offers[o2].pricePerWeek'] });
  });
});
