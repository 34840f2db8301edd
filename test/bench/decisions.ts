import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readShelf } from '../../src/rulebook-files.ts';
import { decide } from '../../src/rulebook/decide.ts';
import type { Inquiry } from '../../src/rulebook/judgement.ts';
import type { Rulebook } from '../../src/rulebook/compile.ts';
import { readScenarios } from '../../src/rulebook/check/scenario.ts';
import { generatedCases } from './generated-cases.ts';
import { factsOf } from './json-rules/facts.ts';
import { answerBy, engineFor } from './json-rules/engine.ts';
import { median, medianMicros } from './measure.ts';

const root = join(import.meta.dirname, '../..');
const shelf = readShelf(join(root, 'rulebooks'));

const rulebookFor = ({ case: subject, today }: Inquiry): Rulebook => {
  const found = shelf.on(subject?.municipality ?? '', today);
  if (!('rulebook' in found)) throw new Error(`no rulebook is in force on ${today}`);
  return found.rulebook;
};

export interface DecisionTimes {
  /** Microseconds at the median, by scenario. */
  scenarios: Map<string, number>;
  overall: number;
}

/** How long a decision with its whole trace takes, for each of Rebild's scenarios. */
export const timeDecisions = async (): Promise<DecisionTimes> => {
  const text = readFileSync(join(root, 'test/scenarios/rebild-decisions.jsonl'), 'utf8');
  const works: Record<string, () => unknown> = {};
  for (const { id, today, input } of readScenarios(text)) {
    if (input.case === undefined) continue;
    const { case: subject, question, catalogue = [] } = input;
    const inquiry: Inquiry = { today, case: subject, question, catalogue };
    const rulebook = rulebookFor(inquiry);
    works[`${id} ${question.kind}`] = () => decide(rulebook, inquiry);
  }
  const scenarios = await medianMicros(works, 3, 60);
  return { scenarios, overall: median([...scenarios.values()]) };
};

export interface Comparison {
  cases: number;
  outcomes: Record<string, number>;
  /** Microseconds a decision. */
  ours: number;
  theirs: number;
}

/** Answers the same complete cases with json-rules-engine and with ours: first the same answers, then the times. */
export const compareEngines = async (): Promise<Comparison> => {
  const outcomes: Record<string, number> = {};
  const rows = await Promise.all(
    generatedCases(2000).map(async (inquiry, index) => {
      const row = { inquiry, rulebook: rulebookFor(inquiry), engine: engineFor(inquiry), facts: factsOf(inquiry) };
      const { outcome, findings } = decide(row.rulebook, inquiry);
      const forbidding = findings.filter(({ effect }) => effect === 'forbids').map(({ rule }) => rule);
      const ours = JSON.stringify({ outcome, forbidding: forbidding.toSorted() });
      const theirs = JSON.stringify(await answerBy(row.engine, row.facts));
      if (ours !== theirs) throw new Error(`case ${index}: ours ${ours}, json-rules-engine ${theirs}`);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      return row;
    }),
  );
  let nth = 0;
  const next = () => {
    const row = rows[(nth += 1) % rows.length];
    if (row === undefined) throw new Error('there are cases');
    return row;
  };
  const times = await medianMicros(
    {
      ours: () => {
        const { rulebook, inquiry } = next();
        return decide(rulebook, inquiry);
      },
      theirs: async () => {
        const { engine, facts } = next();
        return await answerBy(engine, facts);
      },
    },
    5,
    300,
  );
  return { cases: rows.length, outcomes, ours: times.get('ours') ?? NaN, theirs: times.get('theirs') ?? NaN };
};
