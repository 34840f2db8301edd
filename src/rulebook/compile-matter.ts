import type { Source } from '../contract/decision.ts';
import type { Matter } from '../contract/case.ts';
import type { Duration } from './calendar.ts';
import type { Bilingual } from './judgement.ts';
import { durationShape, parseDuration, parseHours, type Hours } from './language/duration.ts';
import { shown, type Path } from './language/problems.ts';
import { parameterIn, type Scope } from './language/scope.ts';
import type { MatterSource } from './schema.ts';

/** The clock of a kind of matter: how long after its receipt it is due. */
export interface MatterClock {
  rule: string;
  source: Source;
  kind: Matter['kind'];
  name: Bilingual;
  within: Duration | Hours;
  workingDays: boolean;
}

/** Compiles a matter's clock; undefined where its length is a mistake. Days are counted by the calendar, hours by the clock. */
export const compileMatter = (
  scope: Scope,
  rule: string,
  { kind, name, within, workingDays = false }: MatterSource,
  source: Source,
  at: Path,
): MatterClock | undefined => {
  const here = [...at, 'within'];
  const length = within.startsWith('$')
    ? parameterIn(scope, within.slice(1))
    : (parseDuration(within) ?? parseHours(within));
  if (typeof length !== 'object' || !('n' in length)) {
    scope.problems.add(
      here,
      `${shown(within)} is no length of time; allowed: "N hours", ${durationShape} or $parameter`,
    );
    return undefined;
  }
  if (workingDays && length.unit !== 'hours') {
    scope.problems.add(here, 'working days are counted by the hour here; allowed: "N hours"');
    return undefined;
  }
  return { rule, source, kind, name, within: length, workingDays };
};
