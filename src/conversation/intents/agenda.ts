import type { CardAction, MessageView } from '../../cards/views.ts';
import { formatDate, formatList } from '../../format/format.ts';
import type { Rulebook } from '../../rulebook/compile.ts';
import type { ToDiscuss } from '../../requests/to-discuss.ts';
import { mayWith } from '../access.ts';
import { mineToGive, toDiscussBy, toDiscussIn } from '../discussions.ts';
import { type RequestSurroundings, requestSurroundings } from '../request-card.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import { agendaLines } from '../views/agenda-view.ts';
import { askButton, messageView } from '../views/message-view.ts';
import { type AgendaWanted, aheadOf, horizonOf, meetingOf, notesOf } from './agenda-meeting.ts';
import { type AgendaScope, agendaScope, type FoundAgendaScope } from './agenda-scope.ts';
import { withRulebook } from './rules-of-today.ts';

/** Items on a card, each with its facts. */
const PAGE = 6;
const ASK_BUTTONS = 3;

const refusal = ({ say, turn }: Talking, found: Extract<FoundAgendaScope, { refused: string }>): Answer => {
  if (found.refused === 'role') return { view: messageView('✕', say('agenda.may-not-see')) };
  const teams = formatList(found.teams, turn.language, 'or');
  return {
    view: messageView('?', say('agenda.unknown-team', { team: found.team }), {
      paragraphs: [say('agenda.unknown-team-text', { teams })],
    }),
  };
};

const whose = ({ say, turn }: Talking, { teams }: AgendaScope, { name }: Rulebook): string =>
  teams.length === 0
    ? name[turn.language]
    : say('agenda.of-teams', {
        count: teams.length,
        teams: formatList(
          teams.map((team) => team.name),
          turn.language,
        ),
      });

/** For an extension of one's own case that nobody has asked for: its answer, from which the request is put. */
const askButtons = (talking: Talking, shown: ToDiscuss[]): CardAction[] =>
  shown.flatMap(({ item, question, request }) =>
    request === undefined &&
    question.kind === 'extend-offer' &&
    item.caseworker === talking.turn.person.id &&
    mayWith(talking, 'request-approval', item)
      ? [
          askButton(talking.say('agenda.button.ask', { case: item.id }), {
            intent: 'extend-offer',
            caseId: item.id,
            offerId: question.offerId,
          }),
        ]
      : [],
  );

const actionsOf = (
  talking: Talking,
  all: ToDiscuss[],
  wanted: AgendaWanted,
  around: RequestSurroundings,
): CardAction[] => {
  const { say } = talking;
  const team = wanted.team === undefined ? {} : { team: wanted.team };
  const { meeting } = wanted;
  const next = wanted.from + PAGE;
  return [
    ...(all.some((one) => mineToGive(talking, around, one).length > 0)
      ? [
          {
            title: say('agenda.button.minutes'),
            verb: 'write-minutes',
            data: { from: 0, ...team },
            style: 'positive' as const,
            checksInputs: false,
          },
        ]
      : []),
    ...(all.length > next
      ? [
          {
            title: say('agenda.button.more'),
            verb: 'show-agenda',
            data: { from: next, ...team, ...(meeting && { meetingFrom: meeting.from, meetingTo: meeting.to }) },
            checksInputs: false,
          },
        ]
      : []),
    ...askButtons(talking, all.slice(wanted.from, next)).slice(0, ASK_BUTTONS),
  ];
};

/** The items from the one wanted on, as many as a card holds. */
const listed = async (
  talking: Talking,
  all: ToDiscuss[],
  wanted: AgendaWanted,
  { rules }: Rulebook,
  said: { about: string; paragraphs: string[] },
): Promise<MessageView> => {
  const { services, turn, say, personal } = talking;
  const around = await requestSurroundings(services, turn.person.municipality, turn.today);
  const meeting = aheadOf(talking, wanted)?.from;
  const place = { around, rules, ...(meeting === undefined ? {} : { meeting }) };
  return messageView('◔', say('agenda.title', { count: all.length }), {
    tone: 'accent',
    about: said.about,
    paragraphs: [...said.paragraphs, ...(personal ? [] : [say('talk.details-in-own-chat')])],
    lines: all.slice(wanted.from, wanted.from + PAGE).flatMap((one) => agendaLines(talking, one, place)),
    actions: personal ? actionsOf(talking, all, wanted, around) : [],
  });
};

/** One page of the agenda of a team, or of all one may see. */
export const agendaFrom = (talking: Talking, wanted: AgendaWanted): Promise<Answer> =>
  withRulebook(talking, async (rulebook) => {
    const { say, turn } = talking;
    const scope = await agendaScope(talking, wanted.team);
    if ('refused' in scope) return refusal(talking, scope);
    const { all, more } = await toDiscussBy(
      talking,
      scope.teams.map(({ id }) => id),
      horizonOf(talking, wanted),
    );
    const about = say('agenda.about', {
      whose: whose(talking, scope, rulebook),
      date: formatDate(turn.today, turn.language),
    });
    const paragraphs = [...notesOf(talking, wanted), ...(more ? [say('agenda.too-many')] : [])];
    const view =
      all.length === 0
        ? messageView('✓', say('agenda.title-none'), { tone: 'good', about, paragraphs })
        : await listed(talking, all, wanted, rulebook, { about, paragraphs });
    // The rest of it goes to the own chat.
    const withheld = !talking.personal && all.length > 0;
    return { view, talk: { lastIntent: 'agenda' }, ...(withheld && { withheld }) };
  });

/** What of one case is on the agenda: nobody puts it there, the plan does. */
const agendaOfCase: Handler = async (talking, asked) => {
  const resolved = await resolveCase(talking, asked);
  if ('answer' in resolved) return resolved.answer;
  const { item } = resolved;
  return withRulebook(talking, async (rulebook) => {
    const { say, turn } = talking;
    const meeting = meetingOf(asked.entities);
    const wanted = { from: 0, ...(meeting === undefined ? {} : { meeting }) };
    const until = horizonOf(talking, wanted);
    const all = toDiscussIn(talking, item, until);
    const talk = { lastIntent: 'agenda', caseId: item.id };
    if (all.length > 0) {
      const paragraphs = [...notesOf(talking, wanted), say('agenda.own-list')];
      return { view: await listed(talking, all, wanted, rulebook, { about: item.id, paragraphs }), talk };
    }
    const none = say('agenda.none-in-case', { case: item.id, date: formatDate(until, turn.language) });
    return {
      view: messageView('✓', say('agenda.title-none'), { about: item.id, paragraphs: [none, say('agenda.own-list')] }),
      talk,
    };
  });
};

/** "Dagsorden til sparringsmødet": what has to be discussed, with the facts each item needs and by when. */
export const agenda: Handler = (talking, asked) => {
  const { entities, picked } = asked;
  if ((picked.caseId ?? entities.caseId ?? entities.citizen) !== undefined) return agendaOfCase(talking, asked);
  const meeting = meetingOf(entities);
  const { team } = entities;
  return agendaFrom(talking, {
    from: 0,
    ...(team === undefined ? {} : { team }),
    ...(meeting === undefined ? {} : { meeting }),
  });
};
