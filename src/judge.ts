import type { Judge, JudgeMatter } from './cases/judge.ts';
import { CodedError } from './errors.ts';
import type { Rulebook } from './rulebook/compile.ts';
import { decide } from './rulebook/decide.ts';
import type { Shelf } from './rulebook/shelf.ts';

/** The rulebook in force. Throws for a municipality that has none: then data and files do not fit. */
const rulebookOn = (shelf: Shelf, municipality: string, today: string): Rulebook | { notBefore: string } => {
  const found = shelf.on(municipality, today);
  if ('notBefore' in found) return found;
  if ('unknown' in found)
    throw new CodedError(
      'rulebook-refused',
      `no rulebook for ${municipality}; there are ${found.known.join(', ') || 'none'}`,
    );
  return found.rulebook;
};

/** Judges cases by the rulebooks of a shelf. */
export const createJudge =
  (shelf: Shelf): Judge =>
  (record, question, catalogue, today) => {
    const rulebook = rulebookOn(shelf, record.municipality, today);
    return 'notBefore' in rulebook ? rulebook : decide(rulebook, { today, question, case: record, catalogue });
  };

/** Judges matters by the rulebooks of a shelf. */
export const createJudgeMatter =
  (shelf: Shelf): JudgeMatter =>
  (matter, today) => {
    const rulebook = rulebookOn(shelf, matter.municipality, today);
    const question = { kind: 'deadlines' } as const;
    return 'notBefore' in rulebook ? rulebook : decide(rulebook, { today, question, matter, catalogue: [] });
  };
