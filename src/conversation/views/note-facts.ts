import type { Say } from '../../cards/texts.ts';
import { EVENT_FLAGS } from '../../cases/record-event.ts';
import { BENEFITS, OFFER_KINDS, TIERS } from '../../contract/vocabulary.ts';
import { civilDate, type Case, type CaseEvent, type CatalogueItem, type Offer } from '../../contract/case.ts';
import type { Question } from '../../contract/question.ts';
import { formatDate, formatList, formatNumber } from '../../format/format.ts';
import { factName } from '../facts/card-input.ts';
import { factInput, otherOfferFact } from '../facts/fact-inputs.ts';
import { type Wording, offerInFull, offerName, offerOf } from './wording.ts';

/** What an answer rests on: the facts read, and the record and catalogue they were read from. */
export interface NoteFacts {
  reads: Readonly<Record<string, unknown>>;
  question: Question;
  record: Case;
  catalogue: CatalogueItem[];
}

/** Facts that no card asks for have names of their own in a note; the keys are `note.fact.*`. */
const named: ReadonlySet<string> = new Set([
  'benefit.type',
  'benefit.since',
  'benefit.history',
  'events',
  'offers',
  'offer.kind',
  'offer.catalogueItem',
  'offer.listedTier',
  'offer.running',
  'offer.stopped',
  'offer.bids',
  'offer.followUps.on',
]);

/** The path of a fact without the offer it is of. */
const rowOf = (path: string): string => {
  const other = otherOfferFact(path);
  return other === undefined ? path : `offer.${other.fact}`;
};

const nameOf = (path: string, { say }: Wording): string => {
  const row = rowOf(path);
  if (!named.has(row)) return factName(path, say);
  const other = otherOfferFact(path);
  const label = say(`note.fact.${row}`);
  return other === undefined ? label : say('facts.of-offer', { label, offer: other.id });
};

const answerWord = (value: boolean, say: Say): string => say(value ? 'facts.yes' : 'facts.no').toLowerCase();

const listed = (items: string[], { say, language }: Wording): string =>
  items.length === 0 ? say('note.none') : formatList(items, language);

const historyOf = ({ benefit }: Case, wording: Wording): string[] =>
  (benefit.history ?? []).map(({ type, from, to }) => {
    const values = { name: wording.say(`facts.benefit.${type}`), from: formatDate(from, wording.language) };
    return to === undefined
      ? wording.say('note.period-open', values)
      : wording.say('note.period', { ...values, to: formatDate(to, wording.language) });
  });

const flagsOf = (event: CaseEvent, { say }: Wording): string[] =>
  EVENT_FLAGS.flatMap((flag) => {
    const value = event[flag];
    if (value === undefined) return [];
    return [say('events.said', { question: say(`events.ask.${flag}`), answer: answerWord(value, say) })];
  });

const eventsOf = ({ events = [] }: Case, wording: Wording): string[] =>
  events
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((event) => {
      const { say, language } = wording;
      const values = { name: say(`events.type.${event.type}`), date: formatDate(event.on, language) };
      const flags = flagsOf(event, wording);
      return flags.length === 0
        ? say('note.event', values)
        : say('note.event-told', { ...values, told: flags.join(' ') });
    });

/** The lists a rule looks through, from the record they were read from. */
const listOf = (row: string, { record, catalogue }: NoteFacts, offer: Offer | undefined, wording: Wording) => {
  switch (row) {
    case 'benefit.history':
      return historyOf(record, wording);
    case 'events':
      return eventsOf(record, wording);
    case 'offers':
      return (record.offers ?? []).map((one) => offerInFull(one, catalogue, wording));
    case 'offer.bids':
      return (offer?.bids ?? []).map(({ provider }) => provider);
    default:
      return undefined;
  }
};

const wordOf = (row: string, value: string, offer: Offer | undefined, facts: NoteFacts, wording: Wording): string => {
  const { say, language } = wording;
  const input = factInput(row)?.fact;
  if (input?.type === 'choice' && input.of.includes(value)) return say(`facts.${input.labels}.${value}`);
  if (row === 'benefit.type' && BENEFITS.some((benefit) => benefit === value)) return say(`facts.benefit.${value}`);
  if (row === 'offer.kind' && OFFER_KINDS.some((kind) => kind === value)) return say(`facts.kind.${value}`);
  if (row === 'offer.listedTier' && TIERS.some((tier) => tier === value)) return say(`note.tier.${value}`);
  if (row === 'offer.catalogueItem' && offer !== undefined) return offerName(offer, facts.catalogue, wording);
  return civilDate.safeParse(value).success ? formatDate(value, language) : value;
};

const valueOf = (path: string, value: unknown, facts: NoteFacts, wording: Wording): string | undefined => {
  const { say, language } = wording;
  const row = rowOf(path);
  const offers = facts.record.offers ?? [];
  const other = otherOfferFact(path);
  const offer = other === undefined ? offerOf(facts.question, offers) : offers.find(({ id }) => id === other.id);
  const list = listOf(row, facts, offer, wording);
  if (list !== undefined) return listed(list, wording);
  if (typeof value === 'boolean') return answerWord(value, say);
  if (typeof value === 'number') {
    const input = factInput(row)?.fact;
    const unit = input?.type === 'number' ? ` ${say(`facts.unit.${input.unit}`)}` : '';
    return `${formatNumber(value, language)}${unit}`;
  }
  return typeof value === 'string' ? wordOf(row, value, offer, facts, wording) : undefined;
};

/** A fact that was read, in words. */
export interface FactInWords {
  path: string;
  name: string;
  value: string;
}

/** Each fact that was read, with its value in words; nothing that was not read. */
export const factsInWords = (facts: NoteFacts, wording: Wording): FactInWords[] =>
  Object.entries(facts.reads).flatMap(([path, value]) => {
    const shown = valueOf(path, value, facts, wording);
    return shown === undefined ? [] : [{ path, name: nameOf(path, wording), value: shown }];
  });

/** The same, a line each. */
export const factLines = (facts: NoteFacts, wording: Wording): string[] =>
  factsInWords(facts, wording).map(({ name, value }) => wording.say('note.fact', { fact: name, value }));
