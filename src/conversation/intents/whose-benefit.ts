import type { CaseItem } from '../../cases/case-item.ts';
import type { Benefit } from '../../contract/vocabulary.ts';
import { seenCase } from '../access.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import type { Answer, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';

/** A benefit, and the case whose it is when it was not named itself. */
export interface WhoseBenefit {
  benefit?: Benefit;
  about?: CaseItem;
}

const benefitOf = (about: CaseItem): WhoseBenefit => ({ benefit: about.record.benefit.type, about });

/**
 * Whose benefit a question on colours or offers is about: the group named, else that of the citizen named, else that of
 * the case in talk – but of no case where others read along. An answer when it must be asked which case is meant.
 */
export const whoseBenefit = async (talking: Talking, asked: Asked): Promise<WhoseBenefit | { answer: Answer }> => {
  const { talk, personal } = talking;
  const { benefit, citizen, caseId } = asked.entities;
  if (benefit !== undefined) return { benefit };
  if (!personal) return {};
  if (citizen !== undefined || caseId !== undefined || asked.picked.caseId !== undefined || asked.byCpr === true) {
    const found = await resolveCase(talking, asked);
    return 'answer' in found ? found : benefitOf(found.item);
  }
  const found = talk.caseId === undefined ? undefined : await seenCase(talking, talk.caseId);
  return found === undefined ? {} : benefitOf(found.item);
};
