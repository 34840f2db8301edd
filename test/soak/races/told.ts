import type { CaseItem } from '../../../src/cases/case-item.ts';
import { canonicalJson } from '../../../src/receipts/canonical-json.ts';
import type { ApprovalRequest } from '../../../src/requests/request.ts';
import type { Told } from './act.ts';

const endOf = ({ state, ended }: ApprovalRequest): string => canonicalJson({ state, ended });

/** Whether a click that was told it counts is in the history, with that person's name on it. */
const isRecorded = (item: CaseItem, { act, request }: Told): boolean => {
  const entries = item.audit.filter(
    ({ by, details }) => 'by' in act && by === act.by && details['request'] === request?.id,
  );
  const of = (what: string) => entries.filter((entry) => entry.what === what);
  if (act.does === 'withdraw') return of('request-withdrawn').length === 1;
  if (act.does === 'decline') return of('sign-off-declined').length > 0 && of('request-rejected').length === 1;
  return of('sign-off-given').some(({ details }) => details['revision'] === request?.revision);
};

/** Whether this person has answered the request, or taken it back, at any time. */
const hasAnswered = ({ clicks, ended }: ApprovalRequest, { act }: Told): boolean =>
  'by' in act && (act.does === 'withdraw' ? ended?.by === act.by : clicks.some((key) => key.endsWith(`~${act.by}`)));

/** Whoever was told something about a request: how that and the case as it is now do not fit; nothing when all do. */
export const contradictions = (item: CaseItem, all: readonly Told[]): string[] => {
  const say = ({ act }: Told, wrong: string): string => `${JSON.stringify(act)} ${wrong}`;
  const single = all.flatMap((told): string[] => {
    const { outcome, why, request } = told;
    const now = item.requests.find(({ id }) => id === request?.id);
    return [
      ...(outcome === 'failed' || why === 'busy' ? [say(told, `failed: ${why}`)] : []),
      ...(request !== undefined && now === undefined ? [say(told, 'was shown a request that is not there')] : []),
      // An end is an end: whoever was shown one was shown the one that stands.
      ...(request !== undefined && now !== undefined && request.state !== 'open' && endOf(request) !== endOf(now)
        ? [say(told, `was shown ${endOf(request)}, but it is ${endOf(now)}`)]
        : []),
      ...(outcome === 'recorded' && !isRecorded(item, told)
        ? [say(told, 'was told it counts, and it is not there')]
        : []),
      ...(outcome === 'already' && now !== undefined && !hasAnswered(now, told)
        ? [say(told, 'was told they had answered before, and they had not')]
        : []),
      ...(why === 'ended' && request?.state === 'open'
        ? [say(told, 'was told of an end, and shown an open request')]
        : []),
    ];
  });
  const twice = Map.groupBy(
    all.filter(({ outcome }) => outcome === 'recorded'),
    ({ act, request }) => canonicalJson([act.does, 'by' in act && act.by, request?.id, request?.revision]),
  );
  const created = Map.groupBy(
    all.filter(({ outcome }) => outcome === 'created'),
    ({ request }) => request?.id,
  );
  return [
    ...single,
    ...[...twice].flatMap(([key, { length }]) =>
      length > 1 ? [`${key} was told ${length} times that it counts now`] : [],
    ),
    ...[...created].flatMap(([id, { length }]) => (length > 1 ? [`${id} was opened ${length} times`] : [])),
  ];
};
