import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { plainText } from '../../src/cards/plain-text.ts';
import { createCards } from '../../src/cards/render.ts';
import { loadTexts } from '../../src/cards/texts.ts';
import { createOutboxCard } from '../../src/outbox-card.ts';
import type { OutboxRow } from '../../src/outbox/row.ts';
import { createDirectory } from '../../src/people/directory.ts';
import type { PersonItem } from '../../src/store/items.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { type Office, openOffice, runningOffer } from '../support/office.ts';

const cardsDir = join(import.meta.dirname, '../../cards');
const cards = createCards(cardsDir);
let office: Office;
beforeEach(async () => {
  office = await openOffice(createSqliteStore(':memory:'));
});
afterEach(() => office.store.close());

/** What reaches Lone of the first card that waits for her, when she is as told by the time it goes out. */
const sentTo = async (changes: Partial<PersonItem>, more: Partial<OutboxRow> = {}): Promise<string | undefined> => {
  const { store, judge } = office;
  await office.asked('C-1');
  const stored = await store.read('person', 'testby', 'lone');
  if (stored === undefined) throw new Error('Lone is not there');
  const lone = { ...stored.item, ...changes };
  await store.replace('person', lone, stored.etag);
  const item = await office.item('C-1');
  const row = item.outbox.find(({ to }) => 'person' in to && to.person === 'lone');
  if (row === undefined) throw new Error('nothing waits for Lone');
  const clock = { now: () => Date.parse('2026-04-01T10:00:00Z') };
  const directory = createDirectory({ store });
  const cardFor = createOutboxCard({ cards, clock, directory, store, judge, say: loadTexts(join(cardsDir, 'texts')) });
  const message = await cardFor(item, { ...row, ...more }, lone);
  return message && plainText(message.card);
};

test('A card that waited goes out whole to whoever may still see its case', async () => {
  expect(await sentTo({})).toContain('Mette');
});

test.each<[string, Partial<PersonItem>]>([
  ['has left', { to: '2026-03-31' }],
  ['has another role', { roles: [{ role: 'admin' }] }],
  ['leads another team', { roles: [{ role: 'functional-lead', team: 'syd' }] }],
])(
  'To somebody who by then %s none goes out, and the one they have says the number and nothing else',
  async (_, changes) => {
    expect(await sentTo(changes)).toBeUndefined();
    const edit = { what: 'edit', activityId: 'a-1', conversationId: 'chat-lone' } as const;
    const card = await sentTo(changes, edit);
    expect(card).toContain('Du kan ikke se sag C-1 mere');
    expect(card).not.toMatch(/Mette|forlænge|godkend/i);
  },
);

test('A reminder goes to nobody who has nothing left to give', async () => {
  const { request } = await office.asked('C-2', undefined, { offers: [{ ...runningOffer, pricePerWeek: 4000 }] });
  office.setDay('2026-04-13');
  await office.requests.tendAll('testby');
  await office.approve('lars', request);
  const item = await office.item('C-2');
  const reminders = item.outbox.filter(({ card }) => card.reminder === true);
  const clock = { now: () => Date.parse('2026-04-13T10:00:00Z') };
  const { store, judge } = office;
  const directory = createDirectory({ store });
  const cardFor = createOutboxCard({ cards, clock, directory, store, judge, say: loadTexts(join(cardsDir, 'texts')) });
  const sent: string[] = [];
  for (const row of reminders) {
    const person = 'person' in row.to ? row.to.person : '';
    if ((await cardFor(item, row, office.person(person))) !== undefined) sent.push(person);
  }
  expect(sent).toEqual(['jens']);
});

test('A card in the chat of somebody’s former identity tells whoever has that chat nothing more', async () => {
  const edit = { what: 'edit', activityId: 'a-1' } as const;
  const address = { conversationId: 'chat-new', serviceUrl: 'https://teams.example/', tenantId: 't1', botId: 'b1' };
  const old = await sentTo({ address }, { ...edit, conversationId: 'chat-lone' });
  expect(old).not.toMatch(/Mette|forlænge|godkend/i);
});

test('A card in somebody’s own chat is edited whole', async () => {
  expect(await sentTo({}, { what: 'edit', activityId: 'a-1', conversationId: 'chat-lone' })).toContain('Mette');
});
