import type { Facts } from '../../cases/record-facts.ts';
import { inputPath } from '../../contract/input-id.ts';
import { allowedValues, factLabel } from './card-input.ts';
import type { Wording } from '../views/wording.ts';
import { coerceFact } from './coerce-fact.ts';
import { factInput } from './fact-inputs.ts';

/** The facts that were filled in on a card; `wrong` says in words what the first impossible one may be. */
export const givenFacts = (inputs: Record<string, unknown>, wording: Wording): { facts: Facts } | { wrong: string } => {
  const { say, today } = wording;
  const facts: Facts = {};
  for (const [id, raw] of Object.entries(inputs)) {
    const path = inputPath(id);
    const input = path === undefined ? undefined : factInput(path);
    if (path === undefined || input === undefined) return { wrong: say('talk.wrong-fact-unknown') };
    const coerced = coerceFact(input.fact, raw, today);
    if (coerced === 'wrong') {
      const fact = factLabel(path, input, say);
      return { wrong: say('talk.wrong-fact', { fact, allowed: allowedValues(input.fact, wording) }) };
    }
    if (coerced !== 'empty') facts[path] = coerced.value;
  }
  return { facts };
};
