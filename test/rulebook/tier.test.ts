import { describe, expect, test } from '@jest/globals';
import { readShelf } from '../../src/rulebook-files.ts';
import { tierOf, type TierInquiry } from '../../src/rulebook/tier.ts';
import type { Benefit, Tier } from '../../src/contract/vocabulary.ts';

const shelf = readShelf(new URL('../../rulebooks', import.meta.url).pathname);
const colourOf = (inquiry: Partial<TierInquiry> & { tiers?: Partial<Record<Benefit | '*', Tier>> }) => {
  const found = shelf.on('rebild', '2023-05-01');
  if (!('rulebook' in found)) throw new Error('Rebild has a rulebook in 2023');
  const { tiers, ...asked } = inquiry;
  const kind = asked.kind ?? 'guidance';
  return tierOf(found.rulebook, {
    kind,
    benefit: 'kontanthjaelp',
    today: '2023-05-01',
    catalogue: tiers === undefined ? [] : [{ id: 'kurset', name: 'Kurset', kind, tiers }],
    catalogueItem: 'kurset',
    ...asked,
  });
};

describe('which colour has an offer', () => {
  test('the catalogue says, and the rule of that colour is named', () => {
    expect(colourOf({ tiers: { '*': 'red' } })).toEqual({ tier: 'red', rules: ['REB-37'] });
    expect(colourOf({ tiers: { '*': 'yellow' } })).toEqual({ tier: 'yellow', rules: ['REB-38'] });
    expect(colourOf({ tiers: { '*': 'green' }, pricePerWeek: 2200 })).toEqual({ tier: 'green', rules: ['REB-39'] });
  });

  test('of the colour for the group and the colour for all, the strictest', () => {
    expect(colourOf({ tiers: { '*': 'green', kontanthjaelp: 'red' } }).tier).toBe('red');
    expect(colourOf({ tiers: { '*': 'yellow', kontanthjaelp: 'green' } }).tier).toBe('yellow');
    expect(colourOf({ tiers: { '*': 'yellow', sygedagpenge: 'red' } }).tier).toBe('yellow');
  });

  test('a listed green offer whose price is not known depends on it', () => {
    expect(colourOf({ tiers: { '*': 'green' } })).toEqual({ rules: [], dependsOnPrice: { limit: 2200 } });
  });

  test('above the price limit it is yellow, and the rule that made it so is named', () => {
    expect(colourOf({ tiers: { '*': 'green' }, pricePerWeek: 2201 })).toEqual({
      tier: 'yellow',
      rules: ['REB-38', 'REB-42'],
    });
  });

  test('mentors and digital job search have a colour of their own', () => {
    expect(colourOf({ kind: 'external-mentor' })).toEqual({ tier: 'yellow', rules: ['REB-38', 'REB-41'] });
    expect(colourOf({ kind: 'internal-mentor' })).toEqual({ tier: 'green', rules: ['REB-39', 'REB-43'] });
    expect(colourOf({ kind: 'digital-job-search' })).toEqual({ tier: 'green', rules: ['REB-39', 'REB-44'] });
  });

  test('an offer nobody has listed has none', () => {
    expect(colourOf({})).toEqual({ rules: ['REB-36'] });
  });

  test('an internship has none, and no rule speaks of its colour', () => {
    expect(colourOf({ kind: 'internship' })).toEqual({ rules: [] });
    expect(colourOf({ kind: 'internship', pricePerWeek: 9000 })).toEqual({ rules: [] });
  });
});
