import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogueOf } from '../../src/cases/judge.ts';
import type { Case, CatalogueItem } from '../../src/contract/case.ts';
import { resolveCase } from '../../src/conversation/resolve/resolve-case.ts';
import type { Services, Talking } from '../../src/conversation/services.ts';
import { understand } from '../../src/conversation/understanding/understand.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { fillStore } from '../support/fill-store.ts';
import { generatedRecords } from '../support/generated-records.ts';
import { openTalk, texts } from '../support/talk.ts';
import { danishNames } from './danish-names.ts';
import { median } from './measure.ts';

const municipality = 'testby';
const today = '2026-04-01';
const CASES = 10_000;
const ENTRIES = 300;
const TEAMS = 8;
const CASEWORKERS = 100;
const WARM_UP = 50;
const ASKED = 200;

export interface NamingTime {
  /** What is named, and how. */
  what: string;
  sentence: string;
  /** The cases it leads to: one, or how many there are to choose between. */
  found: string;
  /** Milliseconds from the sentence to the case, or to the card with the choice. */
  median: number;
  worst: number;
}

/** Names of offers as catalogues have them: a provider's name and what it is. */
const catalogue = (names: readonly string[]): CatalogueItem[] =>
  Array.from({ length: ENTRIES }, (_, n) => ({
    id: `tilbud-${n}`,
    name: `${names[n]?.split(' ').at(-1) ?? ''}s ${['vejledning', 'mentorordning', 'vej til job'][n % 3]} ${n}`,
    kind: 'guidance',
    tiers: { '*': 'green' },
  }));

function* casesOf(names: readonly string[]): Generator<Case> {
  let n = 0;
  for (const record of generatedRecords({ municipality, today, count: CASES })) {
    const citizen = { ...record.citizen, name: names[n] ?? '' };
    yield { ...record, citizen, team: `team-${n % TEAMS}`, caseworker: `worker-${n % CASEWORKERS}` };
    n += 1;
  }
}

/** The word that most, or fewest, of the names have, and a name with it. */
const borne = (names: readonly string[], by: 'most' | 'fewest', place: 0 | -1): string => {
  const count = new Map<string, number>();
  for (const name of names) {
    const word = name.split(' ').at(place) ?? '';
    count.set(word, (count.get(word) ?? 0) + 1);
  }
  const sorted = [...count].toSorted(([, a], [, b]) => b - a);
  return sorted.at(by === 'most' ? 0 : -1)?.[0] ?? '';
};

/** A sentence as typed, and who types it. */
interface Asking {
  what: string;
  sentence: string;
}

const askings = (names: readonly string[]): Asking[] => {
  const [given, surname] = [borne(names, 'most', 0), borne(names, 'most', -1)];
  const rare = names.find((name) => name.endsWith(borne(names, 'fewest', -1))) ?? '';
  const common = names.find((name) => name.startsWith(`${given} `) && name.endsWith(` ${surname}`)) ?? '';
  const slip = (name: string): string => name.slice(0, -3) + name.slice(-2);
  return [
    { what: 'a rare name', sentence: `Hvilke frister er der for ${rare}?` },
    { what: 'a rare name with a slip', sentence: `Hvilke frister er der for ${slip(rare)}?` },
    {
      what: 'a rare name with a slip at its beginning',
      sentence: `Hvilke frister er der for ${rare.slice(0, 2)}${rare.slice(3)}?`,
    },
    { what: 'a common name in full', sentence: `Hvilke frister er der for ${common}?` },
    { what: 'a common name with a slip', sentence: `Hvilke frister er der for ${slip(common)}?` },
    { what: 'a name in the genitive', sentence: `Må jeg forlænge ${rare}s forløb til udgangen af maj?` },
    { what: 'a common given name alone', sentence: `Hvilke frister er der for ${given}?` },
    { what: 'a common given name with a slip', sentence: `Hvilke frister er der for ${slip(given)}?` },
    { what: 'a common surname alone', sentence: `Hvilke frister er der for ${surname}?` },
    { what: 'an initial', sentence: `Hvilke frister er der for ${given} ${surname.charAt(0)}.?` },
    { what: 'nobody', sentence: 'Hvilke frister er der for Quirinus Wobblestrup?' },
  ];
};

/** From a sentence to the case it names: the catalogue, the understanding, the case. */
const answer = async (base: Omit<Talking, 'catalogue' | 'text'>, sentence: string): Promise<string> => {
  const listed = await catalogueOf(base.services.store, municipality);
  const understood = understand(sentence, { today, offerNames: listed.map(({ name }) => name) });
  const { intent, entities } = understood;
  if (entities.citizen === undefined) throw new Error(`no name was found in ${sentence}`);
  const found = await resolveCase({ ...base, catalogue: listed, text: sentence }, { intent, entities, picked: {} });
  if ('item' in found) return 'one case';
  const { view } = found.answer;
  if (view.view !== 'message') throw new Error(`${sentence} was answered with a ${view.view}`);
  const [input] = view.inputs;
  const offered = input?.type === 'choice' ? input.choices.length : view.actions.length;
  return offered > 0 ? `${offered} to choose from` : 'nobody, or too many to choose from';
};

/**
 * How long it takes to understand a sentence and to find whom it names among ten thousand cases, with three hundred
 * offers in the catalogue, for somebody who may see every case.
 */
export const timeNaming = async (): Promise<NamingTime[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'makker-bench-naming-'));
  const names = danishNames(CASES);
  const store = createSqliteStore(join(folder, 'makker.db'));
  await fillStore(store, casesOf(names), municipality, catalogue(names));
  const office = await openTalk();
  const services: Services = {
    ...office.services,
    store,
    cases: { ...office.services.cases, read: (town, id) => store.read('case', town, id) },
  };
  const base = {
    services,
    turn: {
      person: office.person('lone'),
      language: 'da' as const,
      conversation: { id: 'chat', type: 'personal' as const },
      activityId: 'a-1',
      now: `${today}T10:00:00Z`,
      today,
    },
    say: texts('da'),
    talk: { id: 'talk', municipality, on: today },
    personal: true,
  };
  const times: NamingTime[] = [];
  for (const { what, sentence } of askings(names)) {
    const took: number[] = [];
    let found = '';
    for (let round = 0; round < WARM_UP + ASKED; round += 1) {
      const began = performance.now();
      found = await answer(base, sentence);
      if (round >= WARM_UP) took.push(performance.now() - began);
    }
    times.push({ what, sentence, found, median: median(took), worst: Math.max(...took) });
  }
  await store.close();
  await office.store.close();
  rmSync(folder, { recursive: true });
  return times;
};
