import { expect, test } from '@jest/globals';
import { welcome } from './welcome.ts';

const trial = {
  endpoint: 'http://127.0.0.1:3978/api/messages',
  added: 3,
  chats: [
    { url: 'http://localhost:1', name: 'Ane Holt', as: 'caseworker' },
    { url: 'http://localhost:2', name: 'Bo Lund', as: 'functional lead' },
  ],
  ask: [{ say: 'Må jeg?', shows: 'a yes' }],
};

test('a trial run says where to go, who one is there and what to ask', () => {
  const text = welcome(trial);
  for (const part of [
    'http://localhost:1  you are Ane Holt',
    'http://localhost:2  you are Bo Lund',
    'Må jeg?',
    'a yes',
  ])
    expect(text).toContain(part);
  expect(text).toContain('3 invented records were added');
});

test('without Playgrounds there is no address to open, and a second start says that the data is kept', () => {
  const text = welcome({ ...trial, chats: [], added: 0 });
  expect(text).not.toContain('http://localhost');
  expect(text).toContain('The data of the last start is kept');
});
