import type { CaseItem } from '../cases/case-item.ts';
import type { Approval, Decision } from '../contract/decision.ts';
import type { Question } from '../contract/question.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import type { RuleInfo } from '../rulebook/rulebook.ts';
import { explain } from '../rulebook/explain.ts';
import type { PersonItem } from '../store/items.ts';
import { formatDate } from '../format/format.ts';
import { askedTogether } from './facts/fact-inputs.ts';
import { settlingFacts } from './facts/settling-facts.ts';
import { mayWith } from './access.ts';
import { namesOf } from './names-of.ts';
import { isRunning } from './resolve/resolve-offer.ts';
import type { Answer, Talking } from './services.ts';
import { caseLine, wordingOf } from './views/case-line.ts';
import { deadlinesView } from './views/deadlines-view.ts';
import { type DecisionFacts, decisionOutline, decisionView } from './views/decision-view.ts';
import { openApprovals } from './views/decision-headline.ts';
import { askButton, messageView } from './views/message-view.ts';
import { nextStepView } from './views/next-step-view.ts';
import { offerInFull, offerOf, questionInWords } from './views/wording.ts';

/** How the question came about, as far as the card has to say it. */
export interface Read {
  reading: string[];
  /** Paths of facts that were assumed because nobody gave them. */
  assumed?: string[];
}

const mayNotAsk = (talking: Talking, item: CaseItem): Answer => ({
  view: messageView('✕', talking.say('decision.may-not-ask'), {
    paragraphs: [talking.say('decision.may-not-ask-text', { case: item.id })],
  }),
});

const tooEarly = ({ say, turn }: Talking, notBefore: string): Answer => ({
  view: messageView('→', say('decision.not-before'), {
    paragraphs: [say('decision.not-before-text', { date: formatDate(notBefore, turn.language) })],
  }),
});

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

const rulesOf = ({ services, turn }: Talking, { municipality }: CaseItem): RuleInfo[] => {
  const found = services.shelf.on(municipality, turn.today);
  return 'rulebook' in found ? found.rulebook.rules : [];
};

const decisionCard = (talking: Talking, item: CaseItem, rules: RuleInfo[], facts: DecisionFacts): Answer['view'] => {
  const wording = wordingOf(talking);
  if (!talking.personal) return decisionOutline(facts, wording);
  if (facts.kind !== 'next-step') return decisionView(facts, wording);
  const running = (item.record.offers ?? [])
    .filter((offer) => isRunning(offer, talking.turn.today))
    .map((offer) => offerInFull(offer, talking.catalogue, wording));
  const sources = new Map(rules.map(({ id, source }) => [id, source]));
  const actions = [askButton(talking.say('talk.ask.deadlines'), { intent: 'deadlines', caseId: item.id })];
  return nextStepView({ ...facts, running, sources, actions }, wording);
};

const aboutLine = (talking: Talking, item: CaseItem, question: Question): string =>
  talking.say('decision.about.what', {
    who: caseLine(talking, item),
    what: questionInWords(question, item.record.offers ?? [], talking.catalogue, wordingOf(talking)),
  });

/**
 * Answers a question on a case: judges it, leaves a receipt, and composes the card. The receipt comes first, so that no
 * answer is seen that cannot be reproduced.
 */
export const answerQuestion = async (
  talking: Talking,
  item: CaseItem,
  question: Question,
  read: Read,
): Promise<Answer> => {
  const { services, turn } = talking;
  if (!mayWith(talking, 'ask-about-case', item)) return mayNotAsk(talking, item);
  const judged = services.judge(item.record, question, talking.catalogue, turn.today);
  if ('notBefore' in judged) return tooEarly(talking, judged.notBefore);
  const assumed = read.assumed ?? [];
  const settling = settlingFacts(services.judge, judged);
  const asks = { asked: askedTogether([...assumed, ...judged.missing, ...settling]), assumed };
  const receipt = await services.receipts.record(judged, turn.person, asks);
  const decision = explain(judged, turn.language, await namesFor(talking, item, judged));
  const offer = offerOf(question, item.record.offers ?? []);
  const talk = {
    lastIntent: question.kind,
    caseId: item.id,
    decisionId: receipt.id,
    offer: offer?.catalogueItem ?? offer?.kind ?? null,
    offerId: 'offerId' in question ? question.offerId : null,
    asked: decision.missing[0] ?? assumed[0] ?? null,
    pending: null,
  };
  const reminders = new Set(judged.reminders.map(({ rule }) => rule));
  if (question.kind === 'deadlines') {
    const { personal } = talking;
    const mayRecord = mayWith(talking, 'record-fact', item);
    const line = caseLine(talking, item);
    const about = { line, personal, reading: read.reading, decisionId: receipt.id, reminders, mayRecord };
    return { view: deadlinesView(decision, about, wordingOf(talking)), talk };
  }
  const rules = rulesOf(talking, item);
  const facts: DecisionFacts = {
    decision,
    decisionId: receipt.id,
    kind: question.kind,
    about: aboutLine(talking, item, question),
    reading: read.reading,
    eligible: await eligibleFor(talking, item, judged, decision),
    mayAsk: mayWith(talking, 'request-approval', item),
    mayRecord: mayWith(talking, 'record-fact', item),
    assumed,
    settling,
    rules: new Set(rules.map(({ id }) => id)),
    reminders,
  };
  return { view: decisionCard(talking, item, rules, facts), talk };
};
