import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Shelf, createShelf } from '../../src/rulebook/shelf.ts';

/** An invented municipality: the length of internships, and the colour of guidance, yellow above a price. */
export const testbyRulebook = `
municipality: testby
name: { da: Testby Kommune, en: Testby Municipality }
validFrom: 2026-01-01
validTo: 2026-12-31
document: Opdigtet plan
exceptions: { roles: [functional-lead] }
parameters:
  priceLimit:
    - { from: 2026-01-01, value: 2000, unit: kr, reference: linje 20 }
values:
  tier:
    strictestTier:
      atLeast:
        - { tier: yellow, when: { fact: offer.pricePerWeek, above: $priceLimit } }
      unlessListed: []
tier: tier
rules:
  - id: TST-01
    statement: { da: En virksomhedspraktik varer højst 13 uger., en: An internship lasts at most 13 weeks. }
    source: { section: Praktik, line: 12 }
    questions: [start-offer]
    offers: [internship]
    clauses:
      - { effect: permits, when: true, says: { da: Praktik er muligt., en: An internship is possible. } }
  - id: TST-02
    statement: { da: En virksomhedspraktik varer mindst 2 uger., en: An internship lasts at least 2 weeks. }
    source: { section: Praktik, line: 13 }
    questions: [start-offer]
    offers: [internship]
    clauses:
      - { effect: permits, when: true, says: { da: Praktik er muligt., en: An internship is possible. } }
  - id: TST-03
    statement: { da: Gule tilbud drøftes., en: Yellow offers are discussed. }
    source: { section: Vejledning, line: 20 }
    questions: [start-offer]
    offers: [guidance]
    aboutTier: true
    clauses:
      - effect: approval
        form: discussion
        roles: [functional-lead]
        when: { value: $tier, is: yellow }
        says: { da: Tilbuddet er gult og skal drøftes., en: The offer is yellow and must be discussed. }
`;

/** A shelf with the rulebook of Testby alone; `more` goes on where its list of rules ends. */
export const testbyShelf = (more = ''): Shelf => {
  const common = join(import.meta.dirname, '../../rulebooks/common.yaml');
  return createShelf([{ path: 'testby/2026-01-01.yaml', text: `${testbyRulebook}${more}` }], {
    path: common,
    text: readFileSync(common, 'utf8'),
  });
};
