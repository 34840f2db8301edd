import { keepShown } from '../access/access-log.ts';
import { civilDateAt, isoInstant, systemClock } from '../clock.ts';
import { newId } from '../ids.ts';
import type { Store } from '../store/port.ts';
import { account } from './account.ts';

/** Keeps that a command shows a case to whoever runs it. To be called before anything of the case is written out. */
export const shownHere = (store: Store, municipality: string, caseId: string, command: string): Promise<void> => {
  const now = systemClock.now();
  const showing = { municipality, person: account(), at: isoInstant(now), today: civilDateAt(now), act: newId() };
  return keepShown(store)(showing, command, [caseId]);
};
