import type { CaseItem } from '../cases/case-item.ts';
import type { Changed } from '../cases/case-store.ts';
import { isoInstant } from '../clock.ts';
import type { ApprovalRequest } from './request.ts';
import { stands } from './request-question.ts';
import type { Answered, Refused, RequestNeeds, Requests } from './requests.ts';
import { caseOf, momentOf, sceneFor, visible } from './scene.ts';
import { type Moment, closed } from './transitions.ts';

/** Why an open request is over without anybody's answer, if it is. */
const endOf = ({ record }: CaseItem, request: ApprovalRequest, today: string): 'expired' | 'overtaken' | undefined => {
  if (request.state !== 'open') return undefined;
  if (request.expiresOn < today) return 'expired';
  return stands(record, request.question) ? undefined : 'overtaken';
};

/** The item with every request ended that is over, and how many there were. */
const withoutDue = (
  item: CaseItem,
  today: string,
  momentFor: (request: ApprovalRequest) => Moment,
): Changed<number> => {
  let after = item;
  let ended = 0;
  for (const request of item.requests) {
    const end = endOf(item, request, today);
    if (end === undefined) continue;
    after = closed(after, request, end, momentFor(request)).item;
    ended += 1;
  }
  return ended === 0 ? { refused: 0 } : { item: after, result: ended };
};

/** Every case with an open request has a last day, and none lies after this one. */
const LAST_OF_DAYS = '9999-12-31';

/** The ways a request ends without an answer: taken back, its last day has passed, or what it is about is gone. */
export const createEndings = (needs: RequestNeeds): Pick<Requests, 'withdraw' | 'endDue'> => ({
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

  endDue: async (municipality, today) => {
    const at = isoInstant(needs.clock.now());
    const staff = await needs.directory.staff(municipality);
    const momentFor = ({ askedBy }: ApprovalRequest): Moment => {
      const asker = staff.find(({ id }) => id === askedBy);
      return { at, today, ...(asker && { asker }) };
    };
    let ended = 0;
    const failed: unknown[] = [];
    let after: string | undefined;
    do {
      const query = { by: 'expiresOn', on: LAST_OF_DAYS } as const;
      const page = await needs.store.findCases(municipality, query, {
        limit: 100,
        ...(after !== undefined && { after }),
      });
      for (const { item: found } of page.items) {
        if (found.requests.every((request) => endOf(found, request, today) === undefined)) continue;
        try {
          const count = await needs.cases.change(municipality, found.id, (item) => withoutDue(item, today, momentFor));
          if (count === 'busy') failed.push(new Error(`${found.id} was changed by others all the time`));
          else if (count !== 'absent') ended += count;
        } catch (error) {
          // One case that cannot be changed is no reason to leave the others open.
          failed.push(new Error(`the requests of ${found.id} could not be ended`, { cause: error }));
        }
      }
      after = page.next;
    } while (after !== undefined);
    if (ended > 0) needs.poke();
    if (failed.length > 0) throw new AggregateError(failed, 'not every request that is over could be ended');
    return ended;
  },
});
