import type { CaseItem } from '../cases/case-item.ts';
import type { Changed } from '../cases/case-store.ts';
import type { Answered, Refused, RequestNeeds, Requests } from './requests.ts';
import { caseOf, momentOf, requestNamed, sceneFor } from './scene.ts';
import { closed } from './transitions.ts';

/** Taking back one's own request. */
export const createWithdraw =
  (needs: RequestNeeds): Requests['withdraw'] =>
  async (person, name) => {
    const caseId = caseOf(person, name);
    if (caseId === undefined) return { outcome: 'refused', why: 'unknown' };
    const scene = await sceneFor(person, needs);
    const take = async (item: CaseItem): Promise<Changed<Answered | Refused>> => {
      const request = await requestNamed(item, name, scene, needs.store);
      if (request === undefined) return { refused: { outcome: 'refused', why: 'unknown' } };
      const shown = { item, request };
      if (request.askedBy !== person.id) return { refused: { outcome: 'refused', why: 'not-asker', ...shown } };
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
  };
