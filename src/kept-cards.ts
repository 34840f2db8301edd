import type { AccessLog } from './access/access-log.ts';
import { civilDateAt, isoInstant, type Clock } from './clock.ts';
import type { RelayParts } from './outbox/relay.ts';

interface Needs {
  access: Pick<AccessLog, 'shown'>;
  clock: Clock;
}

/** The cards of outbox rows; that somebody is shown the case is kept before the card leaves. A row tried again is the same act. */
export const keptCards =
  (cardFor: RelayParts['cardFor'], { access, clock }: Needs): RelayParts['cardFor'] =>
  async (item, row, to) => {
    const card = await cardFor(item, row, to);
    if (card === undefined) return undefined;
    const now = clock.now();
    const { municipality, id } = item;
    const showing = { municipality, person: to.id, at: isoInstant(now), today: civilDateAt(now), act: row.id };
    await access.shown(showing, 'card', [id]);
    return card;
  };
