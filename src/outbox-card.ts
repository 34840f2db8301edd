import type { Cards } from './cards/render.ts';
import { civilDateAt, type Clock } from './clock.ts';
import { requestCard, requestSurroundings } from './conversation/request-card.ts';
import { endedNotice } from './conversation/views/ended-notice.ts';
import { CodedError } from './errors.ts';
import type { RelayParts } from './outbox/relay.ts';

type Needs = Parameters<typeof requestSurroundings>[0] & { cards: Cards; clock: Clock };

/** The card of an outbox row: the request as the case has it now, in the language of whoever gets it. */
export const createOutboxCard =
  ({ cards, clock, ...services }: Needs): RelayParts['cardFor'] =>
  async (item, row, to) => {
    const { requestId, face, reminder } = row.card;
    const request = item.requests.find(({ id }) => id === requestId);
    if (request === undefined) throw new CodedError('row-without-case', `row ${row.id} names no request of its case`);
    const around = await requestSurroundings(services, item.municipality, civilDateAt(clock.now()));
    const language = to.language ?? 'da';
    const said =
      reminder === true && request.state === 'open' ? { note: services.say(language)('request.reminder') } : {};
    const whole = requestCard(around, item, request, face, to, language, said);
    // The asker's own card is edited to the same end, and an edit rings no bell: the news is told briefly.
    const news = row.what === 'post' && face === 'asker' && request.state !== 'open';
    return cards.render(news ? endedNotice(whole) : whole, language);
  };
