import { neighboursOf } from '../../src/rulebook/check/neighbours.ts';
import {
  BENEFITS,
  EVENT_TYPES,
  INTEGRATION_GROUPS,
  OFFER_KINDS,
  QUESTION_KINDS,
  READINESS,
  ROLES,
} from '../../src/contract/vocabulary.ts';
import type { ClauseSource, RulebookSource } from '../../src/rulebook/schema.ts';

/** One change to a rulebook: where, what stood there, what stands there instead. */
export interface Mutant {
  /** Dotted path from the top, entries of rules by their id, so that it stays when lines move. */
  at: string;
  kind: 'number' | 'operator' | 'role' | 'unit' | 'benefit' | 'target group' | 'word' | 'effect' | 'part' | 'order';
  from: string;
  to: string;
  data: RulebookSource;
}

type Node = unknown;
type Change = Pick<Mutant, 'kind' | 'from' | 'to'> & { node: Node };

/** Each operator and what it is mistaken for. */
const operators: Record<string, readonly string[]> = {
  above: ['atLeast', 'below'],
  atLeast: ['above', 'below'],
  below: ['atMost', 'above'],
  atMost: ['below', 'above'],
  after: ['onOrAfter', 'before'],
  onOrAfter: ['after', 'before'],
  before: ['onOrBefore', 'after'],
  onOrBefore: ['before', 'after'],
  is: ['isNot'],
  isNot: ['is'],
  in: ['notIn'],
  notIn: ['in'],
  all: ['any'],
  any: ['all'],
  plus: ['minus'],
  minus: ['plus'],
  latest: ['earliest'],
  earliest: ['latest'],
  latestOf: ['earliestOf'],
  earliestOf: ['latestOf'],
  up: ['down'],
  down: ['up'],
};
const units: Record<string, readonly string[]> = {
  hour: ['day'],
  day: ['week'],
  week: ['month'],
  month: ['week'],
  year: ['month'],
};
const vocabularies: [Mutant['kind'], readonly string[]][] = [
  ['role', ROLES],
  ['benefit', BENEFITS],
  ['target group', [...OFFER_KINDS, ...READINESS, ...INTEGRATION_GROUPS]],
  ['word', EVENT_TYPES],
  ['word', ['agreement', 'discussion', 'assessment']],
  ['word', QUESTION_KINDS],
];

/** Keys under which no part of the logic stands: texts, and what the account of the plan proves. */
const SKIPPED = new Set([
  ...['says', 'statement', 'reading', 'keywords', 'name', 'note', 'way', 'todo', 'why', 'reference', 'unit'],
  ...['id', 'source'],
]);

/** Keys whose `true` only marks what stands there; anything else is refused when the file is read. */
const MARKS = new Set(['up', 'down', 'none']);

/** Keys that may be left out, so that a rulebook without them is one too. */
const OPTIONAL = new Set([
  ...['each', 'touches', 'remark', 'met', 'from', 'dueSoonFrom', 'shownFrom', 'shownUntil', 'requestExpires'],
  ...['offers', 'baseline', 'computed', 'by', 'workingDays'],
]);

/** Every change of one number, operator, role, unit, benefit, target group, word, effect or part of a rulebook's logic, and
 * of the order of two steps. */
export const mutantsOf = (data: RulebookSource): Mutant[] => {
  const logic = [
    'validTo',
    'exceptions',
    'parameters',
    'values',
    'conditions',
    'latestEnd',
    'rules',
    'reminders',
    'targets',
    'closingDays',
  ] as const;
  return logic.flatMap((section) =>
    [...changesIn(data[section], section), ...(section === 'rules' ? inOrder(data.rules) : [])].map(
      ({ node, path, ...change }) => ({
        ...change,
        at: [section, ...path].join('.'),
        // The shape is the same; a change that makes no rulebook is refused when it is compiled.
        data: { ...data, [section]: node },
      }),
    ),
  );
};

type Placed = Change & { path: string[] };

const changesIn = (node: Node, key: string): Placed[] => {
  if (Array.isArray(node)) return inList(node, key);
  if (typeof node === 'object' && node !== null) return inTable(node);
  return scalarChanges(node, key).map((change) => ({ ...change, path: [] }));
};

const inList = (list: readonly Node[], key: string): Placed[] => {
  const within = list.flatMap((entry, index) =>
    changesIn(entry, key).map((change) => ({
      ...change,
      node: list.with(index, change.node),
      path: [nameOf(entry, index), ...change.path],
    })),
  );
  const isWords = list.length > 1 && list.every((entry) => typeof entry === 'string');
  const shorter = isWords
    ? list.map((entry, index): Placed => {
        const word = String(entry);
        return { node: list.toSpliced(index, 1), kind: kindOf(word), from: word, to: '(left out)', path: [word] };
      })
    : [];
  return [...within, ...shorter];
};

const nameOf = (entry: Node, index: number): string =>
  typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : String(index);

const inTable = (table: object): Placed[] =>
  Object.entries(table).flatMap(([key, value]): Placed[] => {
    if (SKIPPED.has(key)) return [];
    // A parameter's first day is the version's; `from` of a deadline or of a value is logic.
    if (key === 'from' && 'reference' in table) return [];
    const renamed = (operators[key] ?? []).map((other): Placed => {
      const entries = Object.entries(table).map(([name, part]) => [name === key ? other : name, part]);
      return { node: Object.fromEntries(entries), kind: 'operator', from: key, to: other, path: [] };
    });
    const negated: Placed[] =
      key === 'not' ? [{ node: value, kind: 'operator', from: 'not', to: '(left out)', path: [] }] : [];
    const without: Placed[] = OPTIONAL.has(key)
      ? [{ node: { ...table, [key]: undefined }, kind: 'part', from: key, to: '(left out)', path: [key] }]
      : [];
    const within = changesIn(value, key).map((change) => ({
      ...change,
      node: { ...table, [key]: change.node },
      path: [key, ...change.path],
    }));
    return [...renamed, ...negated, ...without, ...within];
  });

/** The steps of the plan in another order: each changes places with the one that follows it. */
const inOrder = (rules: RulebookSource['rules']): Placed[] => {
  const between = swaps(
    rules,
    ({ clauses = [] }) => clauses.some(isStep),
    ({ id }) => id,
  );
  const within = rules.flatMap((rule, index) =>
    swaps(rule.clauses ?? [], isStep, (_, nth) => String(nth)).map((change): Placed => ({
      ...change,
      node: rules.with(index, { ...rule, clauses: change.node }),
      path: [rule.id, 'clauses', ...change.path],
    })),
  );
  return [...between, ...within];
};

const isStep = ({ effect }: ClauseSource): boolean => effect === 'suggests';

const swaps = <T>(list: readonly T[], isOne: (one: T) => boolean, name: (one: T, index: number) => string) => {
  const ones = [...list.entries()].filter(([, one]) => isOne(one));
  return ones.slice(1).map(([there, second], nth) => {
    const [here, first] = ones[nth] ?? [there, second];
    const from = name(first, here);
    const to = name(second, there);
    const node = list.with(here, second).with(there, first);
    return { node, kind: 'order' as const, from: `${from} before ${to}`, to: `${to} before ${from}`, path: [from] };
  });
};

const scalarChanges = (value: Node, key: string): Change[] => {
  if (typeof value === 'boolean' && MARKS.has(key)) return [];
  if (typeof value === 'boolean') return [{ node: !value, kind: 'word', from: String(value), to: String(!value) }];
  if (typeof value === 'number' || typeof value === 'string') {
    const numbers = neighboursOf(value).map((node): Change => ({
      node,
      kind: 'number',
      from: String(value),
      to: String(node),
    }));
    return typeof value === 'string' ? [...numbers, ...unitChanges(value), ...wordChanges(value, key)] : numbers;
  }
  return [];
};

const unitChanges = (text: string): Change[] => {
  const [, n, unit = ''] = /^(\d+) (hour|day|week|month|year)s?$/.exec(text) ?? [];
  return (units[unit] ?? []).map((other) => ({
    node: `${n} ${other}s`,
    kind: 'unit',
    from: text,
    to: `${n} ${other}s`,
  }));
};

const effects: Record<string, string> = {
  forbids: 'advises',
  advises: 'permits',
  permits: 'advises',
  suggests: 'advises',
  requires: 'advises',
  approval: 'permits',
  asks: 'advises',
};

const wordChanges = (word: string, key: string): Change[] => {
  const effect = effects[word];
  if (key === 'effect') return effect === undefined ? [] : [{ node: effect, kind: 'effect', from: word, to: effect }];
  const found = vocabularies.find(([, words]) => words.includes(word));
  if (found === undefined) return [];
  const [kind, words] = found;
  const other = words[(words.indexOf(word) + 1) % words.length];
  return other === undefined ? [] : [{ node: other, kind, from: word, to: other }];
};

const kindOf = (word: string): Mutant['kind'] => vocabularies.find(([, words]) => words.includes(word))?.[0] ?? 'word';
