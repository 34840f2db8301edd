import { Problems, type Problem } from '../language/problems.ts';
import { reachedFrom, type Named } from '../reached-from.ts';
import type { RulebookSource } from '../schema.ts';

const sections = ['parameters', 'values', 'conditions'] as const;

/** Names that nothing in the file reads: a leftover, or a rule that has forgotten what it was to read. */
export const unusedNames = (data: RulebookSource): Problem[] => {
  const { rules, reminders, targets, latestEnd, tier } = data;
  const reached = reachedFrom([rules, reminders, targets, latestEnd, tier === undefined ? [] : `$${tier}`], data);
  const problems = new Problems();
  for (const section of sections)
    for (const name of Object.keys(data[section] ?? {})) {
      const named: Named = `${section}.${name}`;
      if (!reached.has(named)) problems.addKey([section, name], `nothing in this file reads ${name}`);
    }
  return problems.list;
};
