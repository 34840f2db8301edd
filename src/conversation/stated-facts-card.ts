import { type Facts, recordFacts } from '../cases/record-facts.ts';
import type { CaseItem } from '../cases/case-item.ts';
import { explain } from '../rulebook/explain.ts';
import { mayWith, seenCase } from './access.ts';
import { factInWords } from './facts/fact-called.ts';
import type { LastQuestion } from './intents/common.ts';
import type { Answer, Talking } from './services.ts';
import { hasOffer } from './take-facts.ts';
import { caseLine, wordingOf } from './views/case-line.ts';
import { messageView } from './views/message-view.ts';

/** What recording facts would come to: nothing where the case has them, another answer, or the same one. */
type Effect = 'known' | 'changes' | 'changes-nothing';

const effectOf = (talking: Talking, item: CaseItem, { question }: LastQuestion, facts: Facts): Effect | undefined => {
  const { services, turn, catalogue } = talking;
  const filling = { by: turn.person.id, at: turn.now, today: turn.today, seen: item.record };
  const recorded = recordFacts(item, facts, {
    ...filling,
    ...('offerId' in question && { offerId: question.offerId }),
  });
  if ('refused' in recorded) return undefined;
  if (recorded.item === item) return 'known';
  const [before, after] = [item, recorded.item].map(({ record }) =>
    services.judge(record, question, catalogue, turn.today),
  );
  if (before === undefined || after === undefined || 'notBefore' in before || 'notBefore' in after) return undefined;
  const [one, other] = [before, after].map((judged) => JSON.stringify(explain(judged, turn.language)));
  return one === other ? 'changes-nothing' : 'changes';
};

/** Facts that were said after an answer: what would be recorded, whether the answer turns on it, and the button that does it. */
export const statedFactsCard = async (
  talking: Talking,
  last: LastQuestion,
  facts: Facts,
): Promise<Answer | undefined> => {
  const { say, services } = talking;
  const found = await seenCase(talking, last.caseId);
  if (found === undefined || !hasOffer(last.question, found.item)) return undefined;
  const about = caseLine(talking, found.item);
  const wording = wordingOf(talking);
  const lines = Object.entries(facts).map(([path, value]) => ({
    symbol: '→',
    text: factInWords(path, value, wording),
  }));
  const effect = effectOf(talking, found.item, last, facts);
  if (effect === 'known')
    return {
      view: messageView('✓', say('talk.stated.known'), { about, paragraphs: [say('talk.stated.same')], lines }),
    };
  const difference = effect === undefined ? [] : [say(`talk.stated.${effect}`)];
  if (!mayWith(talking, 'record-fact', found.item))
    return {
      view: messageView('✕', say('talk.stated.title'), {
        about,
        paragraphs: [say('talk.stated.may-not'), ...difference],
        lines,
      }),
    };
  const id = services.ids();
  return {
    view: messageView('?', say('talk.stated.title'), {
      about,
      paragraphs: [...difference, say('talk.stated.text')],
      lines,
      actions: [{ title: say('talk.stated.button'), verb: 'record-stated', data: { draft: id }, style: 'positive' }],
    }),
    talk: { stated: { id, decisionId: last.decisionId, facts } },
  };
};
