import type { CaseItem } from '../cases/case-item.ts';
import { ROLES } from '../contract/vocabulary.ts';
import type { PersonItem } from '../store/items.ts';
import type { CaseQuery } from '../store/port.ts';
import type { Bench } from '../requests/bench.ts';
import type { Need } from '../requests/request.ts';
import { extensionsToDiscuss, firstDecidedFirst, requestsToDiscuss, type ToDiscuss } from '../requests/to-discuss.ts';
import type { RequestSurroundings } from './request-card.ts';
import { casesSeen } from './resolve/find-cases.ts';
import type { Talking } from './services.ts';

/** What has to be discussed; `more`: not every case could be looked at. */
export interface FoundToDiscuss {
  all: ToDiscuss[];
  more: boolean;
}

const benchOf = ({ services, catalogue }: Talking): Bench => ({ judge: services.judge, catalogue });

/** What has to be discussed in one case, as far as it must be decided by a day or has been asked for. */
export const toDiscussIn = (talking: Talking, item: CaseItem, until: string): ToDiscuss[] => [
  ...requestsToDiscuss(item, talking.turn.today, benchOf(talking)),
  ...extensionsToDiscuss(item, talking.turn.today, until, benchOf(talking)),
];

/** The cases with a request that waits for somebody, and those with something due by a day: found by index. */
const queriesFor = (teams: readonly string[], until: string): CaseQuery[] =>
  teams.length === 0
    ? [
        { by: 'pending', for: [...ROLES] },
        { by: 'nextSoon', on: until },
      ]
    : teams.flatMap((team): CaseQuery[] => [
        { by: 'pending', for: ROLES.map((role) => `${role}@${team}`) },
        { by: 'nextSoon', on: until, team },
      ]);

/** What these teams – with none of them the whole municipality – have to discuss, the first to be decided on top. */
export const toDiscussBy = async (
  talking: Talking,
  teams: readonly string[],
  until: string,
): Promise<FoundToDiscuss> => {
  const found = await Promise.all(queriesFor(teams, until).map((query) => casesSeen(talking, query)));
  const cases = new Map(found.flatMap(({ items }) => items).map((item) => [item.id, item]));
  const all = [...cases.values()].flatMap((item) => toDiscussIn(talking, item, until));
  return { all: firstDecidedFirst(all), more: found.some(({ more }) => more) };
};

/** Who may give a discussion. Before there is a request the case's own caseworker is the one who will ask. */
export const whoDiscusses = (around: RequestSurroundings, one: ToDiscuss, need: Need): PersonItem[] =>
  around.directory.eligible(
    around.staff,
    need,
    one.item,
    around.today,
    one.ownCaseworkerMay.includes(need.rule),
    one.request?.askedBy ?? one.item.caseworker,
  );

/** The discussions of a request that this turn's person may give; what is not asked for yet nobody can give. */
export const mineToGive = ({ turn }: Talking, around: RequestSurroundings, one: ToDiscuss): Need[] =>
  one.request === undefined
    ? []
    : one.discussions.filter((need) => whoDiscusses(around, one, need).some(({ id }) => id === turn.person.id));

/** What the open requests wait for that this person may give, the first to run out on top; of one team or of all. */
export const toRecord = async (
  talking: Talking,
  around: RequestSurroundings,
  team: string | undefined,
): Promise<ToDiscuss[]> => {
  const { roles } = talking.turn.person;
  const keys = [...new Set(roles.map((held) => (held.team === undefined ? held.role : `${held.role}@${held.team}`)))];
  if (keys.length === 0) return [];
  const { items } = await casesSeen(talking, { by: 'pending', for: keys });
  const all = items
    .filter((item) => team === undefined || item.team === team)
    .flatMap((item) => requestsToDiscuss(item, talking.turn.today, benchOf(talking)))
    .filter((one) => mineToGive(talking, around, one).length > 0);
  return firstDecidedFirst(all);
};
