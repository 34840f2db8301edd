import type { Line } from '../../cards/views.ts';
import { formatList, formatNumber } from '../../format/format.ts';
import type { RuleInfo } from '../../rulebook/rulebook.ts';
import type { ToDiscuss } from '../../requests/to-discuss.ts';
import { factName } from '../facts/card-input.ts';
import { whoDiscusses } from '../discussions.ts';
import type { RequestSurroundings } from '../request-card.ts';
import type { Talking } from '../services.ts';
import { caseLine, wordingOf } from './case-line.ts';
import { nameOf } from './request-facts.ts';
import { dateInWords, daysLeft, offerAmong, offerOf, placeOf, questionInWords, rolesInWords } from './wording.ts';

/** What an agenda's lines are made from. */
export interface AgendaPlace {
  around: RequestSurroundings;
  rules: readonly RuleInfo[];
  /** The first day of the meeting, where one was named. */
  meeting?: string;
}

/** A case and what is asked for in it: "REB… · Mette …: forlængelse af … til 31. august". */
export const discussionAbout = (talking: Talking, { item, question }: Pick<ToDiscuss, 'item' | 'question'>): string =>
  talking.say('decision.about.what', {
    who: caseLine(talking, item),
    what: questionInWords(question, item.record.offers ?? [], talking.catalogue, wordingOf(talking)),
  });

const isBefore = ({ by }: ToDiscuss, meeting: string | undefined): boolean =>
  by !== undefined && meeting !== undefined && by < meeting;

const withDate = (talking: Talking, about: string, { by }: ToDiscuss): string => {
  if (by === undefined) return talking.say('agenda.item-undated', { about });
  const wording = wordingOf(talking);
  return talking.say('agenda.item', { about, date: dateInWords(by, wording), left: daysLeft(by, wording) });
};

const offerFacts = (talking: Talking, { item, question }: ToDiscuss): Line[] => {
  const { offers = [] } = item.record;
  const offer = offerOf(question, offers);
  if (offer === undefined) return [];
  const { say, turn, catalogue } = talking;
  const facts = [
    offerAmong(offer, offers, catalogue, wordingOf(talking)),
    ...(offer.pricePerWeek === undefined
      ? []
      : [say('agenda.price', { price: formatNumber(offer.pricePerWeek, turn.language) })]),
    ...(offer.hoursPerWeek === undefined ? [] : [say('agenda.hours', { count: offer.hoursPerWeek })]),
  ];
  return [{ symbol: 'i', text: say('agenda.offer', { offer: facts.join(', ') }) }];
};

const discussionLines = (talking: Talking, one: ToDiscuss, { around, rules }: AgendaPlace): Line[] => {
  const { say, turn } = talking;
  const wording = wordingOf(talking);
  return one.discussions.map((need) => {
    const names = whoDiscusses(around, one, need).map(({ name }) => name);
    const source = rules.find(({ id }) => id === need.rule)?.source;
    return {
      symbol: '○',
      text: say('request.need.open', {
        form: say('request.need.discussion', { roles: rolesInWords(need.roles, wording) }),
        names: names.length === 0 ? say('decision.approval.nobody') : formatList(names, turn.language, 'or'),
      }),
      place: source === undefined ? need.rule : placeOf(need.rule, source, wording),
    };
  });
};

const warnings = ({ say, turn }: Talking, one: ToDiscuss, { meeting }: AgendaPlace): Line[] => {
  const facts = one.missing.map((path) => factName(path, say));
  const warning = { symbol: '!', tone: 'warning' as const };
  return [
    ...(facts.length === 0
      ? []
      : [{ ...warning, symbol: '?', text: say('agenda.missing', { facts: formatList(facts, turn.language) }) }]),
    ...(one.moved ? [{ ...warning, text: say('agenda.moved') }] : []),
    ...(isBefore(one, meeting) ? [{ ...warning, text: say('agenda.before-meeting') }] : []),
  ];
};

/**
 * An item of the agenda: the case, what is asked for and by when, the offer, each discussion with who may give it, and
 * what is missing. Where others read along it is the case's number and the date.
 */
export const agendaLines = (talking: Talking, one: ToDiscuss, place: AgendaPlace): Line[] => {
  const { say, personal } = talking;
  const look = one.request === undefined ? { symbol: '→' } : { symbol: '◔', tone: 'accent' as const };
  if (!personal) return [{ ...look, text: withDate(talking, one.item.id, one) }];
  const person = one.request?.askedBy ?? one.item.caseworker;
  const name = nameOf(person, place.around.staff, wordingOf(talking));
  return [
    {
      ...look,
      begins: true,
      text: withDate(talking, discussionAbout(talking, one), one),
      place: say(one.request === undefined ? 'agenda.not-asked' : 'agenda.asked-by', { name }),
    },
    ...offerFacts(talking, one),
    ...discussionLines(talking, one, place),
    ...warnings(talking, one, place),
  ];
};
