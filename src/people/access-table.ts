import { ROLES, type Role } from '../contract/vocabulary.ts';
import { ACTIONS, type Action, type Reach, reachOf } from './policy.ts';

const does: Record<Action, string> = {
  'see-case': 'Find a case; see what is in it, its requests and its citizen’s name',
  'ask-about-case': 'Ask what the rules say in a case: an offer, a deadline, the next step, a journal note',
  'record-fact': 'Record a fact or an event in a case',
  'request-approval': 'Ask for approval in a case',
  'sign-off': 'Sign off a request, where the rulebook names the role',
  'see-matter': 'See an enquiry or a complaint and its clock',
  'see-team-deadlines': 'See what a team has to discuss and decide',
  'see-team-groups': 'See how many of a team’s citizens are in each of the plan’s groups',
  'see-groups': 'See how many citizens of any team are in each of the plan’s groups',
  'see-targets': 'See how the plan’s figures stand',
  'enter-figure': 'Enter a figure from outside',
  'set-digest': 'Say where and when a team’s digest is posted',
  'see-week': 'See a team’s weekly overview',
  'mend-outbox': 'Send at once, or take away, what waits to be sent (`makker outbox`)',
  'see-rules': 'See the rules',
  'see-catalogue': 'See the catalogue of offers',
};

const inWords: Record<Reach, string> = {
  none: '–',
  team: 'team',
  'team-and-own-cases': 'team + own cases',
  municipality: 'municipality',
};

const called = (role: Role): string => role.replaceAll('-', ' ');
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The access policy as a table in Markdown, made from what the policy says: docs/access.md. */
export const accessTable = (): string[] => [
  '# Who may do what',
  '',
  'The policy is [src/people/policy.ts](../src/people/policy.ts). This page is made from it, and a test holds the two together: `npm run -s makker -- people access > docs/access.md`.',
  '',
  row(['what', ...ROLES.map(called)]),
  row(['---', ...ROLES.map(() => '---')]),
  ...ACTIONS.map((action) => row([does[action], ...ROLES.map((role) => inWords[reachOf(role, action)])])),
  '',
  '- **team**: in the team the role is given in. A role that is given without a team holds in the whole municipality.',
  '- **own cases**: besides, in the cases whose caseworker one is, whatever their team.',
  '- **municipality**: in all of one’s own municipality, whatever team the role is given in.',
  '- **–**: never. What does not stand here is refused.',
  '',
  'Besides:',
  '',
  '- Nothing of another municipality is ever found, shown or changed; it is answered like something that does not exist. So is a case of one’s own municipality that one may not see.',
  '- Who somebody is comes from the verified tenant and object id of each message and click, and their roles from the directory at that moment, never from a card. The same object id in another tenant is nobody.',
  '- Before the first day and after the last, somebody is a stranger.',
  '- A substitute has, from the first to the last day, the roles of the one they stand in for, but not that of an administrator. They do not go on to a substitute’s substitute.',
  '- Nobody signs off what they asked for themselves, and a case’s own caseworker only where the rulebook lets them; nor does a substitute in the part of these two.',
  '- Whoever has several roles may do what any of them may.',
];
