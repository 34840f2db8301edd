import type { z } from 'zod';
import { ruleCalled } from '../intents/rule.ts';
import { ruleView, withRulebook } from '../intents/rules-of-today.ts';
import { answerText } from '../answer-text.ts';
import { answerAsked } from '../answer-asked.ts';
import type { Click } from '../assistant.ts';
import type { Answer, Talking } from '../services.ts';
import { messageView } from '../views/message-view.ts';
import { chooseDigestTeam, setDigest } from '../digest-setup/channel-digest.ts';
import { leaveSetup } from '../digest-setup/digest-setup.ts';
import { setOwnList, setOwnWeek } from '../digest-setup/own-lists.ts';
import { answerFacts } from './answer-facts.ts';
import { askAgain } from './ask-again.ts';
import { choose } from './choose.ts';
import { showCatalogue } from './show-catalogue.ts';
import { type ClickData, clickData } from './click-data.ts';
import { showAll } from './digest-all.ts';
import { checkDone, recordDone } from './digest-done.ts';
import { showDigest } from './digest-place.ts';
import { askOnDigest, takeOnDigest } from './digest-take.ts';
import { checkEvent, dropEvent, storeEvent } from './event-clicks.ts';
import { checkFigure, enterFigureForm, showTargets, storeFigure } from './figure-clicks.ts';
import { recordAnswered } from './matter-clicks.ts';
import { checkMinutes, recordMinutes, showAgenda, writeMinutes } from './minutes-clicks.ts';
import { askListed, recordListed, showOverdue, takeListed } from './overdue-clicks.ts';
import { clickRefusal } from './refusals.ts';
import { recordStated } from './record-stated.ts';
import { askException, putException } from './exception-clicks.ts';
import { putRequest, settleRequest, showRequest, withdrawRequest } from './request-clicks.ts';

const showRule = (talking: Talking, { rule }: ClickData<'show-rule'>): Promise<Answer> =>
  withRulebook(talking, async ({ rules }) => {
    const called = ruleCalled(rules, rule);
    return called === undefined
      ? { view: messageView('?', talking.say('rules.gone'), { paragraphs: [talking.say('rules.gone-text')] }) }
      : { view: ruleView(talking, called) };
  });

/** Asks what a button says: a sentence, or a question about a case and an offer by their ids. */
const ask = (talking: Talking, data: ClickData<'ask'>): Promise<Answer> => {
  if ('text' in data) return answerText({ ...talking, text: data.text });
  const { intent, caseId, offerId } = data;
  const picked = { caseId, ...(offerId === undefined ? {} : { offerId }) };
  return answerAsked(talking, { intent, entities: {}, picked });
};

/** Checks the data that came with a verb, then carries it out. */
const checked =
  <T>(shape: z.ZodType<T>, carry: (talking: Talking, data: T, click: Click) => Promise<Answer> | Answer) =>
  (talking: Talking, click: Click): Promise<Answer> | Answer => {
    const data = shape.safeParse(click.data);
    return data.success ? carry(talking, data.data, click) : clickRefusal(talking, 'wrong-data');
  };

const verbs = new Map<string, (talking: Talking, click: Click) => Promise<Answer> | Answer>([
  ['answer-facts', checked(clickData['answer-facts'], answerFacts)],
  ['request-approval', checked(clickData['request-approval'], putRequest)],
  ['ask-exception', checked(clickData['ask-exception'], askException)],
  ['request-exception', checked(clickData['request-exception'], putException)],
  ['withdraw', checked(clickData.withdraw, withdrawRequest)],
  ['show-request', checked(clickData['show-request'], showRequest)],
  ['approve', checked(clickData.settle, (talking, data) => settleRequest(talking, data, 'approved'))],
  ['reject', checked(clickData.settle, (talking, data) => settleRequest(talking, data, 'declined'))],
  ['show-rule', checked(clickData['show-rule'], showRule)],
  ['show-targets', checked(clickData['show-targets'], showTargets)],
  ['enter-figure', checked(clickData['enter-figure'], enterFigureForm)],
  ['check-figure', checked(clickData['check-figure'], checkFigure)],
  ['store-figure', checked(clickData['store-figure'], storeFigure)],
  ['check-event', checked(clickData['check-event'], checkEvent)],
  ['record-event', checked(clickData['record-event'], storeEvent)],
  ['drop-event', checked(clickData['drop-event'], dropEvent)],
  ['show-agenda', checked(clickData['show-agenda'], showAgenda)],
  ['show-overdue', checked(clickData['show-overdue'], showOverdue)],
  ['take-open', checked(clickData['take-open'], takeListed)],
  ['record-open', checked(clickData['record-open'], recordListed)],
  ['ask-open', checked(clickData['ask-open'], askListed)],
  ['answer-matter', checked(clickData['answer-matter'], recordAnswered)],
  ['write-minutes', checked(clickData['write-minutes'], writeMinutes)],
  ['check-minutes', checked(clickData['check-minutes'], checkMinutes)],
  ['record-minutes', checked(clickData['record-minutes'], recordMinutes)],
  ['show-catalogue', checked(clickData['show-catalogue'], showCatalogue)],
  ['ask-again', checked(clickData['ask-again'], askAgain)],
  ['record-stated', checked(clickData['record-stated'], recordStated)],
  ['choose-digest-team', checked(clickData['choose-digest-team'], chooseDigestTeam)],
  ['set-digest', checked(clickData['set-digest'], setDigest)],
  ['leave-digest', checked(clickData['leave-digest'], leaveSetup)],
  ['set-own-list', checked(clickData['set-own-list'], setOwnList)],
  ['set-own-week', checked(clickData['set-own-week'], setOwnWeek)],
  ['digest-show', checked(clickData['digest-show'], showDigest)],
  ['digest-take', checked(clickData['digest-take'], (talking, data) => takeOnDigest(talking, data, 'take'))],
  ['digest-let-go', checked(clickData['digest-let-go'], (talking, data) => takeOnDigest(talking, data, 'let-go'))],
  ['digest-done', checked(clickData['digest-done'], checkDone)],
  ['digest-record', checked(clickData['digest-record'], recordDone)],
  ['digest-ask', checked(clickData['digest-ask'], askOnDigest)],
  ['digest-all', checked(clickData['digest-all'], showAll)],
  ['choose', checked(clickData.choose, choose)],
  ['ask', checked(clickData.ask, ask)],
]);

/** Every verb that a card's button may have. */
export const VERBS: readonly string[] = [...verbs.keys()];

/** Carries out a click. What its card says is checked; a verb nobody knows is answered, not thrown. */
export const answerClick = async (talking: Talking, click: Click): Promise<Answer> =>
  verbs.get(click.verb)?.(talking, click) ?? clickRefusal(talking, 'unknown-verb');
