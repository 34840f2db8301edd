import type { CardAction } from '../../cards/views.ts';
import type { CatalogueItem } from '../../contract/case.ts';
import { LANGUAGES } from '../../contract/language.ts';
import { BENEFITS, OFFER_KINDS, TIERS } from '../../contract/vocabulary.ts';
import { may } from '../../people/policy.ts';
import type { Rulebook } from '../../rulebook/compile.ts';
import { canBe, colourOf } from '../catalogue/colour-of.ts';
import { entriesIn, kindsIn, providerIn } from '../catalogue/named-in-text.ts';
import { resolveEntry } from '../resolve/resolve-entry.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import { caseLine, wordingOf } from '../views/case-line.ts';
import { type CatalogueAsked, type Colours, askedInWords, catalogueView } from '../views/catalogue-view.ts';
import { askButton, messageView } from '../views/message-view.ts';
import { withRulebook } from './rules-of-today.ts';
import { whoseBenefit } from './whose-benefit.ts';

/** So many entries fit a card that is read on a phone. */
const ON_A_CARD = 8;

const coloursOf = ({ catalogue, turn }: Talking, rulebook: Rulebook): Colours | undefined =>
  rulebook.tier === undefined
    ? undefined
    : (entry, benefit) => colourOf({ rulebook, catalogue, today: turn.today }, entry, benefit);

const isAsked = (entry: CatalogueItem, asked: CatalogueAsked, colours: Colours | undefined): boolean => {
  const { tier, benefit, kinds, provider } = asked;
  if (kinds.length > 0 && !kinds.includes(entry.kind)) return false;
  if (provider !== undefined && entry.provider !== provider) return false;
  if (tier === undefined || colours === undefined) return true;
  return (benefit === undefined ? BENEFITS : [benefit]).some((each) => canBe(colours(entry, each), tier));
};

/** By colour where a benefit is asked about, what can be used most freely first; then by name. */
const inOrder = (
  entries: CatalogueItem[],
  { benefit }: CatalogueAsked,
  colours: Colours | undefined,
  language: string,
): CatalogueItem[] => {
  const rank = (entry: CatalogueItem): number => {
    const tier = benefit === undefined ? undefined : colours?.(entry, benefit).tier;
    return tier === undefined ? TIERS.length : TIERS.indexOf(tier);
  };
  return entries
    .map((entry) => ({ entry, at: rank(entry) }))
    .toSorted((a, b) => a.at - b.at || a.entry.name.localeCompare(b.entry.name, language))
    .map(({ entry }) => entry);
};

const wholeCatalogue = ({ say }: Talking): CardAction =>
  askButton(say('catalogue.button.all'), { text: say('catalogue.ask.all') });

/** The buttons to the pages before and after; they carry what was asked for, a provider as one of its entries. */
const pageButtons = ({ say }: Talking, asked: CatalogueAsked, from: number, entries: CatalogueItem[]): CardAction[] => {
  const { tier, benefit, kinds, provider } = asked;
  const providedBy = entries.find((entry) => provider !== undefined && entry.provider === provider);
  const to = (title: string, at: number): CardAction => ({
    title: say(`catalogue.button.${title}`),
    verb: 'show-catalogue',
    data: {
      from: at,
      ...(tier === undefined ? {} : { tier }),
      ...(benefit === undefined ? {} : { benefit }),
      ...(kinds.length === 0 ? {} : { kinds: kinds.join() }),
      ...(providedBy === undefined ? {} : { providedBy: providedBy.id }),
    },
    checksInputs: false,
  });
  return [
    ...(from + ON_A_CARD < entries.length ? [to('more', from + ON_A_CARD)] : []),
    ...(from > 0 ? [to('back', Math.max(0, from - ON_A_CARD))] : []),
  ];
};

const page = (
  talking: Talking,
  rulebook: Rulebook,
  found: CatalogueItem[],
  asked: CatalogueAsked,
  from: number,
  notes: string[],
): Answer => {
  const { say, turn, catalogue } = talking;
  const wording = wordingOf(talking);
  const colours = coloursOf(talking, rulebook);
  const entries = inOrder(found, asked, colours, turn.language);
  const talk = { lastIntent: 'catalogue' };
  if (entries.length === 0) {
    const about = askedInWords(asked, wording);
    const title = asked.tier === undefined ? 'none' : `none.${asked.tier}`;
    return {
      view: messageView('○', say(`catalogue.${title}`), {
        ...(about === undefined ? {} : { about }),
        paragraphs: notes,
        actions: catalogue.length === 0 ? [] : [wholeCatalogue(talking)],
      }),
      talk,
    };
  }
  // A page that is no longer there, or a number nobody was shown: the beginning.
  const first = from < entries.length ? from : 0;
  const shown = { entries: entries.slice(first, first + ON_A_CARD), first, all: entries.length };
  const actions = pageButtons(talking, asked, first, entries);
  return { view: catalogueView(shown, asked, colours, { notes, actions }, wording), talk };
};

/** Answers for those who may see the catalogue. A plan without colours says so, and lists what there is. */
const withCatalogue = (
  talking: Talking,
  asked: CatalogueAsked,
  answer: (rulebook: Rulebook, known: CatalogueAsked, notes: string[]) => Answer,
): Promise<Answer> => {
  const { say, turn, catalogue } = talking;
  const { municipality } = turn.person;
  if (!may(turn.person, 'see-catalogue', { municipality }, turn.today))
    return Promise.resolve({ view: messageView('✕', say('catalogue.may-not-see')) });
  if (catalogue.length === 0)
    return Promise.resolve({
      view: messageView('○', say('catalogue.empty'), { paragraphs: [say('catalogue.empty-text')] }),
    });
  return withRulebook(talking, async (rulebook) => {
    if (rulebook.tier !== undefined) return answer(rulebook, asked, []);
    const { tier, benefit, ...rest } = asked;
    const note =
      tier === undefined && benefit === undefined ? [] : [say('catalogue.no-colours', { document: rulebook.document })];
    return answer(rulebook, rest, note);
  });
};

interface Named {
  entries: CatalogueItem[];
  /** A name that nothing in the catalogue has. */
  unknown?: string;
}

const namedIn = ({ text, catalogue }: Talking, { entities, picked }: Asked): Named => {
  const id = picked.catalogueItem;
  if (id !== undefined) return { entries: catalogue.filter((entry) => entry.id === id) };
  const entries = entriesIn(text, catalogue);
  const name = entities.offer;
  const kind = OFFER_KINDS.some((each) => each === name);
  if (entries.length > 0 || name === undefined || kind || providerIn(text, catalogue) !== undefined) return { entries };
  const found = resolveEntry(name, catalogue);
  if (found === 'unknown') return { entries: [], unknown: name };
  return { entries: 'entry' in found ? [found.entry] : 'several' in found ? found.several : found.entries };
};

/** Whether a sentence asks what something costs; its own language may be another than the reader's. */
const asksPrice = ({ text, services }: Talking): boolean => {
  const words = new Set(text.toLowerCase().split(/[^\p{L}]+/u));
  return LANGUAGES.some((language) =>
    services
      .say(language)('catalogue.price-words')
      .split(' ')
      .some((word) => words.has(word)),
  );
};

/** "Hvilke grønne tilbud har vi til …": the catalogue by colour, group, kind, provider or name. */
export const catalogue: Handler = async (talking, asked) => {
  const { say, text } = talking;
  const { tier, offer } = asked.entities;
  const whose = await whoseBenefit(talking, asked);
  if ('answer' in whose) return whose.answer;
  const { benefit, about } = whose;
  const kind = OFFER_KINDS.find((each) => each === offer);
  const kinds = kind === undefined ? kindsIn(text) : [kind];
  const provider = providerIn(text, talking.catalogue);
  const named = namedIn(talking, asked);
  const beside = [
    ...(about === undefined ? [] : [say('talk.carried', { case: caseLine(talking, about) })]),
    ...(asksPrice(talking) ? [say('catalogue.no-prices')] : []),
  ];
  const filter: CatalogueAsked = {
    kinds: named.entries.length > 0 ? [] : kinds,
    ...(tier === undefined || named.entries.length > 0 ? {} : { tier }),
    ...(benefit === undefined ? {} : { benefit }),
    ...(provider === undefined || named.entries.length > 0 ? {} : { provider }),
  };
  return withCatalogue(talking, filter, (rulebook, known, notes) => {
    if (named.unknown !== undefined)
      return {
        view: messageView('?', say('talk.unknown-offer', { offer: named.unknown }), {
          paragraphs: [say('catalogue.unknown-text')],
          actions: [wholeCatalogue(talking)],
        }),
        talk: { lastIntent: 'catalogue' },
      };
    const colours = coloursOf(talking, rulebook);
    const [only, ...others] = named.entries;
    const found =
      only === undefined ? talking.catalogue.filter((entry) => isAsked(entry, known, colours)) : named.entries;
    const answer = page(talking, rulebook, found, known, 0, [...beside, ...notes]);
    return only === undefined || others.length > 0 ? answer : { ...answer, talk: { ...answer.talk, offer: only.name } };
  });
};

/** "Vis flere": another page of what was asked for, as the catalogue stands now. */
export const catalogueFrom = (
  talking: Talking,
  { from, providedBy, ...asked }: CatalogueAsked & { from: number; providedBy?: string },
): Promise<Answer> => {
  const provider = talking.catalogue.find(({ id }) => id === providedBy)?.provider;
  const filter = { ...asked, ...(provider === undefined ? {} : { provider }) };
  return withCatalogue(talking, filter, (rulebook, known, notes) => {
    const colours = coloursOf(talking, rulebook);
    const found = talking.catalogue.filter((entry) => isAsked(entry, known, colours));
    return page(talking, rulebook, found, known, from, notes);
  });
};
