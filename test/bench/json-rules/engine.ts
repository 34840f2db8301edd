import { Engine } from 'json-rules-engine';
import type { Outcome } from '../../../src/contract/decision.ts';
import type { CompleteInquiry } from '../generated-cases.ts';
import type { Facts } from './facts.ts';
import { rulesFor } from './rules.ts';

export interface Answer {
  outcome: Outcome;
  forbidding: string[];
}

const engines = new Map<string, Engine>();

/** The engine for a question about a kind of offer, made once. */
export const engineFor = ({ case: subject, question }: CompleteInquiry): Engine => {
  const kind =
    question.kind === 'start-offer'
      ? question.offer.kind
      : (subject.offers?.find(({ id }) => id === question.offerId)?.kind ?? '');
  const key = `${question.kind} ${kind}`;
  const engine = engines.get(key) ?? new Engine(rulesFor(question.kind, kind));
  engines.set(key, engine);
  return engine;
};

/** The outcome and the forbidding rules, as json-rules-engine finds them. */
export const answerBy = async (engine: Engine, facts: Facts): Promise<Answer> => {
  const { events } = await engine.run(facts);
  const effects = new Set(events.map(({ type }) => type));
  const forbidding = events.flatMap(({ type, params }) => (type === 'forbids' ? [String(params?.['rule'])] : []));
  const outcome = effects.has('forbids')
    ? 'denied'
    : effects.has('requires')
      ? 'not-yet'
      : effects.has('approval')
        ? 'needs-approval'
        : 'allowed';
  return { outcome, forbidding: forbidding.toSorted() };
};
