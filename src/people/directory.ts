import type { CaseItem } from '../cases/case-item.ts';
import type { Language } from '../contract/language.ts';
import type { Address } from '../outbox/messenger.ts';
import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { active, withRolesOn } from './active.ts';
import { type SignOffWanted, eligible } from './eligible.ts';

export interface Directory {
  /**
   * Whoever has this verified identity, with the roles they hold today; `undefined` for a stranger and for somebody who
   * has left.
   */
  identify(tenantId: string, aadObjectId: string, today: string): Promise<PersonItem | undefined>;
  person(municipality: string, id: string): Promise<PersonItem | undefined>;
  /** Everybody of a municipality, as stored: with their own roles only, those who have left too. */
  staff(municipality: string): Promise<PersonItem[]>;
  /** Keeps where the person can be reached. `first`: there was no address before, so messages may wait for it. */
  remember(person: PersonItem, address: Address): Promise<'first' | 'known'>;
  /** Keeps the language the person wants to be answered in, from the next answer on. */
  speak(municipality: string, id: string, language: Language): Promise<void>;
  /** Everybody of the staff who may give a sign-off in a case today; see `signsAs`. */
  eligible(
    staff: PersonItem[],
    wanted: SignOffWanted,
    item: CaseItem,
    today: string,
    ownCaseworkerMay: boolean,
    askedBy: string,
  ): PersonItem[];
}

interface Needs {
  store: Pick<Store, 'read' | 'replace' | 'list'>;
}

const sameAddress = (a: Address, b: Address): boolean =>
  a.conversationId === b.conversationId &&
  a.serviceUrl === b.serviceUrl &&
  a.tenantId === b.tenantId &&
  a.botId === b.botId &&
  a.userId === b.userId;

export const createDirectory = ({ store }: Needs): Directory => {
  const person = async (municipality: string, id: string): Promise<PersonItem | undefined> =>
    (await store.read('person', municipality, id))?.item;

  const staff = async (municipality: string): Promise<PersonItem[]> => {
    const people: PersonItem[] = [];
    let after: string | undefined;
    do {
      const page = await store.list('person', municipality, { limit: 1000, ...(after !== undefined && { after }) });
      people.push(...page.items.map(({ item }) => item));
      after = page.next;
    } while (after !== undefined);
    return people;
  };

  return {
    person,
    staff,

    identify: async (tenantId, aadObjectId, today) => {
      const entry = await store.read('directory', 'directory', `${tenantId}~${aadObjectId}`);
      if (entry === undefined) return undefined;
      const found = await person(entry.item.personMunicipality, entry.item.personId);
      // The person's own item has the last word, so that an entry left behind opens nothing.
      if (found?.tenantId !== tenantId || found.aadObjectId !== aadObjectId || !active(found, today)) return undefined;
      const ids = (found.substituteFor ?? []).map((substitution) => substitution.person);
      const absent = await Promise.all(ids.map((id) => person(found.municipality, id)));
      return withRolesOn(
        found,
        absent.filter((one) => one !== undefined),
        today,
      );
    },

    remember: async ({ municipality, id, tenantId, aadObjectId }, address) => {
      for (;;) {
        const stored = await store.read('person', municipality, id);
        if (stored === undefined) return 'known';
        const { item, etag } = stored;
        // Their identity has been changed meanwhile: this chat is not theirs any more.
        if (item.tenantId !== tenantId || item.aadObjectId !== aadObjectId) return 'known';
        if (item.address !== undefined && sameAddress(item.address, address)) return 'known';
        const { outcome } = await store.replace('person', { ...item, address }, etag);
        if (outcome === 'replaced') return item.address === undefined ? 'first' : 'known';
      }
    },

    speak: async (municipality, id, language) => {
      for (;;) {
        const stored = await store.read('person', municipality, id);
        if (stored === undefined || stored.item.language === language) return;
        const { outcome } = await store.replace('person', { ...stored.item, language }, stored.etag);
        if (outcome === 'replaced') return;
      }
    },

    eligible: (people, wanted, item, today, ownCaseworkerMay, askedBy) =>
      eligible(people, wanted, { item, today, askedBy, ownCaseworkerMay }),
  };
};
