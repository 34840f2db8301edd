import type { Running } from '../../../src/main.ts';
import type { Entry } from '../../../src/store/port.ts';
import { GENERATED_CATALOGUE, generatedRecords } from '../../support/generated-records.ts';
import { READERS, type Reader, TOWNS } from './readers.ts';

const CASES = 60;
/** The other teams have none. */
const WITH_CASES = ['nord', 'syd', 'vest', 'aften'];
const TENANT = 'tenant-1';

/** The team or the person, set up as people set it up by talking. */
export const entryOf = (
  { conversationId, municipality, to, at, weekday, quiet }: Reader,
  serviceUrl: string,
): Entry => {
  const address = { conversationId, serviceUrl, tenantId: TENANT, botId: '28:bot' };
  if ('team' in to) {
    const team = { id: to.team, municipality, name: `Team ${to.team}`, leads: [], address };
    // Half past seven is what a team has that has named no time.
    const item = { ...team, ...(at !== '07:30' && { digestAt: at }), ...(quiet && { quietDay: 'nothing' as const }) };
    return { kind: 'team', item };
  }
  const role = weekday === undefined ? ('caseworker' as const) : ('functional-lead' as const);
  const item = {
    id: to.person,
    municipality,
    name: `${to.person} Opdigtet`,
    tenantId: TENANT,
    aadObjectId: `object-${municipality}-${to.person}`,
    roles: [{ role, team: 'nord' }],
    address,
    ...(weekday === undefined ? { morningAt: at } : { weekAt: { weekday, at } }),
  };
  return { kind: 'person', item };
};

/** Teams, people and cases, open ones and closed. */
export const fillOffice = async ({ store, cases }: Running, serviceUrl: string, today: string): Promise<void> => {
  await store.createTogether(READERS.map((reader) => entryOf(reader, serviceUrl)));
  for (const municipality of Object.keys(TOWNS)) {
    for (const item of GENERATED_CATALOGUE) await store.create('catalogue', { ...item, municipality });
    let nth = 0;
    for (const record of generatedRecords({ municipality, today, count: CASES })) {
      const team = WITH_CASES[nth % WITH_CASES.length] ?? '';
      await cases.add({ ...record, team, caseworker: team === 'nord' ? 'kirsten' : `${team}-1` });
      nth += 1;
    }
  }
};
