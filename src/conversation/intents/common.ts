import type { CaseItem } from '../../cases/case-item.ts';
import type { Question } from '../../contract/question.ts';
import type { Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import type { Intent } from '../understanding/intents.ts';
import { statesCaseFacts } from '../facts/stated-facts.ts';
import { caseLine } from '../views/case-line.ts';

/** Questions on a case as a whole, which what is said of an offer does not reach. */
const onTheCase: ReadonlySet<Intent> = new Set(['deadlines', 'next-step']);

/** What the card says about how the question was read: what was carried on, and what the sentence could not change. */
export const readingOf = (
  talking: Talking,
  { intent, entities }: Asked,
  { item, carried }: { item: CaseItem; carried: boolean },
): string[] => {
  const { say, personal } = talking;
  const { benefit } = item.record;
  const ofAnOffer = onTheCase.has(intent) && (entities.price !== undefined || entities.hours !== undefined);
  return [
    ...(carried ? [say('talk.carried', { case: caseLine(talking, item) })] : []),
    ...(personal && entities.benefit !== undefined && entities.benefit !== benefit.type
      ? [say('talk.other-benefit', { benefit: say(`facts.benefit.${benefit.type}`) })]
      : []),
    ...(ofAnOffer ? [say('talk.not-used')] : []),
    ...(statesCaseFacts(entities.set) ? [say('talk.not-recorded')] : []),
  ];
};

/** The newest question of a talk, the case it was about, what was only assumed and what its card asked for. */
export interface LastQuestion {
  decisionId: string;
  question: Question;
  caseId: string;
  assumed: string[];
  asked: string[];
}

/** The newest question of this talk, as its receipt has it. */
export const lastQuestion = async ({ services, turn, talk }: Talking): Promise<LastQuestion | undefined> => {
  if (talk.decisionId === undefined) return undefined;
  const read = await services.receipts.read(turn.person.municipality, talk.decisionId);
  if (read?.facts === undefined) return undefined;
  const { question, assumed = [], asked = [] } = read.facts;
  return { decisionId: talk.decisionId, question, caseId: read.receipt.caseId, assumed, asked };
};
