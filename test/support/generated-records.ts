import { join } from 'node:path';
import { createInventedCase, drawingFrom } from '../../src/demo/invented-case.ts';
import { readInvented } from '../../src/demo/read-invented.ts';
import { seeded } from '../../src/demo/seeded.ts';
import type { Case } from '../../src/contract/case.ts';
import { BENEFITS, type Benefit } from '../../src/contract/vocabulary.ts';

/** What a municipality offers: something of each kind, in every colour, and one thing without a colour. */
export const GENERATED_CATALOGUE = readInvented(join(import.meta.dirname, '../../demo')).office.catalogue;

/** The benefits as often as they occur, roughly; every one of them does. */
const COMMON_BENEFITS: readonly Benefit[] = [
  ...BENEFITS,
  ...(['kontanthjaelp', 'kontanthjaelp', 'a-dagpenge', 'a-dagpenge', 'a-dagpenge'] as const),
  ...(['sygedagpenge', 'sygedagpenge', 'sygedagpenge', 'uddannelseshjaelp', 'ressourceforloeb'] as const),
];

interface Town {
  municipality: string;
  /** The civil date around which everything happens. */
  today: string;
  count: number;
}

/** Invented cases with every benefit there is, the same ones every time. */
export function* generatedRecords({ municipality, today, count }: Town): Generator<Case> {
  const random = seeded(count);
  const { below, pick } = drawingFrom(random);
  let nth = 0;
  const invented = createInventedCase({
    municipality,
    today,
    random,
    catalogue: GENERATED_CATALOGUE,
    benefit: () => pick(COMMON_BENEFITS),
    team: () => pick(['job', 'sygedagpenge', 'unge']),
    caseworker: () => `medarbejder-${1 + below(60)}`,
    name: () => `Opdigtet Borger ${nth}`,
    ages: () => [17, 48],
    readiness: () => ['jobparat', 'aktivitetsparat'],
  });
  while (nth < count) {
    nth += 1;
    yield invented(`SAG-${String(nth).padStart(6, '0')}`);
  }
}
