import type { CaseItem } from '../../cases/case-item.ts';
import { formatDate } from '../../format/format.ts';
import type { ApprovalRequest } from '../../requests/request.ts';
import { eligibleOpen, requestSurroundings, type RequestSurroundings } from '../request-card.ts';
import { casesSeen } from '../resolve/find-cases.ts';
import type { Handler, Talking } from '../services.ts';
import { caseLine, wordingOf } from '../views/case-line.ts';
import { askButton, messageView } from '../views/message-view.ts';
import { nameOf } from '../views/request-facts.ts';
import { questionInWords } from '../views/wording.ts';

const BUTTONS = 5;
const LISTED = 12;

interface Waiting {
  item: CaseItem;
  request: ApprovalRequest;
}

/** What a case's `pendingFor` can say that concerns this person. */
const keysOf = ({ turn }: Talking): string[] => [
  ...new Set(turn.person.roles.map(({ role, team }) => (team === undefined ? role : `${role}@${team}`))),
];

const waitingFor = async (talking: Talking, around: RequestSurroundings): Promise<Waiting[]> => {
  const keys = keysOf(talking);
  const { items } = keys.length === 0 ? { items: [] } : await casesSeen(talking, { by: 'pending', for: keys });
  return items
    .flatMap((item) => item.requests.map((request) => ({ item, request })))
    .filter(({ item, request }) => eligibleOpen(around, item, request, talking.turn.person))
    .toSorted((a, b) => (a.request.expiresOn < b.request.expiresOn ? -1 : 1));
};

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
  const waiting = await waitingFor(talking, around);
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
