import type { ClickData } from '../clicks/click-data.ts';
import type { Answer, Talking } from '../services.ts';
import { leaveDigest, wishOfDigest } from './channel-digest.ts';
import { leaveOwn, wishOfOwn } from './own-lists.ts';
import { readWish } from './read-wish.ts';

/** Answers a sentence that is about setting up a digest and nothing else; undefined for any other. */
export const digestSetup = (talking: Talking): Promise<Answer> | undefined => {
  const wish = readWish(talking.text);
  if (wish === undefined) return undefined;
  return wish.of === 'digest' ? wishOfDigest(talking, wish) : wishOfOwn(talking, wish);
};

/** "Fortryd" on any of its cards. */
export const leaveSetup = (talking: Talking, { of }: ClickData<'leave-digest'>): Promise<Answer> =>
  of === 'digest' ? leaveDigest(talking) : leaveOwn(talking, of);
