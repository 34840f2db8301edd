import type { Line } from '../../cards/views.ts';
import { type Action, may } from '../../people/policy.ts';
import type { Talking } from '../services.ts';

/** Whether any of the person's roles allows it somewhere: in the municipality, in a team or in cases of their own. */
const maySomewhere = ({ turn: { person, today } }: Talking, action: Action): boolean =>
  person.roles.some(({ team }) =>
    may(
      person,
      action,
      { municipality: person.municipality, caseworker: person.id, ...(team === undefined ? {} : { team }) },
      today,
    ),
  );

/** What Makker can do for this person by the municipality's plan: a line each, only what they may and the plan has. */
export const abilities = (talking: Talking): Line[] => {
  const { say, services, turn, catalogue } = talking;
  const found = services.shelf.on(turn.person.municipality, turn.today);
  const rulebook = 'rulebook' in found ? found.rulebook : undefined;
  const can = (action: Action): boolean => maySomewhere(talking, action);
  const told: [string, boolean][] = [
    ['offers', can('ask-about-case')],
    ['deadlines', can('ask-about-case')],
    ['overdue', can('see-case')],
    ['overdue-team', can('see-team-deadlines')],
    ['list', can('see-case')],
    ['week', can('see-week')],
    ['digest', can('set-digest')],
    ['request', can('request-approval')],
    ['record', can('record-fact')],
    ['sign', turn.person.roles.some(({ role }) => role !== 'caseworker') && can('sign-off')],
    ['rules', rulebook !== undefined],
    ['colours', rulebook?.tier !== undefined && catalogue.length > 0],
    ['catalogue', rulebook?.tier === undefined && catalogue.length > 0],
    ['targets', rulebook !== undefined && rulebook.targets.length > 0 && can('see-targets')],
    ['groups', rulebook !== undefined && rulebook.segments.length > 0 && can('see-groups')],
  ];
  return told.filter(([, holds]) => holds).map(([what]) => ({ symbol: '→', text: say(`talk.help.can.${what}`) }));
};
