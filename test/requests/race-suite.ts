import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditIntact } from '../../src/cases/audit.ts';
import type { CaseItem } from '../../src/cases/case-item.ts';
import type { SignOff } from '../../src/contract/case.ts';
import type { StoreUnderTest } from '../store/suite/bench.ts';
import { type Office, extendOffer, openOffice, runningOffer } from '../support/office.ts';
import type { Store } from '../../src/store/port.ts';

type Result = Awaited<ReturnType<Office['requests']['answer']>>;

const outcomes = (results: Result[]): string[] =>
  results.map((result) => (result.outcome === 'refused' ? result.why : result.outcome)).toSorted();

/** What must hold however a race ends: an intact history with one ending, and a record that agrees with the request. */
const expectConsistent = (item: CaseItem): void => {
  expect(auditIntact(item.audit)).toBe(true);
  const [request] = item.requests;
  const endings = item.audit.filter(({ what }) =>
    /^request-(approved|rejected|withdrawn|expired|overtaken)$/.test(what),
  );
  expect(endings.map(({ what }) => what)).toEqual(request?.state === 'open' ? [] : [`request-${request?.state}`]);
  const [offer] = item.record.offers ?? [];
  expect(offer?.ends).toBe(request?.state === 'approved' ? '2026-05-31' : '2026-04-30');
  const given = request?.needs.flatMap((need) => need.given ?? []) ?? [];
  const counts = ({ answer }: SignOff) =>
    request?.state === 'approved' || (request?.state === 'rejected' && answer === 'declined');
  expect(offer?.signOffs ?? []).toEqual(given.filter(counts));
  expect(new Set(item.outbox.map(({ id }) => id)).size).toBe(item.outbox.length);
};

/** Races on one request, on any store. Two offices stand for two processes: each has a store of its own on the same data. */
export const raceSuite = (name: string, begin: () => Promise<StoreUnderTest>): void => {
  describe(`${name}: people who act at the same moment`, () => {
    let under: StoreUnderTest;
    let stores: Store[];
    let here: Office;
    let there: Office;
    let cases = 0;
    beforeAll(async () => {
      under = await begin();
      stores = [await under.open(), await under.open()];
      const [a, b] = stores;
      if (a === undefined || b === undefined) throw new Error('two stores were opened');
      here = await openOffice(a);
      there = await openOffice(b);
    });
    afterAll(async () => {
      for (const store of stores) await store.close();
      await under.remove();
    });

    /** A request in a case of its own, with the ways to act on it. */
    const stage = async (pricePerWeek = 2000) => {
      const caseId = `R-${(cases += 1)}`;
      const { request } = await here.asked(caseId, extendOffer, { offers: [{ ...runningOffer, pricePerWeek }] });
      const click = { municipality: 'testby', requestId: request.id, revision: 1 };
      return {
        caseId,
        approve: (office: Office, who: string) =>
          office.requests.answer(office.person(who), { ...click, answer: 'approved' }),
        decline: (office: Office, who: string) =>
          office.requests.answer(office.person(who), { ...click, answer: 'declined', reason: 'Nej' }),
        withdraw: () => here.requests.withdraw(here.person('kirsten'), click),
      };
    };

    test('of two leads who approve, one has decided and the other is told', async () => {
      const { caseId, approve } = await stage();
      expect(outcomes(await Promise.all([approve(here, 'lone'), approve(there, 'lars')]))).toEqual([
        'ended',
        'recorded',
      ]);
      expectConsistent(await here.item(caseId));
    });

    test('a click delivered three times, by either process, is carried out once', async () => {
      const { caseId, approve } = await stage();
      const clicks = [approve(here, 'lone'), approve(there, 'lone'), approve(here, 'lone')];
      expect(outcomes(await Promise.all(clicks))).toEqual(['already', 'already', 'recorded']);
      expectConsistent(await here.item(caseId));
    });

    test('of an approval and a refusal one stands', async () => {
      const { caseId, approve, decline } = await stage();
      expect(outcomes(await Promise.all([approve(here, 'lone'), decline(there, 'lars')]))).toEqual([
        'ended',
        'recorded',
      ]);
      expectConsistent(await here.item(caseId));
    });

    test('two sign-offs of different roles both count', async () => {
      const { caseId, approve } = await stage(4000);
      const results = await Promise.all([approve(here, 'lone'), approve(there, 'jens')]);
      expect(outcomes(results)).toEqual(['recorded', 'recorded']);
      expect((await here.request(caseId)).state).toBe('approved');
      expectConsistent(await here.item(caseId));
    });

    test('an approval and a changed fact: it was decided before the change, or not at all', async () => {
      const { caseId, approve } = await stage();
      const [approval] = await Promise.all([approve(here, 'lone'), there.setPrice(caseId, 2500)]);
      const item = await here.item(caseId);
      const [request] = item.requests;
      if (approval.outcome === 'refused') {
        expect(approval.why).toBe('stale');
        expect(request).toMatchObject({ state: 'open', revision: 2, changed: ['offer.pricePerWeek'] });
      } else expect(request).toMatchObject({ state: 'approved', revision: 1 });
      expect(item.record.offers?.[0]?.pricePerWeek).toBe(2500);
      expectConsistent(item);
    });

    test('everybody at once leaves one ending and a consistent case, every time', async () => {
      for (let round = 0; round < 10; round++) {
        const { caseId, approve, decline, withdraw } = await stage(round % 2 === 0 ? 2000 : 4000);
        const acts = [
          () => approve(here, 'lone'),
          () => decline(there, 'lars'),
          () => approve(there, 'jens'),
          withdraw,
          () => approve(there, 'lone'),
          () => decline(here, 'lone'),
        ];
        // Another one first each round, so that not always the same one wins.
        const results = await Promise.all(
          [...acts.slice(round % acts.length), ...acts.slice(0, round % acts.length)].map((act) => act()),
        );
        expect(outcomes(results)).not.toContain('busy');
        expectConsistent(await here.item(caseId));
      }
    });

    test('asking twice at once makes one request', async () => {
      const caseId = `R-${(cases += 1)}`;
      const decision = await here.decided(caseId);
      const ask = (office: Office) => office.requests.ask(office.person('kirsten'), decision);
      const asked = await Promise.all([ask(here), ask(there), ask(here)]);
      expect(asked.map(({ outcome }) => outcome).toSorted()).toEqual(['already-open', 'already-open', 'created']);
      expect((await here.item(caseId)).requests).toHaveLength(1);
    });
  });
};
