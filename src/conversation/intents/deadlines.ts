import { answerQuestion } from '../answer-question.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import type { Handler, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import { readingOf } from './common.ts';
import { overdueSaid } from './overdue-agenda.ts';
import { dueNamed } from './overdue-wanted.ts';

/** Whether no case is meant: neither the sentence nor the talk before names one, or an offer of one. */
const isOfNoCase = ({ talk }: Talking, { entities, picked, other, byCpr }: Asked): boolean => {
  const { caseId, citizen, people, offer, offerId } = entities;
  const named = picked.caseId ?? caseId ?? citizen ?? people ?? offer ?? offerId ?? other ?? talk.caseId;
  return named === undefined && byCpr !== true && talk.asked !== 'caseId';
};

/** "Hvilke frister er der i …": what is due in one case; without one, "hvad forfalder inden fredag?", what is due at all. */
export const deadlines: Handler = async (talking, asked) => {
  if (isOfNoCase(talking, asked))
    return overdueSaid(talking, asked.entities, dueNamed(asked.entities, talking.turn.today));
  const resolved = await resolveCase(talking, asked);
  if ('answer' in resolved) return resolved.answer;
  return answerQuestion(
    talking,
    resolved.item,
    { kind: 'deadlines' },
    { reading: readingOf(talking, asked, resolved) },
  );
};
