import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { plainText } from './cards/plain-text.ts';
import { createCards } from './cards/render.ts';
import { loadTexts } from './cards/texts.ts';
import { createNoticeCard } from './notice-card.ts';
import type { NoticeItem } from './outbox/notice.ts';

const cardsDir = join(import.meta.dirname, '../cards');
const noticeCard = createNoticeCard({ cards: createCards(cardsDir), say: loadTexts(join(cardsDir, 'texts')) });
const ids = {
  aadObjectId: '00000000-aaaa-bbbb-cccc-000000000001',
  tenantId: '00000000-aaaa-bbbb-cccc-000000000002',
};

const shown = (says: NoticeItem['says'], language?: 'da' | 'en'): string => {
  const notice: NoticeItem = { id: 'n', municipality: 'testby', to: { person: 'ida' }, says, attempts: 0, until: '' };
  const ida = { id: 'ida', name: 'Ida', municipality: 'testby', roles: [], ...(language && { language }) };
  return plainText(noticeCard(notice, ida).card);
};
const stranger = (name: string, language?: 'da' | 'en') =>
  shown({ text: 'stranger', values: { municipality: 'testby', name, ...ids } }, language);

describe('the note about somebody unknown', () => {
  test('has both ids and the command whole, to be copied', () => {
    const text = stranger('Ny Kollega');
    expect(text).toContain(`Objekt-id\n${ids.aadObjectId}\n`);
    expect(text).toContain(`Lejer-id (tenant)\n${ids.tenantId}\n`);
    expect(text).toContain(
      `npm run -s makker -- people add ID --municipality testby --name "NAVN" --role ROLLE@TEAM --aad ${ids.aadObjectId} --tenant ${ids.tenantId}`,
    );
  });

  test('gives the name as what Teams says, and keeps it out of the command', () => {
    const text = stranger('"; reboot; "');
    expect(text).toContain('I Teams hedder vedkommende »"; reboot; "«. Det har jeg ikke kontrolleret');
    expect(text.split('Kommando')[1]).not.toContain('reboot');
  });

  test('says that there is no name', () => {
    expect(stranger('')).toContain('Teams oplyser ikke noget navn');
    expect(stranger('', 'en')).toContain('Teams gives no name');
  });
});

describe('the note about somebody who is known', () => {
  const hans = { municipality: 'testby', person: 'hans', name: 'Hans Opdigtet', on: '2023-04-30' };
  test.each([
    [
      'left',
      undefined,
      '30. april 2023',
      'npm run -s makker -- people set hans --municipality testby --leaves ÅÅÅÅ-MM-DD',
    ],
    ['left', 'en', '30 April 2023', 'npm run -s makker -- people set hans --municipality testby --leaves YYYY-MM-DD'],
    [
      'not-yet',
      undefined,
      '30. april 2023',
      'npm run -s makker -- people set hans --municipality testby --from ÅÅÅÅ-MM-DD',
    ],
    ['not-yet', 'en', '30 April 2023', 'npm run -s makker -- people set hans --municipality testby --from YYYY-MM-DD'],
  ] as const)('%s, in the language %s of its reader, has the day and the command', (text, language, day, command) => {
    const card = shown({ text, values: hans }, language);
    expect(card).toContain('Hans Opdigtet');
    expect(card).toContain(day);
    expect(card).toContain(command);
  });
});

describe('the note about a digest that does not arrive', () => {
  const values = { municipality: 'testby', to: 'Team Nord', on: '2023-05-31', code: 'http-403' };
  test.each([
    ['unreachable', undefined, 'Teams lader mig ikke skrive der: http-403'],
    ['refused', undefined, 'Det er min fejl'],
    ['retry', undefined, 'Teams har længe svaret med en fejl: http-403'],
    ['unreachable', 'en', 'Teams does not let me write there: http-403'],
  ] as const)('for %s, in the language %s, says why and what to look at', (why, language, reason) => {
    const card = shown({ text: 'digest-undeliverable', values: { ...values, why } }, language);
    expect(card).toContain(language === 'en' ? '31 May 2023 for Team Nord' : '31. maj 2023 til Team Nord');
    expect(card).toContain(reason);
    expect(card).toContain('npm run -s makker -- outbox --municipality testby');
  });
});
