import type { CardInput } from '../../cards/views.ts';
import { audited } from '../../cases/audit.ts';
import { caseItem, type CaseItem } from '../../cases/case-item.ts';
import type { Question } from '../../contract/question.ts';
import { mayWith, seenCase } from '../access.ts';
import { answerQuestion } from '../answer-question.ts';
import { allowedValues, factLabel } from '../facts/card-input.ts';
import { coerceFact, type FactValue } from '../facts/coerce-fact.ts';
import { factInput } from '../facts/fact-inputs.ts';
import { isSound, placeFact } from '../facts/place-fact.ts';
import type { Answer, Talking } from '../services.ts';
import { messageView } from '../views/message-view.ts';
import { clickRefusal } from './refusals.ts';
import type { ClickData } from './click-data.ts';

interface Given {
  path: string;
  value: FactValue;
}

/** The path an input's id stands for: letters that ids do not take are percent-encoded on cards. */
const pathOf = (id: CardInput['id']): string | undefined => {
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
};

/** The facts that were filled in; the first that cannot have its value is named with what it can be. */
const givenFacts = ({ say }: Talking, inputs: Record<string, unknown>): Given[] | { wrong: string } => {
  const given: Given[] = [];
  for (const [id, raw] of Object.entries(inputs)) {
    const path = pathOf(id);
    const input = path === undefined ? undefined : factInput(path);
    if (path === undefined || input === undefined) return { wrong: say('talk.wrong-fact-unknown') };
    const coerced = coerceFact(input.fact, raw);
    if (coerced === 'wrong')
      return {
        wrong: say('talk.wrong-fact', { fact: factLabel(path, input, say), allowed: allowedValues(input.fact, say) }),
      };
    if (coerced !== 'empty') given.push({ path, value: coerced.value });
  }
  return given;
};

type Recorded = { item: CaseItem; question: Question } | 'unsound' | 'may-not' | 'unknown';

/** Puts the facts into the case and the question. The case is replaced only if one of its own facts is new. */
const record = async (talking: Talking, caseId: string, asked: Question, given: Given[]): Promise<Recorded> => {
  const { services, turn } = talking;
  const result = await services.cases.change<Recorded>(turn.person.municipality, caseId, (item) => {
    if (!mayWith(talking, 'see-case', item)) return { refused: 'unknown' };
    if (!mayWith(talking, 'record-fact', item)) return { refused: 'may-not' };
    let known = { record: item.record, question: asked };
    const recorded: string[] = [];
    for (const { path, value } of given) {
      const next = placeFact(known, path, value, turn.today);
      if (next.record !== known.record) recorded.push(path);
      known = next;
    }
    if (!isSound(known)) return { refused: 'unsound' };
    if (recorded.length === 0) return { refused: { item, question: known.question } };
    const what = { at: turn.now, by: turn.person.id, what: 'facts-recorded', details: { facts: recorded.join(' ') } };
    const changed = audited(caseItem(known.record, item), what);
    return { item: changed, result: { item: changed, question: known.question } };
  });
  return result === 'absent' || result === 'busy' ? 'unknown' : result;
};

const wrongFact = ({ say }: Talking, text: string): Answer => ({
  view: messageView('✏️', say('talk.wrong-fact-title'), { paragraphs: [text, say('talk.wrong-fact-again')] }),
});

/**
 * The inputs of a decision's card, sent: each is checked by its fact's type, put where it belongs, and the question is
 * answered anew, with a receipt of its own. Access is checked again: the card may be older than the person's role.
 */
export const answerFacts = async (talking: Talking, data: ClickData<'answer-facts'>): Promise<Answer> => {
  const { services, turn, say, talk } = talking;
  const { decisionId, ...inputs } = data;
  const read = await services.receipts.read(turn.person.municipality, decisionId);
  if (read?.facts === undefined || (await seenCase(talking, read.receipt.caseId)) === undefined)
    return clickRefusal(talking, 'unknown-decision');
  const given = givenFacts(talking, inputs);
  if ('wrong' in given) return wrongFact(talking, given.wrong);
  const recorded = await record(talking, read.receipt.caseId, read.facts.question, given);
  if (recorded === 'unsound') return wrongFact(talking, say('talk.wrong-fact-together'));
  if (recorded === 'may-not') return clickRefusal(talking, 'may-not-record');
  if (recorded === 'unknown') return clickRefusal(talking, 'unknown-decision');
  const stillAssumed = (talk.decisionId === decisionId ? (talk.assumed ?? []) : []).filter(
    (path) => !given.some((fact) => fact.path === path),
  );
  const reading = given.length === 0 ? [say('talk.nothing-filled-in')] : [];
  return answerQuestion(talking, recorded.item, recorded.question, { reading, assumed: stillAssumed });
};
