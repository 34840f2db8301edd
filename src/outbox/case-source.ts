import { isoInstant } from '../clock.ts';
import type { CaseItem } from '../cases/case-item.ts';
import type { Store } from '../store/port.ts';
import { changeItem, eachCase, isReachable } from './item-access.ts';
import { released } from './rows.ts';
import { createSender, type SenderParts } from './sender.ts';
import type { Source } from './source.ts';

type Parts = SenderParts & { store: Pick<Store, 'findCases'> };

/** A few cases hold as many messages as can go out in a second. */
const A_LOOK = 16;

/** What the cases' outboxes hold. */
export const createCaseSource = (parts: Parts): Source => {
  const { store, clock } = parts;
  const sender = createSender(parts);

  const releaseCase = (item: CaseItem, person: string): Promise<boolean> =>
    changeItem(store, 'case', item.municipality, item.id, (now) => released(now, person, isoInstant(clock.now())));

  return {
    async *due(municipality, now) {
      for await (const item of eachCase(store, municipality, { by: 'nextSendAt', before: now }, A_LOOK))
        for (const row of item.outbox) {
          if (row.sendAt === undefined || row.sendAt > now) continue;
          const of = { municipality, caseId: item.id, row };
          yield {
            key: `${municipality}~${item.id}~${row.id}`,
            sendAt: row.sendAt,
            about: { case: item.id, row: row.id },
            conversation: () => sender.conversationOf(of),
            send: () => sender.send(of),
          };
        }
    },

    release: async (back) => {
      if (!('person' in back)) return;
      const { municipality, person } = back;
      for await (const item of eachCase(store, municipality, { by: 'waiting', person }))
        await releaseCase(item, person);
    },

    recover: async (municipality) => {
      for await (const item of eachCase(store, municipality, { by: 'waiting' }))
        for (const person of item.waitingFor ?? [])
          if (await isReachable(store, municipality, person)) await releaseCase(item, person);
    },
  };
};
