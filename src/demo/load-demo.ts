import type { Cases } from '../cases/case-store.ts';
import type { Matters } from '../cases/matter-store.ts';
import type { Store } from '../store/port.ts';
import type { Demo } from './demo-document.ts';

/** What of a demo is stored. */
export type DemoRecords = Pick<Demo, 'municipality' | 'people' | 'teams' | 'catalogue' | 'cases' | 'matters'>;

export interface DemoStores {
  store: Pick<Store, 'read' | 'create'>;
  cases: Pick<Cases, 'add'>;
  matters: Pick<Matters, 'add'>;
}

/**
 * Puts a demo's people, teams, catalogue, cases and matters into the store and answers how many records are new.
 * What is already there stays as it is, so a second start keeps what has been done since.
 */
export const loadDemo = async (demo: DemoRecords, { store, cases, matters }: DemoStores): Promise<number> => {
  const { municipality } = demo;
  const outcomes: ('created' | 'exists')[] = [];
  for (const person of demo.people) {
    outcomes.push((await store.create('person', person)).outcome);
    if (person.aadObjectId === undefined || person.tenantId === undefined) continue;
    await store.create('directory', {
      id: `${person.tenantId}~${person.aadObjectId}`,
      municipality: 'directory',
      personId: person.id,
      personMunicipality: municipality,
    });
  }
  for (const team of demo.teams) outcomes.push((await store.create('team', team)).outcome);
  for (const item of demo.catalogue)
    outcomes.push((await store.create('catalogue', { ...item, municipality })).outcome);
  for (const matter of demo.matters) outcomes.push(await matters.add(matter));
  for (const record of demo.cases) {
    // Each start finds nearly all of them there, and to work out what is due in a case takes longer than to look.
    const known = await store.read('case', municipality, record.id);
    outcomes.push(known === undefined ? await cases.add(record) : 'exists');
  }
  return outcomes.filter((outcome) => outcome === 'created').length;
};
