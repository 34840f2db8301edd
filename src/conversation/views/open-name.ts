import type { Language } from '../../contract/language.ts';
import type { OnShelf } from '../../rulebook/shelf.ts';

/**
 * What a rule's deadline is called where others read along: nothing that tells of a citizen's health, benefit or
 * origin. A rule that is no longer there is called by its id.
 */
export const openNames = (found: OnShelf, language: Language): ((rule: string) => string) => {
  const names =
    'rulebook' in found
      ? [
          ...found.rulebook.deadlines.map(({ rule, openName }) => [rule, openName[language]] as const),
          ...found.rulebook.matters.map(({ rule, name }) => [rule, name[language]] as const),
        ]
      : [];
  const known = new Map(names);
  return (rule) => known.get(rule) ?? rule;
};
