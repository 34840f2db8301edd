import { expect, test } from '@jest/globals';
import { readShelf } from '../rulebook-files.ts';
import { decide } from './decide.ts';

test('an offer that the case does not have is refused, never answered with a yes', () => {
  const shelf = readShelf('rulebooks');
  const [municipality = ''] = shelf.municipalities();
  const found = shelf.on(municipality, '2026-01-01');
  if (!('rulebook' in found)) throw new Error('there is a rulebook');
  const inquiry = {
    today: '2026-01-01',
    question: { kind: 'extend-offer' as const, offerId: 'o-9' },
    case: {
      id: 'S-1',
      municipality,
      team: 'unge',
      caseworker: 'kirsten',
      citizen: { name: 'Opdigtet Borger' },
      benefit: { type: 'kontanthjaelp' as const, since: '2025-01-01' },
    },
    catalogue: [],
  };
  expect(() => decide(found.rulebook, inquiry)).toThrow('the case has no offer o-9');
});
