import { formatDate } from '../../format/format.ts';
import { requestSurroundings } from '../request-card.ts';
import type { Handler, Talking } from '../services.ts';
import { caseLine, wordingOf } from '../views/case-line.ts';
import { askButton, messageView } from '../views/message-view.ts';
import { nameOf } from '../views/request-facts.ts';
import { questionInWords } from '../views/wording.ts';
import { type Waiting, waitingFor } from '../waiting-requests.ts';

const BUTTONS = 5;
const LISTED = 12;

/** A request in one line: the case, what is asked for and, in the own chat, by whom. */
export const requestAbout = (talking: Talking, { item, request }: Waiting): string =>
  talking.say('decision.about.what', {
    who: caseLine(talking, item),
    what: questionInWords(request.question, item.record.offers ?? [], talking.catalogue, wordingOf(talking)),
  });

/** "Hvad venter på mig?": the open requests this person can answer, the one that ends first on top. */
export const pendingApprovals: Handler = async (talking) => {
  const { services, turn, say } = talking;
  const around = await requestSurroundings(services, turn.person.municipality, turn.today);
  const waiting = await waitingFor(services.store, around, turn.person);
  const talk = { lastIntent: 'pending-approvals' };
  if (waiting.length === 0) return { view: messageView('✓', say('request.pending.none'), { tone: 'good' }), talk };
  const lines = waiting.slice(0, LISTED).map((one) => ({
    symbol: '◔',
    text: say(talking.personal ? 'request.pending.line' : 'request.pending.line-apart', {
      about: requestAbout(talking, one),
      asker: nameOf(one.request.askedBy, around.staff, wordingOf(talking)),
      date: formatDate(one.request.expiresOn, turn.language),
    }),
  }));
  const cases = [...new Set(waiting.map(({ item }) => item.id))].slice(0, BUTTONS);
  const more = waiting.length - lines.length;
  return {
    view: messageView('◔', say('request.pending.title', { count: waiting.length }), {
      paragraphs: more > 0 ? [say('request.pending.more', { count: more })] : [],
      lines,
      actions: talking.personal
        ? cases.map((id) =>
            askButton(say('request.pending.button', { case: id }), { intent: 'request-status', caseId: id }),
          )
        : [],
    }),
    talk,
    ...(talking.personal ? {} : { withheld: true }),
  };
};
