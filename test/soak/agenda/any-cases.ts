import fc from 'fast-check';
import { type Case, caseSchema, type CatalogueItem } from '../../../src/contract/case.ts';
import { dayOf, isoOf } from '../../../src/rulebook/calendar.ts';
import { seeded } from '../../bench/random.ts';
import { anyInquiry } from '../../support/any-inquiry.ts';
import { GENERATED_CATALOGUE, generatedRecords } from '../../support/generated-records.ts';

/** A case, and what its municipality offers. */
export interface Told {
  record: Case;
  catalogue: CatalogueItem[];
}

/** The day around which everything in the cases of `anyInquiry` happens. */
const THEIR_DAY = dayOf('2023-05-01');
const STATUSES = ['planned', 'running', 'ended', 'stopped', undefined] as const;

/** The same case so many days later. */
const moved = (record: Case, days: number): unknown =>
  JSON.parse(JSON.stringify(record).replace(/\d{4}-\d{2}-\d{2}(?=")/g, (iso) => isoOf(dayOf(iso) + days)));

/** Cases as a municipality has them around a day: one in ten is closed, much is not recorded. */
export function* usualCases(municipality: string, around: string, count: number): Generator<Told> {
  for (const record of generatedRecords({ municipality, today: around, count }))
    yield { record, catalogue: GENERATED_CATALOGUE };
}

/** Cases in which everything that can be recorded is now one thing and now another, the same ones every time. */
export function* oddCases(municipality: string, around: string, count: number): Generator<Told> {
  const random = seeded(count);
  for (const { case: subject, catalogue } of fc.sample(anyInquiry, { numRuns: count, seed: count })) {
    if (subject === undefined) continue;
    const status = () => STATUSES[Math.floor(random() * STATUSES.length)];
    // Only an offer with an end can be over.
    const offers = subject.offers?.map((offer) => (offer.ends === undefined ? offer : { ...offer, status: status() }));
    const record = caseSchema.parse(
      moved({ ...subject, municipality, ...(offers && { offers }) }, dayOf(around) - THEIR_DAY),
    );
    yield { record, catalogue };
  }
}
