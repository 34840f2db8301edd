import type { CatalogueItem } from '../contract/case.ts';
import { TIERS, type Benefit, type OfferKind, type Tier } from '../contract/vocabulary.ts';
import { dayOf } from './calendar.ts';
import type { Rulebook } from './compile.ts';
import { World } from './world.ts';

/** An offer as one asks for its colour, without a case. */
export interface TierInquiry {
  kind: OfferKind;
  catalogueItem?: string;
  pricePerWeek?: number;
  benefit: Benefit;
  catalogue: readonly CatalogueItem[];
  today: string;
}

export interface TierAnswer {
  /** Absent where neither the catalogue nor a rule gives a colour, or where it depends on the price. */
  tier?: Tier;
  /** The rules that speak of this colour, most decisive first. */
  rules: string[];
  /** The colour can turn at this price a week. */
  dependsOnPrice?: { limit: number };
}

/** The colour of an offer for a benefit. A plan without colours gives none, nor do kinds that no rule gives colours. */
export const tierOf = (rulebook: Rulebook, inquiry: TierInquiry): TierAnswer => {
  const { tier } = rulebook;
  const speaking = rulebook.said('start-offer', inquiry.kind).clauses.filter(({ aboutTier }) => aboutTier);
  if (tier === undefined || speaking.length === 0) return { rules: [] };
  const offer = {
    id: 'asked',
    kind: inquiry.kind,
    starts: inquiry.today,
    ...(inquiry.catalogueItem === undefined ? {} : { catalogueItem: inquiry.catalogueItem }),
    ...(inquiry.pricePerWeek === undefined ? {} : { pricePerWeek: inquiry.pricePerWeek }),
  };
  const record = {
    id: 'asked',
    municipality: rulebook.municipality,
    team: 'asked',
    caseworker: 'asked',
    citizen: { name: 'asked' },
    benefit: { type: inquiry.benefit, since: inquiry.today },
  };
  const world = new World(dayOf(inquiry.today), record, { kind: 'start-offer', offer }, inquiry.catalogue);
  world.offer = offer;
  const colour = tier.of(world);
  const limit = colour === undefined ? [...world.thresholds][0] : undefined;
  const rules = speaking.filter((clause) => clause.when(world) === true).map(({ rule }) => rule);
  const known = TIERS.find((each) => each === colour);
  return {
    ...(known === undefined ? {} : { tier: known }),
    rules: [...new Set(rules)],
    ...(limit === undefined ? {} : { dependsOnPrice: { limit } }),
  };
};
