import { answerAsked } from '../answer-asked.ts';
import { seenCase } from '../access.ts';
import { benchOf, eventAnswer } from '../event-answer.ts';
import { overdueFrom } from '../intents/overdue-agenda.ts';
import type { OverdueWanted } from '../intents/overdue-wanted.ts';
import { namesOf } from '../names-of.ts';
import type { Answer, Talking } from '../services.ts';
import { settlingEvents } from '../settling-events.ts';
import { entryNamed, takeOpen } from '../take-open.ts';
import type { WhoseAgenda } from '../talk.ts';
import { messageView } from '../views/message-view.ts';
import type { ClickData } from './click-data.ts';
import { askAnswered } from './matter-clicks.ts';
import { ownChat } from './refusals.ts';

type Shown = ClickData<'show-overdue'>;

const whoseOf = ({ scope, team, person }: Shown): WhoseAgenda => ({
  ...(scope !== undefined && { scope }),
  ...(team !== undefined && { team }),
  ...(person !== undefined && { person }),
});

const wantedOf = ({ from, by, rules, day, dueFrom, dueTo }: Shown): OverdueWanted => ({
  from,
  by,
  ...(rules !== undefined && { rules }),
  ...(day !== undefined && { day }),
  ...(dueTo !== undefined && { due: { ...(dueFrom !== undefined && { from: dueFrom }), to: dueTo } }),
});

/** "Vis flere", "Efter regel": another page, or another order, of the agenda as it stands now. */
export const showOverdue = (talking: Talking, data: Shown): Promise<Answer> =>
  overdueFrom(talking, whoseOf(data), wantedOf(data));

const untouched = ({ say }: Talking, why: 'choose-first' | 'gone', id = ''): Answer => ({
  view: messageView('!', say('talk.click.title'), { paragraphs: [say(`overdue.click.${why}`, { id })] }),
});

/** "Jeg tager det": the list again, with who sees to the entry now. */
export const takeListed = async (talking: Talking, data: ClickData<'take-open'>): Promise<Answer> => {
  const { say, services, turn, personal } = talking;
  if (!personal) return ownChat(talking);
  const key = data.entry === undefined ? undefined : entryNamed(data.entry);
  const done = key === undefined ? undefined : await takeOpen(talking, key);
  if (done === undefined || key === undefined)
    return overdueFrom(talking, whoseOf(data), wantedOf(data), [say('overdue.click.choose-first')]);
  if (done.outcome !== 'others')
    return overdueFrom(talking, whoseOf(data), wantedOf(data), [say(`overdue.click.${done.outcome}`, { id: key.id })]);
  const name = namesOf(await services.directory.staff(turn.person.municipality))(done.by);
  return overdueFrom(talking, whoseOf(data), wantedOf(data), [say('overdue.click.others', { id: key.id, name })]);
};

/** "Markér som klaret": asks when, and shows what will be recorded; nothing is recorded by this click. */
export const recordListed = async (talking: Talking, { entry }: ClickData<'record-open'>): Promise<Answer> => {
  if (!talking.personal) return ownChat(talking);
  const key = entry === undefined ? undefined : entryNamed(entry);
  if (key === undefined) return untouched(talking, 'choose-first');
  if (key.about === 'matter') return askAnswered(talking, key.id);
  const item = (await seenCase(talking, key.id))?.item;
  if (item === undefined) return untouched(talking, 'gone', key.id);
  const [type, ...others] = settlingEvents(benchOf(talking), item.record, key);
  const told = type !== undefined && others.length === 0 ? { type } : {};
  return eventAnswer(talking, item, { id: talking.services.ids(), caseId: item.id, ...told, flags: {} }, []);
};

/** "Spørg om det": what is due in it, and why. */
export const askListed = (talking: Talking, { entry }: ClickData<'ask-open'>): Promise<Answer> | Answer => {
  const key = entry === undefined ? undefined : entryNamed(entry);
  if (key === undefined) return untouched(talking, 'choose-first');
  return answerAsked(talking, { intent: 'deadlines', entities: {}, picked: { caseId: key.id } });
};
