import { describe, expect, test } from '@jest/globals';
import { compareCase } from '../../src/impact/compare-case.ts';
import { questionsOf } from '../../src/impact/questions-of.ts';
import { versionsOf } from '../../src/impact/rules-behind.ts';
import { compileSide } from '../../src/impact/side.ts';
import { readShelf } from '../../src/rulebook-files.ts';
import { GENERATED_CATALOGUE, generatedRecords } from '../support/generated-records.ts';

const shelf = readShelf(new URL('../../rulebooks', import.meta.url).pathname);

describe('every plan there is', () => {
  test.each(shelf.texts())(
    '$municipality $version: against itself nothing changes; without its clocks something does',
    (plan) => {
      const { municipality, version: today, text } = plan;
      const file = { path: `${municipality}.yaml`, text };
      const side = compileSide({ file, common: { path: 'common.yaml', text: plan.common } }, today);
      const records = [...generatedRecords({ municipality, today, count: 300 })];
      const asked = new Set(
        records.flatMap((record) => questionsOf(record, today).map(({ question }) => question.kind)),
      );
      expect(asked.size).toBe(5);
      const changes = (to: typeof side) => {
        const versions = versionsOf(side, to);
        return records.flatMap((record) => compareCase(versions, record, GENERATED_CATALOGUE, today));
      };
      expect(changes(side)).toEqual([]);
      const without = { ...side, rulebook: { ...side.rulebook, deadlines: [] } };
      expect(changes(without).length).toBeGreaterThan(0);
    },
  );
});
