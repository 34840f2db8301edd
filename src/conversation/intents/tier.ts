import { BENEFITS, OFFER_KINDS, type Benefit, TIERS } from '../../contract/vocabulary.ts';
import { caseLine } from '../views/case-line.ts';
import type { CatalogueItem } from '../../contract/case.ts';
import { formatList, formatNumber } from '../../format/format.ts';
import type { Rulebook } from '../../rulebook/compile.ts';
import { type TierAnswer, type TierInquiry, tierOf } from '../../rulebook/tier.ts';
import { resolveEntry } from '../resolve/resolve-entry.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import { messageView } from '../views/message-view.ts';
import type { Line, MessageView } from '../../cards/views.ts';
import { ruleButton, withRulebook } from './rules-of-today.ts';
import { whoseBenefit } from './whose-benefit.ts';

type Offered = Pick<TierInquiry, 'kind' | 'catalogueItem'> & { name: string };

const tones = { green: 'good', yellow: 'warning', red: 'attention' } as const;

const entryOffered = ({ id, kind, name }: CatalogueItem): Offered => ({ kind, catalogueItem: id, name });

const offered = ({ say, catalogue }: Talking, name: string): Offered[] => {
  const found = resolveEntry(name, catalogue);
  if (found === 'unknown') return [];
  if ('entry' in found) return [entryOffered(found.entry)];
  if ('several' in found) return found.several.map(entryOffered);
  return found.entries.length > 0
    ? found.entries.map(entryOffered)
    : [{ kind: found.kind, name: say(`facts.kind.${found.kind}`) }];
};

const inWords = ({ tier, dependsOnPrice }: TierAnswer, { say }: Talking): Pick<Line, 'symbol' | 'text' | 'tone'> => {
  if (tier !== undefined) return { symbol: '●', tone: tones[tier], text: say(`rules.tier.${tier}`) };
  if (dependsOnPrice !== undefined)
    return { symbol: '?', text: say('rules.tier.by-price', { limit: dependsOnPrice.limit }) };
  return { symbol: '○', text: say('rules.tier.none') };
};

/** One offer's colour: for the benefit asked about, else for every benefit, those alike together. */
const linesFor = (
  talking: Talking,
  { name, ...offer }: Offered,
  benefits: readonly Benefit[],
  colour: (offer: Pick<TierInquiry, 'kind' | 'catalogueItem'>, benefit: Benefit) => TierAnswer,
): Line[] => {
  const { say, turn } = talking;
  const groups = new Map<string, ReturnType<typeof inWords> & { rules: string[]; benefits: string[] }>();
  for (const benefit of benefits) {
    const answer = colour(offer, benefit);
    const words = inWords(answer, talking);
    const group = groups.get(words.text) ?? { ...words, rules: answer.rules, benefits: [] };
    group.benefits.push(say(`facts.benefit.${benefit}`));
    groups.set(words.text, group);
  }
  return [...groups.values()].map(({ text, rules, benefits: alike, ...look }) => ({
    ...look,
    text: say('rules.tier.line', {
      offer: name,
      tier: text,
      benefits: alike.length === BENEFITS.length ? say('rules.tier.everybody') : formatList(alike, turn.language),
    }),
    ...(rules.length === 0 ? {} : { place: rules.join(' · ') }),
  }));
};

/** One offer for one benefit has one colour: it is the answer, so it stands on top. */
const oneColour = (
  { say }: Talking,
  { symbol, text, tone, place }: Line,
  parts: Pick<MessageView, 'paragraphs' | 'actions'>,
): MessageView =>
  messageView(symbol, text, {
    ...parts,
    ...(tone !== undefined && { tone }),
    lines: place === undefined ? [] : [{ symbol: 'i', text: say('rules.source'), place }],
  });

const answerFor = async (talking: Talking, asked: Asked, rulebook: Rulebook, name: string): Promise<Answer> => {
  const { say, turn, catalogue } = talking;
  const offers = offered(talking, name);
  if (offers.length === 0)
    return {
      view: messageView('?', say('talk.unknown-offer', { offer: name }), {
        paragraphs: [say('talk.which-kind-text')],
      }),
    };
  const whose = await whoseBenefit(talking, asked);
  if ('answer' in whose) return whose.answer;
  const { benefit, about } = whose;
  const { price } = asked.entities;
  const lines = offers.flatMap((offer) =>
    linesFor(talking, offer, benefit === undefined ? BENEFITS : [benefit], (what, group) =>
      tierOf(rulebook, {
        ...what,
        ...(price === undefined ? {} : { pricePerWeek: price }),
        benefit: group,
        catalogue,
        today: turn.today,
      }),
    ),
  );
  const rules = [...new Set(lines.flatMap(({ place }) => place?.split(' · ') ?? []))];
  const paragraphs = [
    ...(about === undefined ? [] : [say('talk.carried', { case: caseLine(talking, about) })]),
    ...(price === undefined ? [] : [say('rules.tier.at-price', { price: formatNumber(price, turn.language) })]),
  ];
  const actions = rules.slice(0, TIERS.length).map((rule) => ruleButton(talking, rule));
  const [only, ...more] = lines;
  return {
    view:
      only !== undefined && more.length === 0
        ? oneColour(talking, only, { paragraphs, actions })
        : messageView('i', say('rules.tier.title'), { paragraphs, lines, actions }),
    talk: { lastIntent: 'tier', offer: name, ...(about === undefined ? {} : { caseId: about.id }) },
  };
};

/** "Hvilken farve har …": the colour of an offer, for one benefit or for all. */
export const tier: Handler = (talking, asked) =>
  withRulebook(talking, async (rulebook) => {
    const name = asked.entities.offer ?? talking.talk.offer;
    if (name !== undefined) return answerFor(talking, asked, rulebook, name);
    const kinds = OFFER_KINDS.map((kind) => talking.say(`facts.kind.${kind}`));
    return {
      view: messageView('?', talking.say('talk.which-kind'), {
        paragraphs: [talking.say('rules.tier.which', { kinds: formatList(kinds, talking.turn.language, 'or') })],
      }),
      talk: { lastIntent: 'tier', asked: 'offer' },
    };
  });
