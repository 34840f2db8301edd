import { formatWeekday } from '../../format/format.ts';
import { mayWith } from '../access.ts';
import { coerceFact } from '../facts/coerce-fact.ts';
import { recordMatterAnswered } from '../matter-answered.ts';
import type { Answer, Talking } from '../services.ts';
import { messageView } from '../views/message-view.ts';
import { civilDateOf } from '../views/wording.ts';
import type { ClickData } from './click-data.ts';
import { ownChat } from './refusals.ts';

/** The card that asks when a matter was answered; nothing is recorded yet. */
const answeredForm = ({ say }: Talking, id: string, wrong: string[]): Answer => ({
  view: messageView('?', say('overdue.answered.title', { id }), {
    paragraphs: wrong,
    inputs: [{ id: 'on', type: 'date', label: say('events.ask.on') }],
    actions: [{ title: say('events.button.record'), verb: 'answer-matter', data: { matter: id }, style: 'positive' }],
  }),
});

const untouched = ({ say }: Talking, id: string, why: 'gone' | 'may-not' | 'busy'): Answer => ({
  view: messageView('!', say('talk.click.title'), { paragraphs: [say(`overdue.click.${why}`, { id })] }),
});

/** "Markér som klaret" for a matter: on which day it was answered. */
export const askAnswered = async (talking: Talking, id: string): Promise<Answer> => {
  const found = await talking.services.matters.read(talking.turn.person.municipality, id);
  if (found === undefined || !mayWith(talking, 'see-matter', found.item)) return untouched(talking, id, 'gone');
  return mayWith(talking, 'record-fact', found.item)
    ? answeredForm(talking, id, [])
    : untouched(talking, id, 'may-not');
};

/** "Registrér": that the matter was answered on the day that was filled in. */
export const recordAnswered = async (talking: Talking, data: ClickData<'answer-matter'>): Promise<Answer> => {
  const { say, turn, personal } = talking;
  const { matter: id } = data;
  if (!personal) return ownChat(talking);
  const given = coerceFact({ type: 'date', past: false }, data.on, turn.today);
  const on = typeof given === 'object' && typeof given.value === 'string' ? given.value : undefined;
  if (on === undefined || on > turn.today) return answeredForm(talking, id, [say('events.form.wrong-on')]);
  const recorded = await recordMatterAnswered(talking, id, on);
  const inFull = (day: string): string => formatWeekday(day, turn.language);
  if (recorded === 'before-receipt')
    return answeredForm(talking, id, [say('overdue.answered.before', { id, date: inFull(on) })]);
  if (typeof recorded === 'string') return untouched(talking, id, recorded);
  const date = inFull(civilDateOf(recorded.answered));
  return {
    view: messageView('✓', say('events.done.title'), {
      tone: 'good',
      about: id,
      paragraphs: [say('overdue.answered.done', { id, date })],
    }),
  };
};
