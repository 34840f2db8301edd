import { DEFAULT_AT } from '../../agenda/digest-times.ts';
import type { CardAction, View } from '../../cards/views.ts';
import { formatTimeOfDay } from '../../format/format.ts';
import { ledTeams } from '../../people/led-teams.ts';
import { type OwnTimes, setMorning, setWeek } from '../../people/own-times.ts';
import { reachOf } from '../../people/policy.ts';
import type { ClickData } from '../clicks/click-data.ts';
import type { Answer, Talking } from '../services.ts';
import { messageView } from '../views/message-view.ts';
import { leaveButton } from './channel-views.ts';
import { firstTime } from './first-time.ts';
import { noDigest, notThen } from './refusals.ts';
import type { Wish } from './wish.ts';

type Of = 'list' | 'week';
type OwnWish = Extract<Wish, { of: Of }>;
const MONDAY = 1;
const FRIDAY = 5;

/** A time, of the week's overview with its day; undefined: not any more. */
type When = { at: string; weekday?: number } | undefined;

const whenOf = (of: Of, { morningAt, weekAt }: OwnTimes): When =>
  of === 'week' ? weekAt : morningAt === undefined ? undefined : { at: morningAt };

/** What is set now, as a card names it. */
const versionOf = (when: When): string => (when === undefined ? 'none' : `${when.weekday ?? ''}~${when.at}`);

const timesOf = async ({ services, turn }: Talking): Promise<OwnTimes> =>
  (await services.store.read('person', turn.person.municipality, turn.person.id))?.item ?? {};

/** Why the person gets no such list: without cases there is nothing in it. */
const refusedTo = async ({ services, turn }: Talking, of: Of): Promise<'no-cases' | 'no-lead' | undefined> => {
  const { person, today } = turn;
  if (of === 'list')
    return person.roles.some(({ role }) => reachOf(role, 'see-case') !== 'none') ? undefined : 'no-cases';
  const { all, teams } = await ledTeams(services.store, person, today);
  return all || teams.length > 0 ? undefined : 'no-lead';
};

/** Goes on in the own chat of somebody who has such a list. */
const own = async (
  talking: Talking,
  of: Of,
  answer: (times: OwnTimes) => Promise<Answer> | Answer,
): Promise<Answer> => {
  if (!talking.personal) return noDigest(talking, 'own-only');
  const refused = await refusedTo(talking, of);
  return refused === undefined ? answer(await timesOf(talking)) : noDigest(talking, refused);
};

const valuesOf = ({ say, turn }: Talking, { at, weekday }: NonNullable<When>): Record<string, string> => ({
  at: formatTimeOfDay(at, turn.language),
  ...(weekday !== undefined && { weekday: say(`digest-setup.weekday-${weekday}`) }),
});

/** What of these is set now. */
const stateView = (talking: Talking, of: Of, when: When, note?: string): View => {
  const { say } = talking;
  const first = note === undefined ? [] : [note];
  if (when === undefined)
    return messageView('i', say(`digest-setup.${of}-off`), {
      paragraphs: [...first, say(`digest-setup.${of}-how-to-start`)],
    });
  return messageView('✓', say(`digest-setup.${of}-on`, valuesOf(talking, when)), {
    tone: 'good',
    paragraphs: [...first, say(`digest-setup.${of}-days`), say(`digest-setup.${of}-how-to-stop`)],
  });
};

const planView = (talking: Talking, of: Of, now: When, wanted: When): View => {
  const { say } = talking;
  const set: CardAction = {
    title: say(wanted === undefined ? 'digest-setup.button.stop' : 'digest-setup.button.send'),
    verb: `set-own-${of}`,
    data: { was: versionOf(now), ...wanted },
    style: 'positive',
    checksInputs: false,
  };
  return messageView('?', say(`digest-setup.${of}-ask-${wanted === undefined ? 'stop' : 'send'}`), {
    tone: 'accent',
    paragraphs:
      wanted === undefined
        ? [say(`digest-setup.${of}-will-stop`)]
        : [
            say(`digest-setup.${of}-will-send`, valuesOf(talking, wanted)),
            say(`digest-setup.${of}-days`),
            ...(now === undefined ? firstTime(talking, of, wanted) : []),
          ],
    actions: [set, leaveButton(talking, of)],
  });
};

/** Answers what is wanted of one's own list or week: what will be done, with the button that does it. */
export const wishOfOwn = (talking: Talking, wish: OwnWish): Promise<Answer> =>
  own(talking, wish.of, (times) => {
    const now = whenOf(wish.of, times);
    if (wish.do === 'when') return { view: stateView(talking, wish.of, now) };
    if (wish.do === 'send' && wish.at === 'outside') return notThen(talking, 'time');
    const at = wish.do === 'send' ? (wish.at ?? now?.at ?? DEFAULT_AT) : undefined;
    const weekday = wish.of === 'week' && wish.do === 'send' ? (wish.weekday ?? now?.weekday ?? MONDAY) : undefined;
    if (weekday !== undefined && weekday > FRIDAY) return notThen(talking, 'weekday');
    const wanted = at === undefined ? undefined : { at, ...(weekday !== undefined && { weekday }) };
    return versionOf(wanted) === versionOf(now)
      ? { view: stateView(talking, wish.of, now, talking.say('digest-setup.so-already')) }
      : { view: planView(talking, wish.of, now, wanted) };
  });

/** Sets what a card has shown, unless something else was set since. */
const set = (talking: Talking, of: Of, wanted: When, was: string, keep: () => Promise<void>): Promise<Answer> =>
  own(talking, of, async (times) => {
    const now = versionOf(whenOf(of, times));
    if (now !== versionOf(wanted) && now !== was)
      return { view: stateView(talking, of, whenOf(of, times), talking.say('digest-setup.changed-since')) };
    await keep();
    const [first] = now === 'none' && wanted !== undefined ? firstTime(talking, of, wanted) : [];
    return { view: stateView(talking, of, wanted, first) };
  });

/** The click that sets or stops one's own list. */
export const setOwnList = (talking: Talking, { at, was }: ClickData<'set-own-list'>): Promise<Answer> => {
  const { services, turn } = talking;
  const wanted = at === undefined ? undefined : { at };
  return set(talking, 'list', wanted, was, () => setMorning(services.store, turn.person, at, turn.now));
};

/** The click that sets or stops a lead's week. */
export const setOwnWeek = (talking: Talking, { at, weekday, was }: ClickData<'set-own-week'>): Promise<Answer> => {
  const { services, turn } = talking;
  const wanted = at === undefined ? undefined : { at, weekday };
  return set(talking, 'week', wanted, was, () => setWeek(services.store, turn.person, wanted, turn.now));
};

/** "Fortryd": everything stays, and is shown. */
export const leaveOwn = (talking: Talking, of: Of): Promise<Answer> =>
  own(talking, of, (times) => ({ view: stateView(talking, of, whenOf(of, times), talking.say('digest-setup.left')) }));
