import type { AuditEntry } from '../cases/audit.ts';
import type { CaseHistory } from '../cases/case-history.ts';
import { civilTimeAt } from '../clock.ts';
import { maskCpr } from '../privacy/cpr.ts';
import type { Receipt } from '../receipts/receipt.ts';
import { findingInWords } from './finding-in-words.ts';
import { printable } from './printable.ts';

/** People's names by their ids. */
type Names = ReadonlyMap<string, string>;
type Request = CaseHistory['requests'][number];

const when = (instant: string): string => {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : civilTimeAt(at);
};

const who = (id: string, names: Names): string => {
  const name = names.get(id);
  return name === undefined ? id : `${name} (${id})`;
};

/** What is asked for, without the facts of it. */
const about = ({ question }: Request): { kind: string; offer: string; until?: string } =>
  question.kind === 'start-offer'
    ? { kind: question.kind, offer: question.offer.id }
    : { kind: question.kind, offer: question.offerId, ...(question.until !== undefined && { until: question.until }) };

const entryLine = ({ seq, at, by, what, details }: AuditEntry, names: Names): string => {
  const told = Object.entries(details).map(([name, value]) => `${name} ${value}`);
  const words = what.replaceAll('-', ' ');
  return `${String(seq).padStart(5)}  ${when(at)}  ${who(by, names)}: ${[words, ...told].join(' · ')}`;
};

/** What somebody wrote, where they wrote something. */
const words = (text: string | undefined): string => (text === undefined ? '' : `: ${text}`);

const signOffLine = (need: Request['needs'][number], names: Names) => {
  const { rule, form, roles, exception, given, remark, inNameOf } = need;
  const what = `${rule} ${exception === true ? 'exception, ' : ''}${form}`;
  if (given === undefined) return `${what}: not given; ${roles.join(' or ')} may`;
  const instead = inNameOf === undefined ? '' : ` in the name of ${who(inNameOf, names)}`;
  const by = `${given.answer} by ${who(given.by, names)}${instead} as ${given.role}`;
  return `${what}: ${by} on ${given.on}${words(given.reason ?? remark)}`;
};

const requestLines = (request: Request, names: Names): string[] => {
  const { id, state, decisionId, askedBy, askedAt, why, expiresOn, needs, ended } = request;
  const { kind, offer, until } = about(request);
  const by = ended?.by === undefined ? '' : ` by ${who(ended.by, names)}`;
  return [
    `${id}: ${state}`,
    ...[
      `${kind} ${offer}${until === undefined ? '' : ` until ${until}`}, on decision ${decisionId}`,
      `asked by ${who(askedBy, names)} at ${when(askedAt)}, last day ${expiresOn}${words(why)}`,
      ...needs.map((need) => signOffLine(need, names)),
      ...(ended === undefined ? [] : [`${state} at ${when(ended.at)}${by}${words(ended.reason)}`]),
    ].map((line) => `  ${line}`),
  ];
};

const answerLine = ({ id, at, askedBy, outcome, findings, rulebook }: Receipt, names: Names): string =>
  `${when(at)}  ${who(askedBy, names)}: ${outcome} · ${findings.map(({ rule, effect }) => `${rule} ${effect}`).join(', ') || 'no rule spoke'} · rulebook ${rulebook.municipality} ${rulebook.version} · decision ${id}`;

const section = (title: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

/** The history as one reads it, an entry a line, times in Copenhagen; then the requests, then what was answered. */
export const historyReport = (history: CaseHistory, names: Names): string[] => {
  const { municipality, caseId, entries, findings, requests, receipts } = history;
  return [
    `Case ${caseId}, ${municipality}; times are Copenhagen's`,
    ...(findings.length === 0 ? ['The history is whole.'] : ['THE HISTORY IS NOT WHOLE:']),
    ...findings.map((finding) => `  ${findingInWords(finding)}`),
    ...section(
      'What happened',
      entries.map((entry) => entryLine(entry, names)),
    ),
    ...section(
      'Requests',
      requests.flatMap((request) => requestLines(request, names)),
    ),
    ...section(
      'Answers, each to be looked into with makker replay and its decision',
      receipts.map((receipt) => answerLine(receipt, names)),
    ),
  ].map(printable);
};

const requestJson = (request: Request) => {
  const { id, state, revision, decisionId, factsHash, askedBy, askedAt, why, expiresOn, needs, ended } = request;
  return {
    id,
    state,
    revision,
    ...about(request),
    decisionId,
    factsHash,
    askedBy,
    askedAt,
    why,
    expiresOn,
    needs,
    ended,
  };
};

const signedBy = ({ given, inNameOf }: Request['needs'][number]) => [given?.by, inNameOf];

/** Of all the staff only whoever occurs. */
const occurring = ({ entries, requests, receipts }: CaseHistory, names: Names): Record<string, string> => {
  const ids = new Set([
    ...entries.map(({ by }) => by),
    ...requests.flatMap(({ askedBy, ended, needs }) => [askedBy, ended?.by, ...needs.flatMap(signedBy)]),
    ...receipts.map(({ askedBy }) => askedBy),
  ]);
  return Object.fromEntries([...names].filter(([id]) => ids.has(id)));
};

/** Ids and hashes are ours: digits among their letters are no number of anybody. */
const OURS = /^(?:id|decisionId|decision|request|click|facts|.*hash)$/i;

/** The same as JSON; its shape is described in docs/audit.md. */
export const historyJson = (history: CaseHistory, names: Names): string => {
  const { municipality, caseId, entries, findings, requests, receipts } = history;
  return JSON.stringify(
    {
      municipality,
      case: caseId,
      whole: findings.length === 0,
      findings: findings.map((finding) => ({ ...finding, says: findingInWords(finding) })),
      people: occurring(history, names),
      entries,
      requests: requests.map(requestJson),
      answers: receipts,
    },
    (name, value: unknown) => (typeof value === 'string' && !OURS.test(name) ? maskCpr(value) : value),
    2,
  );
};
