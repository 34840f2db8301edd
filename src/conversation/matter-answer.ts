import type { Headline, Line } from '../cards/views.ts';
import type { Matter } from '../contract/case.ts';
import { formatInstant } from '../format/format.ts';
import { may } from '../people/policy.ts';
import { decide } from '../rulebook/decide.ts';
import type { DueEntry } from '../rulebook/judgement.ts';
import type { Rulebook } from '../rulebook/compile.ts';
import { withRulebook } from './intents/rules-of-today.ts';
import type { Answer, Talking } from './services.ts';
import { wordingOf } from './views/case-line.ts';
import { messageView } from './views/message-view.ts';
import { planNote } from './views/plan-note.ts';
import { civilDateOf, daysLeft, dueInWords, placeOf } from './views/wording.ts';

/** The matter with this number, however its letters are written; one that the asker may not see is not there. */
const seenMatter = async ({ services, turn }: Talking, number: string): Promise<Matter | undefined> => {
  const { person, today } = turn;
  for (const spelling of new Set([number, number.toUpperCase(), number.toLowerCase()])) {
    const found = (await services.store.read('matter', person.municipality, spelling))?.item.record;
    const isThere = found !== undefined && civilDateOf(found.receivedAt) <= today;
    if (isThere && may(person, 'see-matter', found, today)) return found;
  }
  return undefined;
};

const looks: Record<DueEntry['status'], Pick<Headline, 'symbol' | 'tone'>> = {
  met: { symbol: '✓', tone: 'good' },
  upcoming: { symbol: '→', tone: 'default' },
  'due-soon': { symbol: '!', tone: 'warning' },
  overdue: { symbol: '✕', tone: 'attention' },
};

/** Of several clocks the one that hurries most. */
const worst = (entries: readonly DueEntry[]): DueEntry | undefined =>
  (['overdue', 'due-soon', 'upcoming', 'met'] as const)
    .map((status) => entries.find((entry) => entry.status === status))
    .find((entry) => entry !== undefined);

const clockLine = (talking: Talking, { rule, name, due, status }: DueEntry, { rules }: Rulebook): Line => {
  const wording = wordingOf(talking);
  const source = rules.find(({ id }) => id === rule)?.source;
  const values = { name: name[wording.language], due: dueInWords(due, wording) };
  const text =
    status === 'met'
      ? talking.say('matters.clock-met', values)
      : talking.say('matters.clock', { ...values, left: daysLeft(due, wording) });
  return { ...looks[status], text, place: source === undefined ? rule : placeOf(rule, source, wording) };
};

const courseLines = (talking: Talking, { receivedAt, answeredAt }: Matter): Line[] => {
  const at = (instant: string): string => formatInstant(instant, talking.turn.language);
  return [
    { symbol: 'i', text: talking.say('matters.received', { at: at(receivedAt) }) },
    answeredAt === undefined
      ? { symbol: '○', text: talking.say('matters.not-answered') }
      : { symbol: '✓', text: talking.say('matters.answered', { at: at(answeredAt) }) },
  ];
};

const matterView = (talking: Talking, matter: Matter, rulebook: Rulebook): Answer['view'] => {
  const { say, turn, personal } = talking;
  const question = { kind: 'deadlines' } as const;
  const { deadlines } = decide(rulebook, { today: turn.today, question, matter, catalogue: [] });
  const first = worst(deadlines);
  const title = say(first === undefined ? 'matters.title.silent' : `matters.title.${first.status}`);
  const { symbol, tone } = first === undefined ? { symbol: 'i', tone: 'default' as const } : looks[first.status];
  if (!personal) {
    const ended = turn.today > rulebook.validTo ? rulebook.validTo : undefined;
    const notes = planNote(ended, wordingOf(talking));
    return messageView(symbol, title, { tone, about: matter.id, notes, paragraphs: [say('talk.details-in-own-chat')] });
  }
  return messageView(symbol, title, {
    tone,
    about: say('matters.about', { id: matter.id, kind: say(`matters.kind.${matter.kind}`) }),
    paragraphs: first === undefined ? [say('matters.silent-text', { document: rulebook.document })] : [],
    lines: [...courseLines(talking, matter), ...deadlines.map((entry) => clockLine(talking, entry, rulebook))],
  });
};

/** What there is to say of a matter: its kind, its course and its clock. Nothing where the asker sees none of this number. */
export const matterAnswer = async (talking: Talking, number: string): Promise<Answer | undefined> => {
  const matter = await seenMatter(talking, number);
  if (matter === undefined) return undefined;
  return withRulebook(talking, async (rulebook) => ({
    view: matterView(talking, matter, rulebook),
    ...(talking.personal ? {} : { withheld: true }),
  }));
};
