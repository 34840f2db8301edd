import type { CardAction, CardInput, Headline, RequestView } from '../../cards/views.ts';
import type { CaseItem } from '../../cases/case-item.ts';
import type { CatalogueItem } from '../../contract/case.ts';
import type { Decision } from '../../contract/decision.ts';
import type { Language } from '../../contract/language.ts';
import type { Person } from '../../contract/people.ts';
import type { Say } from '../../cards/texts.ts';
import type { ApprovalRequest, Need, RequestState } from '../../requests/request.ts';
import { isException } from '../../requests/needs.ts';
import type { Judgement } from '../../rulebook/judgement.ts';
import type { PersonItem } from '../../store/items.ts';
import { factName } from '../facts/card-input.ts';
import { factsNow } from './facts-now.ts';
import { findingsBesides } from './decision-lines.ts';
import { endingOf, needLines } from './request-lines.ts';
import { requestFacts } from './request-facts.ts';
import { type Wording, questionInWords } from './wording.ts';

/** What a request's card needs besides the request: all of it can be had from the store and the rulebook. */
export interface RequestContext {
  /** The civil date the card is read on. */
  today: string;
  catalogue: CatalogueItem[];
  /** The answer it is about, for its findings; absent when the rulebook has no answer for that day. */
  decision?: Decision;
  /** The same as data, for the facts it rests on. */
  judgement?: Judgement;
  /** Who may give a need. */
  eligible: (need: Need) => PersonItem[];
  /** Said above all else, when a click did not do what was meant. */
  note?: string;
  /** Set when the reason for a rejection was left out. */
  reasonMissing?: boolean;
}

const looks: Record<RequestState, Pick<Headline, 'symbol' | 'tone'>> = {
  open: { symbol: '◔', tone: 'accent' },
  approved: { symbol: '✓', tone: 'good' },
  rejected: { symbol: '✕', tone: 'attention' },
  withdrawn: { symbol: '→', tone: 'default' },
  expired: { symbol: '○', tone: 'default' },
  overtaken: { symbol: '→', tone: 'default' },
};

const headlineOf = (request: ApprovalRequest, face: 'lead' | 'asker', about: string, say: Say): Headline => {
  const asks = isException(request) ? 'lead-exception' : 'lead';
  const waiting = face === 'lead' ? asks : 'waiting';
  const ending = request.state === 'approved' && isException(request) ? 'approved-exception' : request.state;
  return {
    ...looks[request.state],
    title: say(`request.title.${request.state === 'open' ? waiting : ending}`),
    about,
  };
};

const reason = (missing: boolean): string => (missing ? 'request.refused.reason-missing' : 'request.reason');
const exceptionReason = (missing: boolean): string =>
  missing ? 'request.refused.exception-reason-missing' : 'request.exception-reason';

const reasonInput = (signs: Need[], { say }: Wording, missing: boolean): CardInput => ({
  id: 'reason',
  type: 'text',
  // What was forgotten is said where it is to be written: the top of the card may be out of sight.
  label: say(isException({ needs: signs }) ? exceptionReason(missing) : reason(missing)),
  multiline: true,
});

const answerButtons = (request: ApprovalRequest, signs: Need[], { say }: Wording): CardAction[] => {
  // What the card says a click signs, and no more, is signed by it.
  const rules = signs.map(({ rule }) => rule).join(',');
  const data = { requestId: request.id, revision: request.revision, signs: rules };
  const approve = isException({ needs: signs }) ? 'except' : 'approve';
  return [
    { title: say(`request.button.${approve}`), verb: 'approve', data, style: 'positive' },
    { title: say('request.button.reject'), verb: 'reject', data, style: 'destructive' },
  ];
};

/** What whoever asked can do themselves: take it back, or ask again what was not answered. */
const askerButtons = (request: ApprovalRequest, { say }: Wording): CardAction[] => {
  const { id: requestId, decisionId, state } = request;
  if (state === 'open')
    return [{ title: say('request.button.withdraw'), verb: 'withdraw', data: { requestId }, checksInputs: false }];
  // A refusal stands for what was asked; the same question again would only be told of it.
  if (state === 'approved' || state === 'rejected') return [];
  return [{ title: say('request.button.ask-again'), verb: 'ask-again', data: { decisionId }, checksInputs: false }];
};

/** What changed, with what it is now where that can be said in words. */
const changesOf = (item: CaseItem, request: ApprovalRequest, context: RequestContext, wording: Wording): string[] => {
  const { say } = wording;
  const now = context.judgement === undefined ? [] : factsNow(item, request, context.judgement, wording);
  const what = request.changed.length === 0 ? 'changed-needs' : 'changed';
  return [
    say(`request.${what}`, { revision: request.revision }),
    ...request.changed.map((path) => {
      const fact = now.find((one) => one.path === path);
      return fact === undefined
        ? say('request.changed-fact', { fact: factName(path, say) })
        : say('request.changed-to', { fact: fact.name, value: fact.value });
    }),
  ];
};

/** The needs a click of this reader would sign. */
export const signedBy = (reader: Person, request: ApprovalRequest, eligible: RequestContext['eligible']): Need[] =>
  request.needs.filter((need) => need.given === undefined && eligible(need).some(({ id }) => id === reader.id));

/**
 * A request's card. The lead's face shows what is asked and what a click would sign, with the buttons for those who may;
 * the asker's face shows who was asked. An ended request looks the same to both: its last word and no buttons.
 */
export const requestView = (
  item: CaseItem,
  request: ApprovalRequest,
  face: 'lead' | 'asker',
  reader: Person,
  staff: PersonItem[],
  language: Language,
  say: Say,
  context: RequestContext,
): RequestView => {
  const wording: Wording = { say, language, today: context.today };
  const signs = request.state === 'open' && face === 'lead' ? signedBy(reader, request, context.eligible) : [];
  const who = say('decision.about.line', { case: item.id, citizen: item.record.citizen.name });
  const what = questionInWords(request.question, item.record.offers ?? [], context.catalogue, wording);
  const about = say('decision.about.what', { who, what });
  const ended = endingOf(request, staff, wording);
  const ending =
    ended !== undefined && request.state === 'rejected' && reader.id === request.askedBy
      ? say('request.ending.rejected-next', { ending: ended })
      : ended;
  return {
    view: 'request',
    headline: headlineOf(request, face, about, say),
    facts: requestFacts({ item, request, face, staff, context, signs }, wording),
    findings: context.decision === undefined ? [] : findingsBesides(context.decision, wording, new Set()),
    needs: needLines(request, staff, context, wording),
    changes: [
      ...(context.note === undefined ? [] : [context.note]),
      ...(request.revision > 1 && request.state === 'open' ? changesOf(item, request, context, wording) : []),
    ],
    ...(ending === undefined ? {} : { ending }),
    inputs: signs.length > 0 ? [reasonInput(signs, wording, context.reasonMissing === true)] : [],
    actions: [
      ...(signs.length > 0 ? answerButtons(request, signs, wording) : []),
      ...(reader.id === request.askedBy ? askerButtons(request, wording) : []),
    ],
  };
};
