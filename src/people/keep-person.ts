import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { type Author, type PersonFields, changesBetween, fieldsOf, identityKey } from './person-change.ts';

/** What is wanted of one person; what is not named stays as it is. */
export type Wanted = { id: string } & Partial<PersonFields>;

/**
 * The person with what is wanted. Somebody with another identity has another chat: what stands in the old one's is not
 * for them, nor is what comes for the new one, so the address goes with the identity.
 */
export const withWanted = (before: PersonItem | undefined, municipality: string, wanted: Wanted): PersonItem => {
  const { id, ...changed } = wanted;
  const old = before && fieldsOf(before);
  const nobody: PersonFields = { name: id, roles: [], identity: null, from: null, to: null, substituteFor: [] };
  const { name, roles, identity, from, to, substituteFor } = { ...nobody, ...old, ...changed };
  const key = (one: PersonFields['identity'] | undefined): string => (one ? identityKey(one) : '');
  const same = key(old?.identity) === key(identity);
  return {
    id,
    name,
    municipality,
    ...identity,
    roles,
    ...(substituteFor.length > 0 && { substituteFor }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(same && before?.address !== undefined && { address: before.address }),
    ...(before?.language !== undefined && { language: before.language }),
    ...(before?.morningAt !== undefined && { morningAt: before.morningAt }),
    ...(before?.morningSince !== undefined && { morningSince: before.morningSince }),
    ...(before?.weekAt !== undefined && { weekAt: before.weekAt }),
    ...(before?.weekSince !== undefined && { weekSince: before.weekSince }),
    ...(before?.changes !== undefined && { changes: before.changes }),
  };
};

export type Kept = 'added' | 'changed' | 'same';

/**
 * Keeps what is wanted of a person, with an entry for each change, in one conditional replace. Whatever somebody else
 * changes in between stays. Their identity opens nothing new before `keepIdentity`.
 */
export const keepPerson = async (
  store: Pick<Store, 'read' | 'create' | 'replace'>,
  municipality: string,
  wanted: (before: PersonItem | undefined) => Wanted,
  id: string,
  author: Author,
): Promise<Kept> => {
  for (;;) {
    const stored = await store.read('person', municipality, id);
    const after = withWanted(stored?.item, municipality, wanted(stored?.item));
    const changes = changesBetween(stored?.item, after, author);
    if (stored !== undefined && changes.length === 0) return 'same';
    const item = { ...after, changes: [...(after.changes ?? []), ...changes] };
    const { outcome } =
      stored === undefined ? await store.create('person', item) : await store.replace('person', item, stored.etag);
    if (outcome === 'created') return 'added';
    if (outcome === 'replaced') return 'changed';
  }
};

type Identity = NonNullable<PersonFields['identity']>;
type Reading = Pick<Store, 'read'>;

/** Whoever has an identity, by the directory and by their own item, which has the last word; left or not. */
export const holderOf = async (store: Reading, identity: Identity): Promise<PersonItem | undefined> => {
  const entry = (await store.read('directory', 'directory', identityKey(identity)))?.item;
  const holder = entry && (await store.read('person', entry.personMunicipality, entry.personId))?.item;
  return holder?.tenantId === identity.tenantId && holder.aadObjectId === identity.aadObjectId ? holder : undefined;
};

/**
 * Lets a person be found by the identity their own item names. An entry left behind by somebody who has it no more is
 * taken over; `taken`: somebody else has it, and it goes on leading to them.
 */
export const keepIdentity = async (
  store: Pick<Store, 'read' | 'create' | 'replace'>,
  person: Pick<PersonItem, 'id' | 'municipality'>,
  identity: Identity,
): Promise<'kept' | 'taken'> => {
  const entry = {
    id: identityKey(identity),
    municipality: 'directory' as const,
    personId: person.id,
    personMunicipality: person.municipality,
  };
  for (;;) {
    const stored = await store.read('directory', 'directory', entry.id);
    if (stored === undefined) {
      if ((await store.create('directory', entry)).outcome === 'created') return 'kept';
      continue;
    }
    const { personId, personMunicipality } = stored.item;
    if (personId === person.id && personMunicipality === person.municipality) return 'kept';
    if ((await holderOf(store, identity)) !== undefined) return 'taken';
    if ((await store.replace('directory', entry, stored.etag)).outcome === 'replaced') return 'kept';
  }
};
