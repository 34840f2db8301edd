import type { CaseItem } from '../cases/case-item.ts';
import { type About, type Action, may } from '../people/policy.ts';
import type { Stored } from '../store/port.ts';
import type { Talking } from './services.ts';

/** Whether the person of this turn may do this with a case; the policy decides, by our own data of the day. */
export const mayWith = ({ turn }: Pick<Talking, 'turn'>, action: Action, item: About): boolean =>
  may(turn.person, action, item, turn.today);

/** A case the person may see. One they may not see is absent, in the answer as well. */
export const seenCase = async (talking: Talking, caseId: string): Promise<Stored<CaseItem> | undefined> => {
  const found = await talking.services.cases.read(talking.turn.person.municipality, caseId);
  return found !== undefined && mayWith(talking, 'see-case', found.item) ? found : undefined;
};
