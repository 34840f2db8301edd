import { readWeek } from '../agenda/read-week.ts';
import { formatList } from '../format/format.ts';
import { withRolesOn } from '../people/active.ts';
import { may } from '../people/policy.ts';
import type { PersonItem } from '../store/items.ts';
import { namesOf } from './names-of.ts';
import type { Answer, Talking } from './services.ts';
import { tokenise } from './understanding/tokens.ts';
import { wordingOf } from './views/case-line.ts';
import { messageView } from './views/message-view.ts';
import { weekView } from './views/week-view.ts';

const asking =
  '(?:(?:hej|hi|hello|makker|please) )*(?:(?:kan|vil|kunne) du |maa jeg |(?:can|could|will) you |(?:can|may) i )?' +
  '(?:(?:vis|vise|giv|give|send|sende|se|faa|hent|hente|lav|lave|show|give|send|see|get) )?(?:(?:mig|os|me|us|lige) )*';
const week =
  '(?:(?:mit|det|the|my|a|this) )?(?:ugens overblik|ugeoverblik(?:ket)?|ugentlige overblik|overblik(?:ket)? over ugen|' +
  "weekly (?:overview|summary|digest)|week'?s overview|overview of the week)|" +
  "hvordan (?:gaar|gik) ugen|hvordan har ugen vaeret|how(?: is|'s) the week(?: going)?|how did the week go|how was the week";
const whose = '(?: (?:for|i|over|of|in|for) (?:mit team|mine teams|teamet|vores team|my teams?|the team|our team))?';
const please = '(?: (?:tak|please|thanks|nu|now))*';

/** The whole sentence, so that nothing that is asked about a case falls in here. */
const sentence = new RegExp(`^${asking}(?:${week})${whose}${please}$`);

/** Whether a sentence asks for the week's overview and for nothing else. */
export const asksForWeek = (text: string): boolean =>
  sentence.test(
    tokenise(text)
      .filter(({ kind }) => kind !== 'mark')
      .map(({ word }) => word)
      .join(' '),
  );

/** So many are named of those who can see it. */
const MOST_LEADS = 5;

/** Whoever leads something, by name: they can be asked. */
const notForYou = ({ say, turn }: Talking, staff: readonly PersonItem[]): Answer => {
  const { person, today, language } = turn;
  const { municipality } = person;
  const teams = person.roles.flatMap(({ team }) => team ?? []);
  const leads = staff
    .map((one) => withRolesOn(one, staff, today))
    .filter((one) =>
      [undefined, ...teams].some((team) =>
        may(one, 'see-week', { municipality, ...(team !== undefined && { team }) }, today),
      ),
    )
    .map(({ name }) => name);
  const text =
    leads.length === 0
      ? say('week.may-not-see-nobody')
      : say('week.may-not-see-text', { leads: formatList(leads.slice(0, MOST_LEADS), language) });
  return { view: messageView('✕', say('week.may-not-see'), { paragraphs: [text] }) };
};

const showWeek = async (talking: Talking): Promise<Answer> => {
  const { services, turn, say, personal } = talking;
  const { person, today } = turn;
  // Where others read along nothing of it is told, and nothing read.
  if (!personal)
    return {
      view: messageView('i', say('week.in-own-chat'), { paragraphs: [say('talk.details-in-own-chat')] }),
      withheld: true,
    };
  const staff = await services.directory.staff(person.municipality);
  const read = await readWeek(services, person, today);
  if (read === undefined) return notForYou(talking, staff);
  const subscribed = staff.some(({ id, weekAt }) => id === person.id && weekAt !== undefined);
  return {
    view: weekView(read, { name: namesOf(staff), subscribed }, wordingOf(talking)),
    talk: { lastIntent: 'week' },
  };
};

/** "Ugens overblik": how a lead's teams have done; undefined for a sentence that asks for something else. */
export const weekAsked = (talking: Talking): Promise<Answer> | undefined =>
  asksForWeek(talking.text) ? showWeek(talking) : undefined;
