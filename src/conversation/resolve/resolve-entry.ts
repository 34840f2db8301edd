import { folded } from '../../cases/name-keys.ts';
import type { CatalogueItem } from '../../contract/case.ts';
import { OFFER_KINDS, type OfferKind } from '../../contract/vocabulary.ts';

/** What a named offer can be: an entry of the catalogue, a kind without a name, several entries, or nothing known. */
export type NamedOffer =
  | { entry: CatalogueItem }
  | { kind: OfferKind; entries: CatalogueItem[] }
  | { several: CatalogueItem[] }
  | 'unknown';

const kindCalled = (name: string): OfferKind | undefined => OFFER_KINDS.find((kind) => kind === name);

const entriesCalled = (name: string, catalogue: CatalogueItem[]): CatalogueItem[] => {
  const wanted = folded(name);
  const named = catalogue.map((entry) => ({ entry, name: folded(entry.name) }));
  const exact = named.filter(({ entry, name }) => name === wanted || folded(entry.id) === wanted);
  const found = exact.length > 0 ? exact : named.filter(({ name }) => name.includes(wanted));
  return found.map(({ entry }) => entry);
};

/** Finds an offer by the name somebody used: a kind of the contract, an entry's id or (part of) an entry's name. */
export const resolveEntry = (name: string, catalogue: CatalogueItem[]): NamedOffer => {
  const kind = kindCalled(name);
  if (kind !== undefined) return { kind, entries: catalogue.filter((entry) => entry.kind === kind) };
  const entries = entriesCalled(name, catalogue);
  const [first] = entries;
  if (first === undefined) return 'unknown';
  return entries.length === 1 ? { entry: first } : { several: entries };
};
