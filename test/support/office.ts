import { type Cases, createCases } from '../../src/cases/case-store.ts';
import type { CaseItem } from '../../src/cases/case-item.ts';
import type { Judge } from '../../src/cases/judge.ts';
import { civilDateAt } from '../../src/clock.ts';
import type { Case, Offer } from '../../src/contract/case.ts';
import type { Question } from '../../src/contract/question.ts';
import { createDirectory } from '../../src/people/directory.ts';
import { type Receipts, createReceipts } from '../../src/receipts/receipts.ts';
import type { ApprovalRequest } from '../../src/requests/request.ts';
import { type Asked, type Requests, createRequests } from '../../src/requests/requests.ts';
import type { Click } from '../../src/requests/weigh.ts';
import type { PersonItem } from '../../src/store/items.ts';
import type { Store } from '../../src/store/port.ts';
import { fakeJudge } from './fake-judge.ts';

const addressOf = (id: string) => ({
  conversationId: `chat-${id}`,
  serviceUrl: 'https://teams.example/',
  tenantId: 'tenant-1',
  botId: 'bot-1',
  userId: `29:${id}`,
});

/** The staff of an invented municipality: Kirsten asks, Lone and Lars lead, Jens is the job consultant of her team. */
export const staffOf = (municipality: string): PersonItem[] => {
  const person = (id: string, roles: PersonItem['roles'], more: Partial<PersonItem> = {}): PersonItem => ({
    id,
    name: `${id} Opdigtet`,
    municipality,
    tenantId: 'tenant-1',
    aadObjectId: `aad-${municipality}-${id}`,
    roles,
    address: addressOf(id),
    ...more,
  });
  return [
    person('anders', [{ role: 'caseworker', team: 'syd' }]),
    person('jens', [{ role: 'job-consultant', team: 'nord' }]),
    person('kirsten', [{ role: 'caseworker', team: 'nord' }]),
    person('lars', [{ role: 'functional-lead' }]),
    person('lone', [{ role: 'functional-lead' }]),
    person('mona', [{ role: 'caseworker', team: 'nord' }]),
  ];
};

export const runningOffer: Offer = {
  id: 'o1',
  kind: 'guidance',
  status: 'running',
  starts: '2026-02-02',
  ends: '2026-04-30',
  pricePerWeek: 2000,
};

export const caseRecord = (municipality: string, id: string, overrides: Partial<Case> = {}): Case => ({
  id,
  municipality,
  team: 'nord',
  caseworker: 'kirsten',
  citizen: { name: 'Mette Opdigtet' },
  benefit: { type: 'kontanthjaelp', since: '2025-06-01' },
  offers: [runningOffer],
  ...overrides,
});

export const extendOffer = { kind: 'extend-offer', offerId: 'o1', until: '2026-05-31' } as const satisfies Question;

type Answering = ReturnType<Requests['answer']>;

/** A municipality at work on a store, with a clock that stands still until it is set. */
export interface Office {
  municipality: string;
  store: Store;
  cases: Cases;
  receipts: Receipts;
  requests: Requests;
  judge: Judge;
  person(id: string): PersonItem;
  setDay(today: string): void;
  setTime(at: string): void;
  today(): string;
  /** Adds a case of this number and lets Makker answer the question: the decision id. */
  decided(caseId: string, question?: Question, record?: Partial<Case>): Promise<string>;
  /** Asks for approval in a new case, as Kirsten. */
  asked(caseId: string, question?: Question, record?: Partial<Case>): Promise<Asked>;
  approve(who: string, request: ApprovalRequest, more?: Partial<Click>): Answering;
  decline(who: string, request: ApprovalRequest, reason?: string): Answering;
  item(caseId: string): Promise<CaseItem>;
  request(caseId: string): Promise<ApprovalRequest>;
  /** Changes the price of the running offer, as a fact filled in on a card would. */
  setPrice(caseId: string, pricePerWeek: number): Promise<void>;
}

/** The key of its receipts and seals. */
export const KEY = 'invented key';

export const openOffice = async (
  store: Store,
  municipality = 'testby',
  judge: Judge = fakeJudge(),
  key = KEY,
): Promise<Office> => {
  let now = Date.parse('2026-04-01T10:00:00Z');
  const clock = { now: () => now };
  let counted = 0;
  const ids = () => `u${(counted += 1)}`;
  const directory = createDirectory({ store });
  const cases = createCases({ store, judge, clock, key });
  const receipts = createReceipts({ store, key, clock, ids });
  const requests = createRequests({ cases, directory, receipts, judge, store, key, clock, poke: () => {} });
  const staff = staffOf(municipality);
  for (const one of staff) await store.create('person', one);

  const person = (id: string): PersonItem => {
    const found = staff.find((one) => one.id === id);
    if (found === undefined) throw new Error(`nobody here is called ${id}`);
    return found;
  };
  const item = async (caseId: string): Promise<CaseItem> => {
    const stored = await cases.read(municipality, caseId);
    if (stored === undefined) throw new Error(`there is no case ${caseId}`);
    return stored.item;
  };
  const today = () => civilDateAt(now);
  const decided: Office['decided'] = async (caseId, question = extendOffer, record = {}) => {
    await cases.add(caseRecord(municipality, caseId, record));
    const judgement = judge((await item(caseId)).record, question, [], today());
    if ('notBefore' in judgement) throw new Error('no rulebook is in force');
    return (await receipts.record(judgement, person('kirsten'))).id;
  };
  const click = (who: string, { id, revision }: ApprovalRequest, said: Omit<Click, 'revision'> & Partial<Click>) =>
    requests.answer(person(who), { municipality, requestId: id, revision, ...said });
  return {
    municipality,
    approve: (who, request, more = {}) => click(who, request, { answer: 'approved', ...more }),
    decline: (who, request, reason) =>
      click(who, request, { answer: 'declined', ...(reason !== undefined && { reason }) }),
    store,
    cases,
    receipts,
    requests,
    judge,
    person,
    item,
    today,
    decided,
    setTime: (at) => {
      now = Date.parse(at);
    },
    setDay: (day) => {
      now = Date.parse(`${day}T10:00:00Z`);
    },
    asked: async (caseId, question, record) => {
      const asked = await requests.ask(person('kirsten'), await decided(caseId, question, record));
      if (asked.outcome === 'refused') throw new Error(`asking was refused: ${asked.why}`);
      return asked;
    },
    request: async (caseId) => {
      const request = (await item(caseId)).requests.at(-1);
      if (request === undefined) throw new Error(`case ${caseId} has no request`);
      return request;
    },
    setPrice: async (caseId, pricePerWeek) => {
      await cases.change(municipality, caseId, (found) => {
        const offers = (found.record.offers ?? []).map((offer) => ({ ...offer, pricePerWeek }));
        return { item: { ...found, record: { ...found.record, offers } }, result: undefined };
      });
    },
  };
};
