import type { ApprovalRequest } from '../../requests/request.ts';
import type { MessageView } from '../../cards/views.ts';
import {
  concernedBy,
  eligibleOpen,
  faceFor,
  requestCard,
  requestSurroundings,
  type RequestSurroundings,
} from '../request-card.ts';
import { type Placed, requestsOf } from '../requests-of.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import { messageView } from '../views/message-view.ts';
import { refreshFor } from '../views/request-refresh.ts';
import { requestAbout } from './pending-approvals.ts';

const LISTED = 10;

const symbols: Record<ApprovalRequest['state'], string> = {
  open: '◔',
  approved: '✓',
  rejected: '✕',
  withdrawn: '→',
  expired: '○',
  overtaken: '→',
};

const newestFirst = (placed: Placed[]): Placed[] =>
  placed.toSorted((a, b) => (a.request.askedAt < b.request.askedAt ? 1 : -1));

const lineOf = (talking: Talking, placed: Placed) => ({
  symbol: symbols[placed.request.state],
  text: talking.say('request.status.line', {
    about: requestAbout(talking, placed),
    state: talking.say(`request.status.state.${placed.request.state}`),
  }),
});

const listed = (talking: Talking, placed: Placed[], title: string): Answer => ({
  view: messageView('→', title, { lines: placed.slice(0, LISTED).map((one) => lineOf(talking, one)) }),
  talk: { lastIntent: 'request-status' },
});

/** What the reader of an open request can do about it. */
const partOf = (talking: Talking, around: RequestSurroundings, { item, request }: Placed): string[] => {
  const { turn, say } = talking;
  if (request.state !== 'open') return [];
  if (eligibleOpen(around, item, request, turn.person)) return [say('request.status.waits-for-you')];
  return request.askedBy === turn.person.id ? [say('request.status.you-asked')] : [];
};

/**
 * A request where others read along: its state in one line. Whom it concerns sees, by themselves, what they can do; the
 * card itself is in their own chat.
 */
export const requestOutline = (talking: Talking, around: RequestSurroundings, placed: Placed): MessageView => {
  const { item, request } = placed;
  const open = request.state === 'open';
  return {
    ...messageView('→', talking.say('request.status.title-of', { case: item.id }), {
      paragraphs: partOf(talking, around, placed),
      lines: [lineOf(talking, placed)],
    }),
    ...(open && refreshFor(request, concernedBy(around, item, request))),
  };
};

/** One request in full, in the own chat. */
const shown = async (talking: Talking, placed: Placed): Promise<Answer> => {
  const { services, turn, personal } = talking;
  const { item, request } = placed;
  const talk = { lastIntent: 'request-status', caseId: item.id };
  const around = await requestSurroundings(services, item.municipality, turn.today);
  if (!personal) return { view: requestOutline(talking, around, placed), talk };
  const face = faceFor(around, item, request, turn.person);
  return { view: requestCard(around, item, request, face, turn.person, turn.language), talk };
};

const inCase = async (talking: Talking, asked: Asked): Promise<Answer> => {
  const resolved = await resolveCase(talking, asked);
  if ('answer' in resolved) return resolved.answer;
  const { item } = resolved;
  const requests = newestFirst(item.requests.map((request) => ({ item, request })));
  const one = requests.find(({ request }) => request.state === 'open') ?? requests[0];
  if (one !== undefined) return shown(talking, one);
  const text = talking.say('request.status.none-in-case', { case: item.id });
  return {
    view: messageView('→', talking.say('request.status.none'), { paragraphs: [text] }),
    talk: { caseId: item.id },
  };
};

/** "Er min anmodning godkendt?": the request of a case, else those the person has put. */
export const requestStatus: Handler = async (talking, asked) => {
  const { entities, picked } = asked;
  if ((picked.caseId ?? entities.caseId ?? entities.citizen) !== undefined) return inCase(talking, asked);
  const mine = newestFirst(await requestsOf(talking));
  const [newest] = mine;
  if (newest === undefined)
    return {
      view: messageView('→', talking.say('request.status.none'), {
        paragraphs: [talking.say('request.status.none-of-yours')],
      }),
    };
  if (mine.length === 1) return shown(talking, newest);
  return listed(talking, mine, talking.say('request.status.title', { count: mine.length }));
};
