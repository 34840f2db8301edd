import type { Decision, Effect, Source } from '../../contract/decision.ts';
import type { ApprovalRequest } from '../../requests/request.ts';
import type { Receipt } from '../../receipts/receipt.ts';
import type { PersonItem } from '../../store/items.ts';
import { formatDate, formatInstant, formatList } from '../../format/format.ts';
import { factName } from '../facts/card-input.ts';
import { decisionHeadline } from './decision-headline.ts';
import { type NoteFacts, factLines } from './note-facts.ts';
import { latestEndLabel } from './decision-lines.ts';
import { nameOf } from './request-facts.ts';
import { endingOf, needLines } from './request-lines.ts';
import { type Wording, dateInWords, placeInFull, questionInWords, rolesInWords } from './wording.ts';

/** What a note is written from: an answer as it was given, and the request it led to. */
export interface Noted {
  caseId: string;
  citizen: string;
  receipt: Receipt;
  facts: NoteFacts;
  decision: Decision;
  /** Where the rules stand. */
  sources: ReadonlyMap<string, Source>;
  /** Paths of facts that were only assumed. */
  assumed: string[];
  request?: ApprovalRequest;
  staff: PersonItem[];
}

const part = (key: string, rows: string[], { say }: Wording): string[] =>
  rows.length === 0 ? [] : ['', say(`note.part.${key}`), ...rows.map((text) => say('note.row', { text }))];

const findingRows = ({ findings }: Decision, wanted: (effect: Effect) => boolean, wording: Wording): string[] =>
  findings
    .filter(({ effect }) => wanted(effect))
    .map(({ rule, text, source }) => wording.say('note.rule', { text, place: placeInFull(rule, source, wording) }));

const approvalRows = ({ approvals }: Decision, wording: Wording): string[] =>
  approvals.map(({ rule, form, roles, status }) => {
    const said = wording.say(`decision.approval.${form}`, { roles: rolesInWords(roles, wording) });
    return wording.say(`note.approval.${status}`, { form: said, rule });
  });

const latestEndRow = (decision: Decision, wording: Wording): string[] => {
  if (decision.latestEnd === undefined) return [];
  const label = latestEndLabel(decision, wording);
  return [wording.say('note.latest-end', { label, date: dateInWords(decision.latestEnd, wording) })];
};

const deadlineRows = ({ decision, sources }: Noted, wording: Wording): string[] => [
  ...latestEndRow(decision, wording),
  ...decision.deadlines.map(({ rule, name, due, status }) => {
    const date = dateInWords(due, wording);
    const text = wording.say('note.deadline', { name, date, status: wording.say(`note.status.${status}`) });
    const source = sources.get(rule);
    return wording.say('note.rule', { text, place: source === undefined ? rule : placeInFull(rule, source, wording) });
  }),
];

/** The answer in a few words; the deadlines themselves stand below. */
const answerOf = ({ decision, facts }: Noted, wording: Wording): string => {
  const { kind } = facts.question;
  if (kind !== 'deadlines') return decisionHeadline(decision, kind, '', wording).title;
  const open = decision.deadlines.filter(({ status }) => status !== 'met');
  const overdue = open.filter(({ status }) => status === 'overdue').length;
  return wording.say('note.deadlines-answer', { count: open.length, overdue });
};

/** The request in order: who asked, each sign-off with who gave it and when, and how it ended and why. */
const requestRows = (request: ApprovalRequest, staff: PersonItem[], wording: Wording): string[] => {
  const { say, language, today } = wording;
  const asker = nameOf(request.askedBy, staff, wording);
  const ending = endingOf(request, staff, wording) ?? say('note.waiting', { date: formatDate(today, language) });
  // Who might still give an open one is not the file's business: whoever has the role.
  const given = { ...request, needs: request.needs.filter((need) => need.given !== undefined) };
  return [
    say('note.asked-by', { name: asker, at: formatInstant(request.askedAt, language) }),
    ...needLines(given, staff, { eligible: () => [] }, wording).map(({ text, place = '' }) =>
      say('note.rule', { text, place }),
    ),
    ending,
  ];
};

const headRows = (noted: Noted, wording: Wording): string[] => {
  const { caseId, citizen, receipt, facts, decision, assumed, staff } = noted;
  const { say, language } = wording;
  const { question, record, catalogue } = facts;
  const document = decision.findings[0]?.source.document;
  const asked = questionInWords(question, record.offers ?? [], catalogue, wording);
  const ended = decision.planPeriodEnded;
  return [
    say('note.head'),
    say('note.case', { case: caseId, citizen }),
    say('note.date', { date: formatDate(receipt.today, language) }),
    say('note.asker', { name: nameOf(receipt.askedBy, staff, wording) }),
    say('note.question', { question: asked }),
    say('note.answer', { answer: answerOf(noted, wording) }),
    ...(document === undefined
      ? []
      : [say('note.plan', { document, date: formatDate(decision.rulebook.validFrom, language) })]),
    ...(ended === undefined ? [] : [say('decision.plan-ended', { date: formatDate(ended, language) })]),
    ...(assumed.length === 0
      ? []
      : [
          say('note.assumed', {
            facts: formatList(
              assumed.map((path) => factName(path, say)),
              language,
            ),
          }),
        ]),
  ];
};

/** A note ready to paste into the case file: plain text, each rule with its place, marked as guidance. */
export const journalNote = (noted: Noted, wording: Wording): string => {
  const { receipt, facts, decision, request, staff } = noted;
  const { say } = wording;
  return [
    ...headRows(noted, wording),
    ...part('facts', factLines(facts, wording), wording),
    ...part(
      'rules',
      findingRows(decision, (effect) => effect !== 'advises', wording),
      wording,
    ),
    ...part(
      'advice',
      findingRows(decision, (effect) => effect === 'advises', wording),
      wording,
    ),
    ...part(
      'todo',
      decision.todo.map(({ text }) => text),
      wording,
    ),
    ...part('approvals', approvalRows(decision, wording), wording),
    ...(request === undefined ? [] : part('request', requestRows(request, staff, wording), wording)),
    ...part('deadlines', deadlineRows(noted, wording), wording),
    ...part(
      'ways',
      decision.alternatives.map(({ text }) => text),
      wording,
    ),
    '',
    say('note.guidance'),
    say('decision.reference', { id: receipt.id }),
  ].join('\n');
};
