import { compileRulebook, type Rulebook } from '../compile.ts';
import { parameterDates } from '../parameters.ts';
import { RulebookError } from '../read.ts';
import type { CommonSource, RulebookSource } from '../schema.ts';

/** The rulebooks that a version's data come to, by the civil date from which each holds; undefined where they are refused. */
export type Stretches = [from: string, rulebook: Rulebook][];

/** Compiles the data of a rulebook that stands in no file: one that has been changed to see who notices. */
export const compileData = (data: RulebookSource, common: CommonSource): Stretches | undefined => {
  const refuse = (problems: readonly unknown[]) => {
    if (problems.length > 0) throw new RulebookError('changed', []);
  };
  try {
    return parameterDates(data).map((from) => [from, compileRulebook({ data, refuse }, common, '', from)]);
  } catch (error) {
    if (error instanceof RulebookError) return undefined;
    throw error;
  }
};

/** The rulebook in force on a civil date. */
export const rulebookOn = (stretches: Stretches, today: string): Rulebook | undefined =>
  stretches.findLast(([from]) => from <= today)?.[1];
