import { type Digest, isQuiet } from '../../agenda/digest.ts';
import type { CardAction, MessageView } from '../../cards/views.ts';
import { formatList, formatWeekday } from '../../format/format.ts';
import { askButton, messageView } from './message-view.ts';
import { countsInWords, openLine, type OpenPlace } from './open-line.ts';
import type { Wording } from './wording.ts';

/** What somebody's own morning list is made from. */
export interface OwnList extends OpenPlace {
  digest: Digest;
  /** What they are called. */
  name: string;
  /** Whether there is a team whose deadlines they may see. */
  hasTeam: boolean;
  /** How many requests wait for their answer. */
  waiting: number;
  /** What is to be said above all: that the list comes late, that the plan's period is over. */
  notes: string[];
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

const headlineOf = (
  { digest, name }: OwnList,
  wording: Wording,
): Pick<MessageView['headline'], 'symbol' | 'tone' | 'title'> => {
  const { say } = wording;
  if (isQuiet(digest))
    return { symbol: '✓', tone: 'good', title: say('overdue.own.title-none', { name: firstName(name) }) };
  const title = say('overdue.own.title', { name: firstName(name), counts: countsInWords(digest.counts, wording) });
  const { overdue, soon } = digest.counts;
  if (overdue > 0) return { symbol: '✕', tone: 'attention', title };
  return soon > 0 ? { symbol: '!', tone: 'warning', title } : { symbol: '○', tone: 'default', title };
};

const paragraphsOf = ({ digest, waiting }: OwnList, { say, language }: Wording): string[] => {
  const { counts, worst, since } = digest;
  const more = counts.overdue + counts.soon - worst.length;
  return [
    ...(since === undefined || since.handled === 0
      ? []
      : [say('overdue.own.handled', { count: since.handled, date: formatWeekday(since.day, language) })]),
    ...(more > 0 ? [say('overdue.own.more', { count: more })] : []),
    ...(counts.undated > 0 ? [say('overdue.own.undated', { count: counts.undated })] : []),
    ...(waiting > 0 ? [say('overdue.own.waiting', { count: waiting })] : []),
  ];
};

const missedNote = ({ missed }: Digest, { say, language }: Wording): string[] =>
  missed.length === 0
    ? []
    : [
        say('overdue.own.missed', {
          days: formatList(
            missed.map((day) => formatWeekday(day, language)),
            language,
          ),
        }),
      ];

/** The sentences that the list's buttons ask. */
const sentences = {
  all: 'talk.example.overdue-mine',
  team: 'talk.example.overdue-team',
  waiting: 'talk.example.pending',
  stop: 'overdue.own.ask.stop',
} as const;

const asks = (what: keyof typeof sentences, { say }: Wording): CardAction =>
  askButton(say(`overdue.own.button.${what}`), { text: say(sentences[what]) });

/** The morning list of one person, for their own chat: what of theirs is most pressing, and what waits for them. */
export const ownListView = (list: OwnList, wording: Wording): MessageView => {
  const { digest, notes, waiting, hasTeam } = list;
  const { symbol, tone, title } = headlineOf(list, wording);
  return messageView(symbol, title, {
    tone,
    about: wording.say('overdue.own.about', { date: formatWeekday(digest.day, wording.language) }),
    notes: [...notes, ...missedNote(digest, wording)],
    paragraphs: paragraphsOf(list, wording),
    lines: digest.worst.map((open) => openLine(open, list, wording)),
    actions: [
      ...(isQuiet(digest) ? (hasTeam ? [asks('team', wording)] : []) : [asks('all', wording)]),
      ...(waiting > 0 ? [asks('waiting', wording)] : []),
      asks('stop', wording),
    ],
  });
};
