import { ASTA, ELSEWHERE, METTE, TENANT } from '../../end-to-end/town.ts';
import { deep, type Dice, nastyNumber, nastyNumberOfAPerson, nastyString, nastyValue, prototypeKey } from './nasty.ts';
import type { Captured } from './people.ts';
import { refusedService } from './services.ts';

/** An activity while it is meddled with. */
export interface Draft {
  activity: Record<string, unknown>;
  /** The data of the click, where it still is an object; the same one as in the activity. */
  data: Record<string, unknown>;
  button?: Captured;
  /** The ten digits of every number of a person that was put in: nothing may hold them afterwards. */
  digits: string[];
}

/** A way to meddle with an activity. `breaks`: nobody may get what the untouched one would have done. */
export interface Mutation {
  name: string;
  breaks: (draft: Draft) => boolean;
  apply: (draft: Draft, dice: Dice) => void;
}

const always = (): boolean => true;
const never = (): boolean => false;
const isClick = ({ button }: Draft): boolean => button !== undefined;

const IDS = /^(requestId|decisionId|draft|pending|request\d|digest|entry|open|matter|team)$/;
const idsIn = (data: Record<string, unknown>): string[] => Object.keys(data).filter((key) => IDS.test(key));

/** An own field of that name, whatever the name: assigning `__proto__` would do something else. */
const put = (target: Record<string, unknown>, key: string, value: unknown): void => {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
};

const tampered = (id: string, dice: Dice): unknown =>
  dice.of<() => unknown>([
    () => id.slice(0, -1),
    () => `${id}9`,
    () => `${id} `,
    () => `${id}\u200B`,
    () => `${id}\u0000`,
    () => `${ELSEWHERE}${id.slice(id.indexOf('~'))}`,
    () => `${ELSEWHERE}~${ASTA}~r1`,
    () => `rebild~${METTE}~r99`,
    () => `\${'${id}'}`,
    () => `${id}' OR '1'='1`,
    () => ({ $ne: '' }),
    () => [id],
    () => nastyString(dice),
    () => nastyNumber(dice),
    () => null,
    () => true,
    () => '~'.repeat(dice.below(50_000)),
    () => '__proto__',
  ])();

const setAction = ({ activity }: Draft, change: (action: Record<string, unknown>) => unknown): void => {
  const value = activity['value'];
  const action = typeof value === 'object' && value !== null && 'action' in value ? value.action : undefined;
  const fields = typeof action === 'object' && action !== null ? { ...action } : {};
  activity['value'] = { action: change(fields), trigger: 'manual' };
};

const tenantOf = ({ conversation }: Record<string, unknown>): unknown =>
  typeof conversation === 'object' && conversation !== null && 'tenantId' in conversation
    ? conversation.tenantId
    : TENANT;

/** What is said in the activity besides who sends it, and where. */
const claims = {
  role: 'functional-lead',
  roles: 'functional-lead,admin',
  person: 'bo',
  by: 'bo',
  aadObjectId: 'object-bo',
  tenantId: TENANT,
  municipality: 'rebild',
  isAdmin: true,
  revision: 1,
};

export const mutations: Mutation[] = [
  {
    name: 'a tampered id',
    breaks: ({ data }) => idsIn(data).length > 0,
    apply: ({ data }, dice) => {
      for (const key of idsIn(data)) put(data, key, tampered(String(data[key]), dice));
    },
  },
  {
    name: 'no id',
    breaks: ({ data }) => idsIn(data).length > 0,
    apply: ({ data }) => {
      for (const key of idsIn(data)) delete data[key];
    },
  },
  {
    name: 'a revision of old or of nowhere',
    breaks: ({ button }) => ['approve', 'reject'].includes(button?.verb ?? ''),
    apply: ({ data }, dice) =>
      put(data, 'revision', dice.of<unknown>([0, -1, 1.5, 2, 999_999, 1e300, '1 or 1=1', '', null, 'NaN', '١'])),
  },
  {
    name: 'claims of a role',
    breaks: never,
    apply: ({ data }, dice) => {
      const { revision: _, ...rest } = claims;
      for (const [key, value] of Object.entries(rest)) if (dice.random() < 0.6) put(data, key, value);
    },
  },
  {
    name: 'keys of the prototype',
    breaks: never,
    apply: ({ data }, dice) => put(data, prototypeKey(dice), nastyString(dice)),
  },
  {
    name: 'a prototype for data',
    breaks: isClick,
    apply: (draft) =>
      setAction(draft, (action) => ({ ...action, data: { constructor: { prototype: { ...draft.data } } } })),
  },
  {
    name: 'something deep inside the data',
    breaks: isClick,
    apply: ({ data }, dice) => put(data, 'deep', deep(1 + dice.below(1000))),
  },
  {
    name: 'data of another type',
    breaks: isClick,
    apply: (draft, dice) =>
      setAction(draft, (action) => ({ ...action, data: dice.of<unknown>(['x', 7, true, null, [draft.data], [[]]]) })),
  },
  {
    name: 'an action that is none',
    breaks: isClick,
    apply: ({ activity }, dice) => {
      activity['value'] = dice.of<() => unknown>([() => nastyValue(dice), () => ({ action: nastyValue(dice) })])();
    },
  },
  {
    name: 'a verb nobody knows',
    breaks: isClick,
    apply: (draft, dice) =>
      setAction(draft, (action) => {
        const verb = String(action['verb']);
        const tried = dice.of<() => unknown>([
          () => verb.toUpperCase(),
          () => `${verb} `,
          () => ` ${verb}`,
          () => `${verb}\u200B`,
          () => verb.replace('e', '\u0435'),
          () => `${verb};approve`,
          () => [verb],
          () => ({ [verb]: verb }),
          () => prototypeKey(dice),
          () => `x${nastyString(dice)}`,
          () => nastyNumber(dice),
          () => null,
        ])();
        return { ...action, verb: tried === verb ? `${verb}-all` : tried };
      }),
  },
  {
    name: 'strings in the inputs',
    breaks: never,
    apply: ({ data }, dice) => {
      const inputs = Object.keys(data).filter((key) => !IDS.test(key) && key !== 'revision');
      put(data, dice.of([...inputs, 'reason', 'source', 'value', 'text']), nastyString(dice));
    },
  },
  {
    name: 'numbers in the inputs',
    breaks: never,
    apply: ({ data }, dice) =>
      put(data, dice.of(['reason', 'value', 'from', 'citizen.attendableHours']), nastyNumber(dice)),
  },
  {
    name: 'the number of a person',
    breaks: never,
    apply: ({ activity, data, button, digits }, dice) => {
      const number = nastyNumberOfAPerson(dice);
      digits.push(number.digits);
      const key = dice.of(['reason', 'source', 'value', 'x', 'citizen.name', 'question.until']);
      if (button !== undefined) put(data, dice.random() < 0.2 ? String(number.written) : key, number.written);
      else activity['text'] = [activity['text'], number.written].join(' ');
    },
  },
  {
    name: 'a click where others read along',
    // A digest stands where others read along, and is worked from there.
    breaks: ({ button }) => button !== undefined && !button.verb.startsWith('digest-'),
    apply: ({ activity }, dice) => {
      const id = dice.of(['19:team@thread.v2', '19:x;messageid=1', '19:meeting_x@thread.v2', '19:a_b@unq.gbl.spaces']);
      const types = ['groupChat', 'channel', 'PERSONAL', 'team', ''];
      const conversationType = id.includes('@unq') ? 'personal' : dice.of(types);
      activity['conversation'] = {
        id,
        tenantId: tenantOf(activity),
        ...(conversationType !== '' && { conversationType }),
      };
    },
  },
  {
    name: 'another message than the clicked one',
    breaks: never,
    apply: ({ activity }, dice) => {
      const id = dice.of(['activity-1', 'activity-999', '__proto__', '../../x', 'x'.repeat(900), '']);
      if (id === '') delete activity['replyToId'];
      else activity['replyToId'] = id;
    },
  },
  {
    name: 'an id that was there before',
    breaks: never,
    apply: ({ activity }, dice) => void (activity['id'] = `again-${dice.below(3)}`),
  },
  {
    name: 'an invoke of another name',
    breaks: isClick,
    apply: ({ activity }, dice) => {
      activity['name'] = dice.of([
        'adaptiveCard/Action',
        'adaptiveCard/action ',
        'task/fetch',
        'task/submit',
        'signin/verifyState',
        'signin/tokenExchange',
        'fileConsent/invoke',
        'composeExtension/submitAction',
        'composeExtension/queryLink',
        'actionableMessage/executeAction',
        'application/search',
        '__proto__',
        '',
      ]);
    },
  },
  {
    name: 'another channel',
    breaks: always,
    apply: ({ activity }, dice) =>
      void (activity['channelId'] = dice.of<unknown>([
        'emulator',
        'webchat',
        'directline',
        'MSTEAMS',
        'msteams ',
        ['msteams'],
        null,
      ])),
  },
  {
    name: 'a service that is not ours',
    breaks: always,
    apply: ({ activity }, dice) => void (activity['serviceUrl'] = refusedService(String(activity['serviceUrl']), dice)),
  },
  {
    name: 'a name and role beside the identity',
    breaks: never,
    apply: ({ activity }) => {
      const from = activity['from'];
      activity['from'] = {
        ...(typeof from === 'object' ? from : {}),
        name: 'Bo Lindskov',
        role: 'admin',
        properties: claims,
      };
    },
  },
  {
    name: 'tenants that disagree',
    breaks: always,
    apply: ({ activity }, dice) => {
      if (dice.random() < 0.5) activity['channelData'] = { tenant: { id: 'tenant-2' } };
      else
        activity['conversation'] = {
          id: 'chat-bo',
          conversationType: 'personal',
          tenantId: dice.of(['tenant-2', 'TENANT-1', `${TENANT} `, `${TENANT}~object-bo`]),
        };
    },
  },
  {
    name: 'an odd object id',
    breaks: always,
    apply: ({ activity }, dice) =>
      void (activity['from'] = {
        id: '29:bo',
        aadObjectId: dice.of<unknown>([
          'OBJECT-BO',
          'object-bo ',
          'object-b\u043E',
          '__proto__',
          `${TENANT}~object-bo`,
          "' OR '1'='1",
          7,
          ['object-bo'],
          { $ne: null },
        ]),
      }),
  },
  {
    name: 'fields nobody knows',
    breaks: never,
    apply: ({ activity }, dice) => {
      put(activity, prototypeKey(dice), nastyValue(dice));
      put(activity, 'properties', claims);
      put(activity, 'locale', dice.of(['xx-XX', '../da', '${20000+20041}', 'da'.repeat(20)]));
      put(activity, 'timestamp', nastyString(dice));
    },
  },
  {
    name: 'a field of another type',
    breaks: always,
    apply: ({ activity }, dice) => {
      const key = dice.of([
        'type',
        'id',
        'serviceUrl',
        'from',
        'recipient',
        'conversation',
        'entities',
        'membersAdded',
        'text',
        'name',
        'replyToId',
      ]);
      put(activity, key, dice.of<unknown>([7, true, {}, [[]], null, { id: 7 }, Array.from({ length: 300 }, () => 0)]));
    },
  },
  {
    name: 'another delivery mode',
    breaks: never,
    apply: ({ activity }, dice) =>
      void (activity['deliveryMode'] = dice.of(['expectReplies', 'ephemeral', 'notification', 'x'])),
  },
];
