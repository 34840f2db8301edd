import { catalogueOf, type Judge, type JudgeMatter } from '../cases/judge.ts';
import { eachItem } from '../each-item.ts';
import type { Store } from '../store/port.ts';
import type { OpenDue } from './open-due.ts';
import { projectAgenda } from './project.ts';
import { type OpenAgenda, openAgenda, openIn } from './read-agenda.ts';

interface Needs {
  store: Pick<Store, 'findCases' | 'findMatters' | 'list'>;
  judge: Judge;
  judgeMatter: JudgeMatter;
}

/**
 * What is open in a team on any day, by the rules of that day: all its cases and matters are judged, since what is
 * stored of their agendas is today's.
 */
export const freshAgenda = async (
  { store, judge, judgeMatter }: Needs,
  { municipality, id: team }: { municipality: string; id: string },
  day: string,
): Promise<OpenAgenda> => {
  const catalogue = await catalogueOf(store, municipality);
  const all: OpenDue[] = [];
  for await (const item of eachItem((page) => store.findCases(municipality, { by: 'team', team }, page))) {
    const agenda = projectAgenda(judge(item.record, { kind: 'deadlines' }, catalogue, day), day).entries;
    all.push(...openIn({ about: 'case', item: { ...item, agenda } }, day));
  }
  for await (const item of eachItem((page) => store.findMatters(municipality, { by: 'all' }, page))) {
    if (item.team !== team) continue;
    const agenda = projectAgenda(judgeMatter(item.record, day), day).entries;
    all.push(...openIn({ about: 'matter', item: { ...item, agenda } }, day));
  }
  return openAgenda(all, day);
};
