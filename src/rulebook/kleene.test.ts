import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { all, any, not, type Truth } from './kleene.ts';

const same = (truth: Truth): Truth => truth;
const and = (...truths: Truth[]): Truth => all(truths, same);
const or = (...truths: Truth[]): Truth => any(truths, same);

describe('the truth tables, with undefined for unknown', () => {
  test.each<[Truth, Truth]>([
    [true, false],
    [false, true],
    [undefined, undefined],
  ])('not %s is %s', (a, result) => {
    expect(not(a)).toBe(result);
  });

  test.each<[Truth, Truth, Truth, Truth]>([
    [true, true, true, true],
    [true, false, false, true],
    [true, undefined, undefined, true],
    [false, true, false, true],
    [false, false, false, false],
    [false, undefined, false, undefined],
    [undefined, true, undefined, true],
    [undefined, false, false, undefined],
    [undefined, undefined, undefined, undefined],
  ])('%s with %s: and gives %s, or gives %s', (a, b, conjunction, disjunction) => {
    expect(and(a, b)).toBe(conjunction);
    expect(or(a, b)).toBe(disjunction);
  });

  test('nothing asked holds; nothing offered does not', () => {
    expect(and()).toBe(true);
    expect(or()).toBe(false);
  });

  test('what follows a settled answer is not looked at', () => {
    const seen: Truth[] = [];
    const noting = (truth: Truth): Truth => {
      seen.push(truth);
      return truth;
    };
    all([false, true], noting);
    any([true, false], noting);
    expect(seen).toEqual([false, true]);
  });
});

/** A condition of facts, numbered. */
type Formula = { fact: number } | { not: Formula } | { all: Formula[] } | { any: Formula[] };

const FACTS = 4;
const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4 },
    fc.record({ fact: fc.nat(FACTS - 1) }),
    fc.record({ not: tie('formula') }),
    fc.record({ all: fc.array(tie('formula'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('formula'), { maxLength: 3 }) }),
  ),
}));
const facts = (truth: fc.Arbitrary<Truth>) => fc.array(truth, { minLength: FACTS, maxLength: FACTS });

const valueOf = (node: Formula, known: readonly Truth[]): Truth => {
  if ('fact' in node) return known[node.fact];
  if ('not' in node) return not(valueOf(node.not, known));
  return 'all' in node ? all(node.all, (part) => valueOf(part, known)) : any(node.any, (part) => valueOf(part, known));
};

describe('any condition', () => {
  test('a known result never flips when an unknown fact becomes known', () => {
    fc.assert(
      fc.property(
        formula,
        facts(fc.constantFrom<Truth>(true, false, undefined)),
        facts(fc.boolean()),
        (node, known, filling) => {
          const before = valueOf(node, known);
          const refined = known.map((truth, index) => truth ?? filling[index]);
          expect(before === undefined || before === valueOf(node, refined)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('with every fact known the result is known, and what two-valued logic says', () => {
    const twoValued = (node: Formula, known: readonly boolean[]): boolean => {
      if ('fact' in node) return known[node.fact] === true;
      if ('not' in node) return !twoValued(node.not, known);
      return 'all' in node
        ? node.all.every((part) => twoValued(part, known))
        : node.any.some((part) => twoValued(part, known));
    };
    fc.assert(
      fc.property(formula, fc.array(fc.boolean(), { minLength: FACTS, maxLength: FACTS }), (node, known) => {
        expect(valueOf(node, known)).toBe(twoValued(node, known));
      }),
      { numRuns: 1000 },
    );
  });

  test('not, all and any are each other’s mirror (De Morgan)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Truth>(true, false, undefined), { maxLength: 5 }), (truths) => {
        expect(not(all(truths, same))).toBe(any(truths, not));
        expect(not(any(truths, same))).toBe(all(truths, not));
      }),
    );
  });
});
