import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openStore } from '../../../src/store/index.ts';
import { APPROVE, ASK, QUESTION } from '../../end-to-end/scenes.ts';
import { HERE } from '../../end-to-end/town.ts';
import { openWorld } from '../../end-to-end/world.ts';
import { generatedCases } from '../generated-cases.ts';
import { type Charge, kbOf, plus } from './charge.ts';
import { createMeter, type Meter } from './meter.ts';

const CASES = 400;
/** So many of them are Ane's. */
const OWN = 60;
const DAY_MS = 86_400_000;
/** After this time nothing more comes of what somebody did. */
const SETTLED_MS = 400;

/** What people and nights cost, by what is really asked of the store. */
export interface Actions {
  asked: { what: string; operations: number; charge: Charge }[];
  night: { cases: number; charge: Charge };
  /** KB. */
  sizes: { case: number; receipt: number; facts: number };
}

/** Does what people do, in a town with enough cases, and reads the meter after each. */
export const measureActions = async (): Promise<Actions> => {
  let meter: Meter | undefined;
  const read = () => meter?.read() ?? { charge: { examples: 0, most: 0 }, operations: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'makker-units-'));
  const env = { STORE_PATH: join(folder, 'makker.db'), RECEIPT_KEY: 'invented'.repeat(4) };
  const world = await openWorld(
    { env, remove: async () => rmSync(folder, { recursive: true }) },
    {
      openStore: async (settings) => {
        meter = createMeter(await openStore(settings));
        return meter.store;
      },
    },
  );
  try {
    for (const [index, inquiry] of generatedCases(CASES).entries()) {
      const caseworker = index < OWN ? 'ane' : `worker-${index % 10}`;
      const id = `REB-2022-${10_000 + index}`;
      await world.running.cases.add({ ...inquiry.case, id, municipality: HERE, team: 'nord', caseworker });
    }
    const [ane, bo] = [world.phone('ane'), world.phone('bo')];
    // Nobody is new in the morning.
    await ane.say('hej');
    await bo.say('hej');
    const asked: Actions['asked'] = [];
    const metered = async (what: string, act: () => Promise<unknown>): Promise<void> => {
      await world.quiet();
      await setTimeout(SETTLED_MS);
      read();
      await act();
      await world.quiet();
      await setTimeout(SETTLED_MS);
      asked.push({ what, ...read() });
    };
    await metered('A question with its answer', () => ane.say(QUESTION));
    await metered('The same again with a change', () => ane.say('og hvad med til udgangen af juli?'));
    await metered('»Hvad haster?« of 60 cases of one’s own', () => ane.say('hvad haster?'));
    await ane.say(QUESTION);
    await metered('A request, with the cards it sends', () => ane.press(ASK));
    await metered('An approval, with the cards it changes', () => bo.press(APPROVE));
    const cases = await world.running.store.countCases(HERE);
    const list = await world.running.store.findCases(HERE, { by: 'all' }, { limit: 1000 });
    const sizes = list.items.map(({ item }) => kbOf('case', item));
    const request = await world.request('REB-2023-00101');
    const receipt = await world.running.store.read('receipt', HERE, request.decisionId);
    const facts = await world.running.store.read('receipt-facts', HERE, request.decisionId);
    world.pass(DAY_MS);
    read();
    await world.restart();
    let night = read().charge;
    for (let before = -1; night.most > before;) {
      before = night.most;
      await setTimeout(5 * SETTLED_MS);
      night = plus(night, read().charge);
    }
    return {
      asked,
      night: { cases, charge: night },
      sizes: {
        case: sizes.reduce((sum, kb) => sum + kb, 0) / sizes.length,
        receipt: receipt === undefined ? 0 : kbOf('receipt', receipt.item),
        facts: facts === undefined ? 0 : kbOf('receipt-facts', facts.item),
      },
    };
  } finally {
    await world.close();
  }
};
