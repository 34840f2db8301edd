import type { Sentence } from './sentence.ts';
import { type AmountSlot, findAmounts } from './slots/amounts.ts';
import { type DateSlot, findDates } from './slots/dates.ts';
import { findIds, type Ids } from './slots/ids.ts';
import { findNames } from './slots/find-names.ts';
import { findTeam } from './slots/team.ts';
import { findTerms } from './slots/terms.ts';
import { findWeeklyHours } from './slots/weekly-hours.ts';
import { addSlotTags, type Slots, wordTags } from './tags.ts';

/** Finds, and claims, what is known by its shape: numbers, dates, amounts, the team. Names are looked for in the rest. */
export const claimBeforeNames = (
  sentence: Sentence,
): { ids: Ids; dates: DateSlot[]; amounts: AmountSlot[]; team: Slots['team'] } => {
  const ids = findIds(sentence);
  const weekly = findWeeklyHours(sentence);
  const dates = findDates(sentence);
  const amounts = findAmounts(sentence, weekly);
  return { ids, dates, amounts, team: findTeam(sentence) };
};

/** Finds a sentence's slots, each in what the ones before it left, and the marks that words and slots leave. */
export const readSlots = (sentence: Sentence, offerNames: readonly string[]): { slots: Slots; tags: Set<string> } => {
  const shaped = claimBeforeNames(sentence);
  const named = findNames(sentence, offerNames);
  const tags = wordTags(sentence);
  const slots = { ...shaped, named, terms: findTerms(sentence) };
  addSlotTags(tags, sentence, slots);
  return { slots, tags };
};
