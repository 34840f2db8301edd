import type { CardAction, Line } from '../../cards/views.ts';
import type { CaseItem } from '../../cases/case-item.ts';
import type { Offer } from '../../contract/case.ts';
import { formatDate } from '../../format/format.ts';
import { segmentsOf } from '../../rulebook/segments.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import { isRunning } from '../resolve/resolve-offer.ts';
import type { Handler, Talking } from '../services.ts';
import type { Intent } from '../understanding/intents.ts';
import { caseLine, wordingOf } from '../views/case-line.ts';
import { askButton, messageView } from '../views/message-view.ts';
import { planNote } from '../views/plan-note.ts';
import { daysLeft, offerInFull, offerName, placeOf } from '../views/wording.ts';

/** Buttons for so many offers: with the deadlines and the request there is room for no more. */
const OFFERS = 2;

const situation = (talking: Talking, { record, nextDue }: CaseItem): Line[] => {
  const { say, turn } = talking;
  const date = (iso: string): string => formatDate(iso, turn.language);
  const { benefit, readiness } = record;
  return [
    {
      symbol: 'i',
      text: say('talk.case.benefit', { benefit: say(`facts.benefit.${benefit.type}`), since: date(benefit.since) }),
    },
    ...(readiness === undefined
      ? []
      : [
          {
            symbol: 'i',
            text: say('talk.case.readiness', {
              readiness: say(`facts.readiness.${readiness.category}`),
              since: date(readiness.since),
            }),
          },
        ]),
    ...(nextDue === undefined
      ? []
      : [
          {
            symbol: '→',
            text: say('talk.case.next-due', { date: date(nextDue), left: daysLeft(nextDue, wordingOf(talking)) }),
          },
        ]),
  ];
};

const offerLines = (talking: Talking, { record }: CaseItem): Line[] =>
  (record.offers ?? []).map((offer) => ({
    symbol: isRunning(offer, talking.turn.today) ? '▶' : '○',
    text: offerInFull(offer, talking.catalogue, wordingOf(talking)),
  }));

/** The plan's groups that the citizen is in, each with its place; what rests on a plan that has ended says so. */
const groupLines = (talking: Talking, { status, record }: CaseItem): { lines: Line[]; notes: string[] } => {
  const { services, turn, say } = talking;
  const found = services.shelf.on(record.municipality, turn.today);
  if (status !== 'open' || !('rulebook' in found)) return { lines: [], notes: [] };
  const { rulebook } = found;
  const lines = segmentsOf(rulebook, record, turn.today).map(({ rule, name, source }) => ({
    symbol: 'i',
    text: say('segments.in-case', { group: name[turn.language] }),
    place: placeOf(rule, source, wordingOf(talking)),
  }));
  const ended = lines.length > 0 && turn.today > rulebook.validTo ? rulebook.validTo : undefined;
  return { lines, notes: planNote(ended, wordingOf(talking)) };
};

const requestLines = ({ say }: Talking, { requests }: CaseItem): Line[] => {
  const open = requests.filter(({ state }) => state === 'open').length;
  return open === 0 ? [] : [{ symbol: '◔', text: say('talk.case.open-requests', { count: open }) }];
};

/** What one can ask about a case, as buttons that say it. */
export const caseButtons = (talking: Talking, { id, record, requests }: CaseItem): CardAction[] => {
  const { say, turn, catalogue } = talking;
  const running = (record.offers ?? []).filter((offer) => isRunning(offer, turn.today)).slice(0, OFFERS);
  const called = (offer: Offer): string => offerName(offer, catalogue, wordingOf(talking));
  const about = (intent: Intent, offerId?: string) => ({
    intent,
    caseId: id,
    ...(offerId === undefined ? {} : { offerId }),
  });
  return [
    askButton(say('talk.ask.next-step'), about('next-step')),
    askButton(say('talk.ask.deadlines'), about('deadlines')),
    ...running.map((offer) =>
      askButton(say('talk.ask.extend', { offer: called(offer) }), about('extend-offer', offer.id)),
    ),
    ...running
      .slice(0, 1)
      .map((offer) => askButton(say('talk.ask.continue', { offer: called(offer) }), about('continue-offer', offer.id))),
    ...(requests.length > 0 ? [askButton(say('talk.ask.status'), about('request-status'))] : []),
  ];
};

/** "Vis sagen": the short overview, and what can be asked about it. */
export const showCase: Handler = async (talking, asked) => {
  const resolved = await resolveCase(talking, asked);
  if ('answer' in resolved) return resolved.answer;
  const { item } = resolved;
  const { say, personal } = talking;
  const title = say('talk.case.title');
  const about = caseLine(talking, item);
  const talk = { lastIntent: 'case', caseId: item.id };
  if (!personal)
    return { view: messageView('i', title, { about, paragraphs: [say('talk.details-in-own-chat')] }), talk };
  const groups = groupLines(talking, item);
  const lines = [
    ...situation(talking, item),
    ...groups.lines,
    ...offerLines(talking, item),
    ...requestLines(talking, item),
  ];
  const { notes } = groups;
  return { view: messageView('i', title, { about, notes, lines, actions: caseButtons(talking, item) }), talk };
};
