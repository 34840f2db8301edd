import { beforeAll, describe, expect, test } from '@jest/globals';
import { VERBS } from '../../../src/conversation/clicks/answer-click.ts';
import { diceFrom, nastyNumberOfAPerson } from './nasty.ts';
import { attackers, type Captured } from './people.ts';
import { attackOf } from './attack.ts';
import { type Attacks, runAttacks } from './run-attacks.ts';
import { faultsOf } from './verdict.ts';
import { wireOf } from './wire.ts';

const SEED = 7;
const SOME = 200;

describe('Hostile activities', () => {
  let attacks: Attacks;
  beforeAll(async () => {
    attacks = await runAttacks(SEED, 0, SOME);
  });

  test('achieve nothing, crash nothing, and are answered with something of use', () => {
    expect(attacks.failures).toEqual([]);
    expect(attacks.strayed).toBe(0);
    expect(attacks.well).toBe(true);
  });

  test('are made of every verb there is', () => {
    expect(attacks.verbs.toSorted()).toEqual(expect.arrayContaining(VERBS.toSorted()));
  });

  test('come from nearly everybody, in nearly every way', () => {
    expect(attackers.filter(({ name }) => !attacks.counts.has(`by ${name}`))).toEqual([]);
    expect(attacks.counts.size).toBeGreaterThan(50);
  });
});

describe('What finds them out', () => {
  const { digits } = nastyNumberOfAPerson(diceFrom(() => 0.5));
  const button: Captured = {
    owner: 'bo',
    verb: 'approve',
    data: { requestId: 'rebild~REB-2023-00101~r1', revision: 1 },
  };
  const conversation = { id: 'chat-hans', conversationType: 'personal', tenantId: 'tenant-1' };
  const attacker = attackers.find(({ name }) => name === 'hans');
  if (attacker === undefined) throw new Error('Hans is not among the attackers');
  const activity = { type: 'invoke', name: 'adaptiveCard/action', conversation };
  const attack = { index: 0, attacker, what: 'approve', mutations: [], wire: wireOf(activity), digits: [digits] };
  const card = (text: string) => ({
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text }] },
  });
  const answered = {
    status: 200,
    text: JSON.stringify(card('Det kan du ikke gøre herfra')),
    calls: [],
    log: [],
    changes: [],
  };
  const row = { kind: 'case', municipality: 'rebild', id: 'REB-2023-00101' } as const;

  test('lets a refusal pass', () => {
    expect(faultsOf(attack, answered)).toEqual([]);
  });

  test.each([
    [
      'a case that has changed',
      {
        changes: [{ ...row, before: { ...row, version: 1, body: '{}' }, now: { ...row, version: 2, body: '{"x":1}' } }],
      },
    ],
    ['a name told to who may not see it', { text: JSON.stringify(card('Sagen er Mette Vinterbys')) }],
    ['the number of a person in the log', { log: [`{"msg":"${digits.slice(0, 6)}-${digits.slice(6)}"}`] }],
    ['a template that was worked out', { text: JSON.stringify(card('Summen er 40041 kroner')) }],
    ['an empty answer', { text: '{}' }],
    ['a crash', { status: 500 }],
    ['something that broke', { log: ['{"code":"turn-failed"}'] }],
  ])('finds %s', (_what, more) => {
    expect(faultsOf(attack, { ...answered, ...more })).toHaveLength(1);
  });

  test('makes the same attack again from its seed and number', () => {
    const again = () => attackOf([button], 'http://127.0.0.1:1/', SEED, 3);
    expect(again()).toEqual(again());
  });
});
