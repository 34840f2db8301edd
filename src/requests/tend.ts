import type { CaseItem } from '../cases/case-item.ts';
import type { Changed } from '../cases/case-store.ts';
import { civilDateAt } from '../clock.ts';
import { WITH_OPEN_REQUESTS } from './open-requests.ts';
import { reminderIsDue, reminderSendAt } from './reminder.ts';
import type { ApprovalRequest } from './request.ts';
import type { RequestNeeds, Requests } from './requests.ts';
import { reviewOf } from './review.ts';
import { revise } from './revise.ts';
import { unserved } from './rows.ts';
import { type Scene, momentOf, sceneIn, signersOf } from './scene.ts';
import { type Step, closed, joined, reminded } from './transitions.ts';

type TendNeeds = Pick<RequestNeeds, 'receipts' | 'key'>;

/** What time and changed facts make of an open request; the same item when there is nothing to do. */
const tended = async (item: CaseItem, request: ApprovalRequest, scene: Scene, needs: TendNeeds): Promise<CaseItem> => {
  const { at, today, bench } = scene;
  const moment = momentOf(scene, request);
  const expired = (expiresOn: string) => closed(item, { ...request, expiresOn }, 'expired', moment).item;
  if (request.expiresOn < today) return expired(request.expiresOn);
  const decided = await needs.receipts.read(item.municipality, request.decisionId);
  const review = reviewOf(item, request, decided?.facts, today, bench);
  if (review.state === 'late') return expired(review.expiresOn);
  if (review.state === 'overtaken') return closed(item, request, 'overtaken', moment).item;
  if (review.state === 'moved') return (await revise({ item, request }, review, scene, needs)).item;
  const open = request.needs.filter(({ given }) => given === undefined);
  const signers = signersOf(open, item, request.askedBy, review.ownMay, scene);
  const newcomers = unserved(signers, request, item.outbox);
  let step: Step = { item, request };
  if (newcomers.length > 0) step = joined(step.item, step.request, newcomers, at);
  // A card that comes on the day of the reminder reminds by itself.
  const waiting = signers.filter((one) => !newcomers.includes(one));
  if (waiting.length > 0 && reminderIsDue(request, civilDateAt(Date.parse(request.askedAt)), today))
    step = reminded(step.item, step.request, waiting, moment, reminderSendAt(today, at));
  return step.item;
};

/** The item with each of its open requests looked after; the same item when there is nothing to do. */
export const tendItem = async (item: CaseItem, scene: Scene, needs: TendNeeds): Promise<CaseItem> => {
  let after = item;
  for (const { id } of item.requests) {
    const request = after.requests.find((one) => one.id === id);
    if (request?.state === 'open') after = await tended(after, request, scene, needs);
  }
  return after;
};

/** Looking after open requests without anybody's click: each case is one conditional replace, and can be done again. */
export const createTend = (needs: RequestNeeds): Pick<Requests, 'tendCase' | 'tendAll'> => {
  const tendIn = async (scene: Scene, municipality: string, caseId: string): Promise<boolean> => {
    const take = async (item: CaseItem): Promise<Changed<boolean>> => {
      const after = await tendItem(item, scene, needs);
      return after === item ? { refused: false } : { item: after, result: true };
    };
    const result = await needs.cases.change(municipality, caseId, take);
    if (result === 'busy') throw new Error(`${caseId} was changed by others all the time`);
    return result === true;
  };

  return {
    tendCase: async (municipality, caseId) => {
      if (await tendIn(await sceneIn(municipality, needs), municipality, caseId)) needs.poke();
    },

    tendAll: async (municipality) => {
      const scene = await sceneIn(municipality, needs);
      let changed = 0;
      const failed: unknown[] = [];
      let after: string | undefined;
      do {
        const page = await needs.store.findCases(municipality, WITH_OPEN_REQUESTS, {
          limit: 100,
          ...(after !== undefined && { after }),
        });
        for (const { item } of page.items) {
          try {
            if (await tendIn(scene, municipality, item.id)) changed += 1;
          } catch (error) {
            // One case that cannot be changed is no reason to leave the others as they are.
            failed.push(new Error(`the requests of ${item.id} could not be looked after`, { cause: error }));
          }
        }
        after = page.next;
      } while (after !== undefined);
      if (changed > 0) needs.poke();
      if (failed.length > 0) throw new AggregateError(failed, 'not every open request could be looked after');
      return changed;
    },
  };
};
