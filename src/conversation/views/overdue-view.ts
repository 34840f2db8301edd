import type { CardAction, CardInput, Headline, Line, MessageView } from '../../cards/views.ts';
import { caseworkerOf, entryKey, keyOf, type OpenDue } from '../../agenda/open-due.ts';
import type { OpenAgenda } from '../../agenda/read-agenda.ts';
import { GROUPINGS, type Grouping } from '../intents/overdue-wanted.ts';
import { messageView } from './message-view.ts';
import { countsInWords, dueName, openAbout, whenOf, openLine, openLineApart, type OpenPlace } from './open-line.ts';
import { nameOf } from './request-facts.ts';
import { toldApart } from './told-apart.ts';
import type { Wording } from './wording.ts';

/** Rows on a card. */
const OPEN_ROWS = 10;

/** What the card of an agenda is made from. */
export interface OverdueShown extends OpenPlace {
  agenda: OpenAgenda;
  by: Grouping;
  from: number;
  /** Whose, and as of which day. */
  about: string;
  notes: string[];
  /** What is due is called so where others read along. */
  nameApart: (rule: string) => string;
  /** In the reader's own chat. */
  personal: boolean;
  /** It has the cases of more than one caseworker. */
  ofTeams: boolean;
  /** What the buttons of the card ask for again, besides the row and the order. */
  again: Record<string, string>;
  /** It is only a part that was asked for. */
  narrowed: boolean;
  /** What can be asked instead where there is nothing. */
  instead: CardAction[];
}

const countsOf = (agenda: OpenAgenda): Record<keyof OpenAgenda, number> => ({
  overdue: agenda.overdue.length,
  soon: agenda.soon.length,
  undated: agenda.undated.length,
  later: agenda.later.length,
});

const headlineOf = ({ agenda, narrowed }: OverdueShown, wording: Wording): Omit<Headline, 'about'> => {
  const { overdue, soon, undated, later } = agenda;
  if (overdue.length + soon.length + undated.length + later.length === 0)
    return { symbol: '✓', tone: 'good', title: wording.say(narrowed ? 'overdue.none-such' : 'overdue.none') };
  const title = countsInWords(countsOf(agenda), wording);
  if (overdue.length > 0) return { symbol: '✕', tone: 'attention', title };
  return soon.length > 0 ? { symbol: '!', tone: 'warning', title } : { symbol: '→', tone: 'default', title };
};

/** A group of rows with what it is called; in the order by date all rows are one group without a name. */
interface Group {
  name?: string;
  rows: OpenDue[];
}

const groupName = (open: OpenDue, { by, staff, personal, nameApart }: OverdueShown, wording: Wording): string => {
  if (by === 'rule') return personal ? open.entry.name[wording.language] : nameApart(open.entry.rule);
  const caseworker = caseworkerOf(open);
  return caseworker === undefined ? wording.say('overdue.matters') : nameOf(caseworker, staff, wording);
};

const groupsOf = (shown: OverdueShown, wording: Wording): Group[] => {
  const { overdue, soon, undated, later } = shown.agenda;
  const rows = [...overdue, ...soon, ...undated, ...later];
  if (shown.by === 'date') return [{ rows }];
  const groups = Map.groupBy(rows, (open) => groupName(open, shown, wording));
  return [...groups]
    .map(([name, of]) => ({ name, rows: of }))
    .toSorted((a, b) => a.name.localeCompare(b.name, wording.language));
};

const groupLine = ({ name = '', rows }: Group, agenda: OpenAgenda, wording: Wording): Line => {
  const within = (part: readonly OpenDue[]): number => part.filter((open) => rows.includes(open)).length;
  const counts = {
    overdue: within(agenda.overdue),
    soon: within(agenda.soon),
    undated: within(agenda.undated),
    later: within(agenda.later),
  };
  return { symbol: 'i', text: wording.say('overdue.group', { name, counts: countsInWords(counts, wording) }) };
};

/** The rows of the page, each group of them below its name. */
const linesOf = (shown: OverdueShown, groups: readonly Group[], wording: Wording): Line[] => {
  const { from, by, personal, agenda } = shown;
  const placeOf = (open: OpenDue): OpenPlace => {
    const caseworker = by === 'caseworker' ? caseworkerOf(open) : undefined;
    return { ...shown, ...(caseworker !== undefined && { caseworker }) };
  };
  const line = (open: OpenDue): Line =>
    personal ? openLine(open, placeOf(open), wording) : openLineApart(open, shown.nameApart, wording);
  let before = 0;
  return groups.flatMap((group) => {
    const first = Math.max(0, from - before);
    const rows = group.rows.slice(first, Math.max(first, from + OPEN_ROWS - before));
    before += group.rows.length;
    if (rows.length === 0) return [];
    return [...(group.name === undefined ? [] : [groupLine(group, agenda, wording)]), ...rows.map(line)];
  });
};

/** One of the rows of the page is chosen for the buttons below. */
const choiceOf = (page: readonly OpenDue[], { catalogue }: OverdueShown, wording: Wording): CardInput[] =>
  page.length === 0
    ? []
    : [
        {
          id: 'entry',
          type: 'choice',
          label: wording.say('overdue.choose'),
          choices: toldApart(
            page.map((open) => ({
              title: wording.say('overdue.choice', {
                about: openAbout(open, wording),
                what: dueName(open, catalogue, wording),
              }),
              value: keyOf(entryKey(open)),
              apart: whenOf(open, wording),
            })),
          ),
          ...(page.length === 1 && page[0] !== undefined && { value: keyOf(entryKey(page[0])) }),
        },
      ];

const actionsOf = (shown: OverdueShown, total: number, { say }: Wording): CardAction[] => {
  const { from, by, again, ofTeams } = shown;
  const next = from + OPEN_ROWS;
  const show = (title: string, data: CardAction['data']): CardAction => ({
    title,
    verb: 'show-overdue',
    data: { ...again, ...data },
    checksInputs: false,
  });
  const others = GROUPINGS.filter((one) => one !== by && (ofTeams || one !== 'caseworker'));
  return [
    { title: say('overdue.button.take'), verb: 'take-open', data: { ...again, from, by }, style: 'positive' },
    { title: say('overdue.button.done'), verb: 'record-open', data: {} },
    { title: say('overdue.button.ask'), verb: 'ask-open', data: {} },
    ...(next < total ? [show(say('overdue.button.more'), { from: next, by })] : []),
    // Few rows need no other order.
    ...(total > 3 ? others.map((one) => show(say(`overdue.button.by-${one}`), { from: 0, by: one })) : []),
  ];
};

/** The agenda of somebody or of a team: a page of it, most pressing first, with what can be done about each. */
export const overdueView = (shown: OverdueShown, wording: Wording): MessageView => {
  const { symbol, tone, title } = headlineOf(shown, wording);
  const { about, notes, personal, from, narrowed } = shown;
  const groups = groupsOf(shown, wording);
  const rows = groups.flatMap((group) => group.rows);
  const { say } = wording;
  if (rows.length === 0)
    return messageView(symbol, title, {
      tone,
      about,
      paragraphs: [...notes, ...(narrowed ? [] : [say('overdue.none-text')])],
      actions: shown.instead,
    });
  const page = rows.slice(from, from + OPEN_ROWS);
  const above = from === 0 && page.length === rows.length;
  return messageView(symbol, title, {
    tone,
    about,
    paragraphs: [
      ...notes,
      ...(above ? [] : [say('overdue.page', { from: from + 1, to: from + page.length, count: rows.length })]),
      ...(personal ? [] : [say('talk.details-in-own-chat')]),
    ],
    lines: linesOf(shown, groups, wording),
    inputs: personal ? choiceOf(page, shown, wording) : [],
    actions: personal ? actionsOf(shown, rows.length, wording) : [],
  });
};
