import { MATTER_KINDS } from '../../../src/contract/vocabulary.ts';
import type { Matter } from '../../../src/contract/case.ts';
import { seeded } from '../../bench/random.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Matters that come in at any minute of so many days, two in three of them answered within a fortnight; the same ones every time. */
export function* anyMatters(municipality: string, from: string, days: number, count: number): Generator<Matter> {
  const random = seeded(count);
  const minute = (from: number, days: number): number => from + Math.floor(random() * days * DAY);
  for (let number = 1; number <= count; number += 1) {
    const received = minute(Date.parse(from), days);
    const answered = random() < 2 / 3 ? minute(received, 14) : undefined;
    for (const kind of MATTER_KINDS)
      yield {
        id: `M-${number}-${kind}`,
        municipality,
        team: 'nord',
        kind,
        receivedAt: new Date(received).toISOString(),
        ...(answered !== undefined && { answeredAt: new Date(answered).toISOString() }),
      };
  }
}
