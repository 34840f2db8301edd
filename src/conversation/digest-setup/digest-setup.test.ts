import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openTalk, type TalkingOffice } from '../../../test/support/talk.ts';
import type { View } from '../../cards/views.ts';
import type { PersonItem } from '../../store/items.ts';
import type { Turn } from '../assistant.ts';

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk();
  for (const [id, name] of [
    ['nord', 'Team Nord'],
    ['syd', 'Team Syd'],
  ] as const)
    await office.store.create('team', { id, municipality: 'testby', name, leads: [] });
});
afterEach(() => office.store.close());

const person = (id: string, roles: PersonItem['roles']): PersonItem => ({ ...office.person('kirsten'), id, roles });
const lead = (...teams: string[]) =>
  person(
    'lone',
    teams.map((team) => ({ role: 'team-lead', team })),
  );
const worker = () => person('kirsten', [{ role: 'caseworker', team: 'nord' }]);

type Place = 'a' | 'b' | 'group' | 'own';
const turnOf = (who: PersonItem, place: Place): Turn => {
  const id = place === 'own' ? `chat-${who.id}` : `19:${place}`;
  const address = { conversationId: id, serviceUrl: 'https://one.example/', tenantId: 'tenant-1', botId: '28:bot' };
  const type = place === 'own' ? 'personal' : place === 'group' ? 'groupChat' : 'channel';
  const now = `${office.today()}T06:00:00.000Z`;
  return {
    person: who,
    language: 'da',
    conversation: { id, type },
    address,
    activityId: 'x',
    now,
    today: office.today(),
  };
};
const say = async (who: PersonItem, text: string, place: Place = 'a'): Promise<View> =>
  (await office.assistant.say(turnOf(who, place), text)).view;
const press = async (who: PersonItem, view: View, title: string, place: Place = 'a'): Promise<View> => {
  const button = view.actions.find((action) => action.title === title);
  if (button === undefined) throw new Error(`no button ${title}: ${JSON.stringify(view)}`);
  return (await office.assistant.click(turnOf(who, place), { verb: button.verb, data: button.data })).view;
};
const words = (view: View): string => `${view.headline.title} ${JSON.stringify(view)}`;
const team = async (id: string) => (await office.store.read('team', 'testby', id))?.item;
const set = async (who: PersonItem, text: string, place: Place = 'a') =>
  press(who, await say(who, text, place), 'Sæt i gang', place);

describe('A lead in their team’s channel', () => {
  test('is shown what will be done; only the click does it, and a second one changes nothing', async () => {
    const asked = await say(lead('nord'), 'send dagens overblik her kl. 8');
    expect(words(asked)).toContain(
      'Jeg sender dagens overblik for Team Nord her i kanalen på hver arbejdsdag kl. 8.00.',
    );
    expect(words(asked)).toContain('helligdage');
    expect(await team('nord')).not.toHaveProperty('address');
    const done = await press(lead('nord'), asked, 'Sæt i gang');
    expect(done.headline.title).toBe('Dagens overblik for Team Nord kommer her på hver arbejdsdag kl. 8.00');
    expect(await team('nord')).toMatchObject({ digestAt: '08:00', address: { conversationId: '19:a' } });
    expect((await press(lead('nord'), asked, 'Sæt i gang')).headline).toEqual(done.headline);
  });

  test('gets half past seven without a time, and keeps the time when only the place is another', async () => {
    await set(lead('nord'), 'send overblikket her hver morgen');
    expect(await team('nord')).toHaveProperty('digestAt', '07:30');
    await set(lead('nord'), 'flyt dagens overblik til 7.45');
    const elsewhere = await say(lead('nord'), 'flyt dagens overblik hertil', 'b');
    expect(words(elsewhere)).toContain('I dag kommer det i en anden kanal');
    await press(lead('nord'), elsewhere, 'Sæt i gang', 'b');
    expect(await team('nord')).toMatchObject({ digestAt: '07:45', address: { conversationId: '19:b' } });
    expect(words(await say(worker(), 'hvornår kommer overblikket?'))).toContain('Der kommer ikke noget overblik her');
  });

  test.each([
    ['on a working day before its time', '2026-04-01', '10', 'Det første kommer onsdag den 1. april 2026 kl. 10.00.'],
    ['on a working day after its time', '2026-04-01', '7', 'Klokken er over 7.00, så det første kommer om lidt.'],
    ['before a holiday weekend', '2026-04-03', '8', 'Det første kommer tirsdag den 7. april 2026 kl. 8.00.'],
  ])('%s is told when the first one comes', async (_, day, at, says) => {
    office.setDay(day);
    const asked = await say(lead('nord'), `send dagens overblik her kl. ${at}`);
    expect(words(asked)).toContain(says);
    expect(words(await press(lead('nord'), asked, 'Sæt i gang'))).toContain(says);
  });

  test('is told that it moves, and from which time', async () => {
    await set(lead('nord'), 'send dagens overblik her kl. 8');
    const moved = await say(lead('nord'), 'flyt dagens overblik til 7.45');
    expect(moved.headline.title).toBe('Skal dagens overblik for Team Nord komme på et andet tidspunkt?');
    expect(words(moved)).toContain('fra kl. 8.00 til kl. 7.45');
  });

  test('stops it, changes what a quiet day gets, and takes up again', async () => {
    await set(lead('nord'), 'send dagens overblik her kl. 8');
    await press(lead('nord'), await say(lead('nord'), 'skriv ikke noget, når der ikke er noget'), 'Skriv ikke noget');
    await press(lead('nord'), await say(lead('nord'), 'stop'), 'Stop det');
    expect(await team('nord')).toMatchObject({ digestOff: true, quietDay: 'nothing' });
    expect(words(await say(worker(), 'hvornår kommer overblikket?'))).toContain('er stoppet');
    await set(lead('nord'), 'send dagens overblik her');
    expect(await team('nord')).not.toHaveProperty('digestOff');
    expect(await team('nord')).toHaveProperty('digestAt', '08:00');
  });

  test('of several teams chooses one; a channel that has one keeps to it', async () => {
    const both = lead('nord', 'syd');
    const which = await say(both, 'send dagens overblik her kl. 9');
    expect(which.actions.map(({ title }) => title)).toEqual(['Team Nord', 'Team Syd']);
    for (const name of ['syd', 'teamet Syd', 'sydteamet'])
      expect(words(await say(both, `send dagens overblik for ${name} her`))).toContain('for Team Syd her');
    await press(both, await press(both, which, 'Team Syd'), 'Sæt i gang');
    expect(await team('syd')).toHaveProperty('digestAt', '09:00');
    expect(words(await say(both, 'flyt overblikket til 10'))).toContain('Team Syd');
    const replaces = await say(both, 'send dagens overblik for Team Nord her kl. 8');
    expect(words(replaces)).toContain('Overblikket for Team Syd kommer ikke længere her');
    await press(both, replaces, 'Sæt i gang');
    expect(await team('syd')).not.toHaveProperty('address');
  });

  test('of more teams than there is room for buttons picks one from a list, or names it', async () => {
    const municipal = person('lars', [{ role: 'functional-lead' }]);
    const add = (from: number, to: number) =>
      Promise.all(
        Array.from({ length: to - from }, (_, n) => `t${from + n}`).map((id) =>
          office.store.create('team', { id, municipality: 'testby', name: `Hold ${id}`, leads: [] }),
        ),
      );
    await add(1, 6);
    const which = await say(municipal, 'send dagens overblik her kl. 9');
    expect(words(which)).toContain('{"title":"Hold t3","value":"t3"}');
    const data = { ...which.actions[0]?.data, team: 't3' };
    const chosen = await office.assistant.click(turnOf(municipal, 'a'), { verb: 'choose-digest-team', data });
    expect(words(chosen.view)).toContain('for Hold t3 her i kanalen på hver arbejdsdag kl. 9.00');
    await add(6, 60);
    expect(words(await say(municipal, 'send dagens overblik her kl. 9'))).toContain('Skriv hvilket');
  });

  test('sees how the team of the channel stands, of whichever teams they are', async () => {
    const both = lead('nord', 'syd');
    await set(both, 'send dagens overblik for Team Syd her kl. 9');
    for (const text of ['vis overblikket', 'send dagens overblik', 'hvad haster i teamet?', 'hvad haster?'])
      expect(await say(both, text)).toMatchObject({ headline: { about: expect.stringMatching(/^Team: Team Syd · /) } });
    expect(await say(both, 'dagens overblik for Team Nord')).toMatchObject({
      headline: { about: expect.stringMatching(/^Team: Team Nord · /) },
    });
    expect(words(await say(lead('nord'), 'vis overblikket'))).toContain('Team: Team Nord');
    expect(words(await say(both, 'hvornår kommer overblikket for Team Nord?'))).toContain('Team Nord er ikke sat op');
    expect(words(await say(worker(), 'hvornår kommer overblikket for Team Syd?'))).toContain(
      'Du kan spørge om Team Nord.',
    );
    expect(words(await say(worker(), 'dagens overblik for Team Syd', 'own'))).toContain('Du kan spørge om Team Nord.');
  });

  test('leaves it as it is', async () => {
    const asked = await say(lead('nord'), 'send dagens overblik her kl. 8');
    expect(words(await press(lead('nord'), asked, 'Fortryd'))).toContain('Jeg har ikke ændret noget.');
    expect(await team('nord')).not.toHaveProperty('address');
  });

  test.each(['kl. 4.30', 'kl. 21'])('is told when Makker may send, at %s', async (when) => {
    const told = await say(lead('nord'), `send dagens overblik her ${when}`);
    expect(words(told)).toContain('Jeg sender mellem kl. 5.00 og 20.00');
    expect(told.actions).toEqual([]);
  });
});

describe('A card from before', () => {
  test('changes nothing that somebody has set since, and says how it is', async () => {
    const early = await say(lead('nord'), 'send dagens overblik her kl. 8');
    await set(lead('nord'), 'send dagens overblik her kl. 9');
    const late = await press(lead('nord'), early, 'Sæt i gang');
    expect(words(late)).toContain('Det er blevet ændret, siden kortet blev vist');
    expect(words(late)).toContain('kl. 9.00');
    expect(await team('nord')).toHaveProperty('digestAt', '09:00');
  });

  test('does nothing for whoever is no lead any more, nor in another channel', async () => {
    const asked = await say(lead('nord'), 'send dagens overblik her kl. 8');
    expect(words(await press(worker(), asked, 'Sæt i gang'))).toContain('Det bestemmer teamets leder');
    await press(lead('nord'), asked, 'Sæt i gang', 'b');
    expect(await team('nord')).not.toHaveProperty('address');
  });
});

describe('It is refused', () => {
  test('to a caseworker, who is told who may', async () => {
    for (const text of ['send dagens overblik her kl. 8', 'stop dagens overblik', 'send en linje på stille dage'])
      expect(words(await say(worker(), text))).toContain('funktionslederen og kommunens administrator kan sige');
  });

  test('to a lead of another team, whose own would take the channel’s place', async () => {
    await set(lead('nord'), 'send dagens overblik her kl. 8');
    const refused = await say(lead('syd'), 'send dagens overblik for Team Syd her');
    expect(words(refused)).toContain('Det bestemmer teamets leder');
    const unknown = await say(lead('syd'), 'send dagens overblik for Team Nord her', 'b');
    expect(words(unknown)).toContain('Du kan spørge om Team Syd.');
  });

  test('in a group chat and in one’s own chat, with where to write it', async () => {
    expect(words(await say(lead('nord'), 'send dagens overblik her kl. 8', 'group'))).toContain(
      'Skriv det til mig i teamets kanal',
    );
    expect(words(await say(lead('nord'), 'send dagens overblik her kl. 8', 'own'))).toContain('send mig min liste');
  });

  test('in a channel of another municipality', async () => {
    await set(lead('nord'), 'send dagens overblik her kl. 8');
    const stranger = { ...lead('nord'), municipality: 'anderby' };
    expect(words(await say(stranger, 'send dagens overblik her kl. 8'))).toContain('hører til en anden kommune');
  });
});

describe('In the own chat', () => {
  const kept = async (id: string) => (await office.store.read('person', 'testby', id))?.item;

  test('a caseworker gets their list on working days, and stops it', async () => {
    const asked = await say(worker(), 'send mig min liste hver morgen kl. 8', 'own');
    expect(await kept('kirsten')).not.toHaveProperty('morningAt');
    await press(worker(), asked, 'Sæt i gang', 'own');
    expect(await kept('kirsten')).toMatchObject({ morningAt: '08:00', morningSince: expect.any(String) });
    expect(words(await say(worker(), 'hvornår kommer min morgenliste?', 'own'))).toContain('kl. 8.00');
    await press(worker(), await say(worker(), 'stop min morgenliste', 'own'), 'Stop det', 'own');
    expect(await kept('kirsten')).not.toHaveProperty('morningAt');
    expect(words(await press(worker(), asked, 'Sæt i gang', 'own'))).toContain('kl. 8.00');
  });

  test('sees it at once, and a mere "stop" asks whether it shall stop', async () => {
    for (const text of ['vis min liste', 'send mig min morgenliste'])
      expect(words(await say(worker(), text, 'own'))).toContain('Dine sager, og det du har taget');
    await press(worker(), await say(worker(), 'send mig min liste hver morgen', 'own'), 'Sæt i gang', 'own');
    expect(words(await say(worker(), 'Stop!', 'own'))).toContain('Skal din morgenliste stoppe?');
    expect(await kept('kirsten')).toHaveProperty('morningAt');
  });

  test('a lead gets the week on the day they say; a caseworker is told whom it is for', async () => {
    await press(
      lead('nord'),
      await say(lead('nord'), 'send mig ugens overblik torsdag kl. 9', 'own'),
      'Sæt i gang',
      'own',
    );
    expect(await kept('lone')).toMatchObject({ weekAt: { weekday: 4, at: '09:00' } });
    expect(words(await say(lead('nord'), 'send mig ugens overblik lørdag', 'own'))).toContain('fra mandag til fredag');
    expect(words(await say(worker(), 'send mig ugens overblik mandag kl. 8', 'own'))).toContain(
      'Ugens overblik er for ledere',
    );
  });

  test('only: elsewhere it is not set', async () => {
    expect(words(await say(worker(), 'send mig min liste hver morgen kl. 8'))).toContain('vores egen chat');
    const none = person('mona', [{ role: 'admin' }]);
    expect(words(await say(none, 'send mig min liste hver morgen', 'own'))).toContain('Du har ingen sager');
  });
});
