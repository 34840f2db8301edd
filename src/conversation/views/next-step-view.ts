import type { CardAction, DecisionView, Line } from '../../cards/views.ts';
import { type DecisionFacts, decisionView } from './decision-view.ts';
import { placeIn } from './decision-lines.ts';
import type { Wording } from './wording.ts';

/** What the card of a next step is composed from, besides what every decision's card is. */
export interface NextStepFacts extends DecisionFacts {
  /** The offers that run today, each in one line. */
  running: string[];
  actions: CardAction[];
}

const stepLines = ({ decision, rules }: NextStepFacts, wording: Wording): Line[] =>
  decision.alternatives.map(({ rule, text }, index) => {
    const place = rule === undefined ? {} : { place: placeIn(rule, rules, wording) };
    return { symbol: String(index + 1), text, ...place };
  });

const runningLines = (running: string[], { say }: Wording): Line[] =>
  running.length === 0
    ? [{ symbol: '○', text: say('decision.nothing-running') }]
    : running.map((text) => ({ symbol: '▶', text }));

/** The card of a next step: the plan's order first, then what is due, what runs, and the plan's advice. */
export const nextStepView = (facts: NextStepFacts, wording: Wording): DecisionView => {
  const view = decisionView(facts, wording);
  return {
    ...view,
    steps: stepLines(facts, wording),
    ways: [],
    running: runningLines(facts.running, wording),
    actions: [...view.actions, ...facts.actions],
  };
};
