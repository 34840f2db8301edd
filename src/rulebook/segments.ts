import type { Case } from '../contract/case.ts';
import type { Source } from '../contract/decision.ts';
import { dayOf } from './calendar.ts';
import type { Rulebook } from './compile.ts';
import type { Bilingual } from './judgement.ts';
import { World } from './world.ts';

/** A group a citizen belongs to on a day, and the rule that says so. */
export interface SegmentOf {
  rule: string;
  name: Bilingual;
  source: Source;
}

/** The plan's groups that a case belongs to on a civil date; none where the plan has no groups. */
export const segmentsOf = (rulebook: Rulebook, record: Case, today: string): SegmentOf[] => {
  const world = new World(dayOf(today), record, { kind: 'deadlines' }, []);
  return rulebook.segments
    .filter(({ when }) => when(world) === true)
    .map(({ rule, name, source }) => ({ rule, name, source }));
};
