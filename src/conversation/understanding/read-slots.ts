import { claim, type Sentence } from './sentence.ts';
import { findAmounts } from './slots/amounts.ts';
import { findDates } from './slots/dates.ts';
import { findIds } from './slots/ids.ts';
import { findProperNames } from './slots/proper-names.ts';
import { findTeam } from './slots/team.ts';
import { findTerms } from './slots/terms.ts';
import { nameWhoAndWhat } from './slots/who-and-what.ts';
import { addSlotTags, type Slots, wordTags } from './tags.ts';

/** Finds a sentence's slots, each in what the ones before it left, and the marks that words and slots leave. */
export const readSlots = (sentence: Sentence, offerNames: readonly string[]): { slots: Slots; tags: Set<string> } => {
  const ids = findIds(sentence);
  const dates = findDates(sentence);
  const amounts = findAmounts(sentence);
  const team = findTeam(sentence);
  const before = wordTags(sentence);
  if (ids.caseId !== undefined || ids.offerId !== undefined) before.add('specific');
  const names = findProperNames(sentence);
  const offerKnown = findTerms(sentence).offers.length > 0;
  const named = nameWhoAndWhat(sentence, names, before, offerKnown, offerNames);
  for (const name of names) claim(sentence, name.from, name.to);
  const tags = wordTags(sentence);
  const terms = findTerms(sentence);
  const slots = { ids, dates, amounts, team, named, terms };
  addSlotTags(tags, sentence, slots);
  return { slots, tags };
};
