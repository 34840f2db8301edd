import type { View } from '../cards/views.ts';
import type { CaseItem } from '../cases/case-item.ts';
import type { Approval, Decision, Source } from '../contract/decision.ts';
import type { Question } from '../contract/question.ts';
import { isRequestQuestion, stands } from '../requests/request-question.ts';
import { explain } from '../rulebook/explain.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import type { PersonItem } from '../store/items.ts';
import { mayWith } from './access.ts';
import { namesOf } from './names-of.ts';
import { isRunning } from './resolve/resolve-offer.ts';
import type { Talking } from './services.ts';
import { caseLine, wordingOf } from './views/case-line.ts';
import { deadlinesView } from './views/deadlines-view.ts';
import { openApprovals } from './views/decision-headline.ts';
import { type DecisionFacts, decisionOutline, decisionView } from './views/decision-view.ts';
import { askButton } from './views/message-view.ts';
import { nextStepView } from './views/next-step-view.ts';
import { offerAmong, questionInWords } from './views/wording.ts';

/** Who can give each open approval, by the roles of the day. */
const eligibleFor = async (
  { services, turn }: Talking,
  item: CaseItem,
  judgement: Judgement,
  decision: Decision,
): Promise<(approval: Approval) => PersonItem[]> => {
  const staff = openApprovals(decision).length === 0 ? [] : await services.directory.staff(item.municipality);
  return (approval) =>
    services.directory.eligible(
      staff,
      approval,
      item,
      turn.today,
      judgement.ownCaseworkerMay.includes(approval.rule),
      turn.person.id,
    );
};

/** The names of those whose sign-offs a finding tells of; read only where one does. */
const namesFor = async ({ services }: Talking, { municipality }: CaseItem, { findings }: Judgement) => {
  const staff = findings.some(({ signOff }) => signOff !== undefined)
    ? await services.directory.staff(municipality)
    : [];
  return namesOf(staff);
};

/** Every rule of the day with its place in the plan. */
const rulesOf = ({ services, turn }: Talking, { municipality }: CaseItem): Map<string, Source> => {
  const found = services.shelf.on(municipality, turn.today);
  return new Map('rulebook' in found ? found.rulebook.rules.map(({ id, source }) => [id, source]) : []);
};

const decisionCard = (talking: Talking, item: CaseItem, facts: DecisionFacts): View => {
  const wording = wordingOf(talking);
  if (!talking.personal) return decisionOutline(facts, wording);
  if (facts.kind !== 'next-step') return decisionView(facts, wording);
  const offers = item.record.offers ?? [];
  const running = offers
    .filter((offer) => isRunning(offer, talking.turn.today))
    .map((offer) => offerAmong(offer, offers, talking.catalogue, wording));
  const actions = [askButton(talking.say('talk.ask.deadlines'), { intent: 'deadlines', caseId: item.id })];
  return nextStepView({ ...facts, running, actions }, wording);
};

const aboutLine = (talking: Talking, item: CaseItem, question: Question): string =>
  talking.say('decision.about.what', {
    who: caseLine(talking, item),
    what: questionInWords(question, item.record.offers ?? [], talking.catalogue, wordingOf(talking)),
  });

/** What an answer's card says besides the judgement. */
export interface Told {
  reading: string[];
  assumed: string[];
  settling: string[];
  /** It is a no from which somebody can make an exception. */
  liftable: boolean;
  /** Absent where nothing was recorded: the card then takes no facts and puts no request. */
  decisionId?: string;
}

/** The card of an answer. */
export const answerCard = async (
  talking: Talking,
  item: CaseItem,
  judged: Judgement,
  { decisionId, ...told }: Told,
): Promise<View> => {
  const { question } = judged.inquiry;
  const decision = explain(judged, talking.turn.language, await namesFor(talking, item, judged));
  const reminders = new Set(judged.reminders.map(({ rule }) => rule));
  const named = decisionId === undefined ? {} : { decisionId };
  const mayRecord = decisionId !== undefined && mayWith(talking, 'record-fact', item);
  const rules = rulesOf(talking, item);
  if (question.kind === 'deadlines') {
    const { personal } = talking;
    const line = caseLine(talking, item);
    const about = { line, personal, reading: told.reading, ...named, rules, reminders, mayRecord };
    return deadlinesView(decision, about, wordingOf(talking));
  }
  const facts: DecisionFacts = {
    ...told,
    ...named,
    decision,
    kind: question.kind,
    about: aboutLine(talking, item, question),
    eligible: await eligibleFor(talking, item, judged, decision),
    mayAsk: mayWith(talking, 'request-approval', item) && isRequestQuestion(question) && stands(item.record, question),
    liftable: told.liftable,
    mayRecord,
    rules,
    reminders,
  };
  return decisionCard(talking, item, facts);
};
