import type { CardAction, View } from '../../cards/views.ts';
import { DEFAULT_AT } from '../../agenda/digest-times.ts';
import { formatTimeOfDay } from '../../format/format.ts';
import type { TeamItem } from '../../store/items.ts';
import type { Talking } from '../services.ts';
import { messageView } from '../views/message-view.ts';
import { type ChannelState, versionOf } from './channel-state.ts';
import { firstTime } from './first-time.ts';
import type { Plan } from './plan.ts';

const timeOf = ({ turn }: Talking, at: string = DEFAULT_AT): string => formatTimeOfDay(at, turn.language);

/** A button that leaves everything as it is. */
export const leaveButton = ({ say }: Talking, of: 'digest' | 'list' | 'week'): CardAction => ({
  title: say('digest-setup.button.leave'),
  verb: 'leave-digest',
  data: { of },
  checksInputs: false,
});

/** It comes here already, at another time. */
const isMove = ({ turn }: Talking, { address, digestOff }: TeamItem): boolean =>
  address?.conversationId === turn.conversation.id && digestOff === undefined;

const sendingWords = (talking: Talking, { linked }: ChannelState, team: TeamItem, at: string): string[] => {
  const { say, turn } = talking;
  const here = turn.conversation.id;
  const isNew = team.address === undefined || team.digestOff === true;
  return [
    isMove(talking, team)
      ? say('digest-setup.will-move-to', {
          team: team.name,
          was: timeOf(talking, team.digestAt),
          at: timeOf(talking, at),
        })
      : say('digest-setup.will-send', { team: team.name, at: timeOf(talking, at) }),
    ...(team.address !== undefined && team.address.conversationId !== here ? [say('digest-setup.will-move')] : []),
    ...(linked !== undefined && linked.id !== team.id ? [say('digest-setup.will-replace', { team: linked.name })] : []),
    say('digest-setup.working-days'),
    say(`digest-setup.quiet-${team.quietDay ?? 'line'}`),
    ...(isNew ? firstTime(talking, 'digest', { at }) : []),
  ];
};

/** What will be done, with the button that does it. Nothing is changed yet. */
export const planView = (talking: Talking, state: ChannelState, team: TeamItem, plan: Plan): View => {
  const { say } = talking;
  const was = versionOf(talking, state, team);
  const words =
    plan.do === 'send'
      ? sendingWords(talking, state, team, plan.at)
      : [say(`digest-setup.will-${plan.do}`, { team: team.name })];
  const data = { do: plan.do, team: team.id, was, ...(plan.do === 'send' && { at: plan.at }) };
  const set: CardAction = {
    title: say(`digest-setup.button.${plan.do}`),
    verb: 'set-digest',
    data,
    style: 'positive',
    checksInputs: false,
  };
  const asked = plan.do === 'send' && isMove(talking, team) ? 'move' : plan.do;
  return messageView('?', say(`digest-setup.ask-${asked}`, { team: team.name }), {
    tone: 'accent',
    paragraphs: words,
    actions: [set, leaveButton(talking, 'digest')],
  });
};

/** How a team's digest is set now. */
export const stateView = (talking: Talking, team: TeamItem | undefined, note?: string): View => {
  const { say, turn } = talking;
  const first = note === undefined ? [] : [note];
  if (team === undefined)
    return messageView('i', say('digest-setup.none'), { paragraphs: [...first, say('digest-setup.how-to-start')] });
  const values = { team: team.name, at: timeOf(talking, team.digestAt) };
  if (team.address === undefined || team.digestOff === true)
    return messageView('i', say(team.address === undefined ? 'digest-setup.not-set' : 'digest-setup.stopped', values), {
      paragraphs: [...first, say('digest-setup.how-to-start')],
    });
  const isHere = team.address.conversationId === turn.conversation.id;
  return messageView('✓', say(isHere ? 'digest-setup.on-here' : 'digest-setup.on-elsewhere', values), {
    tone: 'good',
    paragraphs: [
      ...first,
      say('digest-setup.working-days'),
      say(`digest-setup.quiet-${team.quietDay ?? 'line'}`),
      ...(isHere ? [say('digest-setup.how-to-stop')] : []),
    ],
  });
};
