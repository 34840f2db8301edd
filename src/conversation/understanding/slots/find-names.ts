import { scoreClasses, sharesOf } from '../learnt/linear-model.ts';
import { modelCalled } from '../learnt/model-file.ts';
import { nameWords } from '../name-words.ts';
import { claim, type Sentence } from '../sentence.ts';
import { isGiven, isNameable, nameCandidates, type NameSpan } from './name-candidates.ts';
import { conceptGroups, nameFeatures } from './name-features.ts';
import { givenWithoutS, nameWithoutS, spelledName } from './spelled-name.ts';

/** What a row of words can be; `citizen-s` is a citizen's name with a genitive s. */
export const NAME_ROLES = ['none', 'citizen', 'citizen-s', 'person', 'programme'] as const;
export type NameRole = (typeof NAME_ROLES)[number];

/** What the names in a sentence name. */
export interface Named {
  /** As written, without the genitive. */
  citizen?: string;
  person?: string;
  programme?: string;
  /** The citizen's name stands before what is the citizen's: "Ullas mentor". */
  owns: boolean;
  /** The citizen is called by a listed given name, or by a capital where none belongs otherwise. */
  surely: boolean;
  /** Another citizen is named beside the one, as fully: who is called by less may be staff. */
  several: boolean;
  /** Something may be a citizen's name, and may be none. */
  doubtful: boolean;
  /** Something may be a programme's name, and is taken for nothing. */
  doubtfulProgramme: boolean;
}

interface Candidate extends NameSpan {
  shares: Readonly<Record<NameRole, number>>;
  /** How likely it, or a row of words that overlaps it, is a citizen. */
  citizenAround: number;
}

const likely = 0.5;
/** From here on, up to what is likely, a name is neither taken for one nor passed over. */
const doubtful = 0.25;

/** A programme is asked about when it is not found in the catalogue, so less is enough. */
const leastOfProgramme = 0.4;

const asCitizen = ({ shares }: Candidate): number => shares.citizen + shares['citizen-s'];
const overlap = (one: NameSpan, other: NameSpan): boolean => one.from < other.to && other.from < one.to;

const weigh = (sentence: Sentence): Candidate[] => {
  const model = modelCalled('names');
  const groups = conceptGroups(sentence);
  const weighed = nameCandidates(sentence).map((span) => {
    const shares = sharesOf(scoreClasses(model, nameFeatures(sentence, span, groups)));
    const share = (role: NameRole): number => shares[model.classes.indexOf(role)] ?? 0;
    return {
      ...span,
      shares: {
        none: share('none'),
        citizen: share('citizen'),
        'citizen-s': share('citizen-s'),
        person: share('person'),
        programme: share('programme'),
      },
      citizenAround: 0,
    };
  });
  for (const candidate of weighed)
    for (const other of weighed) if (overlap(candidate, other)) candidate.citizenAround += asCitizen(other);
  return weighed;
};

const best = (candidates: readonly Candidate[], by: (candidate: Candidate) => number): Candidate | undefined => {
  let found: Candidate | undefined;
  for (const candidate of candidates) if (found === undefined || by(candidate) > by(found)) found = candidate;
  return found;
};

/** The programme of the catalogue whose name stands in the sentence, the longest of them. */
const listedProgramme = (
  { tokens }: Sentence,
  offerNames: readonly string[],
): (NameSpan & { name: string }) | undefined => {
  let longest: (NameSpan & { name: string }) | undefined;
  for (const name of offerNames) {
    const words = nameWords(name);
    if (words.length === 0 || words.length <= (longest === undefined ? 0 : longest.to - longest.from)) continue;
    const from = tokens.findIndex((_, at) => words.every((word, next) => tokens[at + next]?.word === word));
    if (from >= 0) longest = { name, from, to: from + words.length };
  }
  return longest;
};

/** A capital inside the sentence on a word nobody knows. */
const looksNamed = ({ tokens, words, shouted }: Sentence, { from }: NameSpan): boolean =>
  tokens[from]?.capital === true && !tokens[from].opens && !shouted && words[from]?.how !== 'common';

const ownsOffer = ({ meanings }: Sentence, to: number): boolean =>
  [to, to + 1].some((at) => (meanings[at] ?? []).some((concept) => /^(?:offer|mentor|company)/.test(concept)));

/** "Mette Dahl … Mette": one person, named twice. */
const sameGiven = (one: string, other: string): boolean => nameWords(one)[0] === nameWords(other)[0];

/**
 * Finds the citizen, the member of staff and the programme that a sentence names, by their shape and place, and claims
 * their words. `offerNames` are the programmes of the asker's catalogue.
 */
export const findNames = (sentence: Sentence, offerNames: readonly string[]): Named => {
  const listed = listedProgramme(sentence, offerNames);
  // A programme that is called by words of the field only ("Ekstern mentor") is read as those, too.
  if (listed !== undefined) {
    const { from, to } = listed;
    if (sentence.tokens.slice(from, to).some((_, at) => isNameable(sentence, from + at))) claim(sentence, from, to);
  }
  let rest = weigh(sentence);
  const named: Named = { owns: false, surely: false, several: false, doubtful: false, doubtfulProgramme: false };
  const take = (span: NameSpan): void => {
    claim(sentence, span.from, span.to);
    rest = rest.filter((other) => !overlap(span, other));
  };
  const citizen = best(rest, asCitizen);
  if (citizen !== undefined) {
    const { citizenAround, shares } = citizen;
    named.doubtful = citizenAround >= doubtful && citizenAround < likely;
    if (citizenAround >= likely) {
      const genitive = shares['citizen-s'] > shares.citizen;
      named.citizen = (genitive ? nameWithoutS : spelledName)(sentence, citizen);
      const first = sentence.tokens[citizen.from];
      named.surely =
        first !== undefined && (isGiven(first.word) || (first.capital && !first.opens && !sentence.shouted));
      named.owns = genitive && ownsOffer(sentence, citizen.to);
      take(citizen);
      const other = best(rest, asCitizen);
      named.several =
        other !== undefined &&
        asCitizen(other) >= likely &&
        other.to - other.from >= citizen.to - citizen.from &&
        !sameGiven(named.citizen, spelledName(sentence, other));
    }
  }
  const programme = best(rest, ({ shares }) => shares.programme);
  const person = best(rest, ({ shares }) => shares.person);
  if (listed !== undefined) named.programme = listed.name;
  else if (programme !== undefined && programme.shares.programme >= leastOfProgramme) {
    named.programme = spelledName(sentence, programme);
    take(programme);
  } else named.doubtfulProgramme = rest.some((candidate) => looksNamed(sentence, candidate));
  if (person !== undefined && person.shares.person >= likely && sentence.claimed[person.from] !== true) {
    named.person = givenWithoutS(sentence, person);
    take(person);
  }
  return named;
};
