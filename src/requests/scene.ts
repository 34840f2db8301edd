import { catalogueOf } from '../cases/judge.ts';
import { civilDateAt, isoInstant } from '../clock.ts';
import type { CaseItem } from '../cases/case-item.ts';
import type { Person } from '../contract/people.ts';
import { active, withRolesOn } from '../people/active.ts';
import { eligible } from '../people/eligible.ts';
import { may } from '../people/policy.ts';
import { namedBy } from '../receipts/decision-id.ts';
import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import type { ApprovalRequest, Need } from './request.ts';
import { requestIn } from './request-in.ts';
import type { RequestName, RequestNeeds } from './requests.ts';
import type { Bench } from './bench.ts';
import type { Moment } from './transitions.ts';

/** What a step is taken on besides the case: the day, the staff of the municipality, rules and catalogue. */
export interface Scene {
  at: string;
  today: string;
  staff: PersonItem[];
  /** The person as our own data has them now, with the roles they hold today; absent for a stranger. */
  person?: PersonItem;
  bench: Bench;
}

/** Reads the scene for a step that nobody takes: what time and changed facts do. */
export const sceneIn = async (
  municipality: string,
  { directory, store, judge, clock }: Pick<RequestNeeds, 'directory' | 'store' | 'judge' | 'clock'>,
): Promise<Scene> => {
  const now = clock.now();
  const [staff, catalogue] = await Promise.all([directory.staff(municipality), catalogueOf(store, municipality)]);
  return { at: isoInstant(now), today: civilDateAt(now), staff, bench: { judge, catalogue } };
};

/** Reads the scene for a person's step in their own municipality. */
export const sceneFor = async (person: Person, needs: RequestNeeds): Promise<Scene> => {
  const scene = await sceneIn(person.municipality, needs);
  const known = scene.staff.find(({ id }) => id === person.id);
  return known === undefined ? scene : { ...scene, person: withRolesOn(known, scene.staff, scene.today) };
};

/** Everybody who may give at least one of the sign-offs, in the order of the staff. */
export const signersOf = (
  needs: Need[],
  item: CaseItem,
  askedBy: string,
  ownMay: readonly string[],
  { staff, today }: Scene,
): PersonItem[] => {
  const signers = new Set(
    needs.flatMap((need) => {
      const ownCaseworkerMay = ownMay.includes(need.rule);
      return eligible(staff, need, { item, today, askedBy, ownCaseworkerMay });
    }),
  );
  return staff.filter((one) => signers.has(one));
};

/** The moment of a step, with the asker to tell. */
export const momentOf = ({ at, today, staff }: Scene, request: ApprovalRequest): Moment => {
  const asker = staff.find((one) => one.id === request.askedBy && active(one, today));
  return { at, today, ...(asker && { asker }) };
};

/** The request of this name, if the person may see its case. */
export const requestNamed = async (
  item: CaseItem,
  { requestId }: RequestName,
  { person, today }: Scene,
  store: Pick<Store, 'read'>,
): Promise<ApprovalRequest | undefined> =>
  person !== undefined && may(person, 'see-case', item, today) ? requestIn(store, item, requestId) : undefined;

/** The case a name speaks of, if the name holds together and is of the person's own municipality. */
export const caseOf = (person: Person, { municipality, requestId }: RequestName): string | undefined => {
  const named = namedBy(requestId);
  return named?.municipality === municipality && municipality === person.municipality ? named.caseId : undefined;
};
