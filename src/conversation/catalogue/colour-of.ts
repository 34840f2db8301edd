import type { CatalogueItem } from '../../contract/case.ts';
import type { Benefit, Tier } from '../../contract/vocabulary.ts';
import type { Rulebook } from '../../rulebook/compile.ts';
import { tierOf } from '../../rulebook/tier.ts';

/** The colour of a catalogue entry for a benefit; nothing where neither the catalogue nor a rule gives one. */
export interface Colour {
  tier?: Tier;
  /** Above this price a week it is another colour. */
  above?: { limit: number; tier: Tier };
  /** It turns at this price a week in a way that takes more than one word. */
  byPrice?: number;
}

/** How colours are found on a day. */
export interface Colouring {
  rulebook: Rulebook;
  catalogue: readonly CatalogueItem[];
  today: string;
}

/** Asks the rules for the colour; where it turns on the price, on both sides of the limit. */
export const colourOf = ({ rulebook, catalogue, today }: Colouring, entry: CatalogueItem, benefit: Benefit): Colour => {
  const at = (price: { pricePerWeek?: number }) =>
    tierOf(rulebook, { kind: entry.kind, catalogueItem: entry.id, benefit, catalogue, today, ...price });
  const { tier, dependsOnPrice } = at({});
  if (tier !== undefined) return { tier };
  if (dependsOnPrice === undefined) return {};
  const { limit } = dependsOnPrice;
  const below = at({ pricePerWeek: limit }).tier;
  const above = at({ pricePerWeek: limit + 1 }).tier;
  if (below === undefined || above === undefined || below === above) return { byPrice: limit };
  return { tier: below, above: { limit, tier: above } };
};

/** Whether an offer of this colour can have the one asked for. */
export const canBe = ({ tier, above, byPrice }: Colour, asked: Tier): boolean =>
  tier === asked || above?.tier === asked || byPrice !== undefined;
