import { requestCard, requestSurroundings } from '../request-card.ts';
import { openRequestsOf, type Placed } from '../requests-of.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import { askButton, messageView } from '../views/message-view.ts';
import { requestAbout } from './pending-approvals.ts';

const BUTTONS = 5;

/** The request with the button that takes it back; words alone take nothing back. */
const shown = async (talking: Talking, { item, request }: Placed): Promise<Answer> => {
  const { services, turn, say, personal } = talking;
  const talk = { lastIntent: 'withdraw-request', caseId: item.id };
  if (!personal)
    return { view: messageView('i', say('request.withdraw.title'), { paragraphs: [say('talk.own-chat-text')] }), talk };
  const around = await requestSurroundings(services, item.municipality, turn.today);
  const said = { note: say('request.withdraw.text') };
  return { view: requestCard(around, item, request, 'asker', turn.person, turn.language, said), talk };
};

const none = ({ say }: Talking): Answer => ({
  view: messageView('i', say('request.withdraw.none'), { paragraphs: [say('request.withdraw.none-text')] }),
});

const several = (talking: Talking, placed: Placed[]): Answer => {
  const { say } = talking;
  const cases = [...new Set(placed.map(({ item }) => item.id))].slice(0, BUTTONS);
  return {
    view: messageView('?', say('request.withdraw.which'), {
      lines: placed.map((one) => ({ symbol: '◔', text: requestAbout(talking, one) })),
      actions: cases.map((caseId) =>
        askButton(say('request.pending.button', { case: caseId }), { intent: 'withdraw-request', caseId }),
      ),
    }),
    talk: { lastIntent: 'withdraw-request' },
  };
};

/** "Træk anmodningen tilbage": the person's own open request, shown with the button that does it. */
export const withdrawRequest: Handler = async (talking, asked) => {
  const { entities, picked } = asked;
  const mine = await openRequestsOf(talking);
  const named = picked.caseId ?? entities.caseId ?? entities.citizen;
  if (named !== undefined) {
    const resolved = await resolveCase(talking, asked);
    if ('answer' in resolved) return resolved.answer;
    const inCase = mine.findLast(({ item }) => item.id === resolved.item.id);
    return inCase === undefined ? none(talking) : shown(talking, inCase);
  }
  // Just spoken of comes first; else the only one there is.
  const spokenOf = mine.findLast(({ item }) => item.id === talking.talk.caseId);
  const one = spokenOf ?? (mine.length === 1 ? mine[0] : undefined);
  if (one !== undefined) return shown(talking, one);
  return mine.length === 0 ? none(talking) : several(talking, mine);
};
