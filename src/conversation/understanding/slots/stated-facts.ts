import type { Sentence } from '../sentence.ts';
import type { StatedFacts } from '../understanding.ts';
import { amountsOfFacts } from './amounts-of-facts.ts';
import type { AmountSlot } from './amounts.ts';
import { isDenied } from './clauses.ts';
import { replacedIn } from './contrasts.ts';
import type { DateSlot } from './dates.ts';
import { datesOfFacts } from './dates-of-facts.ts';
import { choicesByFrame, factsByFrame } from './fact-frames.ts';
import { withoutLeftOut } from './not-own.ts';
import type { PlacedFact } from './placed-fact.ts';
import { benefitSupposed, kindSupposed } from './supposed-group.ts';

const special: ReadonlySet<string> = new Set(['no-progress', 'not-agreed']);

/** What a value is taken to be when it is said not to be the one; there is no third. */
const otherwise: Readonly<Record<string, string>> = {
  'readiness.category=uddannelsesparat': 'aktivitetsparat-ung',
  'placement=fixed': 'individual',
  'placement=individual': 'fixed',
};

interface Choice extends PlacedFact {
  denied?: true;
}

/** The values that are told, and where nothing else is told of a fact what a denied value leaves. */
const chosen = (choices: readonly Choice[]): PlacedFact[] => {
  const told = choices.filter(({ denied }) => denied !== true);
  const left = choices.flatMap(({ at, name, value }): PlacedFact[] => {
    const other = told.some((one) => one.name === name) ? undefined : otherwise[`${name}=${String(value)}`];
    return other === undefined ? [] : [{ at, name, value: other }];
  });
  return [...told, ...left];
};

/** "Arbejdsgiveren vil …" says nothing of whether there is a job, "en individuel vurdering" nothing of the place. */
const isOtherwiseMeant = (sentence: Sentence, name: string, from: number, to: number): boolean => {
  const word = (at: number): string => sentence.tokens[at]?.word ?? '';
  if (name === 'hasEmployer') return /^arbejdsgiver(?:en|ne|ens)$/.test(word(from)) || word(from - 1) === 'the';
  return name === 'placement' && /^(?:vurder|assess|hensyn|samtale|plan)/.test(word(to));
};

const fromHits = (sentence: Sentence): Choice[] =>
  sentence.hits.flatMap(({ concept, from, to }): Choice[] => {
    if (special.has(concept))
      return [{ at: from, name: concept === 'no-progress' ? 'progress' : 'asAgreed', value: false }];
    if (!concept.startsWith('fact:')) return [];
    const [said = '', value] = concept.slice('fact:'.length).split('=');
    const name = said === 'readiness' ? 'readiness.category' : said;
    const denied = isDenied(sentence, from, to);
    if (isOtherwiseMeant(sentence, name, from, to)) return [];
    if (value === undefined) return [{ at: from, name, value: !denied }];
    return [{ at: from, name, value, ...(denied && value !== 'none' && !/-ung$/.test(value) ? { denied } : {}) }];
  });

/** What the words of one fact are not said of: "pladsen skal afklare jobmålet" tells why it is a fixed place, no goal. */
const notMeantBy: Readonly<Record<string, readonly string[]>> = {
  fixedPlaceGround: ['goal'],
  likelyJobOrEducation: ['educationPossible', 'hasEmployer'],
  ownWorkplace: ['hasEmployer'],
};

/** Facts by word: by the frames, and by the plain words of facts that no frame tells here. */
const byWords = (sentence: Sentence, wanted: (name: string) => boolean): Choice[] => {
  const framed: Choice[] = [...factsByFrame(sentence, wanted), ...choicesByFrame(sentence)];
  const beside = new Set(framed.flatMap(({ name }) => notMeantBy[name] ?? []));
  const told = framed.filter(({ name }) => !beside.has(name));
  const names = new Set([...framed.map(({ name }) => name), ...beside]);
  return [...fromHits(sentence).filter(({ name }) => !names.has(name)), ...told];
};

/** Facts without those that stand for what is replaced; of each contrast the first that follows it. */
const withoutReplaced = (sentence: Sentence, facts: readonly PlacedFact[]): readonly PlacedFact[] => {
  const gone = new Set<PlacedFact>();
  for (const { from, to } of replacedIn(sentence)) {
    const after = facts.filter(({ at }) => at >= from && at < to).toSorted((a, b) => a.at - b.at);
    const [first] = after;
    // "Autist og ikke psykisk sårbar" replaces nothing.
    if (first === undefined || first.value === false) continue;
    for (const fact of after) if (fact.at === first.at) gone.add(fact);
  }
  const left = facts.filter((fact) => !gone.has(fact));
  return left.length === 0 ? facts : left;
};

/** Facts that only an extension, or a running offer, can have. */
const ofRunning: ReadonlySet<string> = new Set(['likelyJobOrEducation', 'progress', 'asAgreed']);

const asSet = (facts: readonly PlacedFact[]): StatedFacts =>
  Object.fromEntries(facts.toSorted((a, b) => a.at - b.at).map(({ name, value }) => [name, value]));

/** Facts a supposition changes, in the order they are spoken: facts by word, amounts, dates, another benefit or kind. */
export const supposedFacts = (
  sentence: Sentence,
  amounts: readonly AmountSlot[],
  dates: readonly DateSlot[],
): StatedFacts => {
  const planned = sentence.context.lastIntent === 'start-offer';
  const said = byWords(sentence, (name) => !(planned && ofRunning.has(name)));
  const known = amountsOfFacts(sentence, amounts);
  const age = known.some(({ name }) => name === 'age');
  // "Hun bliver 30 i juni": the day is her birthday, and nothing ends.
  const days = datesOfFacts(sentence, dates).filter(({ name }) => !age || (name !== 'ends' && name !== 'until'));
  const sick = days.some(({ name }) => name === 'firstAbsenceOn');
  const all: Choice[] = [
    ...said,
    ...kindSupposed(sentence, said),
    ...(sick ? [] : benefitSupposed(sentence)),
    ...known,
    ...days,
  ];
  return asSet(withoutLeftOut(sentence, chosen(withoutReplaced(sentence, all)), { supposed: true }));
};

/** Facts that questions ask about as well: a question that names them does not state them. */
const askedAbout: ReadonlySet<string> = new Set([
  'educationPossible',
  'companyOfferPossible',
  'hasEmployer',
  'progress',
  'labourMarketNeed',
  'ownWorkplace',
]);

/**
 * Facts that a question states by the way ("han er diagnosticeret autist"); amounts and dates are entities already.
 * `extending`: it asks for more time, and may say what that leads to.
 */
export const statedFacts = (sentence: Sentence, { extending }: { extending: boolean }): StatedFacts => {
  const wanted = (name: string): boolean => !askedAbout.has(name) && (extending || name !== 'likelyJobOrEducation');
  const told = chosen(withoutReplaced(sentence, byWords(sentence, wanted)));
  return asSet(withoutLeftOut(sentence, told, { supposed: false }));
};
