import type { Line, MessageView } from '../../cards/views.ts';
import type { CatalogueItem } from '../../contract/case.ts';
import { BENEFITS, type Benefit, type OfferKind, type Tier } from '../../contract/vocabulary.ts';
import { formatList } from '../../format/format.ts';
import { type Colour, canBe } from '../catalogue/colour-of.ts';
import { messageView } from './message-view.ts';
import type { Wording } from './wording.ts';

/** What the catalogue was asked for. */
export interface CatalogueAsked {
  tier?: Tier;
  benefit?: Benefit;
  kinds: readonly OfferKind[];
  provider?: string;
}

/** The colour of each entry for each benefit; absent where the plan knows no colours. */
export type Colours = (entry: CatalogueItem, benefit: Benefit) => Colour;

const tones = { green: 'good', yellow: 'warning', red: 'attention' } as const;

const colourInWords = ({ tier, above, byPrice }: Colour, { say }: Wording): string | undefined => {
  if (byPrice !== undefined) return say('rules.tier.by-price', { limit: byPrice });
  if (tier === undefined) return undefined;
  if (above === undefined) return say(`rules.tier.${tier}`);
  return say('catalogue.turns', {
    tier: say(`rules.tier.${tier}`),
    limit: above.limit,
    above: say(`catalogue.tier.${above.tier}`),
  });
};

/** The colours of an entry over the benefits, those alike together: "Grøn – Sygedagpenge og Jobafklaringsforløb". */
const coloursInWords = (
  entry: CatalogueItem,
  { tier, benefit }: CatalogueAsked,
  colours: Colours,
  wording: Wording,
): string[] => {
  const { say, language } = wording;
  const benefits = benefit === undefined ? BENEFITS : [benefit];
  const alike = new Map<string, string[]>();
  for (const each of benefits) {
    const colour = colours(entry, each);
    if (tier !== undefined && !canBe(colour, tier)) continue;
    const words = colourInWords(colour, wording);
    if (words === undefined) continue;
    alike.set(words, [...(alike.get(words) ?? []), say(`facts.benefit.${each}`)]);
  }
  return [...alike].map(([words, of]) => {
    if (benefit !== undefined) return words;
    const whose = of.length === BENEFITS.length ? say('rules.tier.everybody') : formatList(of, language);
    return say('catalogue.colour-for', { tier: words, benefits: whose });
  });
};

const look = (entry: CatalogueItem, { benefit }: CatalogueAsked, colours?: Colours): Pick<Line, 'symbol' | 'tone'> => {
  const tier = benefit === undefined ? undefined : colours?.(entry, benefit).tier;
  return tier === undefined ? { symbol: '○' } : { symbol: '●', tone: tones[tier] };
};

/** What is asked for, in a few words: "Sygedagpenge · ekstern mentor · Kursushuset". */
export const askedInWords = (
  { benefit, kinds, provider }: CatalogueAsked,
  { say, language }: Wording,
): string | undefined => {
  const parts = [
    ...(benefit === undefined ? [] : [say(`facts.benefit.${benefit}`)]),
    ...(kinds.length === 0
      ? []
      : [
          formatList(
            kinds.map((kind) => say(`facts.kind.${kind}`)),
            language,
            'or',
          ),
        ]),
    ...(provider === undefined ? [] : [provider]),
  ];
  return parts.length === 0 ? undefined : parts.join(' · ');
};

/** One line an entry: its name and colour, and below them what it is and who provides it. */
export const catalogueLine = (
  entry: CatalogueItem,
  asked: CatalogueAsked,
  colours: Colours | undefined,
  wording: Wording,
): Line => {
  const { say } = wording;
  const words = colours === undefined ? [] : coloursInWords(entry, asked, colours, wording);
  const place = [say(`facts.kind.${entry.kind}`), ...(entry.provider === undefined ? [] : [entry.provider])];
  return {
    ...look(entry, asked, colours),
    text: words.length === 0 ? entry.name : say('catalogue.line', { name: entry.name, colours: words.join('; ') }),
    place: place.join(' · '),
  };
};

/** A page of the catalogue. */
export const catalogueView = (
  { entries, first, all }: { entries: CatalogueItem[]; first: number; all: number },
  asked: CatalogueAsked,
  colours: Colours | undefined,
  { notes, actions }: { notes: string[]; actions: MessageView['actions'] },
  wording: Wording,
): MessageView => {
  const { say } = wording;
  const title =
    asked.tier === undefined
      ? say('catalogue.title', { count: all })
      : say(`catalogue.title.${asked.tier}`, { count: all });
  const about = askedInWords(asked, wording);
  const shown =
    all === entries.length ? [] : [say('catalogue.shown', { first: first + 1, last: first + entries.length, all })];
  return messageView('i', title, {
    ...(about === undefined ? {} : { about }),
    paragraphs: [...shown, ...notes],
    lines: entries.map((entry) => catalogueLine(entry, asked, colours, wording)),
    actions,
  });
};
