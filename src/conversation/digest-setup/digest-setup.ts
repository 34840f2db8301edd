import type { ClickData } from '../clicks/click-data.ts';
import { overdueFrom } from '../intents/overdue-agenda.ts';
import type { Answer, Talking } from '../services.ts';
import { leaveDigest, wishOfDigest } from './channel-digest.ts';
import { leaveOwn, wishOfOwn } from './own-lists.ts';
import { readWish } from './read-wish.ts';

/** Answers a sentence that is about a digest and nothing else; undefined for any other. */
export const digestSetup = (talking: Talking): Promise<Answer> | undefined => {
  const wish = readWish(talking.text);
  if (wish === undefined) return undefined;
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
