import { createHash } from 'node:crypto';
import type { Bilingual } from './judgement.ts';
import type { RuleInfo } from './rulebook.ts';
import type { Approval, Source } from '../contract/decision.ts';
import { OFFER_KINDS, type OfferKind, type QuestionKind, type Role } from '../contract/vocabulary.ts';
import type { Duration } from './calendar.ts';
import { compileDeadline, type DeadlineClause } from './compile-deadline.ts';
import { effectiveParameters, formatParameter } from './parameters.ts';
import { factIn, type Condition, type Expression, type Scope } from './language/scope.ts';
import { compileCondition } from './language/conditions.ts';
import { oneOf, Problems, type Path } from './language/problems.ts';
import { compileText, type TextTemplate } from './language/texts.ts';
import { compileTyped, compileValue } from './language/values.ts';
import type { Fact } from './facts/catalogue.ts';
import type { Located } from './read.ts';
import type { ClauseSource, CommonSource, RulebookSource, RuleSource } from './schema.ts';

/** One thing a rule may say: when, with what effect, in which words. */
export interface Clause {
  rule: string;
  source: Source;
  effect: ClauseSource['effect'];
  when: Condition;
  says: TextTemplate;
  todo?: TextTemplate;
  way?: TextTemplate;
  asks?: Fact[];
  aboutTier: boolean;
  approval?: Pick<Approval, 'form' | 'roles'> & { ownCaseworkerMay: boolean };
}

/** All that a rulebook says to one question about one kind of offer. */
export interface Chapter {
  clauses: Clause[];
  /** The last end date the rules could allow. */
  latestEnd?: Expression;
  /** The last day on which a request for the answer makes sense. */
  requestExpires?: Expression;
  /** The clocks that the answer touches. */
  touched: DeadlineClause[];
  /** The lengths of time its rules read: where dates decide, they decide this far from one another. */
  durations: Map<string, Duration>;
}

/** A municipality's rules as they stand on a date, compiled: pure closures, nothing left to look up. */
export interface Rulebook {
  municipality: string;
  name: Bilingual;
  version: string;
  validFrom: string;
  validTo: string;
  /** SHA-256 of the file and of the common sentences. */
  hash: string;
  document: string;
  rules: RuleInfo[];
  /** What the rules say to a question about a kind of offer (or about none). */
  said: (question: QuestionKind, kind?: OfferKind) => Chapter;
  deadlines: readonly DeadlineClause[];
  tier?: Expression;
  exceptionRoles: Role[];
  common: CommonSource;
}

/** The chapters of a rulebook, by question and kind of offer; made as rules name them. */
class Chapters {
  readonly #chapters = new Map<QuestionKind, Map<OfferKind | undefined, Chapter>>();

  at(question: QuestionKind, kind?: OfferKind): Chapter {
    let ofQuestion = this.#chapters.get(question);
    if (ofQuestion === undefined) this.#chapters.set(question, (ofQuestion = new Map()));
    let chapter = ofQuestion.get(kind);
    if (chapter === undefined) ofQuestion.set(kind, (chapter = { clauses: [], touched: [], durations: new Map() }));
    return chapter;
  }

  /** The chapters of some questions about some kinds; questions that are about no offer have one each. */
  each(questions: readonly QuestionKind[], kinds: readonly OfferKind[]): Chapter[] {
    return questions.flatMap((question) =>
      isAboutOffer(question) ? kinds.map((kind) => this.at(question, kind)) : [this.at(question)],
    );
  }
}

/**
 * Compiles a rulebook as it stands on a civil date (parameters change inside a version).
 * Throws a RulebookError that lists every mistake by line and column.
 */
export const compileRulebook = (
  file: Located<RulebookSource>,
  common: CommonSource,
  text: string,
  on: string,
): Rulebook => {
  const { data } = file;
  const problems = new Problems();
  const parameters = effectiveParameters(data, on, problems);
  file.refuse(problems.list);
  const scope = namedScope(data, parameters, problems);
  for (const name of scope.valueNames()) scope.value(name, ['values', name]);
  for (const name of scope.conditionNames()) scope.condition(name, ['conditions', name]);

  const noteDurations = (about: readonly Chapter[], used: ReadonlySet<string>): void => {
    for (const name of used) {
      const value = parameters.get(name);
      if (typeof value === 'object' && 'n' in value) for (const chapter of about) chapter.durations.set(name, value);
    }
  };
  const infos: RuleInfo[] = [];
  const chapters = new Chapters();
  const deadlines: DeadlineClause[] = [];
  const seen = new Set<string>();
  for (const [index, rule] of data.rules.entries()) {
    const at: Path = ['rules', index];
    if (seen.has(rule.id)) problems.add([...at, 'id'], `${rule.id} stands here a second time; a rule has one entry`);
    seen.add(rule.id);
    const used = new Set<string>();
    const ruleScope: Scope = { ...scope, used };
    const source = { document: data.document, ...rule.source };
    const kinds = kindsOf(ruleScope, rule.offers, [...at, 'offers']);
    const questions = rule.questions ?? [];
    if (questions.length === 0 && rule.clauses?.some((clause) => clause.questions === undefined))
      problems.add(at, `${rule.id} has clauses, so it needs questions that they speak to`);
    for (const [nth, clause] of (rule.clauses ?? []).entries()) {
      const compiled = compileClause(ruleScope, rule, clause, source, [...at, 'clauses', nth]);
      const kindsHere =
        clause.offers === undefined ? kinds : kindsOf(ruleScope, clause.offers, [...at, 'clauses', nth, 'offers']);
      if (compiled !== undefined)
        for (const chapter of chapters.each(clause.questions ?? questions, kindsHere)) chapter.clauses.push(compiled);
    }
    if (rule.deadline !== undefined) {
      const compiled = compileDeadline(ruleScope, rule.id, rule.deadline, source, [...at, 'deadline']);
      if (compiled !== undefined) {
        deadlines.push(compiled);
        for (const chapter of chapters.each(compiled.touches, kinds)) chapter.touched.push(compiled);
      }
    }
    if (rule.requestExpires !== undefined) {
      const value = compileTyped(ruleScope, rule.requestExpires, [...at, 'requestExpires'], 'date');
      if (value !== undefined) for (const chapter of chapters.each(questions, kinds)) chapter.requestExpires = value;
    }
    const spokenTo = [...questions, ...(rule.clauses ?? []).flatMap((clause) => clause.questions ?? [])];
    noteDurations(chapters.each(spokenTo, kinds), used);
    infos.push({
      id: rule.id,
      statement: rule.statement,
      source,
      ...(rule.reading === undefined ? {} : { reading: rule.reading }),
      questions: rule.deadline === undefined ? questions : [...questions, 'deadlines'],
      offerKinds: rule.offers === undefined ? [] : [...kinds],
      keywords: rule.keywords ?? [],
      parameters: [...used].flatMap((name) => formatParameter(data, name, on)),
    });
  }
  for (const [index, row] of (data.latestEnd ?? []).entries()) {
    const used = new Set<string>();
    const value = compileTyped({ ...scope, used }, row.is, ['latestEnd', index, 'is'], 'date');
    const about = chapters.each(row.questions, kindsOf(scope, row.offers, ['latestEnd', index, 'offers']));
    if (value !== undefined) for (const chapter of about) chapter.latestEnd = value;
    noteDurations(about, used);
  }
  const tier = data.tier === undefined ? undefined : scope.value(data.tier, ['tier']);
  file.refuse(problems.list);
  return {
    municipality: data.municipality,
    name: data.name,
    version: data.validFrom,
    validFrom: data.validFrom,
    validTo: data.extendedUntil ?? data.validTo,
    hash: createHash('sha256').update(text).update(JSON.stringify(common)).digest('hex'),
    document: data.document,
    rules: infos,
    said: (question, kind) => chapters.at(question, kind),
    deadlines,
    ...(tier === undefined ? {} : { tier }),
    exceptionRoles: data.exceptions.roles,
    common,
  };
};

const isAboutOffer = (question: QuestionKind): boolean => question !== 'deadlines' && question !== 'next-step';

const kindsOf = (scope: Scope, offers: RuleSource['offers'], at: Path): readonly OfferKind[] => {
  if (offers === undefined) return OFFER_KINDS;
  if (typeof offers !== 'string') return offers;
  const group = scope.parameters.get(offers.slice(1));
  const kinds = OFFER_KINDS.filter((kind) => Array.isArray(group) && group.includes(kind));
  if (kinds.length === 0) scope.problems.add(at, `${offers} is no list of offer kinds; ${oneOf(OFFER_KINDS)}`);
  return kinds;
};

/** Named values and conditions, compiled once on first use; a name that leads back to itself is a mistake. */
const namedScope = (data: RulebookSource, parameters: Scope['parameters'], problems: Problems): Scope => {
  const units = new Map<string, string>();
  for (const [name, entries] of Object.entries(data.parameters))
    for (const { unit } of entries) if (unit !== undefined) units.set(name, unit);
  const lookup = <T>(
    section: 'values' | 'conditions',
    compile: (scope: Scope, node: unknown, at: Path) => T | undefined,
  ) => {
    const done = new Map<string, { compiled: T | undefined; reads: Set<string> }>();
    const busy = new Set<string>();
    return (name: string, at: Path, used?: Set<string>): T | undefined => {
      if (busy.has(name)) {
        problems.add(at, `${name} leads back to itself`);
        return undefined;
      }
      busy.add(name);
      const reads = new Set<string>();
      const known = done.get(name) ?? {
        compiled: compile({ ...scope, used: reads }, data[section]?.[name], [section, name]),
        reads,
      };
      busy.delete(name);
      done.set(name, known);
      for (const parameter of known.reads) used?.add(parameter);
      return known.compiled;
    };
  };
  const valueNames = Object.keys(data.values ?? {});
  const conditionNames = Object.keys(data.conditions ?? {});
  const scope: Scope = {
    problems,
    parameters,
    units,
    value: lookup('values', (inner, node, at) => {
      const compiled = compileValue(inner, node, at);
      const nth = valueNames.indexOf(String(at.at(-1)));
      return compiled && { type: compiled.type, of: (world) => world.named(nth, compiled.of) };
    }),
    condition: lookup('conditions', (inner, node, at) => compileCondition(inner, node, at)),
    valueNames: () => valueNames,
    conditionNames: () => conditionNames,
  };
  return scope;
};

const compileClause = (
  scope: Scope,
  rule: RuleSource,
  clause: ClauseSource,
  source: Source,
  at: Path,
): Clause | undefined => {
  const asks =
    clause.effect === 'asks'
      ? clause.facts.flatMap((name, index) => factIn(scope, name, [...at, 'facts', index]) ?? [])
      : undefined;
  const when = clause.when === undefined ? () => true : compileCondition(scope, clause.when, [...at, 'when']);
  if (when === undefined) return undefined;
  return {
    rule: rule.id,
    source,
    effect: clause.effect,
    when,
    aboutTier: rule.aboutTier ?? false,
    says: compileText(scope, clause.says, [...at, 'says']),
    ...(clause.effect === 'requires' ? { todo: compileText(scope, clause.todo, [...at, 'todo']) } : {}),
    ...(clause.effect === 'forbids' && clause.way ? { way: compileText(scope, clause.way, [...at, 'way']) } : {}),
    ...(asks === undefined ? {} : { asks }),
    ...(clause.effect === 'approval'
      ? { approval: { form: clause.form, roles: clause.roles, ownCaseworkerMay: clause.ownCaseworkerMay ?? false } }
      : {}),
  };
};
