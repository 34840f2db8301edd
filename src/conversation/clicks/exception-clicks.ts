import { needsOf } from '../../requests/needs.ts';
import type { Need } from '../../requests/request.ts';
import { explain } from '../../rulebook/explain.ts';
import type { Judgement } from '../../rulebook/judgement.ts';
import { mayWith, seenCase } from '../access.ts';
import type { Click } from '../assistant.ts';
import { cardInput } from '../facts/card-input.ts';
import { askedTogether } from '../facts/fact-inputs.ts';
import { liftingOf } from '../lifting-of.ts';
import { fits, hasOffer } from '../take-facts.ts';
import type { Answer, Talking } from '../services.ts';
import { caseLine, wordingOf } from '../views/case-line.ts';
import { messageView } from '../views/message-view.ts';
import { questionInWords, rolesInWords } from '../views/wording.ts';
import type { ClickData } from './click-data.ts';
import { clickRefusal, ownChat } from './refusals.ts';
import { putOn } from './request-clicks.ts';

/** What would have to be signed, and by whom. */
const lineOf = (talking: Talking, { rule, form, roles, exception }: Need) => ({
  symbol: '○',
  text: talking.say(`request.need.${exception === true ? 'exception' : form}`, {
    roles: rolesInWords(roles, wordingOf(talking)),
  }),
  place: rule,
});

/** What an exception would still need: facts, to be filled in here, and what has to be done. */
const first = (talking: Talking, about: string, decisionId: string, then: Judgement): Answer => {
  const { say, turn } = talking;
  const inputs = askedTogether(then.missing).flatMap((path) => cardInput(path, say) ?? []);
  const { todo } = explain(then, turn.language);
  return {
    view: messageView('?', say('request.exception.first'), {
      about,
      paragraphs: [say('request.exception.first-text')],
      lines: todo.map(({ rule, text }) => ({ symbol: '!', text, place: rule, tone: 'warning' as const })),
      inputs,
      actions:
        inputs.length === 0
          ? []
          : [{ title: say('decision.button.answer'), verb: 'answer-facts', data: { decisionId }, style: 'positive' }],
    }),
  };
};

const form = (talking: Talking, about: string, decisionId: string, needs: Need[]): Answer => {
  const { say } = talking;
  const roles = needs.flatMap((need) => (need.exception === true ? need.roles : []));
  return {
    view: messageView('◔', say('request.exception.title'), {
      tone: 'accent',
      about,
      paragraphs: [say('request.exception.text', { roles: rolesInWords(roles, wordingOf(talking)) })],
      lines: needs.map((need) => lineOf(talking, need)),
      inputs: [{ id: 'why', type: 'text', label: say('request.exception.why'), multiline: true }],
      actions: [
        {
          title: say('request.exception.button'),
          verb: 'request-exception',
          data: { decisionId },
          style: 'positive',
        },
      ],
    }),
  };
};

/** "Bed om en individuel vurdering": what would be asked of whom, before anything is sent. */
export const askException = async (talking: Talking, { decisionId }: ClickData<'ask-exception'>): Promise<Answer> => {
  const { services, turn, say, personal, catalogue } = talking;
  if (!personal) return ownChat(talking);
  const read = await services.receipts.read(turn.person.municipality, decisionId);
  const found = read?.facts === undefined ? undefined : await seenCase(talking, read.receipt.caseId);
  if (read?.facts === undefined || found === undefined) return clickRefusal(talking, 'unknown-decision');
  const { item } = found;
  if (!mayWith(talking, 'request-approval', item)) return clickRefusal(talking, 'may-not-request');
  const { question, assumed = [] } = read.facts;
  if (assumed.length > 0) return clickRefusal(talking, 'assumed');
  if (!hasOffer(question, item) || !fits(question, item)) return clickRefusal(talking, 'offer-gone');
  const judged = services.judge(item.record, question, catalogue, turn.today);
  const lifted = 'notBefore' in judged ? undefined : liftingOf(talking, item, judged);
  const what = questionInWords(question, item.record.offers ?? [], catalogue, wordingOf(talking));
  const about = say('decision.about.what', { who: caseLine(talking, item), what });
  if (lifted === undefined)
    return {
      view: messageView('i', say('request.exception.none'), {
        about,
        paragraphs: [say('request.exception.none-text')],
      }),
    };
  return lifted.then.outcome === 'needs-info' || lifted.then.outcome === 'not-yet'
    ? first(talking, about, decisionId, lifted.then)
    : form(talking, about, decisionId, [...lifted.exceptions, ...needsOf(lifted.then)]);
};

/** Puts the request for an exception; the card becomes the request's, from the asker's side. */
export const putException = (
  talking: Talking,
  { decisionId, why }: ClickData<'request-exception'>,
  { messageId }: Click,
): Promise<Answer> => putOn(talking, decisionId, messageId, { exception: true, ...(why !== undefined && { why }) });
