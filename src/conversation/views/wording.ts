import type { Say } from '../../cards/texts.ts';
import { PLAN } from '../../rulebook/findings.ts';
import type { CatalogueItem, Offer } from '../../contract/case.ts';
import type { Source } from '../../contract/decision.ts';
import type { Language } from '../../contract/language.ts';
import { ROLES, type Role } from '../../contract/vocabulary.ts';
import type { Question } from '../../contract/question.ts';
import { formatDate, formatInstant, formatList } from '../../format/format.ts';
import { dayOf } from '../../rulebook/calendar.ts';
import { civilDateAt } from '../../clock.ts';

/** What the views' words are made with: the reader's texts and language, and the reader's day. */
export interface Wording {
  say: Say;
  language: Language;
  today: string;
}

/** "funktionslederen", "fagkonsulenten eller lederen": each role once, always in the same order. */
export const rolesInWords = (roles: Role[], { say, language }: Wording): string =>
  formatList(
    ROLES.filter((role) => roles.includes(role)).map((role) => say(`decision.role.${role}`)),
    language,
    'or',
  );

/** A rule's id and its line in the source, short enough for a line on a phone: what stands below each row of a list. */
export const placeOf = (rule: string, { document, line }: Source, { say }: Wording): string =>
  // What is said of the plan as a whole stands on no line of it.
  rule === PLAN ? document : say('decision.place', { rule, document, line: String(line) });

/** The same with its section, for where one looks a rule up; a document that has no sections is named once. */
export const placeInFull = (rule: string, source: Source, wording: Wording): string => {
  const { document, section, line } = source;
  return rule === PLAN || section === document
    ? placeOf(rule, source, wording)
    : wording.say('decision.place-in-full', { rule, document, section, line: String(line) });
};

/** The civil date of a civil date or an instant. */
export const civilDateOf = (due: string): string => (due.includes('T') ? civilDateAt(Date.parse(due)) : due);

/** The last civil day before what is due runs out: an instant at midnight is the end of the day before. */
const lastDayFor = (due: string): string => (due.includes('T') ? civilDateAt(Date.parse(due) - 1) : due);

const isAtMidnight = (due: string): boolean => lastDayFor(due) !== civilDateOf(due);

/** A civil date, or an instant with its time of day; one at midnight as the end of a day, which nobody misreads. */
export const dateInWords = (due: string, { say, language }: Wording): string => {
  if (isAtMidnight(due)) return say('deadlines.end-of-day', { date: formatDate(lastDayFor(due), language) });
  return due.includes('T') ? formatInstant(due, language) : formatDate(due, language);
};

/** "senest 31. marts 2026", "inden udgangen af 31. marts 2026". */
export const dueInWords = (due: string, wording: Wording): string =>
  wording.say(isAtMidnight(due) ? 'deadlines.before' : 'deadlines.by', { date: dateInWords(due, wording) });

/** "i dag", "om 12 dage", "3 dage over tiden". */
export const daysLeft = (due: string, { say, today }: Wording): string => {
  const days = dayOf(lastDayFor(due)) - dayOf(today);
  if (days === 0) return say('deadlines.left.today');
  return days > 0 ? say('deadlines.left.ahead', { count: days }) : say('deadlines.left.over', { count: -days });
};

/** What an offer is called: its name in the catalogue, else its kind. */
export const offerName = (offer: Offer, catalogue: CatalogueItem[], { say }: Wording): string =>
  catalogue.find(({ id }) => id === offer.catalogueItem)?.name ?? say(`facts.kind.${offer.kind}`);

const withDates = (name: string, { starts, ends }: Offer, { say, language }: Wording): string => {
  const from = { name, starts: formatDate(starts, language) };
  return ends === undefined
    ? say('talk.offer.open', from)
    : say('talk.offer.ended', { ...from, ends: formatDate(ends, language) });
};

/** An offer with what tells it from the others of its case: name, id and dates. */
export const offerInFull = (offer: Offer, catalogue: CatalogueItem[], wording: Wording): string => {
  const name = offerName(offer, catalogue, wording);
  return withDates(wording.say('talk.offer.with-id', { name, id: offer.id }), offer, wording);
};

/** An offer by name and dates; with its id, which means nothing to people, only beside another of its kind not over yet. */
export const offerAmong = (offer: Offer, offers: Offer[], catalogue: CatalogueItem[], wording: Wording): string => {
  const isAnother = ({ id, kind, ends }: Offer): boolean =>
    id !== offer.id && kind === offer.kind && (ends === undefined || ends >= wording.today);
  return offers.some(isAnother)
    ? offerInFull(offer, catalogue, wording)
    : withDates(offerName(offer, catalogue, wording), offer, wording);
};

/** The offer a question is about: the planned one, or the case's own. */
export const offerOf = (question: Question, offers: Offer[]): Offer | undefined => {
  if (question.kind === 'start-offer') return question.offer;
  return 'offerId' in question ? offers.find(({ id }) => id === question.offerId) : undefined;
};

/** What a question asks for, in a few words: "Forlængelse af … til 31. august 2023". */
export const questionInWords = (
  question: Question,
  offers: Offer[],
  catalogue: CatalogueItem[],
  wording: Wording,
): string => {
  const offer = offerOf(question, offers);
  const name = offer === undefined ? '' : offerName(offer, catalogue, wording);
  switch (question.kind) {
    case 'start-offer':
      return wording.say('decision.about.start', {
        offer: name,
        starts: formatDate(question.offer.starts, wording.language),
      });
    case 'extend-offer':
      return question.until === undefined
        ? wording.say('decision.about.extend-as-long', { offer: name })
        : wording.say('decision.about.extend', { offer: name, until: formatDate(question.until, wording.language) });
    case 'continue-offer':
      return wording.say('decision.about.continue', { offer: name });
    case 'deadlines':
    case 'next-step':
      return wording.say(`decision.about.${question.kind}`);
  }
};
