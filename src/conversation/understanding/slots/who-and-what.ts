import { fold } from '../fold.ts';
import type { Sentence } from '../sentence.ts';
import type { ProperName } from './proper-names.ts';

/** What the names in a sentence name. */
export interface Named {
  citizen?: string;
  person?: string;
  programme?: string;
  /** The citizen's name stands before what is the citizen's: "Ullas mentor". */
  owns?: boolean;
  /** Names of people with no part in the sentence. */
  left: number;
}

const programmeBefore = new Set(
  `kurset kursus tilbuddet tilbud forloebet forloeb projektet projekt programmet program indsatsen course programme project offer i hos holdet i: called hedder paa er is are has of ligger fra bruge bruger`.split(
    /\s+/,
  ),
);
const strongBefore = new Set(
  `kurset kursus tilbuddet forloebet projektet projekt programmet program course programme project holdet hedder called bruge bruger`.split(
    /\s+/,
  ),
);
const before = (sentence: Sentence, name: ProperName, back = 1): string =>
  sentence.tokens[name.from - back]?.word ?? '';
const placeWords: ReadonlySet<string> = new Set(['i', 'in', 'near', 'ved']);
/** A name after such a word is a place's; what somebody has is nobody's place ("i Rune Hedevangs sag"). */
const atPlace = (sentence: Sentence, name: ProperName): boolean => {
  const word = before(sentence, name);
  return !name.genitive && (placeWords.has(word) || (word === 'at' && sentence.language === 'en'));
};

const hasTag = (tags: ReadonlySet<string>, ...names: string[]): boolean => names.some((name) => tags.has(name));

const programmeScore = (sentence: Sentence, name: ProperName, tags: ReadonlySet<string>): number => {
  let score = -name.person;
  const word = before(sentence, name);
  if (strongBefore.has(word)) score += 3;
  else if (programmeBefore.has(word)) score += 1;
  if (name.genitive) score -= 3;
  if (/^(?:borger|borgeren|citizen|for|med|with|sagen|client)$/.test(word)) score -= 1.5;
  const asksColour =
    hasTag(tags, 'colour') ||
    (sentence.hits.some(({ concept }) => concept.startsWith('tier:')) && !tags.has('extend') && !tags.has('start'));
  if (asksColour || tags.has('catalogue')) score += 4;
  if (sentence.hits.some(({ concept, from }) => concept.startsWith('benefit:') && from === name.to + 1)) score += 1;
  if (!name.capital) score -= 2;
  return score;
};

/** One asks a colleague or a lead: "det jeg bad Niels om". */
const askedOf: ReadonlySet<string> = new Set([
  'bad',
  'bede',
  'spoerge',
  'spurgte',
  'anmodede',
  'asked',
  'bed',
  'spoerg',
  'ask',
]);

/** What comes next is what those do who approve: "skal Karin godkende det". */
const decidesNext = (sentence: Sentence, name: ProperName): boolean =>
  [name.to, name.to + 1, name.to + 2].some((at) =>
    (sentence.meanings[at] ?? []).some((concept) => /^(?:approval|discuss-word|answered)$/.test(concept)),
  ) &&
  !(sentence.meanings[name.to] ?? []).some((concept) => /^(?:offer|extend|has|start|mentor|continue)/.test(concept));

/** Somebody on the staff: asked to approve, said to have answered, owner of the cases asked about. */
const isStaff = (sentence: Sentence, name: ProperName, tags: ReadonlySet<string>): boolean => {
  const word = before(sentence, name);
  const next = sentence.tokens[name.to]?.word ?? '';
  if (
    name.genitive &&
    hasTag(tags, 'overdue', 'waiting', 'out') &&
    /^(?:sager|cases|frister|deadlines|portefoelje|sagsstamme|caseload|overskredne|restancer|bunke|overdue|foedselsdag|birthday|late|afdeling|team|anmodninger)$/.test(
      next,
    )
  )
    return true;
  if (tags.has('out') && name.genitive && !tags.has('out:personal-data') && !tags.has('out:diagnosis')) return true;
  if (
    hasTag(tags, 'approval', 'request', 'answered', 'ask', 'assessment', 'request-noun', 'agreement') &&
    /^(?:bed|bad|bede|spoerge|spoerg|spurgte|anmod|anmodede|ask|asked|tell|told|remind|mind|ryk|ryk:)$/.test(word)
  )
    return true;
  if (
    /^(?:sagde|siger|svarede|svarer|godkender|mener|mente|said|says)$/.test(word) &&
    hasTag(tags, 'answered', 'what', 'when')
  )
    return true;
  if (/^(?:har|did|has)$/.test(word) && hasTag(tags, 'answered', 'approval')) return true;
  if (hasTag(tags, 'request-noun', 'cancel') && /^(?:til|to)$/.test(word) && /^(?:om|for|about|on|paa)$/.test(next))
    return true;
  if (/^(?:faa|get|lad|let)$/.test(word) && /^(?:til|to)$/.test(next)) return true;
  if (askedOf.has(word) && /^(?:om|for|to|about)$/.test(next) && !name.genitive) return true;
  if (/^(?:skal|kan|maa|vil|boer|must|should|can|does|will|is|er)$/.test(word) && decidesNext(sentence, name))
    return true;
  if (
    hasTag(tags, 'approval', 'request', 'request-noun') &&
    !name.genitive &&
    /^(?:fra|from|af|by|hos|ved)$/.test(word) &&
    name.text.split(' ').length <= 3
  )
    return true;
  return (
    hasTag(tags, 'request', 'ask') &&
    /^(?:til|to)$/.test(word) &&
    hasTag(tags, 'it', 'send') &&
    !hasTag(tags, 'extend', 'offer')
  );
};

const fit = (sentence: Sentence, offerNames: readonly string[]): string | undefined => {
  if (offerNames.length === 0) return undefined;
  const text = ` ${sentence.tokens.map(({ word }) => word).join(' ')} `;
  return offerNames
    .filter((name) =>
      text.includes(
        ` ${fold(name)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim()} `,
      ),
    )
    .toSorted((a, b) => b.length - a.length)[0];
};

/** A given name among its words, and no workplace's place before it. */
const looksLikePerson = (sentence: Sentence, name: ProperName): boolean =>
  name.person >= 4 && !/^(?:hos|at|ved|paa|i)$/.test(before(sentence, name));

const ownsOffer = (sentence: Sentence, name: ProperName): boolean =>
  [name.to, name.to + 1].some((at) =>
    (sentence.meanings[at] ?? []).some((concept) => /^(?:offer|mentor|company)/.test(concept)),
  );

/** "Mette Dahl … Mette": one person, named twice. */
const sameAs = (one: string, other: string): boolean => fold(one).split(' ')[0] === fold(other).split(' ')[0];

/** Tells citizens, staff and programmes apart, by their look and their place in the sentence. */
export const nameWhoAndWhat = (
  sentence: Sentence,
  names: readonly ProperName[],
  tags: ReadonlySet<string>,
  offerKnown: boolean,
  offerNames: readonly string[],
): Named => {
  const found: Named = { left: 0 };
  const listed = fit(sentence, offerNames);
  if (listed !== undefined) found.programme = listed;
  let rest = names.filter((name) => listed === undefined || !fold(listed).includes(fold(name.text)));
  for (const name of rest)
    if (found.person === undefined && isStaff(sentence, name, tags)) {
      found.person = name.text;
      rest = rest.filter((other) => other !== name);
    }
  const scored = rest
    .map((name) => ({ name, score: programmeScore(sentence, name, tags) }))
    .toSorted((a, b) => b.score - a.score);
  const best = scored[0];
  if (found.programme === undefined && best !== undefined && best.score > 0) {
    const place =
      atPlace(sentence, best.name) &&
      (offerKnown || !hasTag(tags, 'start', 'colour', 'extend', 'offer-word', 'continue'));
    const acronym = best.name.text === best.name.text.toUpperCase();
    const company = offerKnown && best.score < 3;
    if ((!place && !company) || (acronym && !offerKnown)) found.programme = best.name.text;
    rest = rest.filter((other) => other !== best.name);
  }
  for (const name of rest) {
    const word = before(sentence, name);
    const place = atPlace(sentence, name) && name.person < 3 && !(word === 'ved' && name.person > 0);
    if (place || name.person < -1) continue;
    if (found.citizen === undefined) {
      found.citizen = name.text;
      found.owns = name.genitive && ownsOffer(sentence, name);
    } else if (looksLikePerson(sentence, name) && !sameAs(found.citizen, name.text)) found.left += 1;
  }
  return found;
};
