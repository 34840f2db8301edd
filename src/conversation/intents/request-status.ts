import type { CaseItem } from '../../cases/case-item.ts';
import type { ApprovalRequest } from '../../requests/request.ts';
import { faceFor, requestCard, requestSurroundings } from '../request-card.ts';
import { casesSeen } from '../resolve/find-cases.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import { messageView } from '../views/message-view.ts';
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

interface Placed {
  item: CaseItem;
  request: ApprovalRequest;
}

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

/** One request in full, in the own chat; where others read along, its state in one line. */
const shown = async (talking: Talking, placed: Placed): Promise<Answer> => {
  const { services, turn, say, personal } = talking;
  const { item, request } = placed;
  const talk = { lastIntent: 'request-status', caseId: item.id };
  if (!personal) return { ...listed(talking, [placed], say('request.status.title', { count: 1 })), talk };
  const around = await requestSurroundings(services, item.municipality, turn.today);
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
  const me = talking.turn.person.id;
  const { items: cases } = await casesSeen(talking, { by: 'caseworker', caseworker: me });
  const mine = newestFirst(
    cases.flatMap((item) =>
      item.requests.filter(({ askedBy }) => askedBy === me).map((request) => ({ item, request })),
    ),
  );
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
