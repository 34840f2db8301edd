import type { Source } from '../contract/decision.ts';
import { QUESTION_KINDS, type OfferKind, type QuestionKind, type Role } from '../contract/vocabulary.ts';
import { Chapters, type Chapter } from './chapters.ts';
import { compileClause } from './compile-clause.ts';
import { compileDeadline, type DeadlineClause } from './compile-deadline.ts';
import { compileMatter, type MatterClock } from './compile-matter.ts';
import { compileReminder, narrownessOf } from './compile-reminder.ts';
import { compileTargets } from './compile-targets.ts';
import type { Bilingual } from './judgement.ts';
import { kindsOf } from './kinds-of.ts';
import { compileCondition } from './language/conditions.ts';
import { Problems, type Path } from './language/problems.ts';
import { isDuration, type Condition, type Expression, type Scope } from './language/scope.ts';
import { compileTyped } from './language/values.ts';
import { namedScope } from './named-scope.ts';
import { effectiveParameters, formatParameter } from './parameters.ts';
import type { Located } from './read.ts';
import type { RuleInfo, Standing } from './rulebook.ts';
import type { Target } from './targets.ts';
import { rulebookHash } from './rulebook-hash.ts';
import type { CommonSource, ReminderSource, RulebookSource, RuleSource } from './schema.ts';

export type { Chapter } from './chapters.ts';
export type { Clause } from './compile-clause.ts';

/** A group that citizens belong to by the plan. */
export interface Segment {
  rule: string;
  source: Source;
  name: Bilingual;
  when: Condition;
}

/** A municipality's rules as they stand on a date, compiled: pure closures, nothing left to look up. */
export interface Rulebook {
  municipality: string;
  name: Bilingual;
  version: string;
  validFrom: string;
  validTo: string;
  /** The civil date from which other rules hold, as far as they are known: the next version's, or with other parameters. */
  replacedOn?: string;
  /** SHA-256 of the file and of the common sentences. */
  hash: string;
  document: string;
  /** Every entry of the plan, evaluated or not. */
  rules: RuleInfo[];
  /** What the rules say to a question about a kind of offer (or about none). */
  said: (question: QuestionKind, kind?: OfferKind) => Chapter;
  deadlines: readonly DeadlineClause[];
  matters: readonly MatterClock[];
  segments: readonly Segment[];
  /** The figures the plan wants to be followed. */
  targets: readonly Target[];
  /** Days on which the municipality is closed: "MM-DD" every year, or a civil date. */
  closingDays: readonly string[];
  tier?: Expression;
  exceptionRoles: Role[];
  common: CommonSource;
}

/** What the parts of a rulebook are compiled into. */
interface Parts {
  data: RulebookSource;
  on: string;
  scope: Scope;
  chapters: Chapters;
  infos: RuleInfo[];
  deadlines: DeadlineClause[];
  matters: MatterClock[];
  segments: Segment[];
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

  const chapters = new Chapters();
  const parts: Parts = { data, on, scope, chapters, infos: [], deadlines: [], matters: [], segments: [] };
  refuseTwins(data, problems);
  for (const [index, rule] of data.rules.entries()) addRule(parts, rule, ['rules', index]);
  for (const [index, reminder] of (data.reminders ?? []).entries()) addReminder(parts, reminder, ['reminders', index]);
  for (const target of data.targets ?? []) parts.infos.push(infoOf(parts, target, 'target'));
  for (const entry of data.notEvaluated ?? [])
    parts.infos.push({ ...infoOf(parts, entry, 'not-evaluated'), why: entry.why });
  for (const [index, row] of (data.latestEnd ?? []).entries()) {
    const used = new Set<string>();
    const value = compileTyped({ ...scope, used }, row.is, ['latestEnd', index, 'is'], 'date');
    const about = chapters.each(row.questions, kindsOf(scope, row.offers, ['latestEnd', index, 'offers']));
    if (about.some(({ latestEnd }) => latestEnd !== undefined))
      problems.add(['latestEnd', index], 'a row above already says how far these offers may go; each has one row');
    if (value !== undefined) for (const chapter of about) chapter.latestEnd = value;
    noteDurations(parts, about, used);
  }
  const targets = compileTargets(scope, data.targets ?? [], data.document);
  const tier = data.tier === undefined ? undefined : scope.value(data.tier, ['tier']);
  file.refuse(problems.list);
  return {
    municipality: data.municipality,
    name: data.name,
    version: data.validFrom,
    validFrom: data.validFrom,
    validTo: data.extendedUntil ?? data.validTo,
    hash: rulebookHash(text, JSON.stringify(common)),
    document: data.document,
    rules: parts.infos,
    said: (question, kind) => chapters.at(question, kind),
    deadlines: parts.deadlines,
    matters: parts.matters,
    segments: parts.segments,
    targets,
    closingDays: data.closingDays ?? [],
    ...(tier === undefined ? {} : { tier }),
    exceptionRoles: data.exceptions.roles,
    common,
  };
};

const lists = ['rules', 'reminders', 'targets', 'notEvaluated'] as const;

/** An entry of the plan stands in one list, once. */
const refuseTwins = (data: RulebookSource, problems: Problems): void => {
  const seen = new Map<string, string>();
  for (const list of lists)
    for (const [index, { id }] of (data[list] ?? []).entries()) {
      const before = seen.get(id);
      if (before !== undefined)
        problems.add([list, index, 'id'], `${id} stands here a second time (first in ${before}); a rule has one entry`);
      seen.set(id, list);
    }
};

const questionsOf = (questions: RuleSource['questions']): readonly QuestionKind[] =>
  questions === 'any' ? QUESTION_KINDS : (questions ?? []);

const addRule = (parts: Parts, rule: RuleSource, at: Path): void => {
  const { data, chapters, scope } = parts;
  const { problems } = scope;
  const used = new Set<string>();
  const ruleScope: Scope = { ...scope, used };
  const source = { document: data.document, ...rule.source };
  const kinds = kindsOf(ruleScope, rule.offers, [...at, 'offers']);
  const questions = questionsOf(rule.questions);
  if (questions.length === 0 && rule.clauses?.some((clause) => clause.questions === undefined))
    problems.add(at, `${rule.id} has clauses, so it needs questions that they speak to`);
  if (
    rule.clauses === undefined &&
    rule.deadline === undefined &&
    rule.matter === undefined &&
    rule.segment === undefined
  )
    problems.add(at, `${rule.id} says nothing; allowed: clauses, deadline, matter, segment`);
  for (const [nth, clause] of (rule.clauses ?? []).entries()) {
    const here = [...at, 'clauses', nth];
    const compiled = compileClause(ruleScope, rule, clause, source, here);
    const kindsHere = clause.offers === undefined ? kinds : kindsOf(ruleScope, clause.offers, [...here, 'offers']);
    const spokenTo = questionsOf(clause.questions ?? rule.questions);
    if (spokenTo.includes('deadlines') && clause.effect !== 'advises')
      problems.add([...here, 'effect'], `an answer about deadlines can only advise, and here stands ${clause.effect}`);
    if (compiled !== undefined)
      for (const chapter of chapters.each(spokenTo, kindsHere)) chapter.clauses.push(compiled);
  }
  if (rule.deadline !== undefined) {
    const compiled = compileDeadline(ruleScope, rule.id, rule.deadline, source, [...at, 'deadline']);
    if (compiled !== undefined) {
      parts.deadlines.push(compiled);
      for (const chapter of chapters.each(compiled.touches, kinds)) chapter.touched.push(compiled);
    }
  }
  if (rule.matter !== undefined) {
    const compiled = compileMatter(ruleScope, rule.id, rule.matter, source, [...at, 'matter']);
    if (compiled !== undefined) parts.matters.push(compiled);
  }
  if (rule.segment !== undefined) {
    const when = compileCondition(ruleScope, rule.segment.when, [...at, 'segment', 'when']);
    if (when !== undefined) parts.segments.push({ rule: rule.id, source, name: rule.segment.name, when });
  }
  if (rule.requestExpires !== undefined) {
    const value = compileTyped(ruleScope, rule.requestExpires, [...at, 'requestExpires'], 'date');
    const about = chapters.each(questions, kinds);
    if (about.some(({ requestExpires }) => requestExpires !== undefined))
      problems.add([...at, 'requestExpires'], 'another rule already says when a request for these answers ends');
    if (value !== undefined) for (const chapter of about) chapter.requestExpires = value;
  }
  const spokenTo = [...questions, ...(rule.clauses ?? []).flatMap((clause) => questionsOf(clause.questions))];
  noteDurations(parts, chapters.each(spokenTo, kinds), used);
  const hasClock = rule.deadline !== undefined || rule.matter !== undefined;
  parts.infos.push({
    ...infoOf(parts, rule, 'evaluated', used),
    questions: [...new Set<QuestionKind>([...spokenTo, ...(hasClock ? ['deadlines' as const] : [])])],
    offerKinds: rule.offers === undefined ? [] : [...kinds],
  });
};

const addReminder = (parts: Parts, reminder: ReminderSource, at: Path): void => {
  const { data, chapters, scope } = parts;
  const used = new Set<string>();
  const source = { document: data.document, ...reminder.source };
  const kinds = kindsOf(scope, reminder.offers, [...at, 'offers']);
  const questions = questionsOf(reminder.questions);
  const compiled = compileReminder({ ...scope, used }, reminder, source, at);
  if (compiled !== undefined)
    for (const question of questions)
      for (const { reminders } of chapters.each([question], kinds)) {
        // The narrowest first; of two as narrow, the one that stands first in the file.
        const narrowness = narrownessOf(compiled, question);
        const behind = reminders.findIndex((other) => narrownessOf(other, question) < narrowness);
        reminders.splice(behind < 0 ? reminders.length : behind, 0, compiled);
      }
  parts.infos.push({
    ...infoOf(parts, reminder, 'reminder', used),
    questions: [...questions],
    offerKinds: reminder.offers === undefined ? [] : [...kinds],
  });
};

type EntrySource = Pick<RuleSource, 'id' | 'statement' | 'source' | 'reading' | 'keywords'>;

const infoOf = (
  { data, on }: Parts,
  { id, statement, source, reading, keywords }: EntrySource,
  standing: Standing,
  used: ReadonlySet<string> = new Set(),
): RuleInfo => ({
  id,
  standing,
  statement,
  source: { document: data.document, ...source },
  ...(reading === undefined ? {} : { reading }),
  questions: [],
  offerKinds: [],
  keywords: keywords ?? [],
  parameters: [...used].flatMap((name) => formatParameter(data, name, on)),
});

/** Notes the lengths of time that the rules of some chapters read. */
const noteDurations = ({ scope }: Parts, about: readonly Chapter[], used: ReadonlySet<string>): void => {
  for (const name of used) {
    const value = scope.parameters.get(name);
    if (isDuration(value)) for (const chapter of about) chapter.durations.set(name, value);
  }
};
