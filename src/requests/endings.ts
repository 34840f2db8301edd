import type { CaseItem } from '../cases/case-item.ts';
import type { Changed } from '../cases/case-store.ts';
import { isoInstant } from '../clock.ts';
import { dayOf, isoOf } from '../rulebook/calendar.ts';
import type { Answered, Refused, RequestNeeds, Requests } from './requests.ts';
import { caseOf, momentOf, sceneFor, visible } from './scene.ts';
import { type Moment, closed } from './transitions.ts';

/** The item with every open request ended whose last day lies before today, and how many there were. */
const withoutExpired = (item: CaseItem, today: string, momentFor: (askedBy: string) => Moment): Changed<number> => {
  const due = item.requests.filter(({ state, expiresOn }) => state === 'open' && expiresOn < today);
  if (due.length === 0) return { refused: 0 };
  const after = due.reduce(
    (sofar, request) => closed(sofar, request, 'expired', momentFor(request.askedBy)).item,
    item,
  );
  return { item: after, result: due.length };
};

/** The ways a request ends without an answer: taken back, or its last day has passed. */
export const createEndings = (needs: RequestNeeds): Pick<Requests, 'withdraw' | 'expireDue'> => ({
  withdraw: async (person, name) => {
    const caseId = caseOf(person, name);
    if (caseId === undefined) return { outcome: 'refused', why: 'unknown' };
    const scene = await sceneFor(person, needs);
    const take = (item: CaseItem): Changed<Answered | Refused> => {
      const request = visible(item, name, scene);
      if (request === undefined) return { refused: { outcome: 'refused', why: 'unknown' } };
      const shown = { item, request };
      if (request.askedBy !== person.id) return { refused: { outcome: 'refused', why: 'not-entitled', ...shown } };
      if (request.state === 'withdrawn') return { refused: { outcome: 'already', ...shown } };
      if (request.state !== 'open') return { refused: { outcome: 'refused', why: 'ended', ...shown } };
      if (scene.today > request.expiresOn) {
        const after = closed(item, request, 'expired', momentOf(scene, request));
        return { item: after.item, result: { outcome: 'refused', why: 'ended', ...after } };
      }
      const after = closed(item, request, 'withdrawn', momentOf(scene, request));
      return { item: after.item, result: { outcome: 'recorded', ...after } };
    };
    const result = await needs.cases.change(person.municipality, caseId, take);
    if (result === 'absent') return { outcome: 'refused', why: 'unknown' };
    if (result === 'busy') return { outcome: 'refused', why: 'busy' };
    needs.poke();
    return result;
  },

  expireDue: async (municipality, today) => {
    const at = isoInstant(needs.clock.now());
    const staff = await needs.directory.staff(municipality);
    const momentFor = (askedBy: string): Moment => {
      const asker = staff.find(({ id }) => id === askedBy);
      return { at, today, ...(asker && { asker }) };
    };
    const expire = (item: CaseItem) => withoutExpired(item, today, momentFor);
    const query = { by: 'expiresOn', on: isoOf(dayOf(today) - 1) } as const;
    let expired = 0;
    let after: string | undefined;
    do {
      const page = await needs.store.findCases(municipality, query, {
        limit: 100,
        ...(after !== undefined && { after }),
      });
      for (const { item } of page.items) {
        const count = await needs.cases.change(municipality, item.id, expire);
        if (typeof count === 'number') expired += count;
      }
      after = page.next;
    } while (after !== undefined);
    if (expired > 0) needs.poke();
    return expired;
  },
});
