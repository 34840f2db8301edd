import { readFileSync } from 'node:fs';
import type { Case, CatalogueItem } from '../../src/contract/case.ts';
import type { Question } from '../../src/contract/question.ts';
import { archiveRulebooks } from '../../src/receipts/archive-rulebooks.ts';
import { createReplay } from '../../src/receipts/create-replay.ts';
import type { Receipt } from '../../src/receipts/receipt.ts';
import { createReceipts } from '../../src/receipts/receipts.ts';
import type { Replay } from '../../src/receipts/replay.ts';
import { decide } from '../../src/rulebook/decide.ts';
import { createShelf, type Shelf } from '../../src/rulebook/shelf.ts';
import type { Store } from '../../src/store/port.ts';

export const TOWN = 'testby';
export const KEY = 'an invented key of more than thirty-two letters';

/** An invented plan: the longest internship, a price limit read through a named value, a talk every few weeks. */
export const plan = `municipality: testby
name: { da: Testby Kommune, en: Testby Municipality }
validFrom: 2026-01-01
validTo: 2026-12-31
document: Opdigtet plan
exceptions: { roles: [functional-lead] }
parameters:
  longest:
    - { from: 2026-01-01, value: 8 weeks, reference: linje 10 }
  priceLimit:
    - { from: 2026-01-01, value: 2000, unit: kr, reference: linje 20 }
  talkEvery:
    - { from: 2026-01-01, value: 6 weeks, reference: linje 30 }
values:
  lastDay: { lastDayOf: $longest, from: $offer.starts }
  talkDue: { date: $benefit.since, plus: $talkEvery }
conditions:
  isDear: { fact: offer.pricePerWeek, above: $priceLimit }
latestEnd:
  - { questions: [start-offer], offers: [internship], is: $lastDay }
rules:
  - id: TST-01
    statement: { da: Højst otte uger., en: Eight weeks at most. }
    source: { section: Praktik, line: 10 }
    questions: [start-offer]
    offers: [internship]
    clauses:
      - effect: forbids
        when: { fact: offer.ends, after: $lastDay }
        says: { da: 'Senest {lastDay}.', en: 'Not after {lastDay}.' }
  - id: TST-02
    statement: { da: Dyre tilbud drøftes., en: Dear offers are discussed. }
    source: { section: Pris, line: 20 }
    questions: [start-offer]
    offers: [internship]
    clauses:
      - effect: approval
        form: discussion
        roles: [functional-lead]
        when: isDear
        says: { da: Det er dyrt., en: It is dear. }
  - id: TST-03
    statement: { da: Samtale hver sjette uge., en: A talk every six weeks. }
    source: { section: Samtaler, line: 30 }
    deadline:
      name: { da: Næste samtale, en: Next talk }
      when: true
      due: $talkDue
`;

export const commonText = readFileSync(new URL('../../rulebooks/common.yaml', import.meta.url), 'utf8');

/** A shelf with these versions of the invented plan. */
export const shelfWith = (...texts: string[]): Shelf =>
  createShelf(
    texts.map((text, nth) => ({ path: `testby/${nth}.yaml`, text })),
    { path: 'common.yaml', text: commonText },
  );

export const traineeship = {
  kind: 'start-offer',
  offer: { id: 'ny', kind: 'internship', starts: '2026-04-06', ends: '2026-05-31', pricePerWeek: 1500 },
} satisfies Question;

export const citizenCase: Case = {
  id: 'C-1',
  municipality: TOWN,
  team: 'nord',
  caseworker: 'kirsten',
  citizen: { name: 'Mette Opdigtet' },
  benefit: { type: 'kontanthjaelp', since: '2026-03-02' },
};

let ids = 0;
const clock = { now: () => Date.parse('2026-04-01T10:00:00Z') };

/** Answers as Makker does: the shelf's rulebooks are archived first, then there is a receipt. */
export const answeredBy = async (
  shelf: Shelf,
  store: Store,
  question: Question = traineeship,
  record: Case = citizenCase,
  today = '2026-04-01',
  catalogue: CatalogueItem[] = [],
): Promise<Receipt> => {
  await archiveRulebooks(store, shelf.texts());
  const found = shelf.on(record.municipality, today);
  if (!('rulebook' in found)) throw new Error('there is a rulebook on that day');
  const judgement = decide(found.rulebook, { today, question, case: record, catalogue });
  const receipts = createReceipts({ store, key: KEY, clock, ids: () => `u${(ids += 1)}` });
  return receipts.record(judgement, { id: 'kirsten' });
};

/** Replays a receipt with what lies on the shelf now. */
export const replayed = async (
  shelf: Shelf,
  store: Store,
  { id, municipality }: Receipt,
  key = KEY,
): Promise<Replay> => {
  const receipts = createReceipts({ store, key, clock, ids: () => 'unused' });
  const replay = await createReplay({ store, receipts, shelf, key })(municipality, id);
  if (replay === undefined) throw new Error(`there is no receipt ${id}`);
  return replay;
};
