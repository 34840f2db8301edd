import type { ClickData } from '../clicks/click-data.ts';
import { overdueFrom } from '../intents/overdue-agenda.ts';
import type { Answer, Talking } from '../services.ts';
import { leaveDigest, wishOfDigest } from './channel-digest.ts';
import { leaveOwn, wishOfOwn } from './own-lists.ts';
import { teamOfChannel } from '../../people/channels.ts';
import { isStop, readWish } from './read-wish.ts';
import type { Wish } from './wish.ts';

/** What a mere "stop" is said of: what comes here by itself, where nothing else is talked of. */
const stopMeant = async ({ services, turn, talk, personal }: Talking): Promise<Wish | undefined> => {
  const { store } = services;
  const { municipality, id } = turn.person;
  if (talk.pending !== undefined || talk.caseId !== undefined) return undefined;
  if (!personal) {
    const team = await teamOfChannel(store, turn.conversation.id);
    return team === undefined || team.digestOff === true ? undefined : { of: 'digest', do: 'stop' };
  }
  const times = (await store.read('person', municipality, id))?.item;
  if (times?.morningAt !== undefined) return { of: 'list', do: 'stop' };
  return times?.weekAt === undefined ? undefined : { of: 'week', do: 'stop' };
};

/** Answers a sentence that is about a digest and nothing else; undefined for any other. */
export const digestSetup = async (talking: Talking): Promise<Answer | undefined> => {
  const wish = isStop(talking.text) ? await stopMeant(talking) : readWish(talking.text);
  if (wish === undefined) return undefined;
  if (wish.do === 'show' && wish.of === 'list') return overdueFrom(talking, { scope: 'mine' }, { from: 0, by: 'date' });
  if (wish.do === 'show') {
    // In the middle of a case "overblikket" may be that of the case.
    if (!wish.sure && talking.talk.caseId !== undefined) return undefined;
    const whose = wish.team === undefined ? { scope: 'team' as const } : { team: wish.team };
    return overdueFrom(talking, whose, { from: 0, by: 'date' });
  }
  return wish.of === 'digest' ? wishOfDigest(talking, wish) : wishOfOwn(talking, wish);
};

/** "Fortryd" on any of its cards. */
export const leaveSetup = (talking: Talking, { of }: ClickData<'leave-digest'>): Promise<Answer> =>
  of === 'digest' ? leaveDigest(talking) : leaveOwn(talking, of);
