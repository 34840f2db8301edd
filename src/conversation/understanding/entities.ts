import type { Intent } from './intents.ts';
import { contradictsItself, isQualified, plainKinds } from './plain-answer.ts';
import type { Sentence } from './sentence.ts';
import { eventFlags, eventTold } from './slots/event.ts';
import { findNoSuchDay } from './slots/no-such-day.ts';
import { peopleNamed } from './slots/people-named.ts';
import { leftOut } from './slots/not-own.ts';
import { toldByTheWay } from './slots/by-the-way.ts';
import { isTotal } from './slots/limits.ts';
import { placeDates } from './slots/place-dates.ts';
import { clauseBefore } from './slots/told-past.ts';
import { statedFacts, supposedFacts } from './slots/stated-facts.ts';
import type { Slots } from './tags.ts';
import type { Entities, StatedFacts } from './understanding.ts';

const aboutScope: ReadonlySet<Intent> = new Set(['overdue', 'pending-approvals']);
/** Here "we" may be more than the team. */
const aboutTeam: ReadonlySet<Intent> = new Set(['agenda', 'segment-report']);
const withoutCitizen: ReadonlySet<Intent> = new Set([
  'segment-report',
  'targets',
  'help',
  'greeting',
  'thanks',
  'language',
]);
const stating: ReadonlySet<Intent> = new Set(['start-offer', 'extend-offer', 'continue-offer']);

const scopeOf = (
  sentence: Sentence,
  slots: Slots,
  tags: ReadonlySet<string>,
  intent: Intent,
): 'mine' | 'team' | undefined => {
  if (slots.team.team !== undefined) return 'team';
  if (!aboutScope.has(intent) && !aboutTeam.has(intent)) return undefined;
  if (slots.named.person !== undefined) return undefined;
  if (tags.has('team')) return 'team';
  if (intent === 'segment-report' && tags.has('own-cases')) return 'mine';
  if (!aboutScope.has(intent)) return undefined;
  if (tags.has('self') || tags.has('mine') || tags.has('i-approve')) return 'mine';
  if (tags.has('we')) return 'team';
  const says = (words: RegExp): boolean => sentence.tokens.some(({ word }) => words.test(word));
  return says(/^(?:jeg|mig|min|mit|mine|i|my|me)$/) ? 'mine' : says(/^(?:vi|os|vores|we|us|our)$/) ? 'team' : undefined;
};

/** What can be asked for besides facts: no yes or no answers it. */
const slotNames: ReadonlySet<string> = new Set([
  'caseId',
  'citizen',
  'offerId',
  'offer',
  'catalogueItem',
  'intent',
  'until',
  'date',
]);

/** A number, "ja" and "nej" answer what was asked, where nothing beside them says otherwise. */
const answered = (sentence: Sentence, slots: Slots, tags: ReadonlySet<string>): Entities => {
  const asked = sentence.context.asked;
  if (asked === undefined) return {};
  // "Ja det tror jeg, men hvad med Bent?": what is said of one is no answer about another.
  if (slots.named.citizen !== undefined || slots.ids.caseId !== undefined) return {};
  const number = slots.amounts.find(({ kind }) => kind === 'number')?.value;
  if (/price/i.test(asked))
    return number === undefined || isQualified(sentence, { most: false }) ? {} : { price: number };
  const name = asked.slice(asked.lastIndexOf('.') + 1);
  if (/hours/i.test(asked)) {
    if (number === undefined || isQualified(sentence, { most: true })) return {};
    return asked.startsWith('offer.') ? { hours: number } : { hours: number, set: { [name]: number } };
  }
  if (number !== undefined && asked === 'offerId') return { offerId: `o-${number}` };
  const saidNo = tags.has('no') || (tags.has('first:not') && sentence.tokens.length <= 4);
  // A fact that is named beside the yes or no is what they are about.
  if (tags.has('fact') || slotNames.has(asked) || contradictsItself(sentence) || leftOut(sentence)) return {};
  if (number !== undefined) return plainKinds(sentence).has('days') ? { set: { [name]: number } } : {};
  return tags.has('yes') || saidNo ? { set: { [name]: !saidNo } } : {};
};

/** Before the length that is asked for, where a sentence names one that has been, too. */
const askedLength = /^(?:med|by|yderligere|another|further|ekstra|endnu|additional)$/;

/** Here a length lies ahead, and one that has been is told by the way: "har været der i 13 uger". */
const aboutAhead: ReadonlySet<Intent> = new Set(['start-offer', 'extend-offer']);
/** Here a length is none of what is asked: "hvem har været her i tre år", "9-måneders opfølgningen". */
const withoutLength: ReadonlySet<Intent> = new Set([
  'deadlines',
  'overdue',
  'segment-report',
  'targets',
  'next-step',
  'agenda',
  'pending-approvals',
]);
/** Whether a length is told of what has been. */
export const lengthTold = (sentence: Sentence, from: number): boolean =>
  clauseBefore(sentence, from).some((word) => /^(?:vaeret|been|sygemeldt|sick|seneste|sidste|last|past)$/.test(word));

/** The length that is asked for: "har været der i 13 uger, må vi forlænge med 4 uger". */
const lengthOf = (
  sentence: Sentence,
  amounts: Slots['amounts'],
  intent: Intent,
): { weeks?: number | undefined; months?: number | undefined } => {
  if (withoutLength.has(intent)) return {};
  const lengths = amounts.filter(
    ({ kind, from, to }) =>
      (kind === 'weeks' || kind === 'months') &&
      !(aboutAhead.has(intent) && lengthTold(sentence, from)) &&
      !(intent === 'extend-offer' && isTotal(sentence, { from, to })),
  );
  const meant = lengths.filter(({ from }) => askedLength.test(sentence.tokens[from - 1]?.word ?? ''));
  const of = intent === 'extend-offer' && lengths.length > 1 && meant.length === 1 ? meant : lengths;
  return {
    weeks: of.find(({ kind }) => kind === 'weeks')?.value,
    months: of.find(({ kind }) => kind === 'months')?.value,
  };
};

/** Whether one of several lengths is clearly the one that is asked for. */
export const oneLengthMeant = (sentence: Sentence, amounts: Slots['amounts']): boolean =>
  amounts.filter(
    ({ kind, from }) =>
      (kind === 'weeks' || kind === 'months') && askedLength.test(sentence.tokens[from - 1]?.word ?? ''),
  ).length === 1;

/** What is told of an event, and its day: what is planned lies ahead, and a day that does not exist is none. */
const happening = (sentence: Sentence, { dates, terms }: Slots): { told: Entities; dates: Entities } => {
  const told = eventTold(sentence, terms.events);
  const noSuchDay = findNoSuchDay(sentence);
  const people = peopleNamed(sentence);
  return {
    told: {
      ...told,
      ...(noSuchDay === undefined ? {} : { noSuchDay }),
      ...(people.length < 2 ? {} : { people }),
    },
    dates: noSuchDay === undefined ? placeDates(sentence, dates, 'record-event', told.standing === 'planned') : {},
  };
};

/** Puts together what was found, in the parts the intent gives them. */
export const entitiesOf = (sentence: Sentence, slots: Slots, tags: ReadonlySet<string>, intent: Intent): Entities => {
  const { ids, named, terms, team } = slots;
  const beside = toldByTheWay(sentence, intent);
  const amounts = slots.amounts.filter(({ from }) => !beside(from));
  const amount = (kind: string): number | undefined => amounts.find((slot) => slot.kind === kind)?.value;
  const offer = named.programme ?? terms.offers.find(({ from }) => !beside(from))?.value;
  const scope = scopeOf(sentence, slots, tags, intent);
  const facts: StatedFacts =
    intent === 'what-if'
      ? supposedFacts(sentence, amounts, slots.dates)
      : stating.has(intent)
        ? statedFacts(sentence, { extending: intent === 'extend-offer' })
        : intent === 'record-event'
          ? eventFlags(sentence)
          : {};
  const extra = answered(sentence, slots, tags);
  const set = { ...facts, ...extra.set };
  const language = tags.has('lang:en') ? 'en' : tags.has('lang:da') ? 'da' : undefined;
  const price = amount('price') ?? extra.price;
  const hours = amount('hours') ?? extra.hours;
  const { weeks, months } = lengthOf(sentence, amounts, intent);
  const offerId = ids.offerId ?? extra.offerId;
  const benefit = terms.benefits[0]?.value;
  const tier = terms.tiers[0]?.value;
  const happened = intent === 'record-event' ? happening(sentence, slots) : undefined;
  return {
    ...(ids.caseId === undefined ? {} : { caseId: ids.caseId }),
    ...(named.citizen === undefined || withoutCitizen.has(intent) ? {} : { citizen: named.citizen }),
    ...(offer === undefined ? {} : { offer }),
    ...(offerId === undefined ? {} : { offerId }),
    ...(happened?.dates ?? placeDates(sentence, slots.dates, intent)),
    ...(weeks === undefined ? {} : { weeks }),
    ...(months === undefined ? {} : { months }),
    ...(price === undefined ? {} : { price }),
    ...(hours === undefined ? {} : { hours }),
    ...(benefit === undefined ? {} : { benefit }),
    ...(named.person === undefined ? {} : { person: named.person }),
    ...(team.team === undefined ? {} : { team: team.team }),
    ...(tier === undefined ? {} : { tier }),
    ...(ids.rule === undefined ? {} : { rule: ids.rule }),
    ...(scope === undefined ? {} : { scope }),
    ...(Object.keys(set).length === 0 ? {} : { set }),
    ...happened?.told,
    ...(intent === 'language' && language !== undefined ? { language } : {}),
  };
};
