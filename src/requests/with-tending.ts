import type { Cases } from '../cases/case-store.ts';
import type { Requests } from './requests.ts';

/**
 * The cases as everything but the requests themselves changes them: when the record of a case with open requests has
 * changed, these are looked after at once, so that nobody goes on deciding on facts of yesterday. `failed` hears of a
 * case where that did not succeed: the change stands, a click judges anew all the same, and the daily run does the rest.
 */
export const withTending = (
  cases: Cases,
  requests: Pick<Requests, 'tendCase'>,
  failed: (municipality: string, caseId: string, error: unknown) => void,
): Cases => ({
  ...cases,
  change: async (municipality, caseId, change, origin) => {
    let touched = false;
    const tracked: typeof change = async (item) => {
      const changed = await change(item);
      touched =
        'item' in changed && changed.item.record !== item.record && item.requests.some(({ state }) => state === 'open');
      return changed;
    };
    const result = await cases.change(municipality, caseId, tracked, origin);
    if (touched) await requests.tendCase(municipality, caseId).catch((error) => failed(municipality, caseId, error));
    return result;
  },
});
