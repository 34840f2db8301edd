import { isDeepStrictEqual } from 'node:util';
import type { QuestionKind } from '../contract/vocabulary.ts';
import { partCalled, reachedFrom, type Named } from '../rulebook/reached-from.ts';
import type { RulebookSource } from '../rulebook/schema.ts';
import { withoutWording } from './changed-rules.ts';

/** What the last end date of an answer is computed from. */
const namedByEnd = (data: RulebookSource, question: QuestionKind): Set<Named> =>
  reachedFrom(
    data.latestEnd?.filter(({ questions }) => questions.includes(question)),
    data,
  );

/**
 * The rules that read what changed in the computing of a question's last end date. The date is computed beside the
 * rules, so that none of them need say anything when it moves.
 */
export const rulesOfLatestEnd = (from: RulebookSource, to: RulebookSource, question: QuestionKind): Set<string> => {
  const names = [...new Set([...namedByEnd(from, question), ...namedByEnd(to, question)])];
  const part = (named: Named, data: RulebookSource) => withoutWording(partCalled(named, data));
  const moved = names.filter((named) => !isDeepStrictEqual(part(named, from), part(named, to)));
  const readers = [from, to].flatMap((data) =>
    data.rules.filter((rule) => {
      const reached = reachedFrom(rule, data);
      return moved.some((named) => reached.has(named));
    }),
  );
  return new Set(readers.map(({ id }) => id));
};
