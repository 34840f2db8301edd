import { createCases } from '../cases/case-store.ts';
import { systemClock } from '../clock.ts';
import { createJudge } from '../judge.ts';
import { createLog } from '../log.ts';
import { dropDigest, makeDue } from '../outbox/put-right.ts';
import { keyText, type WaitingKey } from '../outbox/waiting.ts';
import { withRolesOn } from '../people/active.ts';
import { createDirectory } from '../people/directory.ts';
import { may } from '../people/policy.ts';
import { withoutRow } from '../requests/drop-row.ts';
import type { ExitStatus } from './command.ts';
import type { Listing } from './outbox-list.ts';
import type { OutboxOptions, Reason } from './outbox-options.ts';
import { printable } from './printable.ts';
import { shownHere } from './shown-here.ts';

type Changing = Listing & { key: string };
type Options = Exclude<OutboxOptions, { does: 'list' }>;
const GONE = 'it is not waiting any more';

const mayMend = async ({ store, today }: Changing, municipality: string, person: string): Promise<boolean> => {
  const staff = await createDirectory({ store }).staff(municipality);
  const found = staff.find(({ id }) => id === person);
  return found !== undefined && may(withRolesOn(found, staff, today), 'mend-outbox', { municipality }, today);
};

const retry = async ({ store, now, today }: Changing, key: WaitingKey): Promise<string | undefined> => {
  if (key.source === 'digest' && !key.id.startsWith(`${today}~`)) return undefined;
  return (await makeDue(store, key, now)) === 'due'
    ? 'due now (after a failure, once its conversation is open again); if its reader cannot be reached, it waits again'
    : undefined;
};

/** What becomes of the request whose message was taken away. */
const dropRow = async (
  { store, shelf, key: seal, now }: Changing,
  { municipality, id, row }: Extract<WaitingKey, { source: 'case' }>,
  by: string,
  reason: Reason,
): Promise<string | undefined> => {
  const cases = createCases({ store, judge: createJudge(shelf), clock: systemClock, key: seal });
  const done = await cases.change<string | undefined>(municipality, id, (item) => {
    const next = withoutRow(item, row, { by, at: now, reason });
    if (next === undefined) return { refused: undefined };
    const requestId = item.outbox.find((one) => one.id === row)?.card.requestId;
    const request = item.requests.find((one) => one.id === requestId);
    const remains =
      request?.state === 'open'
        ? `request ${request.id} stays open until ${request.expiresOn}, and whoever may decide finds it by asking »hvad venter på mig?«`
        : 'its request has ended, and stays so';
    return { item: next, result: `dropped (${reason}); ${remains}` };
  });
  if (done === 'busy') throw new Error(`case ${id} was changed by others all the time`);
  return done === 'absent' ? undefined : done;
};

const dropNotice = async (
  { store, io }: Changing,
  { municipality, id }: WaitingKey,
  by: string,
  reason: Reason,
): Promise<string | undefined> => {
  if ((await store.remove('notice', municipality, id)) === 'absent') return undefined;
  const log = createLog({ write: (line) => io.err(line.trimEnd()) });
  log.info('a notice is taken away unsent', { municipality, notice: id, by, why: reason });
  return `dropped (${reason}); nothing of it remains`;
};

const drop = async (changing: Changing, key: WaitingKey, by: string, reason: Reason): Promise<string | undefined> => {
  if (key.source === 'case') return dropRow(changing, key, by, reason);
  if (key.source === 'notice') return dropNotice(changing, key, by, reason);
  const outcome = await dropDigest(changing.store, key.municipality, key.id, reason);
  return outcome === 'dropped' ? `dropped (${reason}); the next digest tells of what is open by then` : undefined;
};

/** `makker outbox retry` and `drop`: each id for itself; one that is gone by now is told, and keeps no other from it. */
export const changeWaiting = async (changing: Changing, options: Options): Promise<ExitStatus> => {
  const { store, io } = changing;
  const { keys, as } = options;
  for (const municipality of new Set(keys.map((key) => key.municipality)))
    if (!(await mayMend(changing, municipality, as))) {
      io.err(`${printable(as)} is no administrator of ${municipality}; nothing was changed`);
      return 1;
    }
  let all = true;
  for (const key of keys) {
    if (key.source === 'case') await shownHere(store, key.municipality, key.id, `makker outbox ${options.does}`);
    const done = options.does === 'retry' ? await retry(changing, key) : await drop(changing, key, as, options.reason);
    if (done === undefined) io.err(`${printable(keyText(key))}: ${GONE}`);
    else io.out(`${printable(keyText(key))}: ${done}`);
    all &&= done !== undefined;
  }
  return all ? 0 : 1;
};
