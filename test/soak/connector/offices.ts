import type { NoticeItem } from '../../../src/outbox/notice.ts';
import type { Address } from '../../../src/outbox/messenger.ts';
import type { PersonItem, TeamItem } from '../../../src/store/items.ts';
import type { Entry } from '../../../src/store/port.ts';

export const MUNICIPALITIES = ['by-1', 'by-2', 'by-3', 'by-4', 'by-5'];
/** In each municipality: teams with a channel of their own, teams that share one, people who want their own list. */
const OWN = 300;
const SHARED = 60;
const PEOPLE = 40;
/** How many notices each of them gets besides. */
const NOTICES = 3;

export const DIGESTS = MUNICIPALITIES.length * (OWN + SHARED + PEOPLE);

/** How a conversation takes what is sent to it: like any other, never, or not before Makker is let in again. */
export type Door = 'open' | 'closed' | 'opens';

/** Whose conversation it is, and how it takes what is sent. */
export interface Reader {
  municipality: string;
  /** The team's or the person's. */
  id: string;
  kind: 'team' | 'person';
  address: Address;
  door: Door;
}

const doorOf = (kind: Reader['kind'], nth: number): Door => {
  if (kind === 'person') return nth % 10 === 3 ? 'opens' : 'open';
  return nth % 30 === 3 ? 'closed' : nth % 30 === 17 ? 'opens' : 'open';
};

/** Everybody who gets a digest. */
export const readersIn = (serviceUrl: string): Reader[] => {
  const address = (conversationId: string): Address => ({
    conversationId,
    serviceUrl,
    tenantId: 'tenant-1',
    botId: '28:bot',
  });
  const numbers = (count: number) => Array.from({ length: count }, (_, nth) => nth);
  return MUNICIPALITIES.flatMap((municipality) => [
    ...numbers(OWN).map((nth): Reader => {
      const to = address(`kanal~${municipality}~${nth}`);
      return { municipality, id: `team-${nth}`, kind: 'team', address: to, door: doorOf('team', nth) };
    }),
    ...numbers(SHARED).map((nth): Reader => {
      const to = address(`kanal~${municipality}~alle`);
      return { municipality, id: `delt-${nth}`, kind: 'team', address: to, door: 'open' };
    }),
    ...numbers(PEOPLE).map((nth): Reader => {
      const to = address(`chat~${municipality}~${nth}`);
      return { municipality, id: `person-${nth}`, kind: 'person', address: to, door: doorOf('person', nth) };
    }),
  ]);
};

const person = (municipality: string, id: string, more: Partial<PersonItem>): PersonItem => ({
  id,
  name: `${id} Opdigtet`,
  municipality,
  tenantId: 'tenant-1',
  aadObjectId: `object-${municipality}-${id}`,
  roles: [],
  ...more,
});

const noticeTo = ({ municipality, id }: Reader, nth: number, now: string, until: string): NoticeItem => ({
  id: `besked-${nth}~${id}`,
  municipality,
  to: { person: id },
  says: { text: 'stranger', values: {} },
  attempts: 0,
  sendAt: now,
  until,
});

/** What the offices are in a store: teams, people, an administrator each, and notices; instants in ISO. */
export const entriesOf = (readers: readonly Reader[], serviceUrl: string, now: string, until: string): Entry[] => [
  ...MUNICIPALITIES.map((municipality): Entry => {
    const address = { conversationId: `chat~${municipality}~admin`, serviceUrl, tenantId: 'tenant-1', botId: '28:bot' };
    return { kind: 'person', item: person(municipality, 'admin', { roles: [{ role: 'admin' }], address }) };
  }),
  ...readers.flatMap((reader): Entry[] => {
    const { municipality, id, kind, address } = reader;
    if (kind === 'team') {
      const item: TeamItem = { id, municipality, name: id, leads: [], address };
      return [{ kind, item }];
    }
    const notices = Array.from({ length: NOTICES }, (_, nth) => noticeTo(reader, nth, now, until));
    return [
      { kind, item: person(municipality, id, { address, morningAt: '07:30' }) },
      ...notices.map((item): Entry => ({ kind: 'notice', item })),
    ];
  }),
];
