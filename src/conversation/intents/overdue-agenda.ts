import type { CardAction } from '../../cards/views.ts';
import type { OpenDue } from '../../agenda/open-due.ts';
import { openAgenda, readAgenda } from '../../agenda/read-agenda.ts';
import { formatDate, formatList } from '../../format/format.ts';
import type { Rulebook } from '../../rulebook/compile.ts';
import type { Answer, Talking } from '../services.ts';
import type { WhoseAgenda } from '../talk.ts';
import type { Entities } from '../understanding/understanding.ts';
import { wordingOf } from '../views/case-line.ts';
import { askButton } from '../views/message-view.ts';
import { openNames } from '../views/open-name.ts';
import { overdueView } from '../views/overdue-view.ts';
import { upTo } from '../up-to.ts';
import { agendaScope } from './agenda-scope.ts';
import { overdueRefusal } from './overdue-refusal.ts';
import { maySeeOpen, type OverdueScope, overdueScope, whoseOf } from './overdue-scope.ts';
import { groupingSaid, isWanted, notesOn, type OverdueWanted, rulesSaid } from './overdue-wanted.ts';
import { withRulebook } from './rules-of-today.ts';

/** More cases and matters than these are not read for one question. */
const MOST = 5000;

const whoseInWords = ({ say, turn }: Talking, scope: OverdueScope, { name }: Rulebook): string => {
  if (scope.of === 'mine') return say('overdue.mine');
  if (scope.of === 'person') return scope.person.name;
  if (scope.teams.length === 0) return name[turn.language];
  return say('agenda.of-teams', {
    count: scope.teams.length,
    teams: formatList(
      scope.teams.map((team) => team.name),
      turn.language,
    ),
  });
};

/** Whose it is, as ids: for the buttons of the card, and for what is asked next. */
const idsOf = (scope: OverdueScope): WhoseAgenda => {
  if (scope.of === 'mine') return { scope: 'mine' };
  if (scope.of === 'person') return { person: scope.person.id };
  const [only, ...more] = scope.teams;
  return only !== undefined && more.length === 0 ? { team: only.id } : { scope: 'team' };
};

const againOf = (scope: OverdueScope, { rules, day, due }: OverdueWanted): Record<string, string> => ({
  ...idsOf(scope),
  ...(rules !== undefined && { rules: rules.join(',') }),
  ...(day !== undefined && { day }),
  ...(due?.from !== undefined && { dueFrom: due.from }),
  ...(due !== undefined && { dueTo: due.to }),
});

const readOpen = async (
  talking: Talking,
  scope: OverdueScope,
  day: string,
  until: string,
): Promise<{ all: OpenDue[]; more: boolean }> => {
  const { store, more } = upTo(talking.services.store, MOST);
  const all: OpenDue[] = [];
  for (const whose of whoseOf(talking, scope)) {
    const { overdue, soon, undated, later } = await readAgenda(
      store,
      talking.turn.person.municipality,
      whose,
      day,
      until,
    );
    all.push(...overdue, ...soon, ...undated, ...later);
  }
  return { all: all.filter((open) => maySeeOpen(talking, open, scope)), more: more() };
};

/** What is asked for; which rules a sentence speaks of the rulebook tells. */
type Named = Omit<OverdueWanted, 'rules'> & { rules?: string[] | ((rulebook: Rulebook) => string[] | undefined) };

/** Whoever has nothing of their own to do may have come for the team's. */
const teamInstead = async (talking: Talking): Promise<CardAction[]> => {
  if (!talking.personal || 'refused' in (await agendaScope(talking, undefined))) return [];
  const text = talking.say('talk.example.overdue-team');
  return [askButton(text, { text })];
};

/** A page of what is overdue, due soon or without a date, of whoever is meant. */
export const overdueFrom = (talking: Talking, whose: WhoseAgenda, named: Named, said: string[] = []): Promise<Answer> =>
  withRulebook(talking, async (rulebook) => {
    const { services, turn, say, personal, catalogue } = talking;
    const staff = await services.directory.staff(turn.person.municipality);
    const scope = await overdueScope(talking, whose, staff);
    if ('refused' in scope) return overdueRefusal(talking, scope);
    const day = named.day ?? turn.today;
    const until = named.due === undefined || named.due.to < day ? day : named.due.to;
    const { all, more } = await readOpen(talking, scope, day, until);
    const { rules: speaksOf, ...others } = named;
    const rules = typeof speaksOf === 'function' ? speaksOf(rulebook) : speaksOf;
    const wanted: OverdueWanted = { ...others, ...(rules !== undefined && { rules }) };
    const left = all.filter((open) => isWanted(open, wanted));
    const nameApart = openNames({ rulebook }, turn.language);
    const nameOf = (rule: string): string =>
      (personal ? [...rulebook.deadlines, ...rulebook.matters] : []).find((one) => one.rule === rule)?.name[
        turn.language
      ] ?? nameApart(rule);
    const names = [...new Set(rules?.map(nameOf))];
    const view = overdueView(
      {
        agenda: openAgenda(left, until),
        by: wanted.by,
        // What was there may be done by now, so a page can lie behind the last one.
        from: wanted.from < left.length ? wanted.from : 0,
        about: say('overdue.about', {
          whose: whoseInWords(talking, scope, rulebook),
          date: formatDate(day, turn.language),
        }),
        notes: [...said, ...notesOn(talking, wanted, names), ...(more ? [say('overdue.too-many')] : [])],
        nameApart,
        personal,
        ofTeams: scope.of === 'teams',
        narrowed: rules !== undefined || wanted.due !== undefined,
        again: againOf(scope, wanted),
        instead: left.length === 0 && scope.of === 'mine' ? await teamInstead(talking) : [],
        reader: turn.person.id,
        ...(scope.of === 'person' && { caseworker: scope.person.id }),
        staff,
        rules: rulebook.rules,
        catalogue,
      },
      { ...wordingOf(talking), today: day },
    );
    // Where others read along the names, and what comes after the first rows, go to the own chat.
    const withheld = !personal && left.length > 0;
    return { view, talk: { lastIntent: 'overdue', whose: idsOf(scope) }, ...(withheld && { withheld }) };
  });

/** Whose agenda a sentence names; "og inden fredag?" goes on with the one before. */
const whoseSaid = ({ talk }: Talking, { scope, team, person }: Entities, goesOn: boolean): WhoseAgenda => {
  if (person !== undefined) return { person };
  if (team !== undefined) return { team };
  if (scope !== undefined) return { scope };
  return goesOn && talk.lastIntent === 'overdue' ? (talk.whose ?? {}) : {};
};

/** What a sentence that asks for an agenda names, by the days it speaks of. */
export const overdueSaid = (
  talking: Talking,
  entities: Entities,
  days: Pick<OverdueWanted, 'day' | 'due'>,
): Promise<Answer> => {
  const by = groupingSaid(talking, entities);
  const goesOn = by !== 'date' || days.day !== undefined || days.due !== undefined;
  return overdueFrom(talking, whoseSaid(talking, entities, goesOn), {
    from: 0,
    by,
    ...days,
    rules: (rulebook) => rulesSaid(talking, entities, rulebook),
  });
};
