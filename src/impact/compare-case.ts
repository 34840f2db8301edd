import type { Case, CatalogueItem } from '../contract/case.ts';
import { decide } from '../rulebook/decide.ts';
import type { DueEntry, Judgement } from '../rulebook/judgement.ts';
import type { Change } from './change.ts';
import { rulesBehind, rulesBehindEnd, type Versions } from './rules-behind.ts';
import { answerInWords, deadlineInWords, differenceInWords, NOTHING, stepsInWords } from './in-words.ts';
import { questionsOf, type Asked } from './questions-of.ts';

/** What a case is told otherwise by the later of two versions on a civil date; nothing when it is told the same. */
export const compareCase = (versions: Versions, record: Case, catalogue: CatalogueItem[], today: string): Change[] => {
  const changes: Change[] = [];
  const told = new Set<string>();
  for (const asked of questionsOf(record, today)) {
    const inquiry = { today, question: asked.question, case: asked.record, catalogue };
    const before = decide(versions.from.rulebook, inquiry);
    const after = decide(versions.to.rulebook, inquiry);
    changes.push(...ofAnswer(versions, asked, before, after));
    // A clock shows in several answers; it is told of once.
    for (const change of ofDeadlines(asked, before.deadlines, after.deadlines)) {
      const clock = JSON.stringify([change.rules, change.offerId, change.before, change.after]);
      if (told.has(clock)) continue;
      told.add(clock);
      changes.push(change);
    }
  }
  return changes;
};

const ofAnswer = (versions: Versions, asked: Asked, before: Judgement, after: Judgement): Change[] => {
  const changes: Change[] = [];
  const note = (part: Change['part'], was: string, is: string): void => {
    if (was === is) return;
    const change: Change = { ...placeOf(asked), part, rules: [], before: was, after: is };
    change.rules = (part === 'latest end' ? rulesBehindEnd : rulesBehind)(versions, before, after);
    if (part === 'answer' && (before.outcome === 'denied') !== (after.outcome === 'denied'))
      change.turn = after.outcome === 'denied' ? 'to a no' : 'from a no';
    changes.push(change);
  };
  note('answer', ...differenceInWords(answerInWords(before), answerInWords(after)));
  note('latest end', before.latestEnd ?? NOTHING, after.latestEnd ?? NOTHING);
  if (asked.question.kind === 'next-step') note('steps', stepsInWords(before), stepsInWords(after));
  return changes;
};

/** The clocks that run otherwise. Those of a next step are among the case's deadlines. */
const ofDeadlines = (asked: Asked, before: readonly DueEntry[], after: readonly DueEntry[]): Change[] => {
  if (asked.question.kind === 'next-step' || (before.length === 0 && after.length === 0)) return [];
  const was = new Map(before.map((entry) => [keyOf(entry), entry]));
  const is = new Map(after.map((entry) => [keyOf(entry), entry]));
  const changes: Change[] = [];
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [old, next] = [was.get(key), is.get(key)];
    const entry = next ?? old;
    const words = [old, next].map((one) => (one === undefined ? NOTHING : deadlineInWords(one)));
    // What is met is not due: there it makes no difference when it would have been.
    const idle = [old, next].every((one) => one === undefined || one.status === 'met');
    if (entry === undefined || idle || words[0] === words[1]) continue;
    const { offerId } = entry;
    changes.push({
      ...placeOf(asked),
      ...(offerId === undefined ? {} : { offerId }),
      part: 'deadline',
      rules: [entry.rule],
      before: words[0] ?? NOTHING,
      after: words[1] ?? NOTHING,
    });
  }
  return changes;
};

const keyOf = ({ rule, offerId }: DueEntry): string => `${rule} ${offerId ?? ''}`;

const placeOf = ({ question, record, offerId }: Asked): Pick<Change, 'caseId' | 'question' | 'offerId'> => ({
  caseId: record.id,
  question: question.kind,
  ...(offerId === undefined ? {} : { offerId }),
});
