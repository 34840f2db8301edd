import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectAgenda } from '../../../src/agenda/project.ts';
import { audited, MAKKER } from '../../../src/cases/audit.ts';
import { caseItem } from '../../../src/cases/case-item.ts';
import { sealOf } from '../../../src/cases/seal.ts';
import { createInventedName } from '../../../src/demo/invented-names.ts';
import { inventMunicipality } from '../../../src/demo/invented-municipality.ts';
import { readInvented } from '../../../src/demo/read-invented.ts';
import { seeded } from '../../../src/demo/seeded.ts';
import { createJudge } from '../../../src/judge.ts';
import { readShelf } from '../../../src/rulebook-files.ts';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import type { Entry } from '../../../src/store/port.ts';
import { TENANT } from '../clicks/office.ts';
import { fillRows, type Row } from '../digest-reads/fill-file.ts';
import type { Town } from '../digests/towns.ts';

const files = readInvented(join(import.meta.dirname, '../../../demo'));
/** Of each plan so many cases are judged; a town's are these in turn, each with a name of its own. */
const JUDGED = 500;
const BATCH = 200;

/** A case to ask about. */
export interface Asked {
  who: string;
  id: string;
}

/** What all towns are filled with. */
export interface Filling {
  /** Where a Makker has been that has no cases: with its store, rulebooks and key. */
  folder: string;
  towns: readonly Town[];
  /** How many cases in all. */
  count: number;
  today: string;
  /** How many cases are to be asked about, spread over all towns. */
  ask: number;
}

const entriesOf = (towns: readonly Town[], each: number, today: string): Entry[] =>
  towns.flatMap(({ municipality }): Entry[] => {
    const { people, teams, catalogue } = inventMunicipality(files, { municipality, today, count: each, seed: 1 });
    return [
      ...teams.map((item): Entry => ({ kind: 'team', item })),
      ...catalogue.map((item): Entry => ({ kind: 'catalogue', item: { ...item, municipality } })),
      ...people.flatMap((person): Entry[] => {
        const aadObjectId = `object-${municipality}-${person.id}`;
        const id = `${TENANT}~${aadObjectId}`;
        const names = { personId: person.id, personMunicipality: municipality };
        return [
          { kind: 'person', item: { ...person, aadObjectId, tenantId: TENANT } },
          { kind: 'directory', item: { id, municipality: 'directory', ...names } },
        ];
      }),
    ];
  });

/** Fills the store of all towns; answers what to ask about. */
export const fillTowns = async ({ folder, towns, count, today, ask }: Filling): Promise<Asked[]> => {
  const key = readFileSync(join(folder, 'receipt.key'), 'utf8').trim();
  const each = Math.ceil(count / towns.length);
  const judge = createJudge(readShelf(join(folder, 'rulebooks')));
  const at = `${today}T05:00:00.000Z`;
  const asked: Asked[] = [];
  const everyNth = Math.floor(count / ask);

  const judgedIn = ({ municipality, like }: Town) => {
    const shares = { ...files, sharesOf: () => files.sharesOf(like) };
    const { cases, catalogue } = inventMunicipality(shares, { municipality, today, count: JUDGED, seed: 1 });
    return Array.from(cases, (record) => ({
      record,
      agenda: projectAgenda(judge(record, { kind: 'deadlines' }, catalogue, today), today),
    }));
  };
  const judged = new Map<string, ReturnType<typeof judgedIn>>();

  function* rows(): Generator<Row> {
    const name = createInventedName({ names: files.names, random: seeded(count), commonSurnames: 0.6 });
    let nth = 0;
    for (const town of towns) {
      const { municipality, like } = town;
      const templates = judged.get(like) ?? judgedIn(town);
      judged.set(like, templates);
      const { people } = inventMunicipality(files, { municipality, today, count: each, seed: 1 });
      const workers = Map.groupBy(people, ({ roles }) => roles.map(({ role, team }) => `${role}@${team}`).join());
      for (let own = 0; own < each && nth < count; own += 1) {
        const template = templates[own % templates.length];
        if (template === undefined) throw new Error('no case to copy');
        const { record: like, agenda } = template;
        const mates = workers.get(`caseworker@${like.team}`) ?? [];
        const caseworker = mates[own % mates.length]?.id ?? '';
        const id = `OPD-0001-${String(own + 1).padStart(6, '0')}`;
        const record = { ...like, id, municipality, caseworker, citizen: { ...like.citizen, name: name() } };
        const { entries, ...recheck } = agenda;
        const plain = caseItem(record, { requests: [], agenda: entries, ...recheck, outbox: [], audit: [] });
        const item = audited(plain, { at, by: MAKKER, what: 'case-added', details: {} });
        if (nth % everyNth === 0) asked.push({ who: `${municipality}-${caseworker}`, id });
        nth += 1;
        yield { kind: 'case', item: { ...item, seal: sealOf(item, key) } };
      }
    }
  }

  const path = join(folder, 'makker.db');
  await fillRows(path, rows());
  const store = createSqliteStore(path);
  const entries = entriesOf(towns, each, today);
  while (entries.length > 0) await store.createTogether(entries.splice(0, BATCH));
  await store.close();
  return asked;
};
