import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  answeredBy,
  citizenCase,
  KEY,
  plan,
  replayed,
  shelfWith,
  TOWN,
  traineeship,
} from '../../test/support/replay-town.ts';
import type { ReceiptFacts } from './receipt.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { ItemKind } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { cameOutAgain, type Replay } from './replay.ts';

let store: Store;
beforeEach(() => {
  store = createSqliteStore(':memory:');
});
afterEach(() => store.close());

const now = shelfWith(plan);
/** The plan with one place of it written otherwise. */
const planWith = (there: string, instead: string): string => {
  expect(plan.split(there)).toHaveLength(2);
  return plan.replace(there, () => instead);
};
const byAnother = ({ now: found }: Replay) => {
  if (found.rulebook !== 'another' || found.answer === undefined) throw new Error('another rulebook answers');
  return found.answer;
};
/** Changes what is kept beside a receipt behind Makker's back. */
const tamper = async (id: string, change: (facts: ReceiptFacts) => ReceiptFacts): Promise<void> => {
  const kept = await store.read('receipt-facts', TOWN, id);
  if (kept === undefined) throw new Error('the facts are kept');
  await store.replace('receipt-facts', change(kept.item), kept.etag);
};
/** The store without a kind of item: after a purge, or before there was an archive. */
const without = (missing: ItemKind): Store => ({
  ...store,
  read: async (kind, municipality, id) => (kind === missing ? undefined : store.read(kind, municipality, id)),
});

describe('A recorded answer, computed again', () => {
  test('is the same by the rulebook it rests on, and says that this one is still in force', async () => {
    const replay = await replayed(now, store, await answeredBy(now, store));
    expect(cameOutAgain(replay)).toBe(true);
    expect(replay).toMatchObject({
      question: 'start-offer',
      facts: 'as-recorded',
      again: { decision: { outcome: 'allowed', latestEnd: '2026-05-31' }, differences: [], sameFacts: true },
      now: { rulebook: 'the-same' },
    });
  });

  test('is the same years later, when its file has gone and other versions stand there', async () => {
    const receipt = await answeredBy(now, store);
    const later = shelfWith(plan.replaceAll('2026-', '2031-'));
    const replay = await replayed(later, store, receipt);
    expect(cameOutAgain(replay)).toBe(true);
    expect(replay.now).toEqual({ rulebook: 'none', notBefore: '2031-01-01' });
  });

  test('rests on the parameters of its own day, also where one changed later inside the version', async () => {
    const shelf = shelfWith(
      planWith(
        'value: 8 weeks, reference: linje 10 }',
        'value: 8 weeks, reference: linje 10 }\n    - { from: 2026-07-01, value: 2 weeks, reference: mødet i juni }',
      ),
    );
    const early = await answeredBy(shelf, store);
    expect(early.outcome).toBe('allowed');
    expect(cameOutAgain(await replayed(shelf, store, early))).toBe(true);
    const late = await answeredBy(shelf, store, traineeship, citizenCase, '2026-07-01');
    expect(late.outcome).toBe('denied');
    expect(cameOutAgain(await replayed(shelf, store, late))).toBe(true);
  });

  test('that differs says which outcome and which findings', async () => {
    const receipt = await answeredBy(now, store);
    const kept = await store.read('receipt', TOWN, receipt.id);
    const findings = [{ rule: 'TST-01', effect: 'forbids' }];
    await store.replace('receipt', { ...receipt, outcome: 'denied', findings }, kept?.etag ?? '');
    const replay = await replayed(now, store, receipt);
    expect(cameOutAgain(replay)).toBe(false);
    expect(replay.again).toMatchObject({
      differences: [
        { about: 'outcome', from: 'denied', to: 'allowed' },
        { about: 'findings', rule: 'TST-01', from: 'forbids' },
        { about: 'findings', rule: 'plan', to: 'advises' },
        { about: 'findings', rule: 'plan', to: 'advises' },
      ],
      sameFacts: true,
    });
  });

  test('that has another date, approval or step than the recorded one is not the same either', async () => {
    const receipt = await answeredBy(now, store);
    const kept = await store.read('receipt', TOWN, receipt.id);
    await store.replace('receipt', { ...receipt, answerHash: 'of another answer' }, kept?.etag ?? '');
    const replay = await replayed(now, store, receipt);
    expect(cameOutAgain(replay)).toBe(false);
    expect(replay.again).toMatchObject({ differences: [], sameFacts: true, sameRest: false });
  });
});

describe('What was kept beside a receipt and changed since', () => {
  test('is told when it is the facts that were read: they have another hash', async () => {
    const receipt = await answeredBy(now, store);
    await tamper(receipt.id, (facts) => ({ ...facts, reads: { ...facts.reads, 'offer.pricePerWeek': 1 } }));
    const replay = await replayed(now, store, receipt);
    expect(cameOutAgain(replay)).toBe(false);
    expect(replay.facts).toBe('altered');
    expect(replay.again).toMatchObject({ sameFacts: true, otherFacts: ['offer.pricePerWeek'] });
  });

  test('is told when it is the record or the question: what is read has another hash, and the fact is named', async () => {
    const receipt = await answeredBy(now, store);
    const question = { ...traineeship, offer: { ...traineeship.offer, pricePerWeek: 1600 } };
    await tamper(receipt.id, (facts) => ({ ...facts, question }));
    const replay = await replayed(now, store, receipt);
    expect(cameOutAgain(replay)).toBe(false);
    expect(replay).toMatchObject({
      facts: 'as-recorded',
      again: { differences: [], sameFacts: false, otherFacts: ['offer.pricePerWeek'] },
    });
  });

  test('is told when nobody could have asked like that', async () => {
    const receipt = await answeredBy(now, store);
    const question = { kind: 'continue-offer' as const, offerId: 'gone' };
    await tamper(receipt.id, (facts) => ({ ...facts, question }));
    const replay = await replayed(now, store, receipt);
    expect(replay.again).toEqual({
      hindrance: {
        why: 'facts-unreadable',
        detail: 'question.offerId: the case has no offer gone; its offers: none',
      },
    });
    expect(cameOutAgain(replay)).toBe(false);
  });

  test('is told when the hash was made with another key', async () => {
    const replay = await replayed(now, store, await answeredBy(now, store), `${KEY}, another one`);
    expect(replay).toMatchObject({ facts: 'altered', again: { sameFacts: false, otherFacts: [], differences: [] } });
  });

  test('is told when it is the text of the rulebook', async () => {
    const receipt = await answeredBy(now, store);
    const kept = await store.read('rulebook', TOWN, receipt.rulebook.hash);
    if (kept === undefined) throw new Error('the rulebook is archived');
    await store.replace('rulebook', { ...kept.item, text: kept.item.text.replace('8 weeks', '9 weeks') }, kept.etag);
    expect((await replayed(now, store, receipt)).again).toEqual({
      hindrance: { why: 'rulebook-altered', detail: expect.stringMatching(/^its texts have the hash [0-9a-f]{64}$/) },
    });
  });
});

describe('After the personal facts were purged', () => {
  test('the receipt stands alone: outcome, findings and hash, and no answer is computed', async () => {
    const receipt = await answeredBy(now, store);
    const replay = await replayed(shelfWith(planWith('8 weeks', '4 weeks')), without('receipt-facts'), receipt);
    expect(replay).toEqual({
      receipt,
      facts: 'purged',
      again: { hindrance: { why: 'facts-purged' } },
      now: { rulebook: 'another', version: '2026-01-01', hash: expect.any(String) },
    });
    expect(cameOutAgain(replay)).toBe(false);
  });
});

describe('After the rulebook was changed', () => {
  test('a new number is named with its old and new value, their references and the rule that read it', async () => {
    const receipt = await answeredBy(now, store);
    const changed = planWith('value: 8 weeks, reference: linje 10', 'value: 4 weeks, reference: mødet i maj');
    const replay = await replayed(shelfWith(changed), store, receipt);
    expect(cameOutAgain(replay)).toBe(true);
    const { differences, causes } = byAnother(replay);
    expect(differences).toEqual(
      expect.arrayContaining([
        { about: 'outcome', from: 'allowed', to: 'denied' },
        { about: 'findings', rule: 'TST-01', to: 'forbids: Not after 3 May 2026.' },
        { about: 'latestEnd', from: '2026-05-31', to: '2026-05-03' },
        { about: 'individualAssessment', to: 'functional-lead' },
      ]),
    );
    expect(causes).toEqual({
      entries: [],
      parameters: [
        {
          name: 'longest',
          from: { value: { da: '8 uger', en: '8 weeks' }, reference: 'linje 10' },
          to: { value: { da: '4 uger', en: '4 weeks' }, reference: 'mødet i maj' },
          readBy: ['TST-01', 'latestEnd'],
        },
      ],
      named: [],
      others: [],
    });
  });

  test('a number is found through a named condition', async () => {
    const changed = shelfWith(
      planWith('value: 2000, unit: kr, reference: linje 20', 'value: 1000, unit: kr, reference: budget'),
    );
    const { differences, causes } = byAnother(await replayed(changed, store, await answeredBy(now, store)));
    expect(differences).toContainEqual({
      about: 'approvals',
      rule: 'TST-02',
      to: 'discussion with functional-lead, open',
    });
    expect(causes?.parameters).toMatchObject([
      { name: 'priceLimit', from: { reference: 'linje 20' }, to: { reference: 'budget' }, readBy: ['TST-02'] },
    ]);
  });

  test('only what the moved findings read is named, not every change of the file', async () => {
    const changed = planWith('value: 8 weeks, reference: linje 10', 'value: 4 weeks, reference: mødet i maj').replace(
      'value: 6 weeks',
      'value: 9 weeks',
    );
    const { causes } = byAnother(await replayed(shelfWith(changed), store, await answeredBy(now, store)));
    expect(causes?.parameters.map(({ name }) => name)).toEqual(['longest']);
  });

  test.each([
    [
      'a new condition of a rule',
      'when: isDear',
      'when: true',
      { id: 'TST-02', change: 'changed', parts: ['clauses'] },
    ],
    ['a rule under another id', 'id: TST-02', 'id: TST-09', { id: 'TST-09', change: 'new', parts: [] }],
  ])('%s is named', async (_what, there, instead, entry) => {
    const dear = {
      ...traineeship,
      offer: { ...traineeship.offer, pricePerWeek: there === 'id: TST-02' ? 3000 : 1500 },
    };
    const receipt = await answeredBy(now, store, dear);
    const { causes } = byAnother(await replayed(shelfWith(planWith(there, instead)), store, receipt));
    expect(causes?.entries).toContainEqual(entry);
  });

  test('a named value that is computed otherwise is named with the rules that read it', async () => {
    const changed = planWith('lastDayOf: $longest, from: $offer.starts', 'date: $offer.starts, plus: $longest');
    const { differences, causes } = byAnother(await replayed(shelfWith(changed), store, await answeredBy(now, store)));
    expect(differences).toEqual([{ about: 'latestEnd', from: '2026-05-31', to: '2026-06-01' }]);
    expect(causes).toMatchObject({ named: [{ name: 'values.lastDay', readBy: ['latestEnd'] }] });
  });

  test('a deadline that moved is told with its old and new day', async () => {
    const receipt = await answeredBy(now, store, { kind: 'deadlines' });
    const changed = shelfWith(planWith('value: 6 weeks, reference: linje 30', 'value: 4 weeks, reference: ny aftale'));
    const { differences, causes } = byAnother(await replayed(changed, store, receipt));
    expect(differences).toEqual([
      {
        about: 'deadlines',
        rule: 'TST-03',
        from: 'Next talk: due 2026-04-13, due-soon',
        to: 'Next talk: due 2026-03-30, overdue',
      },
    ]);
    expect(causes?.parameters).toMatchObject([{ name: 'talkEvery', readBy: ['TST-03'] }]);
  });

  test('a change that nothing in the answer reads changes nothing, and it is said so', async () => {
    const changed = shelfWith(planWith('value: 6 weeks', 'value: 9 weeks'));
    const { differences } = byAnother(await replayed(changed, store, await answeredBy(now, store)));
    expect(differences).toEqual([]);
  });

  test('an extended plan no longer says that its period has ended, and the part of the file is named', async () => {
    const receipt = await answeredBy(now, store, traineeship, citizenCase, '2027-02-01');
    const changed = planWith('validTo: 2026-12-31', 'validTo: 2026-12-31\nextendedUntil: 2027-12-31');
    const { differences, causes } = byAnother(await replayed(shelfWith(changed), store, receipt));
    expect(differences).toEqual([{ about: 'planPeriodEnded', from: '2026-12-31' }]);
    expect(causes?.others).toEqual(['extendedUntil']);
  });

  test('needs no archive while its rulebook still stands on the shelf', async () => {
    const receipt = await answeredBy(now, store);
    expect(cameOutAgain(await replayed(now, without('rulebook'), receipt))).toBe(true);
  });

  test('of a rulebook that was never archived only what the receipt tells is compared, and no cause is named', async () => {
    const receipt = await answeredBy(now, store);
    const changed = shelfWith(planWith('8 weeks', '4 weeks'));
    const replay = await replayed(changed, without('rulebook'), receipt);
    expect(replay.again).toEqual({ hindrance: { why: 'rulebook-absent' } });
    expect(byAnother(replay).differences).toEqual(
      expect.arrayContaining([
        { about: 'outcome', from: 'allowed', to: 'denied' },
        { about: 'findings', rule: 'TST-01', to: 'forbids' },
      ]),
    );
    expect(byAnother(replay).causes).toBeUndefined();
  });
});
