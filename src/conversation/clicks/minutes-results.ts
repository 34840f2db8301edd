import type { CardAction, Line, MessageView } from '../../cards/views.ts';
import type { Answered, Refused } from '../../requests/requests.ts';
import { LONGEST_REASON } from '../../requests/weigh.ts';
import type { Talking } from '../services.ts';
import type { MinutesItem } from '../talk.ts';
import { discussionAbout } from '../views/agenda-view.ts';
import { askButton, messageView } from '../views/message-view.ts';
import { waitsFor } from './minutes-card.ts';

/** What became of an item of the minutes; `failed`: the store did not take it, and it can be tried again. */
export interface Recorded {
  item: MinutesItem;
  caseId: string;
  result: Answered | Refused | { outcome: 'failed' };
}

const CASE_BUTTONS = 4;

const isRecorded = ({ result }: Recorded): boolean => result.outcome === 'recorded' || result.outcome === 'already';

/** Nothing stands against it but the moment. */
const canBeTriedAgain = ({ result }: Recorded): boolean =>
  result.outcome === 'failed' || (result.outcome === 'refused' && result.why === 'busy');

const doneLine = (talking: Talking, { item, request }: Answered): Line => {
  const { say } = talking;
  const about = discussionAbout(talking, { item, question: request.question });
  const known = request.state === 'open' || request.state === 'approved' || request.state === 'rejected';
  const needs = request.needs.filter(({ given }) => given === undefined);
  return {
    symbol: '✓',
    tone: 'good',
    text: say(`agenda.minutes.done.${known ? request.state : 'over'}`, { about, needs: waitsFor(talking, needs) }),
  };
};

const lineOf = (talking: Talking, { caseId, result }: Recorded): Line => {
  const { say } = talking;
  const warning = { symbol: '!', tone: 'warning' as const };
  if (result.outcome === 'failed') return { ...warning, text: say('agenda.minutes.done.failed', { case: caseId }) };
  if (result.outcome !== 'refused') return doneLine(talking, result);
  const { why, request } = result;
  // The click itself may have shown that the request is over.
  const over = request !== undefined && request.state !== 'open';
  const text = say(`request.refused.${over ? 'ended' : why}`, { max: LONGEST_REASON });
  return { ...warning, text: say('agenda.minutes.done.refused', { case: caseId, why: text }) };
};

const titleOf = ({ say }: Talking, all: Recorded[]): string => {
  const done = all.filter(isRecorded).length;
  if (done === all.length) return say('agenda.minutes.done.title');
  return done === 0 ? say('agenda.minutes.done.none') : say('agenda.minutes.done.some', { done, all: all.length });
};

const caseButtons = ({ say }: Talking, all: Recorded[]): CardAction[] =>
  [...new Set(all.filter((one) => !isRecorded(one) && !canBeTriedAgain(one)).map(({ caseId }) => caseId))]
    .slice(0, CASE_BUTTONS)
    .map((caseId) =>
      askButton(say('agenda.minutes.button.case', { case: caseId }), { intent: 'request-status', caseId }),
    );

/** What became of each item, and what can be done about those that were not recorded. */
export const minutesResults = (talking: Talking, all: Recorded[], draft: string): MessageView => {
  const { say } = talking;
  const whole = all.every(isRecorded);
  const again = all.some(canBeTriedAgain);
  return messageView(whole ? '✓' : '!', titleOf(talking, all), {
    tone: whole ? 'good' : 'warning',
    paragraphs: again ? [say('agenda.minutes.done.again')] : [],
    lines: all.map((one) => lineOf(talking, one)),
    actions: [
      ...(again
        ? [
            {
              title: say('agenda.minutes.button.again'),
              verb: 'record-minutes',
              data: { draft },
              style: 'positive' as const,
              checksInputs: false,
            },
          ]
        : []),
      ...caseButtons(talking, all),
      {
        title: say('agenda.minutes.button.on'),
        verb: 'write-minutes',
        data: { from: 0 },
        checksInputs: false,
      },
    ],
  });
};
