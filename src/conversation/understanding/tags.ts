import type { AmountSlot } from './slots/amounts.ts';
import { daysOf } from './slots/date-reader.ts';
import type { DateSlot } from './slots/dates.ts';
import type { Ids } from './slots/ids.ts';
import type { Terms } from './slots/terms.ts';
import type { Named } from './slots/find-names.ts';
import type { Sentence } from './sentence.ts';

const groups = ['offer', 'benefit', 'tier', 'event', 'flag', 'fact', 'out', 'role', 'lang'];
/** Words before which nothing has been said yet. */
const opening = new Set(['greeting', 'makker', 'please', 'thanks', 'praise']);
/** Said beside what is meant. */
const beside = new Set(['and', 'greeting', 'makker', 'thanks', 'please']);
const decisions = new Set(['start-offer', 'extend-offer', 'continue-offer', 'what-if']);

/** The marks that the words of a sentence leave, before anything is known of names. */
export const wordTags = (sentence: Sentence): Set<string> => {
  const tags = new Set<string>();
  let first = true;
  for (const { concept, from, to } of sentence.hits) {
    let taken = true;
    for (let at = from; at < to; at += 1) if (sentence.claimed[at] !== true) taken = false;
    if (taken) continue;
    tags.add(concept);
    const group = concept.slice(0, concept.indexOf(':'));
    if (groups.includes(group)) tags.add(group);
  }
  let firstAt = -1;
  for (const { concept, from } of sentence.hits) {
    if (opening.has(concept) || (!first && from !== firstAt)) continue;
    if (sentence.claimed[from] === true && concept !== 'more') continue;
    first = false;
    firstAt = from;
    tags.add(`first:${concept}`);
  }
  return tags;
};

const moreWords = new Set([
  'mere',
  'yderligere',
  'ekstra',
  'flere',
  'endnu',
  'laengere',
  'more',
  'further',
  'additional',
  'extra',
  'longer',
  'another',
  'oveni',
]);

/** A length on top of what there is: "3 uger mere", "en måned til", "another 4 weeks". */
const asksMore = (sentence: Sentence, from: number, to: number): boolean => {
  for (let at = Math.max(0, from - 2); at < to + 2; at += 1)
    if (moreWords.has(sentence.tokens[at]?.word ?? '')) return true;
  const after = sentence.tokens[to + 1];
  return (
    sentence.tokens[to]?.word === 'til' &&
    (after === undefined || after.kind === 'mark' || after.word === 'i' || after.word === 'paa' || after.word === 'hos')
  );
};

/** An article before a word of the field: "en sygemeldt", "a wage subsidy" – nobody, or nothing, in particular. */
const follows = (sentence: Sentence, field: RegExp): boolean =>
  sentence.hits.some(
    ({ concept, from }) => field.test(concept) && /^(?:en|et|a|an)$/.test(sentence.tokens[from - 1]?.word ?? ''),
  );

export interface Slots {
  ids: Ids;
  dates: readonly DateSlot[];
  amounts: readonly AmountSlot[];
  terms: Terms;
  named: Named;
  team: { team?: string; anyTeam: boolean };
}

/** Adds the marks that slots and the talk before leave. */
export const addSlotTags = (tags: Set<string>, sentence: Sentence, slots: Slots): void => {
  const { ids, dates, amounts, named, team, terms } = slots;
  const { context } = sentence;
  const mark = (tag: string, when: boolean): void => {
    if (when) tags.add(tag);
  };
  mark('case-id', ids.caseId !== undefined);
  mark('rule-id', ids.rule !== undefined);
  mark('offer-id', ids.offerId !== undefined);
  mark('cpr', ids.cpr);
  mark('citizen', named.citizen !== undefined);
  mark('citizen-surely', named.surely);
  mark('person', named.person !== undefined);
  mark('programme', named.programme !== undefined);
  mark('team', team.anyTeam);
  mark(
    'date',
    dates.some(({ role }) => role !== 'until'),
  );
  mark(
    'until',
    dates.some(({ role }) => role === 'until'),
  );
  mark(
    'period',
    dates.some(({ wide }) => wide),
  );
  mark(
    'past',
    dates.some((slot) => slot.past === true || (daysOf(slot, sentence, 'near')?.last ?? Infinity) <= sentence.today),
  );
  if (tags.delete('more')) tags.add('more-word');
  mark(
    'more',
    amounts.some(({ kind, from, to }) => (kind === 'weeks' || kind === 'months') && asksMore(sentence, from, to)),
  );
  for (const { kind } of amounts)
    tags.add(kind === 'weeks' || kind === 'months' ? 'duration' : kind === 'rate' ? 'price' : kind);
  const inContext = context.caseId !== undefined || context.citizen !== undefined || context.offerId !== undefined;
  const pointed = inContext && (tags.has('pronoun') || tags.has('it'));
  mark('generic', !inContext && follows(sentence, /^(?:benefit:|fact:readiness)/));
  mark('indefinite', follows(sentence, /^(?:offer|mentor|extend|company)/));
  mark(
    'concrete',
    (tags.has('self') || tags.has('we')) &&
      (tags.has('date') || tags.has('until') || tags.has('price') || tags.has('hours') || tags.has('duration')),
  );
  mark('offer', tags.has('mentor'));
  mark(
    'specific',
    tags.has('case-id') ||
      tags.has('citizen') ||
      tags.has('offer-id') ||
      pointed ||
      (tags.has('pronoun') && !tags.has('generic')),
  );
  mark('context-case', inContext);
  mark('context-decision', decisions.has(context.lastIntent ?? ''));
  mark('context-request', context.lastIntent === 'request-approval' || context.lastIntent === 'request-status');
  mark('or-tier', terms.tiers.length > 1);
  mark(
    'question',
    sentence.tokens.some(({ raw }) => raw === '?'),
  );
  mark('short', sentence.tokens.filter(({ kind }) => kind !== 'mark').length <= 4);
  mark('scope', tags.has('self') || tags.has('team') || tags.has('mine'));
  const meant = sentence.hits.filter(({ from, concept }) => sentence.claimed[from] !== true && !beside.has(concept));
  mark('lone', meant.length === 0);
  mark('owned', named.owns);
  mark('my-request', tags.has('request-noun') && sentence.tokens.some(({ word }) => /^(?:min|mine|my)$/.test(word)));
  mark('did', sentence.tokens[0]?.word === 'did');
  mark(
    'longer',
    sentence.tokens.some(({ word }) => word === 'laengere' || word === 'longer'),
  );
  mark(
    'send',
    sentence.tokens.some(({ word }) => word === 'send' || word === 'sende'),
  );
};
