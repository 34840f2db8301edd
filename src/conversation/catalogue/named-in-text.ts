import type { CatalogueItem } from '../../contract/case.ts';
import type { OfferKind } from '../../contract/vocabulary.ts';
import { within } from '../understanding/distance.ts';
import { fold } from '../understanding/fold.ts';

/** Shorter names have no slips: "IPS" and "VIP" are two things. */
const SHORTEST_WITH_SLIP = 5;
/** A word of a provider's name that stands for it: "Kilden", not "Vest". */
const TELLING = 5;

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** How many slips lie between what was written and a name, as far as one can be meant by the other. */
const slips = (written: string, name: string): number | undefined => {
  if (written === name || written === `${name}s`) return 0;
  if (name.length < SHORTEST_WITH_SLIP || written.charAt(0) !== name.charAt(0)) return undefined;
  return within(written, name, name.length > 8 ? 2 : 1);
};

/** The fewest slips with which a name stands anywhere in the words. */
const slipsIn = (words: readonly string[], name: string): number | undefined => {
  const wanted = wordsOf(name);
  let fewest: number | undefined;
  for (let at = 0; at + wanted.length <= words.length; at += 1) {
    const found = slips(words.slice(at, at + wanted.length).join(' '), wanted.join(' '));
    if (found !== undefined && (fewest === undefined || found < fewest)) fewest = found;
  }
  return wanted.length === 0 ? undefined : fewest;
};

/** The entries whose name stands in a text, slips of the keyboard forgiven; one written right puts the others aside. */
export const entriesIn = (text: string, catalogue: readonly CatalogueItem[]): CatalogueItem[] => {
  const words = wordsOf(text);
  const found = catalogue.flatMap((entry) => {
    const off = slipsIn(words, entry.name);
    return off === undefined ? [] : [{ entry, off, length: entry.name.length }];
  });
  const fewest = Math.min(...found.map(({ off }) => off));
  const best = found.filter(({ off }) => off === fewest);
  // "IPS Ung" holds "IPS": the longer name is the one that was written.
  const names = best.map(({ entry }) => fold(entry.name));
  return best
    .filter(
      ({ entry }) => !names.some((name) => name !== fold(entry.name) && ` ${name} `.includes(` ${fold(entry.name)} `)),
    )
    .map(({ entry }) => entry);
};

/** The provider a text names: in full, or by a word that no other provider and no entry of another has. */
export const providerIn = (text: string, catalogue: readonly CatalogueItem[]): string | undefined => {
  const words = wordsOf(text);
  const providers = [...new Set(catalogue.flatMap(({ provider }) => (provider === undefined ? [] : [provider])))];
  const full = providers.find((provider) => slipsIn(words, provider) !== undefined);
  if (full !== undefined) return full;
  const telling = (provider: string): string[] => {
    const others = new Set(
      [...providers.filter((one) => one !== provider), ...catalogue.map(({ name }) => name)].flatMap(wordsOf),
    );
    return wordsOf(provider).filter((word) => word.length >= TELLING && !others.has(word));
  };
  return providers.find((provider) => telling(provider).some((word) => slipsIn(words, word) !== undefined));
};

/** Words that stand for several kinds of offer at once. */
const groups: readonly { word: RegExp; kinds: readonly OfferKind[] }[] = [
  { word: /\bmentor/, kinds: ['external-mentor', 'internal-mentor'] },
  {
    word: /\bvirksomheds?rettet|\bvirksomhedsrettede|\bcompany[- ]based/,
    kinds: ['internship', 'wage-subsidy', 'paid-hours', 'partial-return', 'utility-job'],
  },
];

/** The kinds a text asks for by one word for all of them. */
export const kindsIn = (text: string): readonly OfferKind[] =>
  groups.find(({ word }) => word.test(fold(text)))?.kinds ?? [];
