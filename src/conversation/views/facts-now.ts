import type { CaseItem } from '../../cases/case-item.ts';
import type { ApprovalRequest } from '../../requests/request.ts';
import type { Judgement } from '../../rulebook/judgement.ts';
import { type FactInWords, factsInWords } from './note-facts.ts';
import type { Wording } from './wording.ts';

/** What the rules read for a request, as the case has it now. */
export const factsNow = (
  { record }: CaseItem,
  { question }: ApprovalRequest,
  { reads, inquiry: { catalogue } }: Judgement,
  wording: Wording,
): FactInWords[] => factsInWords({ reads, question, record, catalogue }, wording);

/** These stand on the card already, in what it is about. */
const told: ReadonlySet<string> = new Set([
  'question.until',
  'offer.starts',
  'offer.ends',
  'offer.kind',
  'offer.catalogueItem',
]);

/** Those of them that a need of the request, or a no, rests on: what a lead decides on. */
export const decisiveFacts = (
  item: CaseItem,
  request: ApprovalRequest,
  judgement: Judgement,
  wording: Wording,
): FactInWords[] => {
  const rules = new Set(request.needs.map(({ rule }) => rule));
  const paths = new Set(judgement.findings.flatMap(({ rule, reads }) => (rules.has(rule) ? reads : [])));
  return factsNow(item, request, judgement, wording).filter(({ path }) => paths.has(path) && !told.has(path));
};
