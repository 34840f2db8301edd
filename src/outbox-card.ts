import type { Cards } from './cards/render.ts';
import type { Say } from './cards/texts.ts';
import type { MessageView } from './cards/views.ts';
import type { CaseItem } from './cases/case-item.ts';
import { civilDateAt, type Clock } from './clock.ts';
import { messageView } from './conversation/views/message-view.ts';
import { eligibleOpen, requestCard, requestSurroundings } from './conversation/request-card.ts';
import { endedNotice } from './conversation/views/ended-notice.ts';
import { CodedError } from './errors.ts';
import type { RelayParts } from './outbox/relay.ts';
import { withRolesOn } from './people/active.ts';
import { may } from './people/policy.ts';

type Needs = Parameters<typeof requestSurroundings>[0] & { cards: Cards; clock: Clock };

/** What takes the place of a request's card for somebody who may not see its case any more. */
const outOfSight = (say: Say, { id }: CaseItem): MessageView =>
  messageView('→', say('request.out-of-sight.title'), { paragraphs: [say('request.out-of-sight.text', { case: id })] });

/**
 * The card of an outbox row: the request as the case has it now, in the language of whoever gets it. None where a new
 * one would go to somebody who may not see the case any more, or remind somebody of what they need not do any more.
 */
export const createOutboxCard =
  ({ cards, clock, ...services }: Needs): RelayParts['cardFor'] =>
  async (item, row, to) => {
    const { requestId, face, reminder } = row.card;
    const request = item.requests.find(({ id }) => id === requestId);
    if (request === undefined) throw new CodedError('row-without-case', `row ${row.id} names no request of its case`);
    const around = await requestSurroundings(services, item.municipality, civilDateAt(clock.now()));
    const language = to.language ?? 'da';
    // They may have been able to when the row was written, or the card they have was posted.
    const reader = withRolesOn(to, around.staff, around.today);
    // With another identity comes another chat; whoever has the old one is somebody else.
    const othersChat = row.what === 'edit' && row.conversationId !== to.address?.conversationId;
    if (othersChat || !may(reader, 'see-case', item, around.today))
      return row.what === 'post' ? undefined : cards.render(outOfSight(services.say(language), item), language);
    // Somebody has given meanwhile what was theirs to give.
    const reminds = reminder === true && request.state === 'open';
    if (reminds && row.what === 'post' && !eligibleOpen(around, item, request, to)) return undefined;
    const said = reminds ? { note: services.say(language)('request.reminder') } : {};
    const whole = requestCard(around, item, request, face, to, language, said);
    // The asker's own card is edited to the same end, and an edit rings no bell: the news is told briefly.
    const news = row.what === 'post' && face === 'asker' && request.state !== 'open';
    return cards.render(news ? endedNotice(whole) : whole, language);
  };
