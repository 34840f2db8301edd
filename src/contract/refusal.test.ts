import { describe, expect, test } from '@jest/globals';
import { decideInputSchema } from './question.ts';
import { checked } from './refusal.ts';

const record = {
  id: 'C-1',
  municipality: 'testby',
  team: 'a',
  caseworker: 'ida',
  citizen: { name: 'Opdigtet Borger' },
  benefit: { type: 'kontanthjaelp', since: '2023-01-01' },
};
const offer = { id: 'o1', kind: 'guidance', starts: '2023-03-01', ends: '2023-05-31' };
const start = (changes: object) => ({
  case: record,
  question: { kind: 'start-offer', offer: { ...offer, ...changes } },
});
const about = (question: object, offers: object[] = [offer]) => ({ case: { ...record, offers }, question });
const deadlines = { kind: 'deadlines' };

const refusalOf = (data: unknown) => {
  const result = checked(decideInputSchema, data);
  return 'refusal' in result ? result.refusal : undefined;
};

test('what the contract allows is taken as it came', () => {
  expect(checked(decideInputSchema, start({}))).toEqual({ data: start({}) });
});

describe('what it does not allow is refused with the path and what is allowed there', () => {
  test.each<[string, unknown, { path: string; message: unknown }]>([
    [
      'an unknown field of a case',
      { case: { ...record, age: 3 }, question: deadlines },
      { path: 'case.age', message: expect.stringMatching(/^there is no such field; allowed: id, municipality, team,/) },
    ],
    [
      'an unknown field of a citizen',
      { case: { ...record, citizen: { name: 'X', shoeSize: 44 } }, question: deadlines },
      { path: 'case.citizen.shoeSize', message: expect.stringMatching(/allowed: name, cpr, birthDate,/) },
    ],
    [
      'an unknown field deep in the offer of a question',
      start({ assessment: { needed: true } }),
      { path: 'question.offer.assessment.needed', message: expect.stringMatching(/allowed: educationPossible,/) },
    ],
    [
      'an unknown field in a list',
      about(deadlines, [{ ...offer, colour: 'red' }]),
      { path: 'case.offers.0.colour', message: expect.stringMatching(/allowed: id, kind, catalogueItem,/) },
    ],
    [
      'an unknown field of a question',
      { case: record, question: { kind: 'deadlines', until: '2023-01-01' } },
      { path: 'question.until', message: 'there is no such field; allowed: kind' },
    ],
    ['null', start({ ends: null }), { path: 'question.offer.ends', message: 'null is refused: leave the field out' }],
    [
      'a word that is none of the allowed',
      start({ kind: 'mentor' }),
      { path: 'question.offer.kind', message: expect.stringMatching(/^allowed: guidance, external-mentor,/) },
    ],
    [
      'a date that does not exist',
      start({ starts: '2023-02-29' }),
      { path: 'question.offer.starts', message: 'wanted: a date YYYY-MM-DD that exists in the calendar' },
    ],
    [
      'a number as text',
      start({ pricePerWeek: '2200' }),
      { path: 'question.offer.pricePerWeek', message: expect.any(String) },
    ],
    [
      'a question nobody can ask',
      { case: record, question: { kind: 'guess' } },
      { path: 'question.kind', message: expect.any(String) },
    ],
    ['no question', { case: record }, { path: 'question', message: expect.any(String) }],
    [
      'ends before starts',
      start({ ends: '2023-02-28' }),
      { path: 'question.offer.ends', message: 'ends 2023-02-28 lies before starts 2023-03-01' },
    ],
    [
      'a stopped offer without the day it stopped',
      about(deadlines, [{ id: 'o1', kind: 'guidance', starts: '2023-03-01', status: 'stopped' }]),
      { path: 'case.offers.0.ends', message: 'an offer with status stopped needs ends' },
    ],
    [
      'two offers with one id',
      about(deadlines, [offer, offer]),
      { path: 'case.offers.1.id', message: 'offer id o1 occurs twice' },
    ],
    [
      'an offer the case does not have',
      about({ kind: 'continue-offer', offerId: 'o9' }),
      { path: 'question.offerId', message: 'the case has no offer o9; its offers: o1' },
    ],
    [
      'an extension that is none',
      about({ kind: 'extend-offer', offerId: 'o1', until: '2023-05-31' }),
      { path: 'question.until', message: "until 2023-05-31 must lie after the offer's ends 2023-05-31" },
    ],
    [
      'neither case nor matter',
      { question: deadlines },
      { path: '', message: 'give either case or matter, and only one of them' },
    ],
    [
      'a matter asked for anything but its deadlines',
      {
        matter: {
          id: 'm',
          municipality: 'testby',
          team: 'a',
          kind: 'complaint',
          receivedAt: '2023-01-01T09:00:00+01:00',
        },
        question: { kind: 'next-step' },
      },
      { path: 'question.kind', message: 'a matter can only be asked for its deadlines' },
    ],
    [
      'an instant without its offset',
      {
        matter: { id: 'm', municipality: 'testby', team: 'a', kind: 'complaint', receivedAt: '2023-01-01T09:00:00' },
        question: deadlines,
      },
      { path: 'matter.receivedAt', message: 'wanted: an instant like 2023-05-01T09:30:00+02:00' },
    ],
    ['a list', [], { path: '', message: expect.any(String) }],
    ['text', 'hvad må jeg?', { path: '', message: expect.any(String) }],
  ])('%s', (_mistake, data, refusal) => {
    expect(refusalOf(data)).toEqual(refusal);
  });
});
