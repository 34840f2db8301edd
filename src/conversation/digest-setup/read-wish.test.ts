import { describe, expect, test } from '@jest/globals';
import { HELD_OUT, heldOut } from '../../../test/understanding/held-out.ts';
import { allSentences } from '../../../language/learning/sentences.ts';
import { readWish } from './read-wish.ts';
import type { Wish } from './wish.ts';

const send = (more: object = {}) => ({ of: 'digest', do: 'send', ...more });

describe('A team’s digest', () => {
  test.each<[string, object]>([
    ['send dagens overblik her kl. 8', send({ at: '08:00' })],
    ['Send overblikket her hver morgen!', send()],
    ['Kan du sende dagens overblik her i kanalen hver arbejdsdag kl. 7.45?', send({ at: '07:45' })],
    ['Vi vil gerne have det daglige overblik her kl 08:15.', send({ at: '08:15' })],
    ['flyt dagens overblik til 7.45', send({ at: '07:45' })],
    ['Flyt overblikket til kl. 9.15.', send({ at: '09:15' })],
    ['flyt dagens overblik hertil', send()],
    ['send dagens overblik for Team Unge & Job her kl. 8', send({ at: '08:00', team: 'Team Unge & Job' })],
    ['send overblikket for sygedagpenge hver morgen', send({ team: 'sygedagpenge' })],
    ['send dagens overblik for vores team her kl. 8', send({ at: '08:00' })],
    ['post the daily digest here at 8', send({ at: '08:00' })],
    ['Please post the digest in this channel every morning at 8:15 am', send({ at: '08:15' })],
    ['move the digest to 1 pm', send({ at: '13:00' })],
    ['kan du sende overblikket kl 8 hver dag', send({ at: '08:00' })],
    ['jeg vil gerne have overblikket 7.30', send({ at: '07:30' })],
    ['kan du ikke sende overblikket kl. halv otte i stedet for kl. 8', send({ at: '07:30' })],
    ['overblikket maa gerne komme klokken otte', send({ at: '08:00' })],
    ['send os dagens overblik kl 0815 :)', send({ at: '08:15' })],
    ['send dagens overblik til Team Nord her kl. 8', send({ at: '08:00', team: 'Team Nord' })],
    ['slå dagens overblik til', send()],
    ['start dagens overblik igen', send()],
    ['can we get the digest at half past seven?', send({ at: '07:30' })],
    ['set up the digest', send()],
    ['flyt overblikket fra kl. 8 til kl. 9', send({ at: '09:00' })],
    ['move the digest from 8 to 8.30', send({ at: '08:30' })],
    ['drop overblikket', { of: 'digest', do: 'stop' }],
    ['vi vil ikke have overblikket mere', { of: 'digest', do: 'stop' }],
    ['slaa overblikket fra', { of: 'digest', do: 'stop' }],
    ['We dont want the digest anymore', { of: 'digest', do: 'stop' }],
    ['when do we get the digest', { of: 'digest', do: 'when' }],
    ['skriv kun, når der er noget', { of: 'digest', do: 'quiet', quiet: 'nothing' }],
    ['send dagens overblik', { of: 'digest', do: 'show', sure: true }],
    ['vis overblikket', { of: 'digest', do: 'show', sure: false }],
    ['dagens overblik for Team Nord', { of: 'digest', do: 'show', team: 'Team Nord', sure: true }],
    ['stop dagens overblik', { of: 'digest', do: 'stop' }],
    ['Stop med at sende overblikket her', { of: 'digest', do: 'stop' }],
    ['stop the digest', { of: 'digest', do: 'stop' }],
    ['stop dagens overblik for Team Nord', { of: 'digest', do: 'stop', team: 'Team Nord' }],
    ['hvornår kommer overblikket?', { of: 'digest', do: 'when' }],
    ['When does the digest come?', { of: 'digest', do: 'when' }],
    ['skriv ikke noget, når der ikke er noget', { of: 'digest', do: 'quiet', quiet: 'nothing' }],
    ['send ikke overblikket på stille dage', { of: 'digest', do: 'quiet', quiet: 'nothing' }],
    ['send også en linje på stille dage', { of: 'digest', do: 'quiet', quiet: 'line' }],
    ["don't post anything on quiet days", { of: 'digest', do: 'quiet', quiet: 'nothing' }],
    ['also send a line on quiet days', { of: 'digest', do: 'quiet', quiet: 'line' }],
  ])('%s', (text, wish) => expect(readWish(text)).toEqual(wish));
});

describe('What comes to one’s own chat', () => {
  test.each<[string, Wish]>([
    ['send mig min liste hver morgen kl. 8', { of: 'list', do: 'send', at: '08:00' }],
    ['jeg vil gerne have min morgenliste kl. 7', { of: 'list', do: 'send', at: '07:00' }],
    ['send me my list every morning', { of: 'list', do: 'send' }],
    ['send mig en liste hver morgen kl. kvart i otte', { of: 'list', do: 'send', at: '07:45' }],
    ['stop min morgenliste', { of: 'list', do: 'stop' }],
    ['jeg vil ikke have min liste mere', { of: 'list', do: 'stop' }],
    ['send mig min liste', { of: 'list', do: 'show' }],
    ['hvornår kommer min morgenliste', { of: 'list', do: 'when' }],
    ['send mig ugens overblik mandag kl. 8', { of: 'week', do: 'send', at: '08:00', weekday: 1 }],
    ['send mig ugens overblik hver torsdag', { of: 'week', do: 'send', weekday: 4 }],
    ['send me the weekly overview on Fridays at 9:30', { of: 'week', do: 'send', at: '09:30', weekday: 5 }],
    ['stop ugens overblik', { of: 'week', do: 'stop' }],
  ])('%s', (text, wish) => expect(readWish(text)).toEqual(wish));
});

test.each(['kl. 4.59', 'kl. 20.01', 'kl. 25', 'kl. 8.75', 'at 9 pm'])('%s is no time to send at', (when) => {
  expect(readWish(`send dagens overblik her ${when}`)).toEqual(send({ at: 'outside' }));
});
test.each([
  ['kl. 5', '05:00'],
  ['kl. 20.00', '20:00'],
])('%s is', (when, at) => expect(readWish(`send dagens overblik her ${when}`)).toEqual(send({ at })));

describe('Nothing else is taken for it', () => {
  test.each([
    'giv mig et overblik over mine sager',
    'vis listen',
    'giv mig en liste over mine sager',
    'kan du ikke få Mette i gang kl. 8',
    'send ikke overblikket kl. 8',
    'send anmodningen her kl. 8',
    'stop mentor for Mette',
    'hvornår kommer Mette for sent?',
    'send dagens overblik her kl. 8 og hvad haster i TST-2026-00001',
    'send dagens overblik til Mette kl. 8',
    'vis overblikket for Mette Jensen',
    'vis overblikket i dag',
    'hvorfor kom overblikket ikke',
    'skriv kun om Mette',
    'skriv, når der er noget',
    'kom kl. 8',
    'hvor er Mette',
    'send dagens overblik her mandag',
    'send dagens overblik her kl. 8 eller kl. 9',
    'skriv ikke noget',
    'stop',
    '',
  ])('%s', (text) => expect(readWish(text)).toBeUndefined());

  test('of all the sentences that caseworkers write about cases', () => {
    const sentences = [...[...allSentences().values()].flat(), ...HELD_OUT.flatMap(heldOut)].map(({ text }) => text);
    expect(sentences.length).toBeGreaterThan(1000);
    expect(sentences.filter((text) => readWish(text) !== undefined)).toEqual([]);
  });
});
