import type { SegmentRow, SegmentsView } from '../../cards/views.ts';
import type { SegmentCounts } from '../../cases/segment-counts.ts';
import type { Benefit } from '../../contract/vocabulary.ts';
import { formatDate, formatList } from '../../format/format.ts';
import type { Rulebook, Segment } from '../../rulebook/compile.ts';
import { FEW_PEOPLE } from '../../rulebook/targets.ts';
import { barUpTo } from './bar.ts';
import { planNote } from './plan-note.ts';
import { amountTold } from './target-lines.ts';
import { placeOf, type Wording } from './wording.ts';

/** What was asked for, as far as the card says it. */
export interface SegmentsAsked {
  scope: { of: 'municipality' | 'teams' | 'mine'; teams: string[] };
  benefit?: Benefit;
  /** The rule of the one group that was asked about. */
  group?: string;
  /** Another day than today was asked for, which the cases cannot show. */
  otherDay: boolean;
  /** The reader knows the people anyway: small numbers are told as they are. */
  mayPoint: boolean;
}

const whose = ({ scope }: SegmentsAsked, { name }: Pick<Rulebook, 'name'>, { say, language }: Wording): string => {
  if (scope.of === 'municipality') return name[language];
  if (scope.of === 'mine') return say('segments.of-mine');
  return say('segments.of-teams', { count: scope.teams.length, teams: formatList(scope.teams, language) });
};

/** Whether a number may point at somebody; of nobody at all it is only where the others add up to the whole. */
const isFew = (count: number, { mayPoint }: SegmentsAsked): boolean => !mayPoint && count < FEW_PEOPLE;

/** How the plan's groups divide the open cases. Where one number is withheld the whole is too: it would tell it. */
export const segmentsView = (
  { open, of, inNone, overlap }: SegmentCounts,
  rulebook: Pick<Rulebook, 'segments' | 'rules' | 'document' | 'validTo' | 'name'>,
  asked: SegmentsAsked,
  wording: Wording,
): SegmentsView => {
  const { say, language, today } = wording;
  const countOf = ({ rule }: Pick<Segment, 'rule'>): number => of.get(rule) ?? 0;
  const told = (count: number): string => amountTold({ value: count, few: isFew(count, asked) }, 'citizens', wording);
  const withheld = rulebook.segments.some((segment) => isFew(countOf(segment), asked));
  const restWithheld = inNone > 0 && isFew(inNone, asked);
  const largest = Math.max(...rulebook.segments.map(countOf));
  const row = (segment: Segment): SegmentRow => ({
    name: segment.name[language],
    count: told(countOf(segment)),
    ...(isFew(countOf(segment), asked) || largest === 0 ? {} : { bar: barUpTo(countOf(segment), largest) }),
    statement: rulebook.rules.find(({ id }) => id === segment.rule)?.statement[language] ?? '',
    place: placeOf(segment.rule, segment.source, wording),
  });
  const group = rulebook.segments.find(({ rule }) => rule === asked.group);
  const title =
    group !== undefined
      ? say('segments.title-one', { group: group.name[language], amount: told(countOf(group)) })
      : withheld || restWithheld
        ? say('segments.title')
        : say('segments.title-all', { count: open });
  const about = say('segments.about', { whose: whose(asked, rulebook, wording), date: formatDate(today, language) });
  return {
    view: 'segments',
    headline: { symbol: 'i', tone: 'default', title, about },
    notes: [
      ...planNote(today > rulebook.validTo ? rulebook.validTo : undefined, wording),
      ...(asked.benefit === undefined
        ? []
        : [say('segments.only-benefit', { benefit: say(`facts.benefit.${asked.benefit}`) })]),
      ...(asked.otherDay ? [say('segments.only-today')] : []),
      ...(overlap && !withheld ? [say('segments.overlap')] : []),
      ...(withheld || restWithheld ? [say('segments.few')] : []),
      ...(inNone === 0 || withheld || restWithheld ? [] : [say('segments.in-none', { count: inNone })]),
    ],
    rows: rulebook.segments.map(row),
    actions: [],
  };
};
