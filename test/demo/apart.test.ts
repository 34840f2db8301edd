import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { playgroundConfig } from '../../src/cli/playground/playground-config.ts';
import type { Demo } from '../../src/demo/demo-document.ts';
import { type DemoOffice, openDemoOffice } from './demo-office.ts';

describe('municipalities in one store', () => {
  let office: DemoOffice;
  let demos: Demo[];
  beforeAll(async () => {
    office = await openDemoOffice('2026-11-22');
    ({ demos } = office);
  });
  afterAll(() => office.close());

  const others = (own: Demo): Demo[] => demos.filter((demo) => demo !== own);
  const identityOf = ({ aadObjectId }: { aadObjectId?: string | undefined }): string => {
    if (aadObjectId === undefined) throw new Error('everybody in a demo can open a chat');
    return aadObjectId;
  };

  test('know a person in their own tenant only, as somebody of their own municipality', async () => {
    for (const demo of demos)
      for (const person of demo.people) {
        const object = identityOf(person);
        expect(await office.identify(demo.tenantId, object)).toMatchObject({
          id: person.id,
          municipality: demo.municipality,
        });
        for (const { tenantId } of others(demo)) expect(await office.identify(tenantId, object)).toBeUndefined();
      }
  });

  test('never show a case of one to anybody of another, neither by its number nor by the name', async () => {
    for (const demo of demos)
      for (const person of demo.people)
        for (const { cases } of others(demo)) {
          const [foreign] = cases;
          if (foreign === undefined) continue;
          const { id, citizen } = foreign;
          const byNumber = await office.say(person, `Hvilke frister er der i ${id}?`);
          expect(byNumber.view.headline.title).toBe(`Jeg kan ikke finde ${id}`);
          expect(byNumber.card).not.toContain(citizen.name);
          const byName = await office.say(person, `Hvilke frister er der for ${citizen.name}?`);
          expect(byName.view.headline.title).toBe('Jeg kan ikke finde borgeren');
          expect(byName.card).not.toContain(id);
        }
  });

  test('never show an enquiry or complaint of one to anybody of another', async () => {
    for (const demo of demos)
      for (const person of demo.people)
        for (const { id } of others(demo).flatMap(({ matters }) => matters)) {
          const { view } = await office.say(person, `Hvilke frister er der i ${id}?`);
          expect(view.headline.title).toBe(`Jeg kan ikke finde ${id}`);
        }
  });

  test('the Playground of each shows people of its own, in its own tenant', () => {
    const seen = demos.map(({ people, viewers, tenantId }) =>
      Object.values(viewers).map((id) => {
        const viewer = people.find((person) => person.id === id);
        if (viewer === undefined) throw new Error(`nobody is called ${id}`);
        const config = parse(playgroundConfig(viewer, people, tenantId));
        expect(config.tenantId).toBe(tenantId);
        const own = new Set(people.map(identityOf));
        const shown: string[] = [config.currentUser, ...config.users].map(identityOf);
        expect(shown.filter((object) => !own.has(object))).toEqual([]);
        return config.personalChat.id;
      }),
    );
    expect(new Set(seen.flat()).size).toBe(2 * demos.length);
  });
});
