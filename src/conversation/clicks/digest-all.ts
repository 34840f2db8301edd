import { caseworkerOf, type OpenDue } from '../../agenda/open-due.ts';
import { readAgenda } from '../../agenda/read-agenda.ts';
import type { CardAction, DateLine, DigestView } from '../../cards/views.ts';
import { formatWeekday, localeOf } from '../../format/format.ts';
import { digestWords } from '../digest/present-digest.ts';
import type { Answer, Talking } from '../services.ts';
import { wordingOf } from '../views/case-line.ts';
import { type DigestShown, leftOf } from '../views/digest-view.ts';
import type { ClickData } from './click-data.ts';
import { backButton } from './digest-check.ts';
import { atDigest, type DigestPlace, otherDay } from './digest-place.ts';

/** Rows on a card of the whole list. */
const ALL_ROWS = 25;

type Wanted = Pick<ClickData<'digest-all'>, 'by' | 'from'>;
type Words = Pick<DigestShown, 'nameOf' | 'whatOf'>;

/** Under which heading an entry stands. Of a matter there is no caseworker. */
const headingOf = (open: OpenDue, by: Wanted['by'], { nameOf, whatOf }: Words, { say }: Talking): string => {
  if (by === 'rule') return `${whatOf(open.entry.rule)} · ${open.entry.rule}`;
  const caseworker = caseworkerOf(open);
  return caseworker === undefined ? say('digest.list.matters') : nameOf(caseworker);
};

const lookOf = ({ entry, status }: OpenDue): Pick<DateLine, 'symbol' | 'tone'> => {
  if (entry.due === undefined) return { symbol: '○' };
  return status === 'overdue' ? { symbol: '✕', tone: 'attention' } : { symbol: '!', tone: 'warning' };
};

const lineOf = (open: OpenDue, by: Wanted['by'], { nameOf, whatOf }: Words, talking: Talking): DateLine => {
  const { say } = talking;
  const { id } = open.item;
  const caseworker = caseworkerOf(open);
  const whose =
    caseworker === undefined
      ? say('digest.row.matter', { id })
      : say('digest.row.about', { case: id, name: nameOf(caseworker) });
  const left = leftOf(open.entry.due, wordingOf(talking));
  return {
    ...lookOf(open),
    ...(by === 'rule' ? { label: whose, date: left } : { label: whatOf(open.entry.rule), date: left, left: id }),
    ...(open.takenBy !== undefined && { place: say('digest.row.taken', { name: nameOf(open.takenBy) }) }),
  };
};

const grouped = (open: readonly OpenDue[], by: Wanted['by'], words: Words, talking: Talking): [string, OpenDue[]][] => {
  const groups = new Map<string, OpenDue[]>();
  for (const one of open) {
    const heading = headingOf(one, by, words, talking);
    groups.set(heading, [...(groups.get(heading) ?? []), one]);
  }
  const { compare } = new Intl.Collator(localeOf(talking.turn.language));
  return [...groups].toSorted(([a], [b]) => compare(a, b));
};

/** The groups of a page; a heading says how many there are of it in all. */
const pageOf = (
  groups: [string, OpenDue[]][],
  { by, from }: Wanted,
  words: Words,
  talking: Talking,
): DigestView['groups'] => {
  let before = 0;
  return groups.flatMap(([name, all]) => {
    const rows = all.slice(Math.max(0, from - before), Math.max(0, from + ALL_ROWS - before));
    before += all.length;
    if (rows.length === 0) return [];
    const title = talking.say('digest.list.group', { name, number: all.length });
    return [{ title, lines: rows.map((open) => lineOf(open, by, words, talking)) }];
  });
};

const turning = (talking: Talking, place: DigestPlace, { by, from }: Wanted, total: number): CardAction[] => {
  const to = (key: 'previous' | 'next', page: number): CardAction => ({
    title: talking.say(`digest.button.${key}`),
    verb: 'digest-all',
    data: { digest: place.job.id, by, from: page },
    checksInputs: false,
  });
  return [
    ...(from > 0 ? [to('previous', Math.max(0, from - ALL_ROWS))] : []),
    ...(from + ALL_ROWS < total ? [to('next', from + ALL_ROWS)] : []),
    backButton(talking, place),
  ];
};

const listFrom = async (talking: Talking, place: DigestPlace, wanted: Wanted): Promise<Answer> => {
  const { services, say, turn } = talking;
  const { team } = place;
  const { overdue, soon, undated } = await readAgenda(services.store, team.municipality, { team: team.id }, turn.today);
  const all = [...overdue, ...soon, ...undated];
  const { planEnded: _, ...words } = await digestWords(services, team, wordingOf(talking));
  // What was done meanwhile is no longer there, so a page may lie behind the last one.
  const from = wanted.from < all.length ? wanted.from : 0;
  const page = { from: from + 1, to: Math.min(from + ALL_ROWS, all.length), total: all.length };
  const view: DigestView = {
    view: 'digest',
    headline: {
      symbol: 'i',
      tone: 'default',
      title: say(`digest.list.title.${wanted.by}`, { team: team.name }),
      about: formatWeekday(turn.today, turn.language),
    },
    notes: [...otherDay(talking, place), say(all.length === 0 ? 'digest.list.none' : 'digest.list.page', page)],
    counts: [],
    chart: [],
    rows: [],
    groups: pageOf(grouped(all, wanted.by, words, talking), { ...wanted, from }, words, talking),
    inputs: [],
    actions: turning(talking, place, { ...wanted, from }, all.length),
  };
  return { view };
};

/** "Vis alle": all that is open in the team, for whoever clicks, a page at a time. */
export const showAll = (talking: Talking, data: ClickData<'digest-all'>): Promise<Answer> =>
  atDigest(talking, data.digest, (place) => listFrom(talking, place, data));
