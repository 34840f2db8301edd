import type { CardInput, Line, MessageView } from '../../cards/views.ts';
import type { DueChange } from '../../cases/due-changes.ts';
import { EVENT_FLAGS, type EventFlag } from '../../cases/record-event.ts';
import type { CaseEvent } from '../../contract/case.ts';
import { EVENT_TYPES } from '../../contract/vocabulary.ts';
import { formatWeekday } from '../../format/format.ts';
import { dayOf } from '../../rulebook/calendar.ts';
import type { EventDraft } from '../talk.ts';
import { askButton, messageView } from './message-view.ts';
import { type Wording, dateInWords, daysLeft } from './wording.ts';

/** From so many days on it is said how far back a day lies. */
const LONG_AGO = 31;

const yesNo = (value: boolean, { say }: Wording): string => say(value ? 'facts.yes' : 'facts.no');

const saidOf = (flag: EventFlag, value: boolean, wording: Wording): string =>
  wording.say('events.said', { question: wording.say(`events.ask.${flag}`), answer: yesNo(value, wording) });

const eventLine = ({ type, on }: CaseEvent, { say, language }: Wording): Line => ({
  symbol: 'i',
  text: say('events.check.line', { event: say(`events.type.${type}`), date: formatWeekday(on, language) }),
});

/** What is told of an event besides type and day; `except` is asked on the card instead. */
const flagLines = (event: CaseEvent, except: readonly EventFlag[], wording: Wording): Line[] =>
  EVENT_FLAGS.flatMap((flag) => {
    const value = event[flag];
    return value === undefined || except.includes(flag) ? [] : [{ symbol: 'i', text: saidOf(flag, value, wording) }];
  });

const symbols: Record<DueChange['is'], string> = { met: '✓', moved: '→', new: '→', gone: '✓' };

const changeText = ({ is, entry }: DueChange, wording: Wording): string =>
  wording.say(`events.change.${is}`, {
    name: entry.name[wording.language],
    ...(is === 'moved' || is === 'new'
      ? { date: dateInWords(entry.due, wording), left: daysLeft(entry.due, wording) }
      : {}),
  });

const changeLines = (changes: readonly DueChange[], wording: Wording): Line[] =>
  changes.map((change) => ({
    symbol: symbols[change.is],
    text: changeText(change, wording),
    place: change.entry.rule,
    ...(change.is === 'met' ? { tone: 'good' as const } : {}),
  }));

/** The card that asks for what is not told yet; `wrong` says why what was told cannot be recorded. */
export const eventForm = (
  draft: EventDraft,
  { about, reading }: { about: string; reading: string[] },
  wording: Wording,
): MessageView => {
  const { say } = wording;
  const inputs: CardInput[] = [
    ...(draft.type === undefined
      ? [
          {
            id: 'type',
            type: 'choice' as const,
            label: say('events.ask.type'),
            choices: EVENT_TYPES.map((type) => ({ title: say(`events.type.${type}`), value: type })),
          },
        ]
      : []),
    ...(draft.on === undefined ? [{ id: 'on', type: 'date' as const, label: say('events.ask.on') }] : []),
  ];
  return messageView('?', say('events.form.title'), {
    about,
    paragraphs: reading,
    lines: draft.type === undefined ? [] : [{ symbol: 'i', text: say(`events.type.${draft.type}`) }],
    inputs,
    actions: [
      { title: say('events.form.button'), verb: 'check-event', data: { draft: draft.id }, style: 'positive' },
      { title: say('events.button.cancel'), verb: 'drop-event', data: { draft: draft.id }, checksInputs: false },
    ],
  });
};

/** What a card shows before anything is recorded. */
export interface EventCheck {
  draft: string;
  event: CaseEvent;
  about: string;
  reading: string[];
  /** Such an event is there already; only what is new is put to it. */
  adds: boolean;
  asked: EventFlag[];
  /** The offers that a follow-up can have been of, by id and name. */
  offers: { id: string; name: string }[];
  changes: DueChange[];
  /** What a yes would change besides, for what is not answered yet. */
  ifYes: { flag: EventFlag; changes: DueChange[] }[];
}

const yesOrNo = (id: string, label: string, { say }: Wording): CardInput => ({
  id,
  type: 'choice',
  label,
  choices: [true, false].map((one) => ({ title: say(one ? 'facts.yes' : 'facts.no'), value: String(one) })),
});

const flagInput = (flag: EventFlag, event: CaseEvent, wording: Wording): CardInput => {
  const value = event[flag];
  const input = yesOrNo(flag, wording.say(`events.ask.${flag}`), wording);
  return input.type !== 'choice' || value === undefined ? input : { ...input, value: String(value) };
};

/** Which offer was followed up, and what that showed; the only one there is, is chosen. */
const followUpInputs = (offers: EventCheck['offers'], wording: Wording): CardInput[] => {
  const { say } = wording;
  const [only, ...more] = offers;
  if (only === undefined) return [];
  return [
    {
      id: 'offer',
      type: 'choice',
      label: say('events.ask.offer'),
      choices: [
        ...offers.map(({ id, name }) => ({ title: name, value: id })),
        { title: say('events.no-offer'), value: 'none' },
      ],
      ...(more.length === 0 ? { value: only.id } : {}),
    },
    yesOrNo('progress', say('events.ask.progress'), wording),
    yesOrNo('asAgreed', say('events.ask.asAgreed'), wording),
  ];
};

const hintsOf = ({ event, reading, adds, offers, changes, ifYes }: EventCheck, { say, today }: Wording): string[] => {
  const days = dayOf(today) - dayOf(event.on);
  return [
    ...reading,
    ...(days >= LONG_AGO ? [say('events.check.long-ago', { count: days })] : []),
    ...(adds ? [say('events.check.adds')] : []),
    ...(event.type === 'note' ? [say('events.check.note-text')] : []),
    ...(changes.length === 0 && ifYes.length === 0 && offers.length === 0 ? [say('events.check.no-effect')] : []),
    say('events.check.nothing-yet'),
  ];
};

/** What will be recorded and what it changes, before it is. */
export const eventCheck = (check: EventCheck, wording: Wording): MessageView => {
  const { say } = wording;
  const { draft, event, about, asked, offers, changes, ifYes } = check;
  const supposed = ifYes.flatMap(({ flag, changes: more }) =>
    more.map((change) => ({
      symbol: '?',
      text: say('events.check.if-yes', {
        question: say(`events.ask.${flag}`),
        change: changeText(change, wording),
      }),
      place: change.entry.rule,
    })),
  );
  return messageView('?', say('events.check.title'), {
    about,
    paragraphs: hintsOf(check, wording),
    lines: [
      eventLine(event, wording),
      ...flagLines(event, asked, wording),
      ...changeLines(changes, wording),
      ...supposed,
    ],
    inputs: [...asked.map((flag) => flagInput(flag, event, wording)), ...followUpInputs(offers, wording)],
    actions: [
      { title: say('events.button.record'), verb: 'record-event', data: { draft }, style: 'positive' },
      { title: say('events.button.cancel'), verb: 'drop-event', data: { draft }, checksInputs: false },
    ],
  });
};

/** What stands in the case: just recorded, or there before (`there`). */
export const eventDone = (
  {
    event,
    caseId,
    about,
    changes,
    there,
  }: { event: CaseEvent; caseId: string; about: string; changes: DueChange[]; there: boolean },
  wording: Wording,
): MessageView => {
  const { say } = wording;
  const text = there ? [say('events.there.text')] : changes.length === 0 ? [say('events.done.no-effect')] : [];
  return messageView('✓', say(there ? 'events.there.title' : 'events.done.title'), {
    tone: 'good',
    about,
    paragraphs: text,
    lines: [eventLine(event, wording), ...flagLines(event, [], wording), ...changeLines(changes, wording)],
    actions: [
      askButton(say('talk.ask.deadlines'), { intent: 'deadlines', caseId }),
      askButton(say('talk.ask.next-step'), { intent: 'next-step', caseId }),
    ],
  });
};
