import { expect, test } from '@jest/globals';
import { welcome } from './welcome.ts';

const trial = {
  endpoint: 'http://127.0.0.1:3978/api/messages',
  added: 3,
  shown: 'testby',
  chats: [
    { url: 'http://localhost:1', name: 'Ane Holt', as: 'caseworker' },
    { url: 'http://localhost:2', name: 'Bo Lund', as: 'functional lead' },
  ],
  ask: [{ say: 'Må jeg?', shows: 'a yes' }],
  others: ['anderby', 'tredjeby'],
};

test('a trial run says where to go, who one is there, in which municipality, and what to ask', () => {
  const text = welcome(trial);
  for (const part of [
    'Both work in testby',
    'http://localhost:1  you are Ane Holt',
    'http://localhost:2  you are Bo Lund',
    'Må jeg?',
    'a yes',
  ])
    expect(text).toContain(part);
  expect(text).toContain('3 invented records were added');
});

test('it says how to see the other municipalities, when there are any', () => {
  expect(welcome(trial)).toMatch(/anderby, tredjeby: .*npm start -- --municipality anderby/);
  expect(welcome({ ...trial, others: [] })).not.toContain('--municipality');
});

test('without Playgrounds there is no address to open, and a second start says that the data is kept', () => {
  const text = welcome({ ...trial, chats: [], added: 0 });
  expect(text).not.toContain('http://localhost');
  expect(text).not.toContain('testby');
  expect(text).toContain('The data of the last start is kept');
});
