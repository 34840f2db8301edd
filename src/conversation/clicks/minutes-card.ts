import type { CardInput, Line, MessageView } from '../../cards/views.ts';
import { formatDate, formatList } from '../../format/format.ts';
import type { Need } from '../../requests/request.ts';
import type { ToDiscuss } from '../../requests/to-discuss.ts';
import type { Talking } from '../services.ts';
import type { MinutesItem } from '../talk.ts';
import { discussionAbout } from '../views/agenda-view.ts';
import { wordingOf } from '../views/case-line.ts';
import { messageView } from '../views/message-view.ts';
import { rolesInWords } from '../views/wording.ts';

/** Items on a card of minutes: each has two inputs, and a meeting goes through them in this order. */
export const MINUTES_PAGE = 5;

/** An item of the minutes: what was discussed, and the sign-offs the person gives by that. */
export interface Discussed {
  one: ToDiscuss;
  mine: Need[];
}

const rulesOf = ({ turn }: Talking, mine: Need[]): string =>
  formatList(
    mine.map(({ rule }) => rule),
    turn.language,
  );

const inputsOf = (talking: Talking, { one, mine }: Discussed, number: number): CardInput[] => {
  const { say } = talking;
  return [
    {
      id: `outcome${number}`,
      type: 'choice',
      label: say('agenda.minutes.outcome', {
        about: discussionAbout(talking, one),
        rules: rulesOf(talking, mine),
      }),
      choices: [
        { title: say('agenda.minutes.not-discussed'), value: 'open' },
        { title: say('agenda.minutes.approved'), value: 'approved' },
        { title: say('agenda.minutes.declined'), value: 'declined' },
      ],
      value: 'open',
    },
    {
      id: `reason${number}`,
      type: 'text',
      label: say('agenda.minutes.reason', { case: one.item.id }),
      multiline: true,
    },
  ];
};

/** The requests of a page by number: the inputs beside them have the same. */
const idsOf = (page: Discussed[]): Record<string, string | number> =>
  Object.fromEntries(
    page.flatMap(({ one: { request } }, index) =>
      request === undefined
        ? []
        : [
            [`request${index + 1}`, request.id],
            [`revision${index + 1}`, request.revision],
          ],
    ),
  );

/** The card on which one says what was discussed, and with which outcome. */
export const minutesForm = (
  talking: Talking,
  all: Discussed[],
  { from, team }: { from: number; team?: string | undefined },
): MessageView => {
  const { say } = talking;
  const page = all.slice(from, from + MINUTES_PAGE);
  const more = all.length - from - page.length;
  const next = { from: from + MINUTES_PAGE, ...(team === undefined ? {} : { team }) };
  return messageView('i', say('agenda.minutes.title'), {
    paragraphs: [say('agenda.minutes.text'), ...(more > 0 ? [say('agenda.minutes.more', { count: more })] : [])],
    inputs: page.flatMap((discussed, index) => inputsOf(talking, discussed, index + 1)),
    actions: [
      { title: say('agenda.minutes.button.check'), verb: 'check-minutes', data: idsOf(page), style: 'positive' },
      ...(more > 0
        ? [{ title: say('agenda.minutes.button.next'), verb: 'write-minutes', data: next, checksInputs: false }]
        : []),
    ],
  });
};

/** "vurdering fra jobkonsulenten": each sign-off that a request still waits for. */
export const waitsFor = (talking: Talking, needs: Need[]): string =>
  formatList(
    needs.map(({ form, roles }) =>
      talking.say(`request.need.${form}`, { roles: rolesInWords(roles, wordingOf(talking)) }),
    ),
    talking.turn.language,
  );

const effectOf = (talking: Talking, { one, mine }: Discussed, { answer }: MinutesItem): string => {
  const { say } = talking;
  if (answer === 'declined') return say('agenda.minutes.check.ends');
  const rules = new Set(mine.map(({ rule }) => rule));
  const left = (one.request?.needs ?? []).filter(({ given, rule }) => given === undefined && !rules.has(rule));
  return left.length === 0
    ? say('agenda.minutes.check.settles')
    : say('agenda.minutes.check.waits', { needs: waitsFor(talking, left) });
};

const willBe = (talking: Talking, discussed: Discussed, item: MinutesItem): Line => {
  const about = discussionAbout(talking, discussed.one);
  const rules = rulesOf(talking, discussed.mine);
  const text = talking.say(`agenda.minutes.check.${item.answer}`, { about, rules, reason: item.reason ?? '' });
  return {
    symbol: item.answer === 'approved' ? '✓' : '✕',
    tone: item.answer === 'approved' ? 'good' : 'attention',
    text,
    place: effectOf(talking, discussed, item),
  };
};

/** What will be recorded, before it is, and what cannot be. */
export const minutesCheck = (
  talking: Talking,
  marked: { discussed: Discussed; item: MinutesItem }[],
  left: string[],
  draft: string,
): MessageView => {
  const { say, turn } = talking;
  const leftOut = left.map((text) => ({ symbol: '!', tone: 'warning' as const, text }));
  if (marked.length === 0) return messageView('!', say('agenda.minutes.check.none'), { lines: leftOut });
  return messageView('?', say('agenda.minutes.check.title', { count: marked.length }), {
    paragraphs: [say('agenda.minutes.check.text', { date: formatDate(turn.today, turn.language) })],
    lines: [...marked.map(({ discussed, item }) => willBe(talking, discussed, item)), ...leftOut],
    actions: [
      {
        title: say('agenda.minutes.button.record'),
        verb: 'record-minutes',
        data: { draft },
        style: 'positive',
        checksInputs: false,
      },
    ],
  });
};
