import { expect, test } from '@jest/globals';
import type { Demo } from './demo-document.ts';
import { shownDemo } from './shown-demo.ts';

const demo = (municipality: string, shownFirst = false): Demo => ({
  municipality,
  tenantId: `tenant-of-${municipality}`,
  shownFirst,
  viewers: { caseworker: 'ane', lead: 'bo' },
  ask: [],
  people: [],
  teams: [],
  catalogue: [],
  cases: [],
  matters: [],
});
const anderby = demo('anderby');
const testby = demo('testby', true);

test('the municipality that is asked for is shown', () => {
  expect(shownDemo([anderby, testby], 'anderby')).toEqual({ demo: anderby });
});

test('when none is asked for, the one that wants to be first is, and else the first there is', () => {
  expect(shownDemo([anderby, testby])).toEqual({ demo: testby });
  expect(shownDemo([anderby, demo('tredjeby')])).toEqual({ demo: anderby });
  expect(shownDemo([])).toEqual({ demo: undefined });
});

test('one that has no demo is refused, and those that have are named', () => {
  expect(shownDemo([anderby, testby], 'nowhere')).toEqual({ unknown: 'nowhere', known: ['anderby', 'testby'] });
});
