import type { RefusalCode, Refused } from '../../requests/requests.ts';
import { LONGEST_REASON } from '../../requests/weigh.ts';
import { mayWith } from '../access.ts';
import { faceFor, requestCard, requestSurroundings } from '../request-card.ts';
import type { Answer, Talking } from '../services.ts';
import { messageView } from '../views/message-view.ts';

/** A click that could not be carried out, and why; the texts are `talk.click.*`. */
export const clickRefusal = (
  { say }: Talking,
  why:
    | 'unknown-verb'
    | 'wrong-data'
    | 'unknown-decision'
    | 'offer-gone'
    | 'assumed'
    | 'may-not-record'
    | 'may-not-request'
    | 'old-choice',
): Answer => ({ view: messageView('!', say('talk.click.title'), { paragraphs: [say(`talk.click.${why}`)] }) });

/** A click that shows or settles a citizen's facts is for the own chat. */
export const ownChat = ({ say }: Talking): Answer => ({
  view: messageView('✕', say('talk.own-chat'), { paragraphs: [say('talk.own-chat-text')] }),
});

/** Refusals after which the request itself, as it stands now, says the most. */
const shownOnCard: readonly RefusalCode[] = [
  'ended',
  'stale',
  'answered-by-other',
  'reason-missing',
  'exception-reason-missing',
  'reason-too-long',
  'not-entitled',
  'own-request',
  'not-asker',
  'busy',
];

/**
 * A refused click on a request. Where the person may see the request they get its card as it stands now – with by whom
 * and when it ended – and why their click changed nothing.
 */
export const requestRefusal = async (talking: Talking, { why, item, request }: Refused): Promise<Answer> => {
  const { services, turn, say, personal } = talking;
  // The click itself may have shown that the request is over; then there is nothing left to look at and answer.
  const over = request !== undefined && request.state !== 'open';
  const note = say(
    `request.refused.${over ? 'ended' : why === 'stale' && request === undefined ? 'stale-answer' : why}`,
    { max: LONGEST_REASON },
  );
  const mayShow = personal && item !== undefined && mayWith(talking, 'see-case', item) && shownOnCard.includes(why);
  if (!mayShow || request === undefined)
    return { view: messageView('!', say('request.refused.title'), { paragraphs: [note] }) };
  const around = await requestSurroundings(services, item.municipality, turn.today);
  const face = faceFor(around, item, request, turn.person);
  const said = { note, reasonMissing: why === 'reason-missing' || why === 'exception-reason-missing' };
  return { view: requestCard(around, item, request, face, turn.person, turn.language, said) };
};
