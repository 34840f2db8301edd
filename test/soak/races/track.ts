import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openStore, type StoreSettings } from '../../../src/store/index.ts';
import { HERE, record, settle } from '../../end-to-end/town.ts';
import { cardsLeftBehind, inconsistencies } from '../consistent.ts';
import { type Prize, type Told, decide, personOf, withoutProgress } from './act.ts';
import { KEY, officeOn } from './office.ts';
import { type Act, type Plan, planOf } from './plan.ts';
import { contradictions } from './told.ts';

/** How a race went: what everybody was told, how each of its requests ended, and what was wrong about it. */
export interface Race {
  plan: Plan;
  told: Told[];
  states: string[];
  wrong: string[];
}

/** Two processes and this one on one store, ready for races. */
export interface Track {
  race(seed: number): Promise<Race>;
  close(): Promise<void>;
}

/** The newest message of a process; one that ends instead is a failure of its own. */
const heard = async (child: ChildProcess): Promise<unknown> => {
  const ending = new AbortController();
  const { signal } = ending;
  const ended = once(child, 'exit', { signal }).then(([status]): never => {
    throw new Error(`a racing process ended with ${status}`);
  });
  ended.catch(() => undefined);
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
    return message;
  } finally {
    ending.abort();
  }
};

/** Opens the track on an empty store. */
export const openTrack = async (settings: StoreSettings): Promise<Track> => {
  const store = await openStore(settings);
  let ids = 0;
  const office = officeOn(store, 'first', () => `u${(ids += 1)}`);
  await settle({ store, cases: office.cases });
  const racers = [0, 1].map((number) =>
    fork(join(import.meta.dirname, 'racer.ts'), [JSON.stringify(settings), `${number}`]),
  );
  await Promise.all(racers.map(heard));
  let races = 0;

  const prizeFor = async ({ asked, denied }: Plan): Promise<Prize> => {
    const caseId = `RACE-${(races += 1)}`;
    const mette = record(caseId, { name: 'Mette Vinterby', diagnosedAutism: true, verySpecialNeeds: false });
    const offers = mette.offers?.map(denied ? withoutProgress : (offer) => offer) ?? [];
    await office.cases.add({ ...mette, offers });
    const decisionId = await decide(store, office, caseId);
    if (decisionId === undefined) throw new Error(`${caseId} has no offer`);
    if (asked) {
      const place = { conversationId: 'chat-ane', activityId: 'card-of-ane' };
      const put = await office.requests.ask(personOf('ane'), decisionId, { place, exception: denied });
      if (put.outcome !== 'created') throw new Error(`asking came to ${JSON.stringify(put)}`);
    }
    return { caseId, decisionId };
  };

  return {
    race: async (seed) => {
      const plan = planOf(seed);
      const prize = await prizeFor(plan);
      const told = await Promise.all(
        racers.map(async (racer, number): Promise<Told[]> => {
          const acts: Act[] = plan.acts.filter(({ process }) => process === number);
          const answer = heard(racer);
          racer.send({ prize, acts });
          return (await answer) as Told[];
        }),
      );
      const item = (await office.cases.read(HERE, prize.caseId))?.item;
      if (item === undefined) throw new Error(`${prize.caseId} is gone`);
      const wrong = [
        ...inconsistencies(item, { endBefore: '2023-07-02', key: KEY }),
        ...cardsLeftBehind(item),
        ...contradictions(item, told.flat()),
      ];
      return { plan, told: told.flat(), states: item.requests.map(({ state }) => state), wrong };
    },
    close: async () => {
      for (const racer of racers) {
        const gone = once(racer, 'exit');
        racer.disconnect();
        await gone;
      }
      await store.close();
    },
  };
};
