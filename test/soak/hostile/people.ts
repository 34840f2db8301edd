import { ASTA, BIRGIT, METTE, NIELS, RIKKES, SOFUS, TENANT, TORBEN, type Who } from '../../end-to-end/town.ts';

const NORTH = [METTE, TORBEN, ...RIKKES, NIELS, SOFUS];

export const everybody = [
  'ane',
  'bo',
  'dorthe',
  'erik',
  'frida',
  'gerda',
  'hans',
  'ida',
  'olga',
  'pia',
] as const satisfies Who[];

/** Who may see which cases, said once more and apart from Makker's own policy. */
const SEES: Record<Who, readonly string[]> = {
  ane: NORTH,
  bo: NORTH,
  dorthe: [...NORTH, BIRGIT],
  erik: NORTH,
  frida: NORTH,
  gerda: [BIRGIT],
  hans: [BIRGIT],
  ida: [],
  olga: [ASTA],
  pia: [],
};
/** What only those may read who see the case: names, and the place of its course. */
export const SECRETS: Record<string, readonly string[]> = {
  [METTE]: ['Vinterby', 'Fyrrebakken'],
  [TORBEN]: ['Egelykke', 'Tranemosen'],
  [RIKKES[0]]: ['Sommerlund', 'Humleager'],
  [RIKKES[1]]: ['Havgård', 'Klintehøj'],
  [NIELS]: ['Damsbo', 'Brombærgård'],
  [SOFUS]: ['Lindegård', 'Agerhønen'],
  [BIRGIT]: ['Birgit', 'Overmark', 'Viberup'],
  [ASTA]: ['Asta', 'Fjordgård'],
};

export const everyCase = Object.keys(SECRETS);
export const seenBy = (who: Who | undefined): readonly string[] => (who === undefined ? [] : SEES[who]);

/** Who sends the activity: somebody of the town, or nobody it knows. */
export interface Attacker {
  name: string;
  who?: Who;
  from: Record<string, unknown>;
  tenantId: string;
}

const known = (who: Who): Attacker => ({
  name: who,
  who,
  from: { id: `29:${who}`, aadObjectId: `object-${who}` },
  tenantId: TENANT,
});

export const attackers: Attacker[] = [
  ...everybody.map(known),
  { name: 'a stranger', from: { id: '29:eve', aadObjectId: 'object-eve', name: 'Bo Lindskov' }, tenantId: TENANT },
  { name: 'somebody without an object id', from: { id: '29:bo', name: 'Bo Lindskov' }, tenantId: TENANT },
  { name: 'a lead of another tenant', from: { id: '29:bo', aadObjectId: 'object-bo' }, tenantId: 'tenant-2' },
];

/** Who signs: those who hold a role that the rules of the town's requests name. */
const SIGNERS: readonly Who[] = ['bo', 'dorthe', 'erik', 'gerda'];

/** A verb that changes nothing but the talk, whoever clicks. What is not named here is taken for one that changes. */
const HARMLESS = [
  'show-rule',
  'show-targets',
  'show-agenda',
  'show-catalogue',
  'show-request',
  'enter-figure',
  'check-figure',
  'check-event',
  'drop-event',
  'write-minutes',
  'check-minutes',
  'ask-exception',
  'ask-again',
  'choose',
  'ask',
  'show-overdue',
  'record-open',
  'ask-open',
  'choose-digest-team',
  'leave-digest',
  'digest-show',
  'digest-done',
  'digest-ask',
  'digest-all',
];

/** A button of a card that somebody has got. */
export interface Captured {
  owner: Who;
  verb: string;
  data: Record<string, unknown>;
}

export const changes = ({ verb }: Captured): boolean => !HARMLESS.includes(verb);

/** Whether this person's click on the untouched button could be right: then something of it has to be broken. */
export const couldBeRight = ({ who }: Attacker, button: Captured): boolean => {
  if (!changes(button) || who === undefined) return false;
  const { owner, verb, data } = button;
  if ('draft' in data || 'pending' in data) return who === owner;
  const about = everyCase.find((caseId) => JSON.stringify(data).includes(caseId));
  if (about !== undefined && !seenBy(who).includes(about)) return false;
  if (verb === 'approve' || verb === 'reject') return SIGNERS.includes(who);
  return verb === 'withdraw' ? who === owner : true;
};
