import { OFFER_KINDS, type OfferKind } from '../contract/vocabulary.ts';
import { oneOf, type Path } from './language/problems.ts';
import type { Scope } from './language/scope.ts';
import type { RuleSource } from './schema.ts';

/** The kinds of offer that `offers` stands for: a list, `$group` of a parameter, or every kind where nothing is said. */
export const kindsOf = (scope: Scope, offers: RuleSource['offers'], at: Path): readonly OfferKind[] => {
  if (offers === undefined) return OFFER_KINDS;
  if (typeof offers !== 'string') return offers;
  const group = scope.parameters.get(offers.slice(1));
  const kinds = OFFER_KINDS.filter((kind) => Array.isArray(group) && group.includes(kind));
  if (kinds.length === 0) scope.problems.add(at, `${offers} is no list of offer kinds; ${oneOf(OFFER_KINDS)}`);
  return kinds;
};
