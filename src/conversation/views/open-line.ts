import type { Line } from '../../cards/views.ts';
import { caseworkerOf, type OpenDue } from '../../agenda/open-due.ts';
import type { OpenAgenda } from '../../agenda/read-agenda.ts';
import type { CatalogueItem } from '../../contract/case.ts';
import { formatList } from '../../format/format.ts';
import type { RuleInfo } from '../../rulebook/rulebook.ts';
import type { PersonItem } from '../../store/items.ts';
import { nameOf } from './request-facts.ts';
import { daysLeft, dueInWords, offerName, placeOf, type Wording } from './wording.ts';

/** What the lines of open entries are made from; `reader` is whoever reads them, and needs not be told of themselves. */
export interface OpenPlace {
  reader: string;
  /** The caseworker whose cases these are, where the card says so already. */
  caseworker?: string;
  staff: PersonItem[];
  rules: readonly Pick<RuleInfo, 'id' | 'source'>[];
  catalogue: CatalogueItem[];
}

const looks = {
  overdue: { symbol: '✕', tone: 'attention' },
  'due-soon': { symbol: '!', tone: 'warning' },
  upcoming: { symbol: '→' },
  met: { symbol: '✓' },
} as const satisfies Record<OpenDue['status'], Pick<Line, 'symbol' | 'tone'>>;

const lookOf = ({ entry, status }: OpenDue): Pick<Line, 'symbol' | 'tone'> =>
  entry.due === undefined ? { symbol: '○' } : looks[status];

/** "senest 31. marts 2026 (3 dage over tiden)"; what has no date of its own says so. */
export const whenOf = ({ entry, due }: OpenDue, wording: Wording): string =>
  entry.due === undefined
    ? wording.say('overdue.undated')
    : wording.say('overdue.due', { due: dueInWords(due, wording), left: daysLeft(due, wording) });

const dateOf = ({ entry, due }: OpenDue, wording: Wording): Pick<Line, 'date' | 'left'> =>
  entry.due === undefined
    ? { date: wording.say('overdue.undated') }
    : { date: dueInWords(due, wording), left: daysLeft(due, wording) };

/** What an open entry is of: the case with the citizen's name, or the matter with its kind. */
export const openAbout = (open: OpenDue, { say }: Wording): string =>
  open.about === 'case'
    ? say('decision.about.line', { case: open.item.id, citizen: open.item.record.citizen.name })
    : say('matters.about', { id: open.item.id, kind: say(`matters.kind.${open.item.record.kind}`) });

/** What is due: what the rule calls it, and the offer that it is about. */
export const dueName = (open: OpenDue, catalogue: CatalogueItem[], wording: Wording): string => {
  const { entry } = open;
  const name = entry.name[wording.language];
  const offers = open.about === 'case' ? (open.item.record.offers ?? []) : [];
  const offer = offers.find(({ id }) => id === entry.offerId);
  return offer === undefined
    ? name
    : wording.say('overdue.of-offer', { name, offer: offerName(offer, catalogue, wording) });
};

const whoOf = (open: OpenDue, { reader, staff, caseworker: told }: OpenPlace, wording: Wording): string[] => {
  const { say } = wording;
  const caseworker = caseworkerOf(open);
  const { takenBy } = open;
  return [
    ...(caseworker === undefined || caseworker === reader || caseworker === told
      ? []
      : [say('overdue.caseworker', { name: nameOf(caseworker, staff, wording) })]),
    ...(takenBy === undefined
      ? []
      : takenBy === reader
        ? [say('overdue.taken-by-you')]
        : [say('overdue.taken-by', { name: nameOf(takenBy, staff, wording) })]),
  ];
};

/** An open entry for the own chat: of whom, what, by when, whose it is, and by which rule. */
export const openLine = (open: OpenDue, place: OpenPlace, wording: Wording): Line => {
  const { rule } = open.entry;
  const source = place.rules.find(({ id }) => id === rule)?.source;
  const where = source === undefined ? rule : placeOf(rule, source, wording);
  return {
    ...lookOf(open),
    text: wording.say('overdue.line', {
      about: openAbout(open, wording),
      what: dueName(open, place.catalogue, wording),
    }),
    ...dateOf(open, wording),
    place: [...whoOf(open, place, wording), where].join(' · '),
  };
};

/** An open entry where others read along: the number, what it is called there, and the date. */
export const openLineApart = (open: OpenDue, nameApart: (rule: string) => string, wording: Wording): Line => ({
  ...lookOf(open),
  text: wording.say('overdue.line', {
    about: open.item.id,
    what: nameApart(open.entry.rule),
  }),
  ...dateOf(open, wording),
});

/** "3 overskredet, 5 forfalder snart og 2 uden dato": what there is of it. */
export const countsInWords = (counts: Partial<Record<keyof OpenAgenda, number>>, { say, language }: Wording): string =>
  formatList(
    (['overdue', 'soon', 'undated', 'later'] as const).flatMap((part) => {
      const count = counts[part] ?? 0;
      return count === 0 ? [] : [say(`overdue.count.${part}`, { count })];
    }),
    language,
  );
