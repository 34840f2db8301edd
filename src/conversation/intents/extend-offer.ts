import type { CaseItem } from '../../cases/case-item.ts';
import type { Offer } from '../../contract/case.ts';
import { OFFER_KINDS } from '../../contract/vocabulary.ts';
import { formatDate } from '../../format/format.ts';
import { answerQuestion } from '../answer-question.ts';
import { nothingSettled } from '../nothing-settled.ts';
import { endOfExtension, readAs } from '../read-dates.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import { isNamed, isRunning, resolveOffer } from '../resolve/resolve-offer.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import { messageView } from '../views/message-view.ts';
import { lastQuestion, readingOf } from './common.ts';

/** Whether an offer of one's own cases can be the one that is asked about, when no case is named. */
export const couldBeMeant =
  ({ turn, catalogue }: Talking, { entities }: Asked) =>
  (offer: Offer): boolean => {
    const named = entities.offerId ?? entities.offer;
    return isRunning(offer, turn.today) && (named === undefined || isNamed(offer, named, catalogue));
  };

/** What was settled of an extension in the talk just before: only while its answer still waits for a fact. */
const extensionBefore = async (talking: Talking, offerId: string) => {
  if (talking.talk.lastIntent !== 'extend-offer' || talking.talk.offerId !== offerId) return {};
  const question = (await lastQuestion(talking))?.question;
  if (question?.kind !== 'extend-offer' || question.offerId !== offerId) return {};
  const { until, likelyJobOrEducation: likely } = question;
  return {
    ...(until === undefined || talking.talk.asked === undefined ? {} : { until }),
    ...(likely === undefined ? {} : { likelyJobOrEducation: likely }),
  };
};

const endsLater = ({ say, turn }: Talking, item: CaseItem, offer: Offer, until: string, ends: string): Answer => ({
  view: messageView('→', say('talk.until-too-early'), {
    paragraphs: [
      say('talk.until-too-early-text', {
        until: formatDate(until, turn.language),
        ends: formatDate(ends, turn.language),
      }),
    ],
  }),
  talk: { ...nothingSettled, lastIntent: 'extend-offer', caseId: item.id, offerId: offer.id },
});

const untilOf = ({ entities }: Asked, { ends }: Offer): string | undefined =>
  entities.until ?? (ends === undefined ? undefined : endOfExtension(ends, entities)) ?? entities.period?.to;

/** "Må jeg forlænge …": without a date it is asked how far the rules allow it to go. */
export const extendOffer: Handler = async (talking, asked) => {
  const resolved = await resolveCase(talking, asked, couldBeMeant(talking, asked));
  if ('answer' in resolved) return resolved.answer;
  const chosen = resolveOffer(talking, asked, resolved, OFFER_KINDS);
  if ('answer' in chosen) return chosen.answer;
  const { offer } = chosen;
  const until = untilOf(asked, offer);
  if (until !== undefined && offer.ends !== undefined && until <= offer.ends)
    return endsLater(talking, resolved.item, offer, until, offer.ends);
  const stated = asked.entities.set?.['likelyJobOrEducation'];
  const question = {
    kind: 'extend-offer' as const,
    offerId: offer.id,
    ...(resolved.carried ? await extensionBefore(talking, offer.id) : {}),
    ...(until === undefined ? {} : { until }),
    ...(typeof stated === 'boolean' ? { likelyJobOrEducation: stated } : {}),
  };
  const reading = [
    ...readingOf(talking, asked, resolved),
    ...readAs(talking, until === undefined ? {} : { ends: until }),
  ];
  return answerQuestion(talking, resolved.item, question, { reading });
};
