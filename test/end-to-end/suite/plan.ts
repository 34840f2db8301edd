import { expect, test } from '@jest/globals';
import { matterItem } from '../../../src/cases/matter-item.ts';
import type { Case } from '../../../src/contract/case.ts';
import type { Bench } from '../bench.ts';
import { words } from '../scenes.ts';
import { GROUPED, HERE, METTE, record } from '../town.ts';
import type { World } from '../world.ts';

/** Cases of Pia's, on benefits since a day. */
const addCases = async ({ running }: World, first: number, count: number, since: string): Promise<void> => {
  const benefit: Case['benefit'] = { type: 'kontanthjaelp', since };
  for (let number = first; number < first + count; number += 1)
    await running.cases.add(
      record(
        `HOL-2023-00${number}`,
        { name: 'Jonna Fjeldby' },
        { municipality: GROUPED, team: 'vest', caseworker: 'pia', benefit },
      ),
    );
};

/** What is asked of the plan besides whether something may be done. */
export const plan = (bench: Bench): void => {
  test('its order is the next step in a case, with what runs, and the answer can be found again', async () => {
    const { world } = bench;
    const card = await world.phone('ane').say('Hvad er næste skridt for Mette?');
    expect(card.text).toContain(words('cards.steps'));
    expect(card.text).toMatch(/1 .+\n.*REB-16 · /);
    expect(card.text).toContain('▶ Stien, ');
    const id = /Svarets nummer: (\S+)/.exec(card.text)?.[1] ?? '';
    const facts = await world.running.store.read('receipt-facts', HERE, id);
    expect(facts?.item.question).toEqual({ kind: 'next-step' });
    expect(card.buttons.map(({ title }) => title)).toContain(words('talk.ask.deadlines'));
  });

  test('its groups stand on a case, each with its place', async () => {
    const { world } = bench;
    await addCases(world, 201, 1, '2020-01-06');
    const card = await world.phone('pia').say('vis HOL-2023-00201');
    expect(card.text).toContain('Gruppe: langtidsforsørget');
    expect(card.text).toContain('Gruppe: på kanten');
    expect(card.text).toMatch(/HOL-20 · .+, linje 219/);
    expect((await world.phone('ane').say(`vis ${METTE}`)).text).not.toContain('Gruppe');
  });

  test('its groups are counted over the team’s open cases, and few people are no number', async () => {
    const { world } = bench;
    await addCases(world, 201, 6, '2023-03-06');
    await addCases(world, 211, 2, '2020-01-06');
    const card = await world.phone('pia').say('hvor mange er i kernearbejdskraften i mit team?');
    expect(card.text).toContain('Der er 6 borgere i gruppen »kernearbejdskraft«');
    expect(card.text).toContain('på kanten · under 5 borgere');
    expect(card.text).not.toMatch(/\b[28] /);
    const silent = await world.phone('ane').say('segmentrapport');
    expect(silent.text).toContain(words('segments.none'));
  });

  test('its clock of a matter is told with the hour it came, and a plan without one is silent', async () => {
    const { world } = bench;
    const { store } = world.running;
    const complaint = { kind: 'complaint', receivedAt: '2023-05-08T07:30:00Z' } as const;
    for (const place of [
      { id: 'K-2023-0041', municipality: GROUPED, team: 'vest' },
      { id: 'K-2023-0042', municipality: HERE, team: 'nord' },
    ])
      await store.create('matter', matterItem({ ...place, ...complaint }, { agenda: [], taken: [] }));
    const card = await world.phone('pia').say('Hvornår skal K-2023-0041 være besvaret?');
    expect(card.text).toContain('8. maj 2023 kl. 09.30');
    expect(card.text).toContain('senest 15. maj 2023 (om 5 dage)');
    expect(card.text).toMatch(/HOL-91 · .+, linje 482/);
    const silent = await world.phone('ane').say('Hvornår skal K-2023-0042 være besvaret?');
    expect(silent.text).toContain(words('matters.title.silent'));
    const unseen = await world.phone('hans').say('Hvornår skal K-2023-0042 være besvaret?');
    expect(unseen.text).toContain(words('talk.unknown-case-text'));
  });
};
