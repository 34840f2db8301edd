import type { Judge } from './cases/judge.ts';
import { CodedError } from './errors.ts';
import { decide } from './rulebook/decide.ts';
import type { Shelf } from './rulebook/shelf.ts';

/** Judges by the rulebooks of a shelf. Throws for a case of a municipality that has none: then data and files do not fit. */
export const createJudge =
  (shelf: Shelf): Judge =>
  (record, question, catalogue, today) => {
    const found = shelf.on(record.municipality, today);
    if ('notBefore' in found) return found;
    if ('unknown' in found)
      throw new CodedError(
        'rulebook-refused',
        `no rulebook for ${record.municipality}; there are ${found.known.join(', ') || 'none'}`,
      );
    return decide(found.rulebook, { today, question, case: record, catalogue });
  };
